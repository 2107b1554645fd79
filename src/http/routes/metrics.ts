import type { TypedResponse } from 'hono';
import type { Metrics } from '../metrics.ts';
import { defineRoute, query, UNREADY } from '../router.ts';

export const getMetrics = (metrics: Pick<Metrics, 'read'>) =>
  defineRoute(
    {
      method: 'get',
      path: '/metrics',
      operationId: 'getMetrics',
      tags: ['Service'],
      summary: 'How is it doing, in numbers?',
      description:
        'For Prometheus: requests and how long they took by route pattern and status, documents, topics and topics that wait, memory, processor and the lag of the event loop. Needs a key where looking does.',
      request: { query: query({}) },
      responses: {
        200: {
          description: 'The numbers.',
          content: { 'text/plain': { schema: { type: 'string' as const } } },
        },
        ...UNREADY,
      },
    },
    async (c) => {
      const { text, type } = await metrics.read();
      c.header('Cache-Control', 'no-store');
      c.header('Content-Type', type);
      return c.body(text, 200) as unknown as Response & TypedResponse<never, 200, 'text'>;
    },
  );
