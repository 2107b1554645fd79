import type { Context } from 'hono';
import type { FeedFormat } from '../../view/feed.ts';
import { FEEDS } from '../../view/feeds/index.ts';
import { topicParam } from '../filters.ts';
import { withExtras } from '../finding-extras.ts';
import { sendText } from '../guards/etag.ts';
import { makeFeed } from '../make-feed.ts';
import { defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import type { Env } from '../services.ts';
import { noTopic } from './topics.ts';

/** The feed of what is open, of one topic or of all. */
async function feedOf(c: Context<Env>, format: FeedFormat, topic: { id: string; title: string } | null) {
  const { store } = c.get('services');
  const path = topic === null ? '' : `/topics/${encodeURIComponent(topic.id)}`;
  const feed = await makeFeed(c, {
    read: async (page) => {
      const { data, next } = await store.findings({ topic: topic?.id, tiers: ['conflict', 'check'] }, page);
      return { data: await withExtras(store, data, ['claims']), next };
    },
    topic,
    address: `/v1${path}/${format.name}`,
  });
  return sendText(c, format.write(feed), `${format.type}; charset=utf-8`) as never;
}

const NAMES = { 'feed.json': 'JsonFeed', 'atom.xml': 'AtomFeed', 'rss.xml': 'RssFeed' } as const;
const TITLES = { 'feed.json': 'JSON Feed 1.1', 'atom.xml': 'Atom', 'rss.xml': 'RSS 2.0' } as const;
const DESCRIPTION =
  'The newest hundred discrepancies of the tiers conflict and check. The id of an entry stays; its date of change moves when somebody reviews it. For a choice of your own ask a list of discrepancies for this type.';

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
    async (c) => feedOf(c, format, null),
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
      return feedOf(c, format, topic);
    },
  );

export const feeds = FEEDS.flatMap((format) => [feedOfAll(format), feedOfTopic(format)]);
