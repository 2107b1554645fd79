import { and, between, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { UNSORTED } from '../document/read-document.ts';
import { byCodePoint } from '../identity.ts';
import type { Traits } from '../topic/traits.ts';
import { homeTopic } from './aliases.ts';
import type { Database, Queries } from './database.ts';
import { dropTopic, founderIn, moveOne } from './moving.ts';
import { perConnection } from './prepared.ts';
import { fromBody } from './rows.ts';
import type { Move, SortedDocument } from './sorting-store.ts';
import type { Tables } from './tables.ts';
import { ensureTopic } from './topic-rows.ts';

/** Values of one list in a query: engines allow some thousands. */
const MANY = 400;

const statements = perConnection((q: Queries, t: Tables) => {
  return {
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
      // Somebody may have merged it since it was worked out.
      const to = await homeTopic(q, database.tables, move.to);
      await ensureTopic(database, q, to, titles.get(move.to), at);
      if (to !== move.from && !(await moveOne(database, q, { ...move, to }, at))) continue;
      moved += 1;
      if (to === move.from) continue;
      left.set(move.from, to);
    }
    for (const [from, to] of left)
      if (await isToGo(database, q, from)) await dropTopic(database, q, from, to, at);
    return moved;
  });
}

/** Whether nothing is left of a topic that nobody named. */
async function isToGo({ tables: t }: Database, q: Queries, id: string): Promise<boolean> {
  const [topic] = await q.select({ documents: t.topics.documents }).from(t.topics).where(eq(t.topics.id, id));
  if (topic?.documents !== 0) return false;
  return id === UNSORTED || (await founderIn(q, t, id)) !== null;
}

/** Where a topic was merged into, or the document is that founded one of this id; null when it is neither. */
export async function topicLedTo({ reads: q, tables: t }: Database, id: string): Promise<string | null> {
  const home = await homeTopic(q, t, id);
  return home === id ? founderIn(q, t, id) : home;
}
