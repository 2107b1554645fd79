import type { Context } from 'hono';
import type { Review } from '../../review/review.ts';
import type { Store } from '../../store/store.ts';
import { type Feed, type FeedFormat, feedItem, newestFirst } from '../../view/feed.ts';
import { FEEDS } from '../../view/feeds/index.ts';
import { plainText } from '../../view/plain-text.ts';
import { baseUrl } from '../base-url.ts';
import { topicParam } from '../filters.ts';
import { sendText } from '../guards/etag.ts';
import { defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import type { Env } from '../services.ts';
import { withStoredClaims } from './findings.ts';
import { noTopic } from './topics.ts';

/** Of so many of the most severe discrepancies, so many of the newest. */
const LIMITS = { read: 500, shown: 100 } as const;

/** When each finding was last judged, by its claims. */
function reviewTimes(reviews: readonly Review[]): ReadonlyMap<string, string> {
  const judged = reviews.filter((review) => 'claims' in review);
  return new Map(judged.map((review) => [[...review.claims].sort().join(' '), review.at]));
}

async function makeFeed(
  c: Context<Env>,
  format: FeedFormat,
  topic?: { id: string; title: string },
): Promise<Feed> {
  const { store } = c.get('services');
  const base = baseUrl(c);
  const { data } = await store.findings(
    { topic: topic?.id, tiers: ['conflict', 'check'] },
    { limit: LIMITS.read },
  );
  const [findings, reviewedAt] = await readAll(store, data, topic?.id);
  const items = findings
    .map((each) => feedItem(each, base, reviewedAt.get([...each.claims].sort().join(' ')) ?? null))
    .sort(newestFirst)
    .slice(0, LIMITS.shown);
  const path = topic ? `/topics/${encodeURIComponent(topic.id)}` : '';
  return {
    id: topic ? `urn:crosscheck:topic:${encodeURIComponent(topic.id)}` : 'urn:crosscheck:discrepancies',
    title: topic ? `Discrepancies: ${plainText(topic.title)}` : 'Discrepancies of all topics',
    description: 'Statements that cannot all hold, or need a look. It does not say who is right.',
    page: `${base}${path || '/'}`,
    self: `${base}/v1${path}/${format.name}`,
    updatedAt: items[0]?.modifiedAt ?? '1970-01-01T00:00:00Z',
    items,
  };
}

const readAll = async (
  store: Store,
  data: Parameters<typeof withStoredClaims>[1],
  topic: string | undefined,
) => [await withStoredClaims(store, data), reviewTimes(await store.reviews({ topic }))] as const;

const NAMES = { 'feed.json': 'JsonFeed', 'atom.xml': 'AtomFeed', 'rss.xml': 'RssFeed' } as const;
const TITLES = { 'feed.json': 'JSON Feed 1.1', 'atom.xml': 'Atom', 'rss.xml': 'RSS 2.0' } as const;
const DESCRIPTION =
  'The newest hundred discrepancies of the tiers conflict and check. The id of an entry stays; its date of change moves when somebody reviews it.';

const described = ({ name, type }: FeedFormat) => ({
  200: {
    description: 'The feed.',
    content: {
      [type]: { schema: name === 'feed.json' ? { type: 'object' as const } : { type: 'string' as const } },
    },
  },
});

/** A feed of all topics, in one syntax. */
const feedOfAll = (format: FeedFormat) =>
  defineRoute(
    {
      method: 'get',
      path: `/v1/${format.name}`,
      operationId: `get${NAMES[format.name]}`,
      tags: ['Discrepancies'],
      summary: `Discrepancies of all topics as ${TITLES[format.name]}`,
      description: DESCRIPTION,
      request: { query: query({}) },
      responses: { ...described(format), 304: FAILURES[304], 400: FAILURES[400], 500: FAILURES[500] },
    },
    async (c) =>
      sendText(c, format.write(await makeFeed(c, format)), `${format.type}; charset=utf-8`) as never,
  );

/** A feed of one topic, in one syntax. */
const feedOfTopic = (format: FeedFormat) =>
  defineRoute(
    {
      method: 'get',
      path: `/v1/topics/{topic}/${format.name}`,
      operationId: `getTopic${NAMES[format.name]}`,
      tags: ['Topics'],
      summary: `Discrepancies of a topic as ${TITLES[format.name]}`,
      description: DESCRIPTION,
      request: { params: topicParam, query: query({}) },
      responses: { ...described(format), ...FAILURES_OF_ONE },
    },
    async (c) => {
      const { topic: id } = c.req.valid('param') as { topic: string };
      const topic = await c.get('services').store.topic(id);
      if (topic === null) throw noTopic(id);
      const feed = await makeFeed(c, format, topic);
      return sendText(c, format.write(feed), `${format.type}; charset=utf-8`) as never;
    },
  );

export const feeds = FEEDS.flatMap((format) => [feedOfAll(format), feedOfTopic(format)]);
