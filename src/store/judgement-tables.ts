import { desc } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Kit } from './kit.ts';

/** The tables of what tells a story from another: what was read in a document, and what people said and did. */
export function defineJudgements(kit: Kit, documents: { id: AnyPgColumn }) {
  const { text, whole, flag, index } = kit;

  /** What tells which story a document is of: of those whose topic nobody gave. */
  const traits = kit.table(
    'traits',
    {
      documentId: text('document_id')
        .primaryKey()
        .references(() => documents.id, { onDelete: 'cascade' }),
      /** Id of the topic that it would found: an id that a topic gave up leads on through it. */
      founds: text('founds').notNull(),
      body: text('body').notNull(),
    },
    (t) => [index('traits_founds').on(t.founds)],
  );

  /** The keys by which documents of one story find each other. */
  const traitKeys = kit.table(
    'trait_keys',
    {
      key: text('key').notNull(),
      publishedAt: whole('published_at').notNull(),
      documentId: text('document_id')
        .notNull()
        .references(() => traits.documentId, { onDelete: 'cascade' }),
    },
    (t) => [
      kit.primaryKey({ columns: [t.key, t.publishedAt, t.documentId] }),
      index('trait_keys_document').on(t.documentId),
    ],
  );

  /** What people said; only ever added to. */
  const reviews = kit.table(
    'reviews',
    {
      seq: whole('seq').primaryKey(),
      id: text('id').notNull(),
      kind: text('kind').notNull(),
      at: whole('at').notNull(),
      body: text('body').notNull(),
      actor: text('actor').notNull().default(''),
    },
    (t) => [
      kit.uniqueIndex('reviews_id').on(t.id),
      index('reviews_kind').on(t.kind, desc(t.seq)),
      index('reviews_actor').on(t.actor, desc(t.seq)),
    ],
  );

  /** The claims and documents that a review is about; they may be gone. */
  const reviewTargets = kit.table(
    'review_targets',
    {
      seq: whole('seq')
        .notNull()
        .references(() => reviews.seq, { onDelete: 'cascade' }),
      kind: text('kind').notNull(),
      target: text('target').notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.seq, t.kind, t.target] }),
      index('review_targets_target').on(t.kind, t.target),
    ],
  );

  const why = () => ({
    actor: text('actor').notNull(),
    reason: text('reason').notNull(),
    at: whole('at').notNull(),
  });

  /** Topics that a person merged into others: where each was put, and what it was, for when that is taken back. */
  const topicAliases = kit.table(
    'topic_aliases',
    {
      id: text('id').primaryKey(),
      /** As it was said: it may have been merged itself, before or since. */
      into: text('into_id').notNull(),
      title: text('title').notNull(),
      sample: flag('sample').notNull(),
      version: whole('version').notNull(),
      revision: whole('revision').notNull(),
      /** Made from the articles that were found to tell one story, not a name that people gave. */
      found: flag('found').notNull(),
      ...why(),
    },
    (t) => [index('topic_aliases_into').on(t.into)],
  );

  /** Documents that a person put under another topic than the one that they came with; they may be gone. */
  const documentPlaces = kit.table('document_places', {
    documentId: text('document_id').primaryKey(),
    topicId: text('topic_id').notNull(),
    ...why(),
  });

  return { traits, traitKeys, reviews, reviewTargets, topicAliases, documentPlaces };
}
