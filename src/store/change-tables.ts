import type { Kit } from './kit.ts';

/** The tables of what is told to those who listen. */
export function defineChanges(kit: Kit) {
  const { text, whole } = kit;

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

  return { changes };
}
