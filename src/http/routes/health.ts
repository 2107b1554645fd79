import { z } from '@hono/zod-openapi';
import { CrosscheckError } from '../../errors.ts';
import { sendFresh } from '../guards/etag.ts';
import { answers, defineRoute, query, UNREADY } from '../router.ts';

const Health = z
  .strictObject({ status: z.literal('ok'), time: z.string().meta({ description: 'RFC 3339, UTC.' }) })
  .meta({ id: 'Health' });

export const getHealth = defineRoute(
  {
    method: 'get',
    path: '/healthz',
    security: [],
    operationId: 'getHealth',
    tags: ['Service'],
    summary: 'Is the process alive?',
    request: { query: query({}) },
    responses: { 200: answers('It is.', Health), ...UNREADY },
  },
  (c) => sendFresh(c, { status: 'ok' as const, time: c.get('services').now().toISOString() }),
);

export const getReadiness = defineRoute(
  {
    method: 'get',
    path: '/readyz',
    security: [],
    operationId: 'getReadiness',
    tags: ['Service'],
    summary: 'Can it serve?',
    description: 'Asks the database.',
    request: { query: query({}) },
    responses: { 200: answers('It can.', Health), ...UNREADY },
  },
  async (c) => {
    const { store, now } = c.get('services');
    await store.ready().catch((cause: unknown) => {
      throw new CrosscheckError('not-ready', 'The database does not answer.', { cause });
    });
    return sendFresh(c, { status: 'ok' as const, time: now().toISOString() });
  },
);
