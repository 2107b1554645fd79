import type { ServerResponse } from 'node:http';
import type { Context, TypedResponse } from 'hono';
import type { Feed, Tick } from '../../jobs/feed.ts';
import type { ChangeFilter } from '../../store/store.ts';
import { defineRoute, FAILURES_OF_FEED, problem, query } from '../router.ts';
import type { Env } from '../services.ts';
import { asFilter, feedFilters, since } from './changes.ts';

/** How long a client waits before it connects again, in milliseconds. */
const RETRY = 3_000;

/** A tick as server-sent events. The id alone moves the client's place on; a comment keeps the connection. */
const show = ({ changes, cursor }: Tick): string =>
  changes.length > 0
    ? changes.map((one) => `id: ${one.cursor}\nevent: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`).join('')
    : `: still here\nid: ${cursor}\n\n`;

/** The connection beneath an answer; there is none in tests without a server. */
const connectionOf = (c: Context<Env>): ServerResponse | undefined =>
  (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing;

async function sendEvents(
  c: Context<Env>,
  feed: Feed,
  filter: ChangeFilter,
  from: string,
): Promise<Response> {
  const ending = new AbortController();
  const ticks = await feed.follow(filter, from, ending.signal);
  const encoder = new TextEncoder();
  let stalled: NodeJS.Timeout | undefined;
  const events = new ReadableStream<Uint8Array>(
    {
      start: (out) => out.enqueue(encoder.encode(`retry: ${RETRY}\n\n`)),
      // Asked for more only when the last was taken: the table is the buffer.
      async pull(out) {
        clearTimeout(stalled);
        const tick = await ticks.next().catch((error: unknown) => {
          c.get('services').log.warn({ err: error, requestId: c.get('requestId') }, 'a stream ended');
          return { done: true, value: undefined } as const;
        });
        if (tick.done) {
          ending.abort();
          out.close();
          return;
        }
        out.enqueue(encoder.encode(show(tick.value)));
        stalled = setTimeout(() => connectionOf(c)?.destroy(), feed.patience).unref();
      },
      cancel() {
        clearTimeout(stalled);
        ending.abort();
      },
    },
    { highWaterMark: 0 },
  );
  return c.body(events, 200);
}

export const listenToEvents = defineRoute(
  {
    method: 'get',
    path: '/v1/events',
    operationId: 'listenToEvents',
    tags: ['Changes'],
    summary: 'What changes, as it happens',
    description: [
      'Server-sent events: one for each change, its type as the name of the event, its cursor as the id, the change as data. Starts with what is still to come; with `Last-Event-ID` (an EventSource sends it by itself when it connects again) or ?since= after that change, so that nothing is missed.',
      'A comment comes every fifteen seconds when nothing else does. 410: the changes after the cursor are no longer kept.',
    ].join('\n\n'),
    request: { query: query({ since, ...feedFilters }) },
    responses: {
      200: {
        description: 'The stream; it ends when the server stops.',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      ...FAILURES_OF_FEED,
      503: problem('Too many streams are open.'),
    },
  },
  async (c) => {
    const { since: asked, ...filter } = c.req.valid('query');
    const { feed } = c.get('services');
    c.header('Content-Type', 'text/event-stream');
    c.header('Cache-Control', 'no-store');
    c.header('X-Accel-Buffering', 'no');
    const from = c.req.header('last-event-id') || asked || 'now';
    const response =
      c.req.method === 'HEAD' ? c.body(null, 200) : await sendEvents(c, feed, asFilter(filter), from);
    return response as Response & TypedResponse<never, 200, 'json'>;
  },
);
