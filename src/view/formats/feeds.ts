import { FEEDS } from '../feeds/index.ts';
import type { Format } from '../format.ts';

/** The syntaxes of feeds, as forms of a list. */
export const feeds: readonly Format[] = FEEDS.map(({ name, type, write }) => ({
  id: name,
  type,
  contentType: `${type}; charset=utf-8`,
  write: ({ feed }) => (feed ? [write(feed())] : null),
}));
