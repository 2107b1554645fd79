import { generateRssFeed } from 'feedsmith';
import type { FeedFormat } from '../feed.ts';
import { toHtml } from '../plain-text.ts';

/** Readers take a title for text or for HTML; without angle brackets it is the same for both. */
const asTitle = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');

/** RSS 2.0. A description is HTML by custom, so that a text stands in it escaped once more. */
export const rss: FeedFormat = {
  name: 'rss.xml',
  type: 'application/rss+xml',
  write: (feed) =>
    generateRssFeed({
      title: asTitle(feed.title),
      link: feed.page,
      description: asTitle(feed.description),
      language: 'en',
      lastBuildDate: new Date(feed.updatedAt),
      atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
      items: feed.items.map((item) => ({
        title: asTitle(item.title),
        link: item.url,
        description: item.lines.map((line) => `<p>${toHtml(line)}</p>`).join(''),
        guid: { value: item.id, isPermaLink: false },
        pubDate: new Date(item.publishedAt),
        categories: item.tags.map((name) => ({ name })),
      })),
    }),
};
