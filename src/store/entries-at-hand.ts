import { eq, sql } from 'drizzle-orm';
import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { Shelf } from '../remember.ts';
import type { Database, Queries } from './database.ts';
import { perConnection } from './prepared.ts';
import { fromBody } from './rows.ts';
import type { Tables } from './tables.ts';

const statements = perConnection((q: Queries, t: Tables) => {
  const id = sql.placeholder('id');
  const document = sql.placeholder('document');
  return {
    documents: q
      .select({ id: t.documents.id, digest: t.documents.digest })
      .from(t.documents)
      .where(eq(t.documents.topicId, id))
      .prepare('input_documents'),
    document: q
      .select({ body: t.documents.body })
      .from(t.documents)
      .where(eq(t.documents.id, document))
      .limit(1)
      .prepare('input_document'),
    claimsOfDocument: q
      .select({ body: t.claims.body })
      .from(t.claims)
      .where(eq(t.claims.documentId, document))
      .prepare('entry_claims_at_hand'),
  };
});

/** A document with its claims as they were read, and the digest of both. */
interface Entry {
  readonly digest: string;
  readonly document: Document;
  readonly claims: readonly Claim[];
}

/** Claims of the topics whose entries are kept at hand. */
const AT_HAND = 20_000;
const shelves = new WeakMap<Database, Shelf<Map<string, Entry>>>();

/** Keeps an entry that was just written at hand, where the others of its topic are: it is not read back. */
export function keepAtHand(
  database: Database,
  { id, topicId, digest, body }: { id: string; topicId: string; digest: string; body: string },
  claims: readonly { body: string }[],
): void {
  const entries = shelves.get(database)?.get(topicId);
  entries?.set(id, entryOf(digest, { body }, claims));
}

const entryOf = (digest: string, document: { body: string }, claims: readonly { body: string }[]): Entry => ({
  digest,
  document: fromBody<Document>(document),
  claims: claims.map((claim) => fromBody<Claim>(claim)),
});

/** The claims of a document, as they are written. */
export const claimRowsOf = (q: Queries, t: Tables, document: string): Promise<{ body: string }[]> =>
  statements(q, t).claimsOfDocument.execute({ document });

/**
 * The entries of a topic. One whose digest is that of the row in the database is the same object as in the reading
 * before; no other is trusted.
 */
export async function readEntries(
  database: Database,
  q: Queries,
  id: string,
): Promise<ReadonlyMap<string, Entry>> {
  const run = statements(q, database.tables);
  const shelf = shelves.get(database) ?? new Shelf<Map<string, Entry>>(AT_HAND);
  shelves.set(database, shelf);
  const known = shelf.get(id);
  const entries = new Map<string, Entry>();
  let size = 0;
  for (const row of await run.documents.execute({ id })) {
    const kept = known?.get(row.id);
    const entry = kept?.digest === row.digest ? kept : await readEntry(q, database.tables, row);
    if (!entry) continue;
    entries.set(row.id, entry);
    size += entry.claims.length;
  }
  shelf.put(id, entries, size);
  return entries;
}

async function readEntry(
  q: Queries,
  t: Tables,
  { id: document, digest }: { id: string; digest: string },
): Promise<Entry | null> {
  const [row] = await statements(q, t).document.execute({ document });
  return row ? entryOf(digest, row, await claimRowsOf(q, t, document)) : null;
}
