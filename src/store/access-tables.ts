import { desc } from 'drizzle-orm';
import type { Kit } from './kit.ts';

/** The tables of who may do what, who did what, and what was answered. */
export function defineAccess(kit: Kit) {
  const { text, whole, index } = kit;

  const apiKeys = kit.table(
    'api_keys',
    {
      id: text('id').primaryKey(),
      name: text('name').notNull(),
      /** SHA-256 of the key, which is kept nowhere. */
      hash: text('hash').notNull(),
      /** How the key begins, to tell it from others. */
      prefix: text('prefix').notNull(),
      /** JSON array. */
      scopes: text('scopes').notNull(),
      createdAt: whole('created_at').notNull(),
      expiresAt: whole('expires_at'),
      lastUsedAt: whole('last_used_at'),
      revokedAt: whole('revoked_at'),
    },
    (t) => [
      kit.uniqueIndex('api_keys_hash').on(t.hash),
      index('api_keys_created').on(desc(t.createdAt), t.id),
    ],
  );

  /** Who did what; only ever added to. */
  const auditEntries = kit.table(
    'audit_entries',
    {
      seq: whole('seq').primaryKey(),
      at: whole('at').notNull(),
      actor: text('actor').notNull(),
      /** Id of the key that was shown; null without one. */
      keyId: text('key_id'),
      action: text('action').notNull(),
      target: text('target').notNull(),
      /** What else there is to know, in words. */
      detail: text('detail'),
      requestId: text('request_id'),
    },
    (t) => [
      index('audit_entries_action').on(t.action, desc(t.seq)),
      index('audit_entries_actor').on(t.actor, desc(t.seq)),
      index('audit_entries_target').on(t.target, desc(t.seq)),
    ],
  );

  /** What was answered to a request that carried an idempotency key; without a status while it is under way. */
  const keptAnswers = kit.table(
    'kept_answers',
    {
      /** Whose key it is: the id of an API key, or of nobody. */
      owner: text('owner').notNull(),
      key: text('key').notNull(),
      /** SHA-256 of method, address and body. */
      request: text('request').notNull(),
      startedAt: whole('started_at').notNull(),
      status: whole('status'),
      /** JSON object of the headers that are sent again. */
      headers: text('headers'),
      body: text('body'),
    },
    (t) => [kit.primaryKey({ columns: [t.owner, t.key] }), index('kept_answers_started').on(t.startedAt)],
  );

  return { apiKeys, auditEntries, keptAnswers };
}
