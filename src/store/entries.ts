import { desc, eq, max, sql } from 'drizzle-orm';
import type { NewChange } from '../change/change.ts';
import {
  claimIngested,
  claimWithdrawn,
  documentAdded,
  documentRemoved,
  topicCreated,
} from '../change/note-changes.ts';
import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Outlet } from '../document/outlet.ts';
import { capital } from '../letters.ts';
import type { Traits } from '../topic/traits.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { keepAtHand } from './entries-at-hand.ts';
import { putTraits } from './keep-traits.ts';
import { perConnection } from './prepared.ts';
import { claimRow, claimsOf, digestOf, documentRow, key } from './rows.ts';
import type { Tables } from './tables.ts';

export interface Entry {
  document: Document;
  claims: readonly Claim[];
  outlet: Outlet;
  topicTitle?: string | undefined;
  traits?: Traits | undefined;
}

/** "sharm-el-sheikh-talks" → "Sharm el sheikh talks"; an id that is written in words stays as it is. */
const titleFromId = (id: string): string => {
  if (/[\s\p{Lu}]/u.test(id.trim())) return id.trim();
  const words = id.replace(/[-_]+/g, ' ').trim() || id;
  return capital(words);
};

const statements = perConnection((q: Queries, t: Tables) => {
  const id = sql.placeholder('id');
  const topic = sql.placeholder('topic');
  return {
    document: q
      .select({
        digest: t.documents.digest,
        topicId: t.documents.topicId,
        outletId: t.documents.outletId,
        claims: t.documents.claims,
        addedAt: t.documents.addedAt,
        publishedAt: t.documents.publishedAt,
        body: t.documents.body,
      })
      .from(t.documents)
      .where(eq(t.documents.id, id))
      .limit(1)
      .prepare('entry_document'),
    outlet: q.select().from(t.outlets).where(eq(t.outlets.id, id)).limit(1).prepare('entry_outlet'),
    topic: q
      .select({ id: t.topics.id })
      .from(t.topics)
      .where(eq(t.topics.id, id))
      .limit(1)
      .prepare('entry_topic'),
    outletDocument: q
      .select({ id: t.documents.id })
      .from(t.documents)
      .where(eq(t.documents.outletId, id))
      .limit(1)
      .prepare('entry_outlet_document'),
    outletInTopic: q
      .select({ id: t.documents.id })
      .from(t.documents)
      .where(sql`${t.documents.topicId} = ${topic} and ${t.documents.outletId} = ${id}`)
      .limit(1)
      .prepare('entry_outlet_in_topic'),
    claimBodies: q
      .select({ id: t.claims.id, body: t.claims.body, changedAt: t.claims.changedAt })
      .from(t.claims)
      .where(eq(t.claims.documentId, id))
      .orderBy(desc(t.claims.publishedAt), t.claims.seq)
      .prepare('entry_claim_bodies'),
    lastPast: q
      .select({ seq: max(t.pastEntries.seq) })
      .from(t.pastEntries)
      .prepare('entry_last_past'),
    lastSeq: q
      .select({ seq: max(t.claims.seq) })
      .from(t.claims)
      .prepare('entry_last_seq'),
    lastDirty: q
      .select({ dirty: max(t.topics.dirty) })
      .from(t.topics)
      .prepare('entry_last_dirty'),
    deleteDocument: q.delete(t.documents).where(eq(t.documents.id, id)).prepare('entry_delete_document'),
    deleteOutlet: q.delete(t.outlets).where(eq(t.outlets.id, id)).prepare('entry_delete_outlet'),
    touch: q
      .update(t.topics)
      .set({
        documents: sql`${t.topics.documents} + ${sql.placeholder('documents')}`,
        claims: sql`${t.topics.claims} + ${sql.placeholder('claims')}`,
        outlets: sql`${t.topics.outlets} + ${sql.placeholder('outlets')}`,
        revision: sql`${t.topics.revision} + 1`,
        changedAt: sql`${sql.placeholder('at')}`,
        dirty: sql`coalesce(${t.topics.dirty}, ${sql.placeholder('dirty')})`,
      })
      .where(eq(t.topics.id, topic))
      .prepare('entry_touch'),
  };
});

type Statements = ReturnType<typeof statements>;
type Kept = Awaited<ReturnType<Statements['document']['execute']>>[number];

/** The last place in the queue of topics to reconcile. */
export async function nextDirty(q: Queries, t: Tables): Promise<number> {
  const [row] = await statements(q, t).lastDirty.execute();
  return (row?.dirty ?? 0) + 1;
}

export const newTopic = (id: string, title: string, sample: boolean, at: number) => ({
  ...{ id, title, sample, documents: 0, outlets: 0, claims: 0, groups: 0, conflicts: 0, checks: 0 },
  ...{ updatedAt: at, changedAt: at, version: 0, revision: 0, reconciled: 0, dirty: null },
});

/** Counts a document in (`sign` 1) or out (-1) of its topic, and marks the topic as dirty. */
export async function changeCount(
  q: Queries,
  t: Tables,
  sign: 1 | -1,
  { topicId, outletId, claims }: Pick<Kept, 'topicId' | 'outletId' | 'claims'>,
  at: number,
): Promise<void> {
  const run = statements(q, t);
  const others = await run.outletInTopic.execute({ topic: topicId, id: outletId });
  await run.touch.execute({
    topic: topicId,
    documents: sign,
    claims: sign * claims,
    outlets: others.length === 0 ? sign : 0,
    dirty: await nextDirty(q, t),
    at,
  });
}

type KeptClaim = Awaited<ReturnType<Statements['claimBodies']['execute']>>[number];

/** Puts a document that is about to go where it can be looked back at; answers its claims. */
async function keepPast(
  database: Database,
  q: Queries,
  id: string,
  kept: Kept,
  at: number,
): Promise<KeptClaim[]> {
  const run = statements(q, database.tables);
  const { topicId, publishedAt, addedAt, body } = kept;
  const claims = await run.claimBodies.execute({ id });
  const bodies = claims.map((row) => row.body);
  const [last] = await run.lastPast.execute();
  await database.insert(q, 'pastEntries', [
    {
      ...{ seq: (last?.seq ?? 0) + 1, documentId: id, topicId, publishedAt, addedAt, removedAt: at },
      ...{ document: body, claims: `[${bodies.join(',')}]` },
    },
  ]);
  return claims;
}

async function remove(
  database: Database,
  q: Queries,
  id: string,
  kept: Kept,
  at: number,
): Promise<KeptClaim[]> {
  const t = database.tables;
  const run = statements(q, t);
  const claims = await keepPast(database, q, id, kept, at);
  await run.deleteDocument.execute({ id });
  await changeCount(q, t, -1, kept, at);
  if ((await run.outletDocument.execute({ id: kept.outletId })).length === 0) {
    await run.deleteOutlet.execute({ id: kept.outletId });
  }
  return claims;
}

async function putOutlet(database: Database, q: Queries, outlet: Outlet): Promise<void> {
  for (const field of ['id', 'name', 'owner'] as const) key(outlet[field], `outlet.${field}`);
  const [kept] = await statements(q, database.tables).outlet.execute({ id: outlet.id });
  if (kept && digestOf(kept) === digestOf(outlet)) return;
  await database.upsert(q, 'outlets', [outlet]);
}

/** Makes a topic that is not there yet, titled as given or after its id. */
export async function ensureTopic(
  database: Database,
  q: Queries,
  id: string,
  title: string | undefined,
  at: number,
): Promise<void> {
  if ((await statements(q, database.tables).topic.execute({ id })).length > 0) return;
  const words = key(title?.trim() ?? '', 'topicTitle') || titleFromId(id);
  await database.insert(q, 'topics', [newTopic(id, words, false, at)]);
  await noteChanges(database, q, at, topicCreated(id, words));
}

/** What changes when a document comes in, maybe in the place of one of its id: claims that say the same stay. */
function entryChanges(
  document: Document,
  claims: readonly Claim[],
  kept: Kept | undefined,
  old: readonly KeptClaim[],
): NewChange[] {
  const moved = kept !== undefined && kept.topicId !== document.topic;
  const bodies = new Map(moved ? [] : old.map(({ id, body }) => [id, body]));
  const stays = new Set(moved ? [] : claims.map((claim) => claim.id));
  return [
    ...(moved ? [documentRemoved(document.id, kept.topicId, kept.outletId)] : []),
    ...old.flatMap(({ id }) =>
      stays.has(id) ? [] : [claimWithdrawn(id, kept?.topicId ?? document.topic, document.id)],
    ),
    documentAdded(document, kept !== undefined && !moved),
    ...claims.flatMap((claim) =>
      bodies.get(claim.id) === JSON.stringify(claim) ? [] : [claimIngested(claim, bodies.has(claim.id))],
    ),
  ];
}

/** Writes a document with its claims, in the place of an older one with its id. */
export async function addEntry(
  database: Database,
  entry: Entry,
  at: number,
): Promise<{ added: boolean; replaced: boolean }> {
  const { tables: t } = database;
  const { document, outlet } = entry;
  const claims = claimsOf(document, entry.claims);
  const row = documentRow(document, {
    digest: digestOf([document, claims]),
    claims: claims.length,
    addedAt: at,
    changedAt: at,
  });
  const claimRows = claims.map((claim) => claimRow(claim, 0, at));

  const outcome = await database.write(async (q) => {
    const [kept] = await statements(q, t).document.execute({ id: document.id });
    if (kept?.digest === row.digest) return { added: false, replaced: false };
    const old = kept ? await remove(database, q, document.id, kept, at) : [];
    await putOutlet(database, q, outlet);
    await ensureTopic(database, q, document.topic, entry.topicTitle, at);
    await changeCount(q, t, 1, row, at);
    await database.insert(q, 'documents', [row]);
    if (entry.traits) await putTraits(database, q, entry.traits);
    const [last] = await statements(q, t).lastSeq.execute();
    const first = (last?.seq ?? 0) + 1;
    const same = new Map(old.map((claim) => [claim.body, claim.changedAt]));
    const changedAt = (body: string): number => same.get(body) ?? at;
    await database.insert(
      q,
      'claims',
      claimRows.map((claim, index) => ({ ...claim, seq: first + index, changedAt: changedAt(claim.body) })),
    );
    await noteChanges(database, q, at, entryChanges(document, claims, kept, old));
    return { added: true, replaced: kept !== undefined };
  });
  if (outcome.added) keepAtHand(database, row, claimRows);
  return outcome;
}

/** Takes a document with its claims out of its topic; false when there is none. */
export function removeEntry(database: Database, id: string, at: number): Promise<boolean> {
  const { tables: t } = database;
  return database.write(async (q) => {
    const [kept] = await statements(q, t).document.execute({ id });
    if (!kept) return false;
    const claims = await remove(database, q, id, kept, at);
    await noteChanges(database, q, at, [
      ...claims.map((claim) => claimWithdrawn(claim.id, kept.topicId, id)),
      documentRemoved(id, kept.topicId, kept.outletId),
    ]);
    return true;
  });
}
