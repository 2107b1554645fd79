import { and, between, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { NewChange } from '../change/change.ts';
import { documentMoved, findingGone, goneFromTopic, topicMoved } from '../change/note-changes.ts';
import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { UNSORTED } from '../document/read-document.ts';
import type { Finding } from '../finding/finding.ts';
import { byCodePoint } from '../identity.ts';
import type { Traits } from '../topic/traits.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { changeCount, ensureTopic } from './entries.ts';
import { facetsOf } from './finding-rows.ts';
import { perConnection } from './prepared.ts';
import { claimRow, fromBody } from './rows.ts';
import type { Move, SortedDocument } from './sorting-store.ts';
import type { Tables } from './tables.ts';

/** Values of one list in a query: engines allow some thousands. */
const MANY = 400;

const statements = perConnection((q: Queries, t: Tables) => {
  const id = sql.placeholder('id');
  return {
    kept: q
      .select({
        topicId: t.documents.topicId,
        outletId: t.documents.outletId,
        claims: t.documents.claims,
        body: t.documents.body,
      })
      .from(t.documents)
      .where(eq(t.documents.id, id))
      .limit(1)
      .prepare('sorting_document'),
    claims: q
      .select({ seq: t.claims.seq, body: t.claims.body })
      .from(t.claims)
      .where(eq(t.claims.documentId, id))
      .prepare('sorting_claims'),
    dropClaims: q.delete(t.claims).where(eq(t.claims.documentId, id)).prepare('sorting_drop_claims'),
    foundedIn: q
      .select({ topicId: t.documents.topicId })
      .from(t.traits)
      .innerJoin(t.documents, eq(t.documents.id, t.traits.documentId))
      .where(eq(t.traits.founds, id))
      .limit(1)
      .prepare('sorting_founded_in'),
    unsettled: q
      .select({ body: t.traits.body, topic: t.documents.topicId })
      .from(t.traits)
      .innerJoin(t.documents, eq(t.documents.id, t.traits.documentId))
      .innerJoin(t.topics, eq(t.topics.id, t.documents.topicId))
      .where(isNotNull(t.topics.dirty))
      .prepare('sorting_unsettled'),
  };
});

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / MANY) }, (_, i) => items.slice(i * MANY, (i + 1) * MANY));

const byDocument = (a: SortedDocument, b: SortedDocument): number =>
  byCodePoint(a.traits.document, b.traits.document);

/** Documents whose topic is found, as queries select them. */
export function sortedDocuments({ reads: q, recent, tables: t }: Database) {
  const from = () =>
    q
      .select({ body: t.traits.body, topic: t.documents.topicId })
      .from(t.traits)
      .innerJoin(t.documents, eq(t.documents.id, t.traits.documentId));
  const read = (rows: readonly { body: string; topic: string }[]): SortedDocument[] =>
    rows.map((row) => ({ traits: fromBody<Traits>(row), topic: row.topic })).sort(byDocument);
  return {
    /** Those of topics that are to be reconciled. */
    unsettled: () => recent(async (own) => read(await statements(own, t).unsettled.execute())),
    /** Those that share one of the keys and were published in between. */
    async near(keys: readonly string[], since: number, until: number): Promise<SortedDocument[]> {
      const found = new Map<string, { body: string; topic: string }>();
      for (const some of chunks([...new Set(keys)])) {
        const rows = await q
          .select({ id: t.traits.documentId, body: t.traits.body, topic: t.documents.topicId })
          .from(t.traitKeys)
          .innerJoin(t.traits, eq(t.traits.documentId, t.traitKeys.documentId))
          .innerJoin(t.documents, eq(t.documents.id, t.traits.documentId))
          .where(and(inArray(t.traitKeys.key, some), between(t.traitKeys.publishedAt, since, until)));
        for (const row of rows) found.set(row.id, row);
      }
      return read([...found.values()]);
    },
    /** Those of some topics, and some by their own ids. */
    async of(topics: readonly string[], documents: readonly string[]): Promise<SortedDocument[]> {
      const found = new Map<string, SortedDocument>();
      const add = (rows: SortedDocument[]) => {
        for (const row of rows) found.set(row.traits.document, row);
      };
      for (const some of chunks([...new Set(topics)]))
        add(read(await from().where(or(inArray(t.documents.topicId, some)))));
      for (const some of chunks([...new Set(documents)]))
        add(read(await from().where(inArray(t.documents.id, some))));
      return [...found.values()].sort(byDocument);
    },
  };
}

/** Moves one document with its claims; false when it is no longer where it was taken from. */
async function moveOne(
  database: Database,
  q: Queries,
  { document: id, from, to }: Move,
  at: number,
): Promise<boolean> {
  const { tables: t } = database;
  const run = statements(q, t);
  const [kept] = await run.kept.execute({ id });
  if (kept?.topicId !== from) return false;
  const { outletId, claims } = kept;
  await changeCount(q, t, 1, { topicId: to, outletId, claims }, at);
  const rows = await run.claims.execute({ id });
  // Rows below a topic are never given another topic in place: it is what machines are chosen by.
  await run.dropClaims.execute({ id });
  const body = JSON.stringify({ ...fromBody<Document>(kept), topic: to });
  await q.update(t.documents).set({ topicId: to, body, changedAt: at }).where(eq(t.documents.id, id));
  await database.insert(
    q,
    'claims',
    rows.map((row) => claimRow({ ...fromBody<Claim>(row), topic: to }, row.seq, at)),
  );
  await changeCount(q, t, -1, { topicId: from, outletId, claims }, at);
  await noteChanges(database, q, at, documentMoved(id, from, to));
  return true;
}

/** What goes with a topic; the facets of its findings are removed here, for nothing leads from a topic to them. */
async function wentWith(database: Database, q: Queries, topic: string): Promise<NewChange[]> {
  const { tables: t } = database;
  const idsIn = (table: Tables['groups' | 'consensus']) =>
    q.select({ id: table.id }).from(table).where(eq(table.topicId, topic));
  const findings = await q
    .select({
      id: t.findings.id,
      topicId: t.findings.topicId,
      body: t.findings.body,
      facets: t.findings.facets,
    })
    .from(t.findings)
    .where(eq(t.findings.topicId, topic));
  await database.remove(q, 'findingFacets', findings.flatMap(facetsOf));
  return [
    ...findings.map((row) => findingGone(fromBody<Finding>(row))),
    ...(await idsIn(t.consensus)).map(({ id }) => goneFromTopic('consensus', id, topic)),
    ...(await idsIn(t.groups)).map(({ id }) => goneFromTopic('group', id, topic)),
  ];
}

/** Removes a topic that nothing is left of; what it was leads on to where its documents went. */
async function dropEmpty(
  database: Database,
  q: Queries,
  from: string,
  to: string,
  at: number,
): Promise<void> {
  const { tables: t } = database;
  const [topic] = await q
    .select({ documents: t.topics.documents })
    .from(t.topics)
    .where(eq(t.topics.id, from));
  const [founder] = await statements(q, t).foundedIn.execute({ id: from });
  if (topic?.documents !== 0 || (from !== UNSORTED && !founder)) return;
  await q.update(t.pastEntries).set({ topicId: to }).where(eq(t.pastEntries.topicId, from));
  await noteChanges(database, q, at, [...(await wentWith(database, q, from)), ...topicMoved(from, to)]);
  for (const table of [t.findings, t.consensus, t.groups, t.views] as const)
    await q.delete(table).where(eq(table.topicId, from));
  await q.delete(t.topics).where(eq(t.topics.id, from));
}

/**
 * Puts documents with their claims under other topics, all or none; topics that are new get their titles, those that
 * nothing is left of go. Answers how many were moved: one that is elsewhere by now is left alone.
 */
export function moveDocuments(
  database: Database,
  moves: readonly Move[],
  titles: ReadonlyMap<string, string>,
  at: number,
): Promise<number> {
  return database.write(async (q) => {
    const left = new Map<string, string>();
    let moved = 0;
    for (const move of moves) {
      await ensureTopic(database, q, move.to, titles.get(move.to), at);
      if (!(await moveOne(database, q, move, at))) continue;
      moved += 1;
      left.set(move.from, move.to);
    }
    for (const [from, to] of left) await dropEmpty(database, q, from, to, at);
    return moved;
  });
}

/** The topic in which the document is that founded another one of this id; null when there is none. */
export async function topicLedTo({ reads: q, tables: t }: Database, id: string): Promise<string | null> {
  const [row] = await statements(q, t).foundedIn.execute({ id });
  return row?.topicId ?? null;
}
