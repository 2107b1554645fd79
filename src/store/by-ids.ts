import { inArray } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { fromBody, isKeepable } from './rows.ts';
import type { Tables } from './tables.ts';

/** Ids in one query: engines allow some thousands. */
const MANY = 400;

/** The rows of these ids in the order asked for, each once; ids that are not there are left out. */
export async function bodiesById<T>(
  q: Queries,
  table: Tables['documents'],
  ids: readonly string[],
): Promise<T[]> {
  const wanted = [...new Set(ids)].filter(isKeepable);
  const found = new Map<string, T>();
  for (let from = 0; from < wanted.length; from += MANY) {
    const rows = await q
      .select({ id: table.id, body: table.body })
      .from(table)
      .where(inArray(table.id, wanted.slice(from, from + MANY)));
    for (const row of rows) found.set(row.id, fromBody<T>(row));
  }
  return wanted.flatMap((id) => found.get(id) ?? []);
}
