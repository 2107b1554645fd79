import { z } from '@hono/zod-openapi';
import { EmbedView } from '../../view/embed/embed-view.ts';
import { topicParam } from '../filters.ts';
import { readEmbed } from '../read-embed.ts';
import { answers, defineRoute, FAILURES_OF_ONE, query } from '../router.ts';
import { sendJson } from '../send-as.ts';

const LIMIT = 'Give a whole number from 1 to 50.';

/** What is embedded, in the address of the data and of the page that is framed. */
export const embedQuery = {
  show: z
    .enum(['consensus', 'discrepancies'], { error: 'Give consensus or discrepancies.' })
    .default('consensus')
    .meta({ description: 'What is shown; not with figure.' }),
  figure: z
    .string()
    .min(1, 'Leave it out rather than empty.')
    .max(300)
    .optional()
    .meta({ description: 'Id of a group: that question alone.' }),
  limit: z
    .string()
    .regex(/^[1-9]\d?$/, LIMIT)
    .default('6')
    .transform(Number)
    .pipe(z.int().min(1, LIMIT).max(50, LIMIT))
    .openapi({ type: 'integer', minimum: 1, maximum: 50, default: 6, description: 'Questions or findings.' }),
};

export const getEmbed = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/embed',
    operationId: 'getEmbed',
    tags: ['Topics'],
    summary: 'What an embedded view of a topic shows',
    description:
      'The questions, one question or the discrepancies of a topic as /embed.js and /embed/topics/{topic} show them: a small document, with the names of the outlets, and each plain figure in parts that any language can word.',
    request: { params: topicParam, query: query(embedQuery) },
    responses: { 200: answers('The view.', EmbedView), ...FAILURES_OF_ONE },
  },
  async (c) =>
    sendJson(c, await readEmbed(c.get('services'), c.req.valid('param').topic, c.req.valid('query'))),
);
