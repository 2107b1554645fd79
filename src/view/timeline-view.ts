import { z } from 'zod';
import { Timeline } from '../consensus/timeline.ts';
import { byCodePoint, canonicalJson } from '../identity.ts';
import { onceEach } from '../remember.ts';

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

const jsonOf = onceEach((timeline: Timeline): string => canonicalJson(timeline));

/** The ready timeline of a topic: canonical JSON of a TimelineView, as GET /v1/topics/{topic}/timeline sends it. */
export const timelineDocument = (topic: string, timelines: readonly Timeline[]): string =>
  `{"data":[${[...timelines].sort(byLength).map(jsonOf).join(',')}],"next":null,"topic":${JSON.stringify(topic)}}`;
