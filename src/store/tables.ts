import { desc, isNotNull } from 'drizzle-orm';
import { defineAccess } from './access-tables.ts';
import { defineChanges } from './change-tables.ts';
import { defineJudgements } from './judgement-tables.ts';
import type { Kit } from './kit.ts';

/**
 * All tables. `body` is the row as JSON, exactly as it was given; the columns beside it are what lists filter and
 * sort by. Rows below a topic are keyed (topic_id, id), so that topics can be spread over machines. Times are
 * milliseconds since 1970.
 */
export function defineTables(kit: Kit) {
  const { text, whole, real, flag, index } = kit;
  const id = () => text('id').notNull();
  const body = () => text('body').notNull();
  const digest = () => text('digest').notNull();

  const outlets = kit.table('outlets', {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    owner: text('owner'),
    kind: text('kind').notNull(),
    sample: flag('sample').notNull(),
  });

  const topics = kit.table(
    'topics',
    {
      id: text('id').primaryKey(),
      title: text('title').notNull(),
      sample: flag('sample').notNull(),
      documents: whole('documents').notNull(),
      outlets: whole('outlets').notNull(),
      claims: whole('claims').notNull(),
      groups: whole('groups').notNull(),
      conflicts: whole('conflicts').notNull(),
      checks: whole('checks').notNull(),
      updatedAt: whole('updated_at').notNull(),
      version: whole('version').notNull(),
      /** Grows with every change of the topic's claims. */
      revision: whole('revision').notNull(),
      reconciled: whole('reconciled_revision').notNull(),
      /** Place in the queue of topics to reconcile; null when there is nothing to do. */
      dirty: whole('dirty_order'),
      /** When anything of it last changed. */
      changedAt: whole('changed_at').notNull().default(0),
    },
    (t) => [
      index('topics_dirty').on(t.dirty).where(isNotNull(t.dirty)),
      index('topics_changed').on(desc(t.changedAt), t.id),
    ],
  );
  const topicId = () =>
    text('topic_id')
      .notNull()
      .references(() => topics.id);

  const documents = kit.table(
    'documents',
    {
      id: text('id').primaryKey(),
      topicId: topicId(),
      outletId: text('outlet_id')
        .notNull()
        .references(() => outlets.id),
      publishedAt: whole('published_at').notNull(),
      addedAt: whole('added_at').notNull(),
      /** Of the document together with its claims. */
      digest: digest(),
      claims: whole('claims').notNull(),
      body: body(),
      changedAt: whole('changed_at').notNull().default(0),
      /** The topic that it came with, where it is in another one: that was merged, or a person put it there. */
      named: text('named'),
    },
    (t) => [
      index('documents_changed').on(desc(t.changedAt), t.id),
      index('documents_published').on(desc(t.publishedAt), t.id),
      index('documents_topic').on(t.topicId, desc(t.publishedAt), t.id),
      index('documents_outlet').on(t.outletId, desc(t.publishedAt), t.id),
      index('documents_topic_outlet').on(t.topicId, t.outletId, desc(t.publishedAt), t.id),
    ],
  );

  /** Documents that were removed or replaced, with their claims, so that a topic can be shown as it stood. */
  const pastEntries = kit.table(
    'past_entries',
    {
      seq: whole('seq').primaryKey(),
      documentId: text('document_id').notNull(),
      topicId: topicId(),
      publishedAt: whole('published_at').notNull(),
      addedAt: whole('added_at').notNull(),
      removedAt: whole('removed_at').notNull(),
      document: text('document').notNull(),
      /** JSON array of the claims, in text order. */
      claims: text('claims').notNull(),
      /** The topic that it was in, where that was merged since. */
      named: text('named'),
    },
    (t) => [
      index('past_entries_topic').on(t.topicId, t.publishedAt),
      index('past_entries_document').on(t.documentId, t.addedAt),
    ],
  );

  const judgements = defineJudgements(kit, documents);

  const claims = kit.table(
    'claims',
    {
      topicId: topicId(),
      id: id(),
      /** Order of arrival; also the row of the full-text index. */
      seq: whole('seq').notNull(),
      documentId: text('document_id')
        .notNull()
        .references(() => documents.id, { onDelete: 'cascade' }),
      outletId: text('outlet_id').notNull(),
      origin: text('origin'),
      predicate: text('predicate'),
      subject: text('subject').notNull(),
      place: text('place'),
      publishedAt: whole('published_at').notNull(),
      nominal: real('nominal'),
      body: body(),
      changedAt: whole('changed_at').notNull().default(0),
    },
    (t) => [
      kit.primaryKey({ columns: [t.topicId, t.id] }),
      kit.uniqueIndex('claims_seq').on(t.seq),
      index('claims_id').on(t.id),
      index('claims_topic_changed').on(t.topicId, desc(t.changedAt), t.seq),
      index('claims_changed').on(desc(t.changedAt), t.seq),
      // The number stands in the two widest indexes, so that a list bounded by it alone walks them without the rows.
      index('claims_published').on(desc(t.publishedAt), t.seq, t.nominal),
      index('claims_document').on(t.documentId, desc(t.publishedAt), t.seq),
      index('claims_topic').on(t.topicId, desc(t.publishedAt), t.seq, t.nominal),
      index('claims_outlet').on(t.outletId, desc(t.publishedAt), t.seq),
      index('claims_subject').on(t.subject, desc(t.publishedAt), t.seq),
      index('claims_origin').on(t.origin, desc(t.publishedAt), t.seq).where(isNotNull(t.origin)),
      index('claims_predicate').on(t.predicate, desc(t.publishedAt), t.seq).where(isNotNull(t.predicate)),
      index('claims_place').on(t.place, desc(t.publishedAt), t.seq).where(isNotNull(t.place)),
      index('claims_topic_outlet').on(t.topicId, t.outletId, desc(t.publishedAt), t.seq),
      index('claims_topic_origin')
        .on(t.topicId, t.origin, desc(t.publishedAt), t.seq)
        .where(isNotNull(t.origin)),
      index('claims_topic_predicate')
        .on(t.topicId, t.predicate, desc(t.publishedAt), t.seq)
        .where(isNotNull(t.predicate)),
    ],
  );

  const groups = kit.table(
    'groups',
    { topicId: topicId(), id: id(), digest: digest(), body: body() },
    (t) => [kit.primaryKey({ columns: [t.topicId, t.id] }), index('groups_id').on(t.id)],
  );

  const consensus = kit.table(
    'consensus',
    { topicId: topicId(), id: id(), position: whole('position').notNull(), digest: digest(), body: body() },
    (t) => [
      kit.primaryKey({ columns: [t.topicId, t.id] }),
      kit
        .foreignKey({
          name: 'consensus_group',
          columns: [t.topicId, t.id],
          foreignColumns: [groups.topicId, groups.id],
        })
        .onDelete('cascade'),
      index('consensus_position').on(t.topicId, t.position),
    ],
  );

  const findings = kit.table(
    'findings',
    {
      topicId: topicId(),
      id: id(),
      verdict: text('verdict').notNull(),
      /** `none` for what is no discrepancy on its face. */
      tier: text('tier').notNull(),
      level: text('level').notNull(),
      score: real('score').notNull(),
      digest: digest(),
      body: body(),
      changedAt: whole('changed_at').notNull().default(0),
      /** What it is found by, as JSON: its rows of `finding_facets`. */
      facets: text('facets').notNull().default('[]'),
    },
    // A topic that is settled writes findings by the dozen, each to another page of every index that spans all topics:
    // there are as few of these as lists can do with. A tier is the list of its verdicts, at every level.
    (t) => [
      kit.primaryKey({ columns: [t.topicId, t.id] }),
      index('findings_id').on(t.id),
      index('findings_changed').on(desc(t.changedAt), t.id),
      index('findings_list').on(t.verdict, t.level, desc(t.score), t.id),
      index('findings_topic_tier').on(t.topicId, t.tier, desc(t.score), t.id),
    ],
  );

  /**
   * Which outlets and predicates a finding is about, and how it was judged: one row each, for lists to ask for. Without
   * a foreign key, which would want a second index: they are removed by name with their finding.
   */
  const findingFacets = kit.table(
    'finding_facets',
    {
      topicId: text('topic_id').notNull(),
      findingId: text('finding_id').notNull(),
      kind: text('kind').notNull(),
      value: text('value').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.kind, t.value, t.topicId, t.findingId] })],
  );

  /** What is ready to be sent of a topic: its consensus, its timeline. */
  const views = kit.table(
    'views',
    {
      topicId: topicId(),
      name: text('name').notNull(),
      json: text('json').notNull(),
      etag: text('etag').notNull(),
      version: whole('version').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.topicId, t.name] })],
  );

  const { changes, webhooks, deliveries, jobs } = defineChanges(kit);

  return {
    changes,
    webhooks,
    deliveries,
    jobs,
    outlets,
    topics,
    documents,
    pastEntries,
    ...judgements,
    claims,
    groups,
    consensus,
    findings,
    findingFacets,
    views,
    ...defineAccess(kit),
  };
}

export type Tables = ReturnType<typeof defineTables>;
