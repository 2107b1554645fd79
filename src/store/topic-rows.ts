import { eq, max, sql } from 'drizzle-orm';
import { topicCreated } from '../change/note-changes.ts';
import { capital } from '../letters.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { perConnection } from './prepared.ts';
import { key } from './rows.ts';
import type { Tables } from './tables.ts';

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
    topic: q
      .select({ id: t.topics.id })
      .from(t.topics)
      .where(eq(t.topics.id, id))
      .limit(1)
      .prepare('entry_topic'),
    outletInTopic: q
      .select({ id: t.documents.id })
      .from(t.documents)
      .where(sql`${t.documents.topicId} = ${topic} and ${t.documents.outletId} = ${id}`)
      .limit(1)
      .prepare('entry_outlet_in_topic'),
    lastDirty: q
      .select({ dirty: max(t.topics.dirty) })
      .from(t.topics)
      .prepare('entry_last_dirty'),
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

/** The last place in the queue of topics to reconcile. */
export async function nextDirty(q: Queries, t: Tables): Promise<number> {
  const [row] = await statements(q, t).lastDirty.execute();
  return (row?.dirty ?? 0) + 1;
}

export const newTopic = (id: string, title: string, sample: boolean, at: number) => ({
  ...{ id, title, sample, documents: 0, outlets: 0, claims: 0, groups: 0, conflicts: 0, checks: 0 },
  ...{ updatedAt: at, changedAt: at, version: 0, revision: 0, reconciled: 0, dirty: null },
});

interface Counted {
  topicId: string;
  outletId: string;
  claims: number;
}

/** Counts a document in (`sign` 1) or out (-1) of its topic, and marks the topic as dirty. */
export async function changeCount(
  q: Queries,
  t: Tables,
  sign: 1 | -1,
  { topicId, outletId, claims }: Counted,
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

/** Makes a topic be reconciled, though none of its documents came or went. */
export async function touch(q: Queries, t: Tables, id: string, at: number): Promise<void> {
  const dirty = await nextDirty(q, t);
  await statements(q, t).touch.execute({ topic: id, documents: 0, claims: 0, outlets: 0, dirty, at });
}
