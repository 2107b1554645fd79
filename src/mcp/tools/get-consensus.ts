import { z } from 'zod';
import { ConsensusStatus, Grade } from '../../consensus/consensus.ts';
import { CrosscheckError } from '../../errors.ts';
import { topicNow } from '../../store/topic-now.ts';
import { lastMomentOf } from '../../value/calendar.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import { defineTool, topicId } from '../tool.ts';

const Answered = z.object({
  group: z.string().describe('Id for the tool explain.'),
  question: z.string(),
  status: ConsensusStatus,
  display: z.string().describe('The figure, or that there is none because the statements cannot all hold.'),
  low: z.number().nullable(),
  high: z.number().nullable(),
  grade: Grade,
  origins: z.number(),
  outlets: z.number(),
  positions: z.array(
    z.object({ display: z.string(), origins: z.array(z.string()), outlets: z.array(z.string()) }),
  ),
  asOf: z.string().nullable(),
});

export const getConsensus = defineTool({
  name: 'get_consensus',
  title: 'What the outlets agree on',
  description:
    'The consensus view of a topic, question by question: the figure that independent origins agree on or that there is none, the range, and who holds which position. Without a topic it lists the topics.',
  input: z.object({
    topic: topicId.optional(),
    asOf: z
      .union([z.iso.date(), z.iso.datetime({ offset: true })])
      .optional()
      .describe('As it stood then; a day means its end, UTC.'),
    limit: z.int().min(1).max(200).default(40).describe('At most so many questions or topics.'),
  }),
  output: z.object({
    topic: z.string().nullable(),
    questions: z.array(Answered),
    topics: z.array(z.object({ id: z.string(), title: z.string(), conflicts: z.number() })),
    truncated: z.boolean(),
  }),
  run: async ({ topic: named, asOf, limit }, { store, lookBack }) => {
    if (named === undefined) {
      const { data, next } = await store.topics({ limit });
      const topics = data.map(({ id, title, conflicts }) => ({ id, title, conflicts }));
      return { topic: null, questions: [], topics, truncated: next !== null };
    }
    const topic = (await topicNow(store, named)) ?? named;
    const at = asOf === undefined ? undefined : new Date(lastMomentOf(asOf)).toISOString();
    const json =
      at === undefined
        ? (await store.view(topic, 'consensus'))?.json
        : (await lookBack(topic, { at }))?.views.consensus;
    if (json === undefined)
      throw new CrosscheckError(
        'not-found',
        `There is no topic "${topic}". Ask without a topic for those there are.`,
      );
    const { data } = JSON.parse(json) as ConsensusView;
    const questions = data.slice(0, limit).map((row) => ({
      group: row.group.id,
      question: row.group.question,
      status: row.status,
      display: row.display,
      low: row.low,
      high: row.high,
      grade: row.grade,
      origins: row.support.originsMax,
      outlets: row.support.outlets,
      positions: row.positions.map(({ display, origins, outlets }) => ({ display, origins, outlets })),
      asOf: row.asOf,
    }));
    return { topic, questions, topics: [], truncated: data.length > limit };
  },
});
