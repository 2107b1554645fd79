import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { perConnection } from './prepared.ts';
import { isKeepable } from './rows.ts';
import type { Tables } from './tables.ts';

const statements = perConnection((q: Queries, t: Tables) => {
  const waiting = isNotNull(t.topics.dirty);
  return {
    all: q
      .select({ id: t.topics.id })
      .from(t.topics)
      .where(waiting)
      .orderBy(asc(t.topics.dirty))
      .prepare('dirty_topics'),
    one: q
      .select({ place: t.topics.dirty })
      .from(t.topics)
      .where(and(eq(t.topics.id, sql.placeholder('id')), waiting))
      .prepare('dirty_topic'),
  };
});

/** As many that are asked for by their ids cost no more than to go through all that wait. */
const FEW = 100;

/** Topics that wait to be reconciled, in the order in which they came to: all, or those among some. */
export async function dirtyTopics(q: Queries, t: Tables, among?: ReadonlySet<string>): Promise<string[]> {
  const run = statements(q, t);
  if (!among || among.size > FEW) {
    const ids = (await run.all.execute()).map((row) => row.id);
    return among ? ids.filter((id) => among.has(id)) : ids;
  }
  const found: { id: string; place: number }[] = [];
  for (const id of among) {
    const [row] = isKeepable(id) ? await run.one.execute({ id }) : [];
    if (row?.place != null) found.push({ id, place: row.place });
  }
  return found.sort((a, b) => a.place - b.place).map(({ id }) => id);
}
