/**
 * Change topics: whole topics are merged, split and taken apart again.
 *
 *   takes  a store, a topic and what is to become of it, who wants it and why
 *   gives  the topic by then, which can have another id
 *   never  forgets how it was: what is merged can be taken back, and comes to what it was
 *
 * A topic that documents came with is merged by its name: the name leads on, for documents that are still to come too.
 * One that was found for its articles has no name that lasts: it is merged with another such by what people say of pairs
 * of its documents, and put under a name for good together with the document that founds it.
 */
import { joinFound, splitFound, wrong } from './judge-topics.ts';
import type { Split } from './store/merge-store.ts';
import type { Store } from './store/store.ts';
import { topicNow } from './store/topic-now.ts';
import { foundedBy } from './topic/find-topics.ts';
import type { Said } from './topic/merge.ts';

/** What has to be at hand. `settle` finds topics and reconciles all that changed. */
export interface TopicWorld {
  readonly store: Store;
  readonly settle: () => Promise<void>;
}

/** The topic by now, the one that was split off or taken out of it, and what was done in words; null for nothing. */
export interface TopicChange {
  readonly topic: string;
  readonly other: string | null;
  readonly did: string | null;
}

/** Whether a topic has its id from its articles, not from people. */
async function isFound(store: Store, id: string): Promise<boolean> {
  const found = await store.sortedDocuments([id], []);
  return found.some(({ traits }) => foundedBy(traits.document) === id);
}

const isThere = async (store: Store, id: string): Promise<boolean> => (await store.topic(id)) !== null;

/** The topic that an id leads to; itself where it leads nowhere. */
const leadOf = async (store: Store, id: string): Promise<string> => (await topicNow(store, id)) ?? id;

/** The topic that a document is in by now. */
const homeOf = async (store: Store, document: string): Promise<string> =>
  (await store.document(document))?.topic ?? '';

/**
 * Makes two topics one. The id of the second stays, unless that was found for its articles and the first was not: a
 * name outlives what is found. The same again changes nothing.
 * @throws CrosscheckError 'not-found' when there is no such topic, 'invalid-body' when it cannot be
 */
export async function mergeTopics(
  { store, settle }: TopicWorld,
  id: string,
  into: string,
  said: Said,
): Promise<TopicChange> {
  const target = await leadOf(store, into);
  const did = `merged into ${into}`;
  const [left, right] = [await isFound(store, id), await isFound(store, target)];
  if (left && right) {
    const document = await joinFound(store, id, target, said);
    await settle();
    return { topic: await homeOf(store, document), other: null, did };
  }
  const isTurned = right && (await isThere(store, id));
  const wasTurned = target === id && (await store.merge(into))?.found === true;
  const changed =
    !wasTurned && (await (isTurned ? store.mergeTopic(target, id, said) : store.mergeTopic(id, into, said)));
  if (changed) await settle();
  return { topic: await leadOf(store, id), other: null, did: changed ? did : null };
}

const splitOff = (documents: readonly string[], into: string): string =>
  `split off into ${into}: ${documents.join(', ')}`;

/** Whether documents are where they are to be put. */
async function areThere(store: Store, documents: readonly string[], topic: string): Promise<boolean> {
  for (const document of documents) if ((await homeOf(store, document)) !== topic) return false;
  return true;
}

/**
 * Puts some documents of a topic under another one: one that was found is split by what is said of pairs of them, any
 * other by where each is put for good. The same again with the name of the other topic changes nothing.
 * @throws CrosscheckError 'not-found' when there is no such topic, 'invalid-body' when it cannot be
 */
export async function splitTopic(
  { store, settle }: TopicWorld,
  { from, documents, into }: Split,
  said: Said,
): Promise<TopicChange> {
  if (await isFound(store, from)) {
    if (into !== undefined)
      throw wrong(
        'splitInto',
        'The topic was found for its articles, and so is the id of what is split off.',
      );
    const { stays, goes } = await splitFound(store, from, documents, said);
    await settle();
    const [topic, other] = [await homeOf(store, stays), await homeOf(store, goes)];
    return { topic, other, did: splitOff(documents, other) };
  }
  if (into !== undefined && into !== from && (await areThere(store, documents, into)))
    return { topic: from, other: into, did: null };
  const other = await store.splitTopic({ from, documents, into }, said);
  await settle();
  return { topic: from, other, did: splitOff(documents, other) };
}

/**
 * Takes the merge of a topic back, so that it is one of its own again. The same again changes nothing.
 * @throws CrosscheckError 'invalid-body' when it was not merged into this topic
 */
export async function unmergeTopic(
  { store, settle }: TopicWorld,
  id: string,
  merged: string,
): Promise<TopicChange> {
  if ((await store.merge(merged)) === null) {
    if (merged === id || !(await isThere(store, merged)))
      throw wrong('unmerge', `"${merged}" was not merged into this topic.`);
    return { topic: id, other: merged, did: null };
  }
  const home = await leadOf(store, merged);
  if (home !== id) throw wrong('unmerge', `"${merged}" was merged into "${home}", not into this topic.`);
  await store.unmergeTopic(merged);
  await settle();
  const other = await leadOf(store, merged);
  const own = other !== id && (await isThere(store, other)) ? other : null;
  return { topic: id, other: own, did: `no longer merged: ${merged}` };
}
