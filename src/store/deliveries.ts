import { and, eq, getTableColumns, lt, max, ne, sql } from 'drizzle-orm';
import { CrosscheckError } from '../errors.ts';
import { ATTEMPTS_KEPT, type Attempt, type Delivery, type DeliveryState } from '../webhook/delivery.ts';
import { type Message, messageOf } from '../webhook/message.ts';
import { type Webhook, wants } from '../webhook/webhook.ts';
import { changesAfter, lastSeq, oldestSeq, positionOf, toChange } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { addJobs, endJob } from './job-queue.ts';
import { equals, type List, pager } from './lists.ts';
import { perConnection } from './prepared.ts';
import type { Tables } from './tables.ts';
import type { WebhookStore } from './webhook-store.ts';
import { webhookRow } from './webhooks.ts';

/** Changes that are looked at for a webhook at once. */
const PORTION = 200;
const KEY = 'deliver:';

type Row = Tables['deliveries']['$inferSelect'];

const statements = perConnection((q: Queries, t: Tables) => ({
  one: q
    .select()
    .from(t.deliveries)
    .where(eq(t.deliveries.id, sql.placeholder('id')))
    .limit(1)
    .prepare('delivery_one'),
  last: q
    .select({ seq: max(t.deliveries.seq) })
    .from(t.deliveries)
    .prepare('delivery_last'),
}));

const time = (at: number): string => new Date(at).toISOString();

const toDelivery = (row: Row): Delivery => ({
  id: row.id,
  webhook: row.webhookId,
  type: row.type,
  state: row.state as DeliveryState,
  createdAt: time(row.createdAt),
  nextAt: row.nextAt === null ? null : time(row.nextAt),
  attempts: JSON.parse(row.attempts) as Attempt[],
  payload: row.payload,
});

/** Puts messages in the queue of a webhook; one that was there before is sent again. */
async function queue(
  database: Database,
  q: Queries,
  webhookId: string,
  messages: readonly Message[],
  at: number,
): Promise<void> {
  const run = statements(q, database.tables);
  for (const { id, type, payload } of messages) {
    const [kept] = await run.one.execute({ id });
    const [last] = kept ? [] : await run.last.execute();
    const fresh = { seq: (last?.seq ?? 0) + 1, id, webhookId, type, createdAt: at, attempts: '[]', payload };
    await database.upsert(q, 'deliveries', [{ ...(kept ?? fresh), state: 'pending', tries: 0, nextAt: at }]);
    await addJobs(database, q, [{ key: `${KEY}${id}`, lane: webhookId, runAt: at }]);
  }
}

/** The rows after a webhook's position; where some of them are no longer kept, from the oldest that is. */
async function rowsAfter(q: Queries, t: Tables, position: number) {
  try {
    return await changesAfter(q, t, position, PORTION);
  } catch (error) {
    if (!(error instanceof CrosscheckError) || error.code !== 'gone') throw error;
    return changesAfter(q, t, (await oldestSeq(q, t)) - 1, PORTION);
  }
}

/** Turns the next changes into messages of a webhook; answers how many changes were looked at. */
async function fanOut(database: Database, id: string, at: number): Promise<number> {
  const { tables: t, reads } = database;
  const ahead = await webhookRow(reads, t, id);
  if (!ahead || ahead.position === (await lastSeq(reads, t))) return 0;
  return database.write(async (q) => {
    const row = await webhookRow(q, t, id);
    if (row?.state !== 'active') return 0;
    const rows = await rowsAfter(q, t, row.position);
    const webhook = JSON.parse(row.body) as Pick<Webhook, 'types' | 'topics'>;
    const changes = rows.map(toChange).filter((change) => wants(webhook, change));
    await queue(
      database,
      q,
      id,
      changes.map((change) => messageOf(id, change)),
      at,
    );
    const position = rows.at(-1)?.seq ?? row.position;
    await database.upsert(q, 'webhooks', [{ ...row, position }]);
    return rows.length;
  });
}

type Kept = Pick<
  WebhookStore,
  | 'fanOut'
  | 'queueMessage'
  | 'deliveries'
  | 'deliveryOf'
  | 'replay'
  | 'replaySince'
  | 'settleDelivery'
  | 'pruneDeliveries'
>;

/** What is sent to webhooks, and what became of it. */
export function deliveryLog(database: Database, now: () => number): Kept {
  const { tables: t, reads } = database;
  const d = t.deliveries;
  const list: List<Delivery> = {
    name: 'deliveries',
    from: d,
    columns: getTableColumns(d),
    where: { webhook: equals(d.webhookId, 'webhook'), state: equals(d.state, 'state') },
    order: { down: d.seq },
    read: (row) => toDelivery(row as Row),
  };
  const pages = pager(database, list);
  const one = async (q: Queries, id: string): Promise<Row | null> =>
    (await statements(q, t).one.execute({ id }))[0] ?? null;

  return {
    fanOut: (id) => fanOut(database, id, now()),
    queueMessage: (id, message) =>
      database.write(async (q) => {
        await queue(database, q, id, [message], now());
        const row = await one(q, message.id);
        if (!row) throw new Error('a message that was queued is not there');
        return toDelivery(row);
      }),
    deliveries: ({ webhook, state }, page) => pages({ webhook, ...(state ? { state } : {}) }, page),
    async deliveryOf({ key }) {
      const row = key.startsWith(KEY) ? await one(reads, key.slice(KEY.length)) : null;
      return row && { ...toDelivery(row), tries: row.tries };
    },
    replay: (webhook, id) =>
      database.write(async (q) => {
        const row = await one(q, id);
        if (row?.webhookId !== webhook) return null;
        await queue(database, q, webhook, [row], now());
        return toDelivery((await one(q, id)) ?? row);
      }),
    async replaySince(id, since) {
      const position = await positionOf(reads, t, since);
      return database.write(async (q) => {
        const row = await webhookRow(q, t, id);
        if (row) await database.upsert(q, 'webhooks', [{ ...row, position }]);
        return row !== null;
      });
    },
    settleDelivery: (job, attempt, { state, nextAt }) =>
      database.write(async (q) => {
        const row = await one(q, job.key.slice(KEY.length));
        const ended = await endJob(database, q, job, nextAt);
        if (!row || !ended) return;
        const attempts = [...(JSON.parse(row.attempts) as Attempt[]), attempt].slice(-ATTEMPTS_KEPT);
        const next = { ...row, state, nextAt, tries: row.tries + 1, attempts: JSON.stringify(attempts) };
        await database.upsert(q, 'deliveries', [next]);
      }),
    pruneDeliveries: (before) =>
      database.write(async (q) => {
        const stale = and(lt(d.createdAt, before), ne(d.state, 'pending'));
        await q.delete(d).where(stale);
      }),
  };
}
