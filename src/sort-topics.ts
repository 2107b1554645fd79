/**
 * Sort topics: which story each document is of whose topic nobody gave.
 *
 *   takes  a store whose documents came in, went or were judged
 *   gives  the same topics as if all its documents had been sorted at once
 *   never  looks at more than the stories that a change can touch
 */
import type { SortedDocument } from './store/sorting-store.ts';
import type { Store } from './store/store.ts';
import { findTopics, type Tie } from './topic/find-topics.ts';
import { areLinked, keysOf, toStory } from './topic/link.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

const DAY = 86_400_000;
/** Somebody else may sort at the same time; who comes too late looks again. */
const ROUNDS = 5;

/** What people said of pairs of documents, in the order in which they said it. */
async function readTies(store: Store): Promise<Tie[]> {
  const reviews = await store.reviews({ of: 'documents' });
  return reviews.flatMap((review) =>
    review.kind === 'same' || review.kind === 'not-same'
      ? [{ documents: review.pair, together: review.kind === 'same' }]
      : [],
  );
}

/** Everything that the unsettled documents can grow together with, with all the topics that it is in. */
async function gather(
  store: Store,
  unsettled: readonly SortedDocument[],
  ties: readonly Tie[],
  { rules }: Vocabulary,
): Promise<SortedDocument[]> {
  const known = new Map(unsettled.map((one) => [one.traits.document, one]));
  const topics = new Set<string>();
  const documents = new Set<string>();
  for (const { traits } of unsettled) {
    const story = toStory(traits);
    const reach = rules.topics.windowDays * DAY;
    const near = await store.documentsNear(
      keysOf(traits),
      story.publishedAt - reach,
      story.publishedAt + reach,
    );
    for (const other of near) {
      if (!known.has(other.traits.document) && areLinked(story, toStory(other.traits), rules.topics))
        topics.add(other.topic);
    }
  }
  const tied = (): string[] =>
    ties.flatMap(({ documents: [a, b] }) => (known.has(a) === known.has(b) ? [] : [known.has(a) ? b : a]));
  for (let grows = true; grows; ) {
    for (const document of tied()) documents.add(document);
    const found = await store.sortedDocuments([...topics], [...documents]);
    const more = found.filter(({ traits }) => !known.has(traits.document));
    for (const one of more) {
      known.set(one.traits.document, one);
      topics.add(one.topic);
    }
    grows = more.length > 0;
  }
  return [...known.values()];
}

/**
 * Puts every document whose topic is found where it belongs: new ones, and those of topics that changed. Answers the
 * topics that documents went to or from. Any order of arrival, in any portions, gives the same topics.
 */
export async function sortTopics(store: Store, vocabulary: Vocabulary): Promise<Set<string>> {
  const touched = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const unsettled = await store.unsettledDocuments();
    if (unsettled.length === 0) break;
    const ties = await readTies(store);
    const documents = await gather(store, unsettled, ties, vocabulary);
    const from = new Map(documents.map(({ traits, topic }) => [traits.document, topic]));
    const topics = findTopics(
      documents.map(({ traits }) => traits),
      ties,
      vocabulary.rules.topics,
    );
    const moves = topics.flatMap(({ id, documents: members }) =>
      members.flatMap((document) => {
        const now = from.get(document);
        return now === undefined || now === id ? [] : [{ document, from: now, to: id }];
      }),
    );
    if (moves.length === 0) break;
    const titles = new Map(topics.map(({ id, title }) => [id, title]));
    for (const move of moves) touched.add(move.from).add(move.to);
    if ((await store.moveDocuments(moves, titles)) === moves.length) break;
  }
  return touched;
}
