import { generateAtomFeed } from 'feedsmith';
import type { FeedFormat } from '../feed.ts';

/** RFC 4287. All texts are of type "text": nothing in them is markup. */
export const atom: FeedFormat = {
  name: 'atom.xml',
  type: 'application/atom+xml',
  write: (feed) =>
    generateAtomFeed({
      id: feed.id,
      title: { value: feed.title, type: 'text' },
      subtitle: { value: feed.description, type: 'text' },
      updated: feed.updatedAt,
      authors: [{ name: 'Crosscheck' }],
      links: [
        { href: feed.self, rel: 'self', type: 'application/atom+xml' },
        { href: feed.page, rel: 'alternate', type: 'text/html' },
      ],
      entries: feed.items.map((item) => ({
        id: item.id,
        title: { value: item.title, type: 'text' },
        content: { value: item.lines.join('\n\n'), type: 'text' },
        published: item.publishedAt,
        updated: item.modifiedAt,
        links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
        categories: item.tags.map((term) => ({ term })),
      })),
    }),
};
