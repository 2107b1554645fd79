import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Outlet } from '../document/outlet.ts';
import { type Finding, ReviewStatus } from '../finding/finding.ts';
import type { Topic } from '../topic/topic.ts';
import type { Database } from './database.ts';
import { atLeast, atMost, before, byChange, equals, type List } from './lists.ts';
import { fromBody, toTopic } from './rows.ts';
import type { Tables } from './tables.ts';

const JUDGEMENTS = sql.raw(
  ReviewStatus.options
    .filter((status) => status !== 'open')
    .map((status) => `'${status}'`)
    .join(', '),
);

/** Every list that the store offers, with its filters and its order. */
export function catalogue(database: Database) {
  const { documents: d, claims: c, topics: t, outlets: o, findings: f, findingFacets: ff } = database.tables;
  const facet = (kind: string, name: string) =>
    sql`(${f.topicId}, ${f.id}) in (select ${ff.topicId}, ${ff.findingId} from ${ff} where ${ff.kind} = ${sql.raw(`'${kind}'`)} and ${ff.value} = ${sql.placeholder(name)})`;

  const documents: List<Document> = {
    name: 'documents',
    from: d,
    columns: { body: d.body },
    where: { topic: equals(d.topicId, 'topic'), outlet: equals(d.outletId, 'outlet') },
    order: { down: d.publishedAt, up: d.id },
    read: (row) => fromBody<Document>(row as { body: string }),
  };
  const claims: List<Claim> = {
    name: 'claims',
    from: c,
    columns: { body: c.body },
    where: {
      topic: equals(c.topicId, 'topic'),
      document: equals(c.documentId, 'document'),
      outlet: equals(c.outletId, 'outlet'),
      origin: equals(c.origin, 'origin'),
      predicate: equals(c.predicate, 'predicate'),
      subject: equals(c.subject, 'subject'),
      place: equals(c.place, 'place'),
      from: atLeast(c.publishedAt, 'from'),
      to: before(c.publishedAt, 'to'),
      min: atLeast(c.nominal, 'min'),
      max: atMost(c.nominal, 'max'),
    },
    order: { down: c.publishedAt, up: c.seq },
    read: (row) => fromBody<Claim>(row as { body: string }),
  };
  /** In the order of the full-text index: a word that stands in nearly all claims costs no more than a rare one. */
  const claimsByWord: List<Claim> = {
    ...claims,
    name: 'claims by word',
    from: database.evidence.from,
    columns: { body: sql`${c.body}` },
    where: {
      ...claims.where,
      updatedSince: atLeast(c.changedAt, 'updatedSince'),
      q: database.evidence.holds('q'),
    },
    order: { down: database.evidence.position },
  };
  const topics: List<Topic> = {
    name: 'topics',
    from: t,
    columns: getTableColumns(t),
    where: {
      title: database.contains(t.title, 'title'),
      conflicts: sql`${t.conflicts} > ${sql.placeholder('conflicts')}`,
      open: sql`${t.conflicts} + ${t.checks} > ${sql.placeholder('open')}`,
    },
    order: { up: t.id },
    read: (row) => toTopic(row as Tables['topics']['$inferSelect']),
  };
  const outlets: List<Outlet> = {
    name: 'outlets',
    from: o,
    columns: getTableColumns(o),
    where: {},
    order: { up: o.id },
    read: ({ id, name, owner, kind, sample }) => ({ id, name, owner, kind, sample }) as Outlet,
  };
  const findings: List<Finding> = {
    name: 'findings',
    from: f,
    columns: { body: f.body },
    where: {
      topic: equals(f.topicId, 'topic'),
      verdict: equals(f.verdict, 'verdict'),
      level: equals(f.level, 'level'),
      predicate: facet('predicate', 'predicate'),
      outlet: facet('outlet', 'outlet'),
      judged: facet('review', 'judged'),
      // Every judgement by its name, as the key of a facet has it.
      unjudged: sql`not exists (select 1 from ${ff} where ${ff.topicId} = ${f.topicId} and ${ff.findingId} = ${f.id} and ${ff.kind} = ${sql.placeholder('unjudged')} and ${ff.value} in (${JUDGEMENTS}))`,
    },
    variants: {
      tier: (tier) => eq(f.tier, `${tier}`),
      verdict: (verdict) => eq(f.verdict, `${verdict}`),
      level: (level) => eq(f.level, `${level}`),
    },
    order: { down: f.score, up: f.id },
    read: (row) => fromBody<Finding>(row as { body: string }),
  };
  const changed = {
    documents: byChange(documents, d.changedAt, d.id),
    claims: byChange(claims, c.changedAt, c.seq, ['topic']),
    topics: byChange(topics, t.changedAt, t.id),
    findings: byChange(findings, f.changedAt, f.id),
  };
  return { documents, claims, claimsByWord, topics, outlets, findings, changed };
}
