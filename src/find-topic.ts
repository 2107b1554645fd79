/**
 * Find topic: which of the stories that are there a text tells.
 *
 *   takes  what was read in a text, and a store
 *   gives  the topic that most of its articles are linked with, by the same rule as among articles; or none
 *   never  writes, or goes by the likeness of headlines
 */
import type { Claim } from './claim/claim.ts';
import type { Document } from './document/document.ts';
import { byCodePoint } from './identity.ts';
import { type Extraction, extract } from './pipeline.ts';
import type { Store } from './store/store.ts';
import { areLinked, keysOf, type Story, toStory } from './topic/link.ts';
import { traitsOf } from './topic/traits.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

const DAY = 86_400_000;
/** Bounds of the look around among topics that people gave: their articles have to be read once more. */
const LIMITS = { predicates: 8, claims: 200, topics: 4, articles: 4 } as const;

const best = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([x, a], [y, b]) => b - a || byCodePoint(x, y)).map(([topic]) => topic);

const countUp = (counts: Map<string, number>, topic: string): void => {
  counts.set(topic, (counts.get(topic) ?? 0) + 1);
};

/** Topics that were found for their articles: the traits of these are kept. */
async function amongFound(story: Story, store: Store, vocabulary: Vocabulary): Promise<string[]> {
  const reach = vocabulary.rules.topics.windowDays * DAY;
  const near = await store.documentsNear(
    keysOf(story.traits),
    story.publishedAt - reach,
    story.publishedAt + reach,
  );
  const counts = new Map<string, number>();
  for (const { traits, topic } of near)
    if (areLinked(story, toStory(traits), vocabulary.rules.topics)) countUp(counts, topic);
  return best(counts);
}

/** Topics with claims of the same acts at that time; those that share a place or a figure count double. */
async function candidates(
  claims: readonly Claim[],
  story: Story,
  store: Store,
  days: number,
): Promise<string[]> {
  const own = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { id } = claim.predicate;
    if (id !== null) own.set(id, [...(own.get(id) ?? []), claim]);
  }
  const counts = new Map<string, number>();
  const at = (time: number) => new Date(time).toISOString();
  for (const [predicate, mine] of [...own].slice(0, LIMITS.predicates)) {
    const { data } = await store.claims(
      { predicate, from: at(story.publishedAt - days * DAY), to: at(story.publishedAt + days * DAY) },
      { limit: LIMITS.claims },
    );
    for (const claim of data) {
      countUp(counts, claim.topic);
      if (mine.some((each) => isNear(each, claim))) countUp(counts, claim.topic);
    }
  }
  return best(counts).slice(0, LIMITS.topics);
}

const isNear = (a: Claim, b: Claim): boolean =>
  (a.scope.place !== null && a.scope.place === b.scope.place) ||
  (a.value.nominal !== null && a.value.nominal === b.value.nominal);

function storyOf(document: Document, vocabulary: Vocabulary): Story {
  const { id, outlet, publishedAt, zone, title, text } = document;
  const read = extract({ id, outlet, publishedAt, zone, title, text }, vocabulary);
  return toStory(traitsOf(read.document, read.mentions, read.claims, vocabulary));
}

/** Topics whose names people gave: a few of their articles are read again. */
async function amongGiven(claims: readonly Claim[], story: Story, store: Store, vocabulary: Vocabulary) {
  const { windowDays } = vocabulary.rules.topics;
  const counts = new Map<string, number>();
  for (const topic of await candidates(claims, story, store, windowDays)) {
    const { data } = await store.documents({ topic }, { limit: LIMITS.articles });
    for (const document of data)
      if (areLinked(story, storyOf(document, vocabulary), vocabulary.rules.topics)) countUp(counts, topic);
  }
  return best(counts);
}

/** The topic that a text belongs to; null when it is linked with none. */
export async function findTopicOf(
  { document, mentions, claims }: Extraction,
  store: Store,
  vocabulary: Vocabulary,
): Promise<string | null> {
  const story = toStory(traitsOf(document, mentions, claims, vocabulary));
  const [found] = await amongFound(story, store, vocabulary);
  if (found !== undefined) return found;
  const [given] = await amongGiven(claims, story, store, vocabulary);
  return given ?? null;
}
