import { z } from 'zod';
import { topicNow } from '../../store/topic-now.ts';
import { toStatement } from '../statements.ts';
import { defineTool, Statement, topicId } from '../tool.ts';

export const searchClaims = defineTool({
  name: 'search_claims',
  title: 'Who says what',
  description: 'Statements out of articles whose words contain all of the words given, with their quotes.',
  input: z.object({
    query: z.string().trim().min(1).max(300),
    topic: topicId.optional(),
    outlet: z.string().min(1).max(300).optional().describe('Id of an outlet.'),
    limit: z.int().min(1).max(100).default(20),
    after: z.string().max(4_000).optional().describe('`next` of the answer before.'),
  }),
  output: z.object({
    claims: z.array(Statement.extend({ topic: z.string() })),
    next: z.string().nullable(),
  }),
  run: async ({ query, topic: named, outlet, limit, after }, { store }) => {
    const topic = named === undefined ? undefined : ((await topicNow(store, named)) ?? named);
    const { data, next } = await store.claims({ q: query, topic, outlet }, { limit, after });
    return { claims: data.map((claim) => ({ ...toStatement(claim), topic: claim.topic })), next };
  },
});
