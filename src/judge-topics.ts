/**
 * Judge topics: what a person says of a whole topic that was found.
 *
 *   takes  a store, topics or documents of one, and who says it and why
 *   gives  judgements about pairs of documents, from which the same topics follow whenever they are sorted again
 *   never  moves a document itself
 */
import { CrosscheckError } from './errors.ts';
import { byCodePoint } from './identity.ts';
import { type ReviewInput, toReview } from './review/review.ts';
import type { Store } from './store/store.ts';
import type { Said } from './topic/merge.ts';

type Pair = readonly [string, string];
type Word = 'same' | 'not-same';

export const wrong = (path: string, message: string): CrosscheckError =>
  new CrosscheckError('invalid-body', message, { errors: [{ path, message }] });

/**
 * The documents of a topic that was found, sorted.
 * @throws CrosscheckError `invalid-body` when there is no such topic, or its documents named it themselves
 */
async function documentsOf(store: Store, id: string, path: string): Promise<string[]> {
  const topic = await store.topic(id);
  if (topic === null) throw wrong(path, `There is no topic "${id}".`);
  const found = await store.sortedDocuments([id], []);
  if (found.length === 0 || found.length !== topic.documents)
    throw wrong(path, `Articles of "${id}" came with this topic, so that it was not found for them.`);
  return found.map(({ traits }) => traits.document).sort(byCodePoint);
}

const nameOf = ([a, b]: Pair): string => (byCodePoint(a, b) < 0 ? `${a} ${b}` : `${b} ${a}`);

/** The pairs between two sides on which the last word is this one. */
async function saidAcross(
  store: Store,
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  word: Word,
): Promise<Pair[]> {
  const last = new Map<string, { pair: Pair; kind: Word }>();
  for (const review of await store.reviews({ of: 'documents' })) {
    if (review.kind !== 'same' && review.kind !== 'not-same') continue;
    const [a, b] = review.pair;
    if (left.has(a) && right.has(b)) last.set(nameOf([a, b]), { pair: [a, b], kind: review.kind });
    else if (left.has(b) && right.has(a)) last.set(nameOf([a, b]), { pair: [b, a], kind: review.kind });
  }
  return [...last.values()].flatMap(({ pair, kind }) => (kind === word ? [pair] : []));
}

/** Says one thing of many pairs, each once. Answers the ids of the reviews. */
async function say(store: Store, kind: Word, pairs: readonly Pair[], said: Said): Promise<void> {
  const { at, actor, reason } = said;
  for (const [a, b] of new Map(pairs.map((pair) => [nameOf(pair), pair])).values()) {
    const input: ReviewInput = { kind, of: 'documents', pair: [a, b], actor, reason };
    await store.addReview(toReview(input, at));
  }
}

/**
 * Says that two topics tell one story, and takes back what was said against it. Answers a document of it.
 * @throws CrosscheckError `invalid-body`
 */
export async function joinFound(store: Store, id: string, other: string, said: Said): Promise<string> {
  if (id === other) throw wrong('mergeInto', 'It is this topic itself.');
  const right = await documentsOf(store, other, 'mergeInto');
  const left = await documentsOf(store, id, 'mergeInto');
  const [a = '', b = ''] = [left[0], right[0]];
  const against = await saidAcross(store, new Set(left), new Set(right), 'not-same');
  await say(store, 'same', [[a, b], ...against], said);
  return b;
}

/** Each with the first: what is tied like this goes as one. */
const tied = ([first = '', ...rest]: readonly string[]): Pair[] => rest.map((one) => [first, one]);

/**
 * Says that some documents of a topic tell another story than the rest, and that each side tells one. Pairs across that
 * a person had joined are set apart, and with them whatever else they could touch. Answers a document of either side.
 * @throws CrosscheckError `invalid-body`
 */
export async function splitFound(
  store: Store,
  id: string,
  documents: readonly string[],
  said: Said,
): Promise<{ stays: string; goes: string }> {
  const all = await documentsOf(store, id, 'split');
  const [own, wanted] = [new Set(all), new Set(documents)];
  const strange = [...wanted].find((document) => !own.has(document));
  if (strange !== undefined) throw wrong('split', `"${strange}" is no document of this topic.`);
  const goes = all.filter((document) => wanted.has(document));
  const stays = all.filter((document) => !wanted.has(document));
  const [a, b] = [goes[0], stays[0]];
  if (a === undefined || b === undefined) throw wrong('split', 'Name some of its documents, and leave some.');
  const joined = await saidAcross(store, wanted, new Set(stays), 'same');
  const left = new Set([a, ...joined.map(([one]) => one)]);
  const right = new Set([b, ...joined.map(([, one]) => one)]);
  await say(store, 'same', [...tied(goes), ...tied(stays)], said);
  await say(
    store,
    'not-same',
    [...left].flatMap((one) => [...right].map((two): Pair => [one, two])),
    said,
  );
  return { stays: b, goes: a };
}
