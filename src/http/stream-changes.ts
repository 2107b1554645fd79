import type { Context } from 'hono';
import type { ChangeFilter, Store } from '../store/store.ts';
import type { Env } from './services.ts';

const PAGE = 200;

/**
 * Sends all changes after a cursor as lines, a page of the table at a time: whoever reads slowly holds one page.
 * @throws CrosscheckError 'gone', 'invalid-cursor'
 */
export async function streamChanges(
  c: Context<Env>,
  store: Pick<Store, 'changes'>,
  filter: ChangeFilter,
  since: string | undefined,
): Promise<Response> {
  // The first page is read before the answer starts, so that a wrong cursor is answered with a problem.
  let page = await store.changes(filter, { since, limit: PAGE });
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>(
    {
      async pull(out) {
        while (page.data.length === 0 && page.next !== null)
          page = await store.changes(filter, { since: page.next, limit: PAGE });
        if (page.data.length > 0)
          out.enqueue(encoder.encode(page.data.map((one) => `${JSON.stringify(one)}\n`).join('')));
        if (page.next === null) out.close();
        else page = await store.changes(filter, { since: page.next, limit: PAGE });
      },
    },
    { highWaterMark: 0 },
  );
  c.header('Content-Type', 'application/x-ndjson');
  c.header('Cache-Control', 'no-store');
  c.header('Vary', 'Accept');
  return c.body(lines, 200);
}
