import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { byCodePoint } from '../identity.ts';
import type { Merge } from '../topic/merge.ts';
import type { Database, Queries } from './database.ts';
import { perConnection } from './prepared.ts';
import { isKeepable } from './rows.ts';
import type { Tables } from './tables.ts';

/** Values of one list in a query: engines allow some thousands. */
const MANY = 400;

const statements = perConnection((q: Queries, t: Tables) => {
  const id = sql.placeholder('id');
  return {
    alias: q.select().from(t.topicAliases).where(eq(t.topicAliases.id, id)).limit(1).prepare('alias'),
    into: q.select().from(t.topicAliases).where(eq(t.topicAliases.into, id)).prepare('aliases_into'),
    place: q
      .select({ topicId: t.documentPlaces.topicId })
      .from(t.documentPlaces)
      .where(eq(t.documentPlaces.documentId, id))
      .limit(1)
      .prepare('alias_place'),
  };
});

export type Alias = Tables['topicAliases']['$inferSelect'];

/** A merge as it is kept; null when the topic was not merged. */
export async function aliasOf(q: Queries, t: Tables, id: string): Promise<Alias | null> {
  const [row] = await statements(q, t).alias.execute({ id });
  return row ?? null;
}

/**
 * The topic that documents of this name go to: itself, unless it was merged, and that maybe again. Where a document is
 * follows from its name, where people put it and what they merged, whatever came first.
 */
export async function homeTopic(q: Queries, t: Tables, name: string): Promise<string> {
  // No circle is ever written; one that somebody made by hand must not keep a writer for good.
  const seen = new Set<string>();
  for (let at = name; !seen.has(at); ) {
    seen.add(at);
    const next = await aliasOf(q, t, at);
    if (next === null) return at;
    at = next.into;
  }
  return name;
}

/** The topic that a person put a document under; null when nobody did. */
export async function placeOf(q: Queries, t: Tables, document: string): Promise<string | null> {
  const [row] = await statements(q, t).place.execute({ id: document });
  return row?.topicId ?? null;
}

/** All that was merged into a topic, directly or through others; each before what was merged into it. */
export async function aliasesInto(q: Queries, t: Tables, topic: string): Promise<Alias[]> {
  const found: Alias[] = [];
  const seen = new Set([topic]);
  for (const name of seen) {
    for (const row of await statements(q, t).into.execute({ id: name })) {
      if (!seen.has(row.id)) found.push(row);
      seen.add(row.id);
    }
  }
  return found;
}

const toMerge = ({ id, title, into, found, actor, reason, at }: Alias): Merge => ({
  ...{ id, title, into, found, actor, reason },
  at: new Date(at).toISOString(),
});

/** What people merged, as it is asked for. */
export function readAliases({ reads: q, tables: t }: Database) {
  return {
    async merge(id: string): Promise<Merge | null> {
      const row = isKeepable(id) ? await aliasOf(q, t, id) : null;
      return row && toMerge(row);
    },
    async mergesInto(topic: string): Promise<Merge[]> {
      if (!isKeepable(topic)) return [];
      const rows = await aliasesInto(q, t, topic);
      return rows.map(toMerge).sort((a, b) => byCodePoint(a.id, b.id));
    },
    async mergedHomes(ids: readonly string[]): Promise<Map<string, string>> {
      const homes = new Map<string, string>();
      for (let from = 0; from < ids.length; from += MANY) {
        const some = inArray(t.topicAliases.id, ids.slice(from, from + MANY));
        const rows = await q.select({ id: t.topicAliases.id }).from(t.topicAliases).where(some);
        for (const { id } of rows) homes.set(id, await homeTopic(q, t, id));
      }
      return homes;
    },
    async cameAs(topic: string): Promise<Map<string, string>> {
      const rows = isKeepable(topic)
        ? await q
            .select({ id: t.documents.id, named: t.documents.named })
            .from(t.documents)
            .where(and(eq(t.documents.topicId, topic), isNotNull(t.documents.named)))
        : [];
      return new Map(rows.flatMap(({ id, named }) => (named === null ? [] : [[id, named]])));
    },
  };
}
