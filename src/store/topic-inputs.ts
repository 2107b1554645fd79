import { and, eq, lte, sql } from 'drizzle-orm';
import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { byCodePoint } from '../identity.ts';
import type { Database, Queries } from './database.ts';
import { claimRowsOf, readEntries } from './entries-at-hand.ts';
import { perConnection } from './prepared.ts';
import { listReviews } from './review-log.ts';
import { fromBody, isKeepable } from './rows.ts';
import type { TopicInput } from './store.ts';
import type { Tables } from './tables.ts';

const statements = perConnection((q: Queries, t: Tables) => {
  const id = sql.placeholder('id');
  const at = sql.placeholder('at');
  const document = sql.placeholder('document');
  return {
    topic: q
      .select({ revision: t.topics.revision })
      .from(t.topics)
      .where(eq(t.topics.id, id))
      .limit(1)
      .prepare('input_topic'),
    publishedBy: q
      .select({ id: t.documents.id, body: t.documents.body, addedAt: t.documents.addedAt })
      .from(t.documents)
      .where(and(eq(t.documents.topicId, id), lte(t.documents.publishedAt, at)))
      .prepare('input_published'),
    past: q
      .select()
      .from(t.pastEntries)
      .where(and(eq(t.pastEntries.topicId, id), lte(t.pastEntries.publishedAt, at)))
      .prepare('input_past'),
    /** Whether some version of a document, in any topic, was there at a time. */
    wasThere: q
      .select({ seq: t.pastEntries.seq })
      .from(t.pastEntries)
      .where(and(eq(t.pastEntries.documentId, document), lte(t.pastEntries.addedAt, at)))
      .limit(1)
      .prepare('input_was_there'),
  };
});

const byId = (a: { id: string }, b: { id: string }): number => byCodePoint(a.id, b.id);

/** A topic with its claims; null when it does not exist. Documents and claims may be shared: they are not to be changed. */
export async function readTopic(
  database: Database,
  id: string,
  { recent = false } = {},
): Promise<TopicInput | null> {
  if (!isKeepable(id)) return null;
  const read = recent ? database.recent : database.snapshot;
  return read(async (q) => {
    const run = statements(q, database.tables);
    const [topic] = await run.topic.execute({ id });
    if (!topic) return null;
    const entries = [...(await readEntries(database, q, id)).values()];
    const documents = entries.map(({ document }) => document);
    const claims = entries.flatMap((entry) => entry.claims);
    const reviews = await listReviews(database, { topic: id }, q);
    return { documents: documents.sort(byId), claims: claims.sort(byId), reviews, revision: topic.revision };
  });
}

/** One version of a document: when it came in, when it was taken out, and how to get at it. */
interface Version {
  readonly id: string;
  readonly addedAt: number;
  readonly removedAt: number;
  readonly read: () => Promise<{ document: Document; claims: Claim[] }>;
}

/** The version that stood at a time; else, of a document that nobody had taken in by then, the first. */
async function versionAt(
  versions: readonly Version[],
  at: number,
  wasThere: (id: string) => Promise<boolean>,
): Promise<Version | null> {
  const standing = versions.find((one) => one.addedAt <= at && at < one.removedAt);
  if (standing) return standing;
  const [first] = [...versions].sort((a, b) => a.addedAt - b.addedAt);
  return first && first.addedAt > at && !(await wasThere(first.id)) ? first : null;
}

/** A topic as it stood at a time (milliseconds); null when it does not exist. */
export async function readTopicAt(database: Database, id: string, at: number): Promise<TopicInput | null> {
  if (!isKeepable(id)) return null;
  return database.snapshot(async (q) => {
    const run = statements(q, database.tables);
    const [topic] = await run.topic.execute({ id });
    if (!topic) return null;
    const versions = new Map<string, Version[]>();
    const add = (version: Version): void => {
      versions.set(version.id, [...(versions.get(version.id) ?? []), version]);
    };
    for (const row of await run.publishedBy.execute({ id, at })) {
      const read = async () => ({
        document: fromBody<Document>(row),
        claims: (await claimRowsOf(q, database.tables, row.id)).map((one) => fromBody<Claim>(one)),
      });
      add({ id: row.id, addedAt: row.addedAt, removedAt: Number.POSITIVE_INFINITY, read });
    }
    for (const { documentId, addedAt, removedAt, document, claims } of await run.past.execute({ id, at })) {
      const read = async () => ({ document: JSON.parse(document), claims: JSON.parse(claims) });
      add({ id: documentId, addedAt, removedAt, read });
    }
    const documents: Document[] = [];
    const claims: Claim[] = [];
    const wasThere = async (document: string): Promise<boolean> =>
      (await run.wasThere.execute({ document, at })).length > 0;
    for (const ofOne of versions.values()) {
      const entry = await (await versionAt(ofOne, at, wasThere))?.read();
      if (!entry) continue;
      documents.push(entry.document);
      claims.push(...entry.claims);
    }
    const made = await listReviews(database, { topic: id }, q);
    const reviews = made.filter((review) => Date.parse(review.at) <= at);
    return { documents: documents.sort(byId), claims: claims.sort(byId), reviews, revision: topic.revision };
  });
}
