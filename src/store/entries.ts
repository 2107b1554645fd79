import { desc, eq, max, sql } from 'drizzle-orm';
import type { NewChange } from '../change/change.ts';
import { claimIngested, claimWithdrawn, documentAdded, documentRemoved } from '../change/note-changes.ts';
import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Outlet } from '../document/outlet.ts';
import type { Traits } from '../topic/traits.ts';
import { homeTopic, placeOf } from './aliases.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { keepAtHand } from './entries-at-hand.ts';
import { putTraits } from './keep-traits.ts';
import { perConnection } from './prepared.ts';
import { claimRow, claimsOf, digestOf, documentRow, key } from './rows.ts';
import type { Tables } from './tables.ts';
import { changeCount, ensureTopic } from './topic-rows.ts';

export interface Entry {
  document: Document;
  claims: readonly Claim[];
  outlet: Outlet;
  topicTitle?: string | undefined;
  traits?: Traits | undefined;
}

const statements = perConnection((q: Queries, t: Tables) => {
  const id = sql.placeholder('id');
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
        named: t.documents.named,
      })
      .from(t.documents)
      .where(eq(t.documents.id, id))
      .limit(1)
      .prepare('entry_document'),
    outlet: q.select().from(t.outlets).where(eq(t.outlets.id, id)).limit(1).prepare('entry_outlet'),
    outletDocument: q
      .select({ id: t.documents.id })
      .from(t.documents)
      .where(eq(t.documents.outletId, id))
      .limit(1)
      .prepare('entry_outlet_document'),
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
    deleteDocument: q.delete(t.documents).where(eq(t.documents.id, id)).prepare('entry_delete_document'),
    deleteOutlet: q.delete(t.outlets).where(eq(t.outlets.id, id)).prepare('entry_delete_outlet'),
  };
});

type Statements = ReturnType<typeof statements>;
type Kept = Awaited<ReturnType<Statements['document']['execute']>>[number];

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
  const name = (await placeOf(q, database.tables, id)) ?? kept.named ?? topicId;
  const named = name === topicId ? null : name;
  await database.insert(q, 'pastEntries', [
    {
      ...{ seq: (last?.seq ?? 0) + 1, documentId: id, topicId, publishedAt, addedAt, removedAt: at, named },
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

/** A claim that comes in, and its row but for where it stands. */
interface WrittenClaim {
  readonly claim: Claim;
  readonly row: ReturnType<typeof claimRow>;
}

/** What changes when a document comes in, maybe in the place of one of its id: claims that say the same stay. */
function entryChanges(
  document: Document,
  claims: readonly WrittenClaim[],
  kept: Kept | undefined,
  old: readonly KeptClaim[],
): NewChange[] {
  const moved = kept !== undefined && kept.topicId !== document.topic;
  const bodies = new Map(moved ? [] : old.map(({ id, body }) => [id, body]));
  const stays = new Set(moved ? [] : claims.map(({ claim }) => claim.id));
  return [
    ...(moved ? [documentRemoved(document.id, kept.topicId, kept.outletId)] : []),
    ...old.flatMap(({ id }) =>
      stays.has(id) ? [] : [claimWithdrawn(id, kept?.topicId ?? document.topic, document.id)],
    ),
    documentAdded(document, kept !== undefined && !moved),
    ...claims.flatMap(({ claim, row }) =>
      bodies.get(claim.id) === row.body ? [] : [claimIngested(claim, bodies.has(claim.id))],
    ),
  ];
}

/** What became of a document that was handed in, and the topic that it is in. */
export interface Added {
  added: boolean;
  replaced: boolean;
  topic: string;
}

/** The rows of a document and its claims under a topic. The digest is of what was handed in, wherever it goes. */
function rowsUnder(topic: string, given: Document, from: readonly Claim[], at: number) {
  const counts = { digest: digestOf([given, from]), claims: from.length, addedAt: at, changedAt: at };
  const isHere = topic === given.topic;
  const document = isHere ? given : { ...given, topic };
  const claims = isHere ? from : from.map((claim) => ({ ...claim, topic }));
  return {
    document,
    row: documentRow(document, { ...counts, named: isHere ? null : given.topic }),
    claims: claims.map((claim): WrittenClaim => ({ claim, row: claimRow(claim, 0, at) })),
  };
}

/** Where a document goes: where a person put it, else where it says, or what that was merged into. */
async function homeOf(q: Queries, t: Tables, { document, traits }: Entry): Promise<string> {
  if (traits) return document.topic;
  return homeTopic(q, t, (await placeOf(q, t, document.id)) ?? document.topic);
}

/** Writes a document with its claims, in the place of an older one with its id. */
export async function addEntry(database: Database, entry: Entry, at: number): Promise<Added> {
  const { tables: t } = database;
  const { document: given, outlet } = entry;
  const from = claimsOf(given, entry.claims);
  let rows = rowsUnder(given.topic, given, from, at);

  const outcome = await database.write(async (q) => {
    const [kept] = await statements(q, t).document.execute({ id: given.id });
    if (kept?.digest === rows.row.digest) return { added: false, replaced: false, topic: kept.topicId };
    const topic = await homeOf(q, t, entry);
    if (topic !== given.topic) rows = rowsUnder(topic, given, from, at);
    const { document, claims, row } = rows;
    const old = kept ? await remove(database, q, document.id, kept, at) : [];
    await putOutlet(database, q, outlet);
    await ensureTopic(database, q, topic, topic === given.topic ? entry.topicTitle : undefined, at);
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
      claims.map(({ row: claim }, index) => ({
        ...claim,
        seq: first + index,
        changedAt: changedAt(claim.body),
      })),
    );
    await noteChanges(database, q, at, entryChanges(document, claims, kept, old));
    return { added: true, replaced: kept !== undefined, topic };
  });
  if (outcome.added)
    keepAtHand(
      database,
      rows.row,
      rows.claims.map(({ row }) => row),
    );
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
