import { eq, sql } from 'drizzle-orm';
import type { NewChange } from '../change/change.ts';
import { documentMoved, findingGone, goneFromTopic, topicMoved } from '../change/note-changes.ts';
import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Finding } from '../finding/finding.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { facetsOf } from './finding-rows.ts';
import { perConnection } from './prepared.ts';
import { claimRow, fromBody } from './rows.ts';
import type { Move } from './sorting-store.ts';
import type { Tables } from './tables.ts';
import { changeCount } from './topic-rows.ts';

const statements = perConnection((q: Queries, t: Tables) => {
  const id = sql.placeholder('id');
  return {
    kept: q
      .select({
        topicId: t.documents.topicId,
        outletId: t.documents.outletId,
        claims: t.documents.claims,
        body: t.documents.body,
        named: t.documents.named,
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
  };
});

/** The topic in which the document is that founded one of this id; null when there is none. */
export async function founderIn(q: Queries, t: Tables, id: string): Promise<string | null> {
  const [row] = await statements(q, t).foundedIn.execute({ id });
  return row?.topicId ?? null;
}

/**
 * Moves one document with its claims; false when it is no longer where it was taken from. With `came`, the name that
 * it came in under, this is kept where it is not that of the topic it is in now.
 */
export async function moveOne(
  database: Database,
  q: Queries,
  { document: id, from, to, came }: Move & { came?: string },
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
  const named = came === undefined || came === to ? null : came;
  await q.update(t.documents).set({ topicId: to, body, named, changedAt: at }).where(eq(t.documents.id, id));
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

/** Removes a topic whose documents are all gone; what it was leads on to where they went. */
export async function dropTopic(
  database: Database,
  q: Queries,
  from: string,
  to: string,
  at: number,
): Promise<void> {
  const { tables: t } = database;
  await q.update(t.pastEntries).set({ topicId: to }).where(eq(t.pastEntries.topicId, from));
  await noteChanges(database, q, at, [...(await wentWith(database, q, from)), ...topicMoved(from, to)]);
  for (const table of [t.findings, t.consensus, t.groups, t.views] as const)
    await q.delete(table).where(eq(table.topicId, from));
  await q.delete(t.topics).where(eq(t.topics.id, from));
}
