import { and, eq, inArray, isNull } from 'drizzle-orm';
import { topicCreated } from '../change/note-changes.ts';
import { UNSORTED } from '../document/read-document.ts';
import { CrosscheckError } from '../errors.ts';
import type { Said } from '../topic/merge.ts';
import { type Alias, aliasesInto, aliasOf, homeTopic, readAliases } from './aliases.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import type { MergeStore, Split } from './merge-store.ts';
import { dropTopic, founderIn, moveOne } from './moving.ts';
import { isKeepable, key, toMilliseconds } from './rows.ts';
import type { Tables } from './tables.ts';
import { ensureTopic, newTopic, nextDirty, touch } from './topic-rows.ts';

const refuse = (path: string, message: string): never => {
  throw new CrosscheckError('invalid-body', message, { errors: [{ path, message }] });
};

async function topicRow(q: Queries, t: Tables, id: string) {
  const [row] = await q.select().from(t.topics).where(eq(t.topics.id, id)).limit(1);
  return row ?? null;
}

/** The documents of a topic, with the names that they came in under, and those that they are under by now. */
async function namesIn(q: Queries, t: Tables, topic: string) {
  const { documents: d, documentPlaces: p, traits } = t;
  const rows = await q
    .select({ id: d.id, named: d.named, put: p.topicId, found: traits.documentId })
    .from(d)
    .leftJoin(p, eq(p.documentId, d.id))
    .leftJoin(traits, eq(traits.documentId, d.id))
    .where(eq(d.topicId, topic));
  return rows.map(({ id, named, put, found }) => {
    const came = named ?? topic;
    return { id, came, name: put ?? came, isFound: found !== null };
  });
}

const INVENTED = 'One of the two ships with the project, and its outlets are invented: they stay apart.';

const takeBack = (home: string, id: string): string =>
  `PATCH /v1/topics/${encodeURIComponent(home)} with {"unmerge": ${JSON.stringify(id)}}, or crosscheck topics unmerge`;

/** @throws CrosscheckError 'invalid-body' when a topic of this id was merged: it is no name for another one */
export async function checkFree(q: Queries, t: Tables, id: string): Promise<void> {
  const kept = await aliasOf(q, t, id);
  if (kept === null) return;
  const home = await homeTopic(q, t, id);
  const where = `"${id}" was merged into "${home}", and documents that name it go there.`;
  refuse('id', `${where} To have it as a topic of its own again: ${takeBack(home, id)}.`);
}

/** What a topic was merged into before says whether it is there already. */
async function isMerged(q: Queries, t: Tables, kept: Alias, home: string): Promise<boolean> {
  const there = await homeTopic(q, t, kept.id);
  if (there === home) return true;
  return refuse(
    'mergeInto',
    `"${kept.id}" was merged into "${kept.into}" by ${kept.actor}. Take that back first: ${takeBack(there, kept.id)}.`,
  );
}

/** The two topics, where one may be put into the other. @throws CrosscheckError */
async function checkMerge(q: Queries, t: Tables, from: string, into: string, home: string) {
  if (from === into) refuse('mergeInto', 'It is this topic itself.');
  if (home === from) {
    const back = `Take that back (${takeBack(from, into)}), and then merge this one into it.`;
    refuse('mergeInto', `"${into}" was merged into this topic. To keep its name: ${back}`);
  }
  const [topic, target] = [await topicRow(q, t, from), await topicRow(q, t, home)];
  if (topic === null) throw new CrosscheckError('not-found', `There is no topic "${from}".`);
  if (target === null || from === UNSORTED || home === UNSORTED)
    return refuse('mergeInto', `There is no topic "${into}".`);
  if ((await founderIn(q, t, home)) !== null)
    refuse('mergeInto', `"${home}" was found for its articles. Merge it into "${from}" instead.`);
  if (topic.sample !== target.sample) refuse('mergeInto', INVENTED);
  return topic;
}

function mergeTopic(database: Database, from: string, into: string, said: Said): Promise<boolean> {
  const { tables: t } = database;
  const at = toMilliseconds(said.at, 'at');
  return database.write(async (q) => {
    const named = await aliasOf(q, t, into);
    const home = await homeTopic(q, t, into);
    const kept = await aliasOf(q, t, from);
    if (kept !== null && (await isMerged(q, t, kept, home))) return false;
    const { title, sample, version, revision } = await checkMerge(q, t, from, into, home);
    const found = (await founderIn(q, t, from)) !== null;
    for (const { id, came, isFound } of await namesIn(q, t, from)) {
      const move = { document: id, from, to: home, ...(isFound ? {} : { came }) };
      await moveOne(database, q, move, at);
    }
    await q
      .update(t.pastEntries)
      .set({ named: from })
      .where(and(eq(t.pastEntries.topicId, from), isNull(t.pastEntries.named)));
    await dropTopic(database, q, from, home, at);
    const actor = key(said.actor, 'actor');
    const { reason } = said;
    // A found topic leads on itself, and its id can change: what is put there goes where that was put.
    const target = named?.found ? home : into;
    const row = { id: from, into: target, title, sample, version, revision, found, actor, reason, at };
    await database.insert(q, 'topicAliases', [row]);
    return true;
  });
}

/** Makes a topic that was merged anew. Its numbers go on, so that nobody takes it for what it was before. */
async function restore(database: Database, q: Queries, kept: Alias, at: number): Promise<void> {
  const { tables: t } = database;
  const { id, title, sample, version, revision } = kept;
  const counts = { version, revision: revision + 1, dirty: await nextDirty(q, t) };
  await database.insert(q, 'topics', [{ ...newTopic(id, title, sample, at), ...counts }]);
  await noteChanges(database, q, at, topicCreated(id, title));
}

function unmergeTopic(database: Database, id: string, at: number): Promise<string | null> {
  const { tables: t } = database;
  return database.write(async (q) => {
    const kept = await aliasOf(q, t, id);
    if (kept === null) return null;
    const home = await homeTopic(q, t, id);
    const names = new Set([id, ...(await aliasesInto(q, t, id)).map((alias) => alias.id)]);
    const inside = await namesIn(q, t, home);
    const back = inside.filter(({ name, isFound }) => !isFound && names.has(name));
    await q.delete(t.topicAliases).where(eq(t.topicAliases.id, id));
    await touch(q, t, home, at);
    // What was found for its articles is sorted anew, maybe under another id.
    if (kept.found && back.length === 0) return home;
    await restore(database, q, kept, at);
    for (const { id: document, came } of back)
      await moveOne(database, q, { document, from: home, to: id, came }, at);
    const past = and(eq(t.pastEntries.topicId, home), inArray(t.pastEntries.named, [...names]));
    await q.update(t.pastEntries).set({ topicId: id }).where(past);
    const own = and(eq(t.pastEntries.topicId, id), eq(t.pastEntries.named, id));
    await q.update(t.pastEntries).set({ named: null }).where(own);
    return home;
  });
}

/** "talks" → "talks-2", or the next number that nobody uses. */
async function freeId(q: Queries, t: Tables, from: string): Promise<{ id: string; number: number }> {
  for (let number = 2; ; number += 1) {
    const id = `${from}-${number}`;
    const isTaken = (await topicRow(q, t, id)) !== null || (await aliasOf(q, t, id)) !== null;
    if (!isTaken) return { id, number };
  }
}

/** The topic that documents are to be put under, made where it is not there. @throws CrosscheckError */
async function splitTarget(database: Database, q: Queries, { from, into }: Split, at: number) {
  const { tables: t } = database;
  const topic = await topicRow(q, t, from);
  if (topic === null) throw new CrosscheckError('not-found', `There is no topic "${from}".`);
  if (into === undefined) {
    const { id, number } = await freeId(q, t, from);
    await ensureTopic(database, q, id, `${topic.title} (${number})`, at);
    if (topic.sample) await q.update(t.topics).set({ sample: true }).where(eq(t.topics.id, id));
    return id;
  }
  if (into === from) refuse('splitInto', 'It is this topic itself.');
  if (into === UNSORTED) refuse('splitInto', 'This name is kept for articles whose topic is to be found.');
  const kept = await aliasOf(q, t, into);
  if (kept !== null) refuse('splitInto', `"${into}" was merged into "${await homeTopic(q, t, into)}".`);
  if ((await founderIn(q, t, into)) !== null)
    refuse('splitInto', `"${into}" was found for its articles: nothing else is put there.`);
  await ensureTopic(database, q, key(into, 'splitInto'), undefined, at);
  const target = await topicRow(q, t, into);
  if (target?.documents === 0 && topic.sample)
    await q.update(t.topics).set({ sample: true }).where(eq(t.topics.id, into));
  else if (target?.sample !== topic.sample) refuse('splitInto', INVENTED);
  return into;
}

type Named = Awaited<ReturnType<typeof namesIn>>[number];

/** Those of the documents of a topic that are wanted elsewhere. @throws CrosscheckError when they are not to be had */
function chosenOf(all: readonly Named[], documents: readonly string[]): Named[] {
  const here = new Map(all.map((one) => [one.id, one]));
  const chosen = [...new Set(documents)].map((document) => {
    const one = here.get(document);
    if (!one) return refuse('split', `"${document}" is no document of this topic.`);
    const why = 'is here because the topic that was found for it was merged into this one';
    return one.isFound ? refuse('split', `"${document}" ${why}. Take that back first.`) : one;
  });
  if (chosen.length === 0 || chosen.length === all.length)
    refuse('split', 'Name some of its documents, and leave some.');
  return chosen;
}

function splitTopic(database: Database, split: Split, said: Said): Promise<string> {
  const at = toMilliseconds(said.at, 'at');
  const { from } = split;
  const { actor, reason } = said;
  return database.write(async (q) => {
    const to = await splitTarget(database, q, split, at);
    for (const { id: document, came } of chosenOf(await namesIn(q, database.tables, from), split.documents)) {
      const place = { documentId: document, topicId: to, actor: key(actor, 'actor'), reason, at };
      await database.upsert(q, 'documentPlaces', [place]);
      await moveOne(database, q, { document, from, to, came }, at);
    }
    return to;
  });
}

/** What people do to whole topics, in a database. */
export function mergeStore(database: Database, now: () => number): MergeStore {
  return {
    ...readAliases(database),
    mergeTopic: async (from, into, said) => mergeTopic(database, from, into, said),
    unmergeTopic: async (id) => (isKeepable(id) ? unmergeTopic(database, id, now()) : null),
    splitTopic: async (split, said) => splitTopic(database, split, said),
  };
}
