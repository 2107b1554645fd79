/**
 * Sort topics: which story each document is of whose topic nobody gave.
 *
 *   takes  a store whose documents came in, went or were judged
 *   gives  the same topics as if all its documents had been sorted at once
 *   never  looks at more than the stories that a change can touch
 */
import type { SortedDocument } from './store/sorting-store.ts';
import type { Store } from './store/store.ts';
import { type FoundTopic, findTopics, foundedBy, foundsFirst, type Tie } from './topic/find-topics.ts';
import { areLinked, keysOf, toStory } from './topic/link.ts';
import type { Traits } from './topic/traits.ts';
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
 * Topics that were found, under the ids that people merged them into. A topic goes where the one was put that the first
 * of its documents founded of which any was; its own id follows from its documents and can change.
 */
async function afterMerges(
  store: Store,
  topics: readonly FoundTopic[],
  traits: readonly Traits[],
): Promise<FoundTopic[]> {
  const homes = await store.mergedHomes(traits.map(({ document }) => foundedBy(document)));
  if (homes.size === 0) return [...topics];
  const rank = new Map([...traits].sort(foundsFirst).map(({ document }, place) => [document, place]));
  const placeOf = (document: string): number => rank.get(document) ?? 0;
  return topics.map((topic) => {
    const inOrder = [...topic.documents].sort((a, b) => placeOf(a) - placeOf(b));
    const home = inOrder.map((document) => homes.get(foundedBy(document))).find((id) => id !== undefined);
    return home === undefined ? topic : { ...topic, id: home };
  });
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
    const traits = documents.map((one) => one.traits);
    const found = findTopics(traits, ties, vocabulary.rules.topics);
    const topics = await afterMerges(store, found, traits);
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
