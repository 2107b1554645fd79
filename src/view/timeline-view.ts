import { z } from 'zod';
import { Timeline } from '../consensus/timeline.ts';
import { byCodePoint, canonicalJson } from '../identity.ts';
import { afresh, type Recall } from '../remember.ts';

export const TimelineView = z
  .strictObject({
    topic: z.string().meta({ description: 'Id of the topic.' }),
    data: z.array(Timeline).meta({
      description:
        'One entry for each figure that was given for two moments or more, the longest history first.',
    }),
    next: z.null().meta({ description: 'Always null: the view is never cut into pages.' }),
  })
  .meta({ id: 'TimelineView', description: 'How the figures of a topic moved.' });
export type TimelineView = z.infer<typeof TimelineView>;

const byLength = (a: Timeline, b: Timeline): number =>
  b.points.length - a.points.length ||
  byCodePoint(a.group.question, b.group.question) ||
  byCodePoint(a.group.id, b.group.id);

/**
 * The ready timeline of a topic: canonical JSON of a TimelineView, as GET /v1/topics/{topic}/timeline sends it.
 * `recall`: of the run before for this topic.
 */
export function timelineDocument(
  topic: string,
  timelines: readonly Timeline[],
  recall: Recall = afresh,
): string {
  const jsonOf = (one: Timeline): string =>
    recall(`timeline json ${one.group.id}`, [one], () => canonicalJson(one));
  const data = [...timelines].sort(byLength).map(jsonOf).join(',');
  return `{"data":[${data}],"next":null,"topic":${JSON.stringify(topic)}}`;
}
