import { desc } from 'drizzle-orm';
import type { Kit } from './kit.ts';

/** The tables of what is told to those who listen. */
export function defineChanges(kit: Kit) {
  const { text, whole, index } = kit;

  /**
   * Everything that came, became another or went, in the order in which it was written. The numbers have no gaps: the
   * one that is missing after a number was pruned.
   */
  const changes = kit.table('changes', {
    seq: whole('seq').primaryKey(),
    type: text('type').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    action: text('action').notNull(),
    topicId: text('topic_id'),
    at: whole('at').notNull(),
    /** A few words about it, as JSON. */
    data: text('data'),
  });

  const webhooks = kit.table('webhooks', {
    id: text('id').primaryKey(),
    state: text('state').notNull(),
    /** The last change that was looked at for it. */
    position: whole('position').notNull(),
    secret: text('secret').notNull(),
    /** The secret before, which signs too until a time. */
    oldSecret: text('old_secret'),
    oldSecretUntil: whole('old_secret_until'),
    body: text('body').notNull(),
  });

  /** One message to one webhook. */
  const deliveries = kit.table(
    'deliveries',
    {
      seq: whole('seq').primaryKey(),
      id: text('id').notNull(),
      webhookId: text('webhook_id')
        .notNull()
        .references(() => webhooks.id, { onDelete: 'cascade' }),
      type: text('type').notNull(),
      state: text('state').notNull(),
      createdAt: whole('created_at').notNull(),
      nextAt: whole('next_at'),
      /** Tries since it was last asked for. */
      tries: whole('tries').notNull(),
      /** JSON array. */
      attempts: text('attempts').notNull(),
      payload: text('payload').notNull(),
    },
    (t) => [
      kit.uniqueIndex('deliveries_id').on(t.id),
      index('deliveries_webhook').on(t.webhookId, desc(t.seq)),
      index('deliveries_state').on(t.webhookId, t.state, desc(t.seq)),
      index('deliveries_created').on(t.createdAt),
    ],
  );

  /** Work that must be done even when the process that began it is gone. */
  const jobs = kit.table(
    'jobs',
    {
      seq: whole('seq').primaryKey(),
      /** One job a key: asking twice is asking once. */
      key: text('key').notNull(),
      /** Jobs of one lane are done one after the other. */
      lane: text('lane').notNull(),
      runAt: whole('run_at').notNull(),
      /** Until when somebody is at it; who is later than that has lost it. */
      lockedUntil: whole('locked_until').notNull(),
    },
    (t) => [
      kit.uniqueIndex('jobs_key').on(t.key),
      index('jobs_lane').on(t.lane, t.runAt, t.seq),
      index('jobs_locked').on(t.lane, t.lockedUntil),
    ],
  );

  return { changes, webhooks, deliveries, jobs };
}
