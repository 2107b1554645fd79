import { generateJsonFeed } from 'feedsmith';
import type { Feed, FeedFormat } from '../feed.ts';

/** jsonfeed.org, version 1.1. What it has no field for stands under `_crosscheck`. */
export const jsonFeed: FeedFormat = {
  name: 'feed.json',
  type: 'application/feed+json',
  write: (feed: Feed) => {
    const items = feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.lines.join('\n\n'),
      date_published: item.publishedAt,
      date_modified: item.modifiedAt,
      tags: [...item.tags],
      language: 'en',
    }));
    const { title, page, self, description } = feed;
    const written = generateJsonFeed({
      title,
      home_page_url: page,
      feed_url: self,
      description,
      language: 'en',
      items,
    }) as { items?: object[] };
    const own = written.items?.map((item, index) => ({ ...item, _crosscheck: feed.items[index]?.finding }));
    return JSON.stringify({ ...written, items: own ?? [] });
  },
};
