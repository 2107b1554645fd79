/**
 * Check text: a draft against a store.
 *
 *   takes  a draft, a store, the vocabulary and the time
 *   gives  how each of its figures stands to the topic that was given, or that was found for it
 *   never  writes
 */
import type { CheckedFigure, CheckView, DraftInput, Standing } from './check/check.ts';
import { type Against, checkDraft } from './check/check-draft.ts';
import type { Claim } from './claim/claim.ts';
import { CrosscheckError } from './errors.ts';
import { findTopicOf } from './find-topic.ts';
import { contentId } from './identity.ts';
import { type Extraction, extract } from './pipeline.ts';
import type { Store } from './store/store.ts';
import { topicNow } from './store/topic-now.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

const DAY = 86_400_000;
/** An article of today belongs to a story whose last article is no older; otherwise it is read as one of its time. */
const LIVE_DAYS = 3;
/** The most claims of a topic that a draft is held against: they are worked out anew for it. */
const MOST_CLAIMS = 20_000;

interface World {
  store: Store;
  vocabulary: Vocabulary;
  now: Date;
}

async function timeOf(draft: DraftInput, { store, now }: World): Promise<string> {
  if (draft.publishedAt !== undefined) return draft.publishedAt;
  if (draft.topic === undefined) return now.toISOString();
  const [last] = (await store.documents({ topic: draft.topic }, { limit: 1 })).data;
  const isLive = !last || now.getTime() - Date.parse(last.publishedAt) < LIVE_DAYS * DAY;
  return isLive ? now.toISOString() : last.publishedAt;
}

/** The claims that matter when there are too many: of what the draft speaks of, the newest. */
function fewer(claims: readonly Claim[], draft: Extraction): readonly Claim[] {
  if (claims.length <= MOST_CLAIMS) return claims;
  const predicates = new Set(draft.claims.map((claim) => claim.predicate.id));
  return claims
    .filter((claim) => predicates.has(claim.predicate.id))
    .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
    .slice(0, MOST_CLAIMS);
}

async function readTopic(topic: string, draft: Extraction, store: Store) {
  const [input, consensus] = [await store.topicInput(topic), await store.consensus(topic)];
  if (!input) return { against: null, truncated: false };
  const claims = fewer(input.claims, draft);
  const against: Against = { topic, documents: input.documents, claims, reviews: input.reviews, consensus };
  return { against, truncated: claims.length < input.claims.length };
}

function count(figures: readonly CheckedFigure[]): CheckView['counts'] {
  const counts: Partial<Record<Standing, number>> = {};
  for (const { verdict } of figures) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

/**
 * Checks a draft and stores nothing.
 * @throws CrosscheckError `not-found` when the topic that is given is not there
 */
export async function checkText(given: DraftInput, world: World): Promise<CheckView> {
  const { store, vocabulary } = world;
  const named = given.topic === undefined ? undefined : await topicNow(store, given.topic);
  if (named === null) throw new CrosscheckError('not-found', `There is no topic "${given.topic}".`);
  const input = named === undefined ? given : { ...given, topic: named };
  const publishedAt = await timeOf(input, world);
  const { text, title, zone } = input;
  const draft = extract(
    {
      // An id that no stored document has, though the draft may repeat one word for word.
      id: contentId('draft', text, publishedAt),
      outlet: input.outlet ?? 'Draft',
      publishedAt,
      text,
      ...(input.topic === undefined ? {} : { topic: input.topic }),
      ...(title === undefined ? {} : { title }),
      ...(zone === undefined ? {} : { zone }),
    },
    vocabulary,
  );
  const topic = input.topic ?? (await findTopicOf(draft, store, vocabulary));
  const { against, truncated } =
    topic === null ? { against: null, truncated: false } : await readTopic(topic, draft, store);
  const figures = checkDraft(draft, against, vocabulary);
  return {
    topic,
    topicBasis: input.topic !== undefined ? 'given' : topic === null ? 'none' : 'found',
    publishedAt: draft.document.publishedAt,
    data: figures,
    next: null,
    counts: count(figures),
    truncated,
  };
}
