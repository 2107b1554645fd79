import { z } from '@hono/zod-openapi';
import type { TypedResponse } from 'hono';
import { Change, ChangeType } from '../../change/change.ts';
import { changeSheet } from '../../view/sheets/changes.ts';
import { choices, key } from '../filters.ts';
import { wantedFormat } from '../negotiate.ts';
import { PAGING } from '../paging.ts';
import { defineRoute, FAILURES, FAILURES_OF_FEED, query } from '../router.ts';
import { offersOf, sendAs } from '../send-as.ts';
import { streamChanges } from '../stream-changes.ts';

export const feedFilters = {
  topic: key('Only what happened in this topic.'),
  type: choices(ChangeType.options as [ChangeType, ...ChangeType[]], 'Only these types.'),
};

/** What the store is asked for. An empty choice of types is every type. */
export const asFilter = ({ topic, type }: { topic?: string | undefined; type: readonly ChangeType[] }) => ({
  topics: topic === undefined ? undefined : [topic],
  types: type.length === 0 ? undefined : type,
});

export const since = z.string().min(1, 'Leave it out rather than empty.').max(400).optional().meta({
  description:
    'A cursor that you got from here, from an event or from a webhook: what came after it. `0`: from the very first change on. `now`: what is still to come. Without it, from the oldest that is kept.',
});

const ChangeList = z
  .strictObject({
    data: z.array(Change),
    cursor: z.string().meta({
      description: 'How far this page read. Keep it, and ask with ?since= for what comes later.',
    }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'The same when more is there already; null at the end.' }),
  })
  .meta({ id: 'ChangeList' });

export const listChanges = defineRoute(
  {
    method: 'get',
    path: '/v1/changes',
    operationId: 'listChanges',
    tags: ['Changes'],
    summary: 'What changed, in order',
    description: [
      'Everything that came, became another or went, in the order in which it was written, with tombstones for what is gone. The same sequence feeds GET /v1/events and the webhooks.',
      'To keep a copy: take a cursor with ?since=now, read the lists once, then ask for what came after the cursor, as often as you like. A change may be told again, none is left out. A cursor whose changes are no longer kept is answered with 410: start again.',
      'As application/x-ndjson (by Accept, or under /v1/changes.ndjson) all changes after the cursor are sent, one a line, without pages; ?limit= does not count.',
    ].join('\n\n'),
    request: { query: query({ since, ...feedFilters, limit: PAGING.limit }) },
    responses: {
      200: {
        description: 'A page of changes.',
        content: {
          'application/json': { schema: ChangeList },
          'application/x-ndjson': { schema: Change },
          'text/csv': { schema: { type: 'string', description: 'A page, with the names of the columns.' } },
        },
      },
      ...FAILURES_OF_FEED,
      406: FAILURES[406],
    },
  },
  async (c) => {
    const { limit, since: from, ...filter } = c.req.valid('query');
    const { store } = c.get('services');
    const shapes = { sheet: changeSheet };
    if (wantedFormat(c, offersOf(shapes)).id === 'ndjson')
      return (await streamChanges(c, store, asFilter(filter), from)) as Response &
        TypedResponse<never, 200, 'json'>;
    const page = await store.changes(asFilter(filter), { since: from, limit });
    if (page.next !== null) {
      const url = new URL(c.req.url);
      url.searchParams.set('since', page.next);
      c.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
    }
    return sendAs<typeof page, Change>(c, { json: JSON.stringify(page), rows: () => page.data, ...shapes });
  },
);
