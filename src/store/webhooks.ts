import { asc, eq, sql } from 'drizzle-orm';
import type { Webhook, WebhookPatch, WebhookState } from '../webhook/webhook.ts';
import { lastSeq } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { dropLane } from './job-queue.ts';
import { perConnection } from './prepared.ts';
import type { Tables } from './tables.ts';
import type { NewWebhook, WebhookStore } from './webhook-store.ts';

/** For how long the secret before signs too, in milliseconds. */
const OVERLAP = 86_400_000;

const statements = perConnection((q: Queries, t: Tables) => ({
  one: q
    .select()
    .from(t.webhooks)
    .where(eq(t.webhooks.id, sql.placeholder('id')))
    .limit(1)
    .prepare('webhook_one'),
  all: q.select().from(t.webhooks).orderBy(asc(t.webhooks.id)).prepare('webhook_all'),
}));

type Row = Tables['webhooks']['$inferSelect'];

const toWebhook = (row: Row): Webhook => ({
  ...(JSON.parse(row.body) as Omit<Webhook, 'id' | 'state'>),
  id: row.id,
  state: row.state as WebhookState,
});

const bodyOf = ({ url, types, topics, description, createdAt }: Webhook): string =>
  JSON.stringify({ url, types, topics, description, createdAt });

/** The row of a webhook, in the caller's transaction or outside one. */
export async function webhookRow(q: Queries, t: Tables, id: string): Promise<Row | null> {
  const [row] = await statements(q, t).one.execute({ id });
  return row ?? null;
}

/** The row as it is with a patch. */
function patched(row: Row, patch: WebhookPatch, secret: string | undefined, at: number): Row {
  const { active, newSecret: _, ...fields } = patch;
  const next = { ...toWebhook(row), ...fields } as Webhook;
  const state = active === undefined ? row.state : active ? 'active' : 'paused';
  const secrets = secret === undefined ? {} : { secret, oldSecret: row.secret, oldSecretUntil: at + OVERLAP };
  return { ...row, state, ...secrets, body: bodyOf(next) };
}

type Kept = Pick<
  WebhookStore,
  'addWebhook' | 'webhooks' | 'webhook' | 'webhookSecrets' | 'changeWebhook' | 'webhookGone' | 'removeWebhook'
>;

/** The webhooks themselves: who is told what, and how it is signed. */
export function webhookTable(database: Database, now: () => number): Kept {
  const { tables: t, reads } = database;
  return {
    async addWebhook({ id, secret, ...input }: NewWebhook) {
      const position = await lastSeq(reads, t);
      const createdAt = new Date(now()).toISOString();
      const webhook: Webhook = { id, ...input, state: 'active', createdAt };
      const row = { id, state: 'active', position, secret, oldSecret: null, oldSecretUntil: null };
      await database.write((q) => database.insert(q, 'webhooks', [{ ...row, body: bodyOf(webhook) }]));
      return webhook;
    },
    async webhooks() {
      const rows = (await statements(reads, t).all.execute()).map(toWebhook);
      return rows.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
    },
    async webhook(id) {
      const row = await webhookRow(reads, t, id);
      return row && toWebhook(row);
    },
    async webhookSecrets(id) {
      const row = await webhookRow(reads, t, id);
      if (!row) return [];
      const old = row.oldSecret !== null && (row.oldSecretUntil ?? 0) > now() ? [row.oldSecret] : [];
      return [row.secret, ...old];
    },
    changeWebhook: (id, patch, secret) =>
      database.write(async (q) => {
        const row = await webhookRow(q, t, id);
        if (!row) return null;
        const next = patched(row, patch, secret, now());
        await database.upsert(q, 'webhooks', [next]);
        return toWebhook(next);
      }),
    webhookGone: (id) =>
      database.write(async (q) => {
        const row = await webhookRow(q, t, id);
        if (row) await database.upsert(q, 'webhooks', [{ ...row, state: 'gone' }]);
      }),
    removeWebhook: (id) =>
      database.write(async (q) => {
        if (!(await webhookRow(q, t, id))) return false;
        await dropLane(database, q, id);
        await q.delete(t.webhooks).where(eq(t.webhooks.id, id));
        return true;
      }),
  };
}
