import type { Context } from 'hono';
import type { Review } from '../review/review.ts';
import type { Page, PageRequest } from '../store/store.ts';
import { type Feed, feedItem, newestFirst } from '../view/feed.ts';
import { plainText } from '../view/plain-text.ts';
import type { FindingView } from '../view/slim.ts';
import { baseUrl } from './base-url.ts';
import type { Env } from './services.ts';

/** Of so many of the most severe discrepancies, so many of the newest. */
const LIMITS = { read: 500, shown: 100 } as const;

/** When each finding was last judged, by its claims. */
function reviewTimes(reviews: readonly Review[]): ReadonlyMap<string, string> {
  const judged = reviews.filter((review) => 'claims' in review);
  return new Map(judged.map((review) => [[...review.claims].sort().join(' '), review.at]));
}

/** What a feed is made of. */
interface FeedSource {
  /** Findings with their claims. */
  read: (page: PageRequest) => Promise<Page<FindingView>>;
  /** The topic that they are of; null: of all topics. */
  topic: { id: string; title: string } | null;
  /** Where the feed stands on this server. */
  address: string;
}

/** Discrepancies as entries of a feed, the newest first. */
export async function makeFeed(c: Context<Env>, { read, topic, address }: FeedSource): Promise<Feed> {
  const base = baseUrl(c);
  const { data } = await read({ limit: LIMITS.read });
  const reviewedAt = reviewTimes(await c.get('services').store.reviews({ topic: topic?.id }));
  const items = data
    .map((each) => feedItem(each, base, reviewedAt.get([...each.claims].sort().join(' ')) ?? null))
    .sort(newestFirst)
    .slice(0, LIMITS.shown);
  return {
    id: topic ? `urn:crosscheck:topic:${encodeURIComponent(topic.id)}` : 'urn:crosscheck:discrepancies',
    title: topic ? `Discrepancies: ${plainText(topic.title)}` : 'Discrepancies of all topics',
    description: 'Statements that cannot all hold, or need a look. It does not say who is right.',
    page: `${base}${topic ? `/topics/${encodeURIComponent(topic.id)}` : '/'}`,
    self: `${base}${address}`,
    updatedAt: items[0]?.modifiedAt ?? '1970-01-01T00:00:00Z',
    items,
  };
}
