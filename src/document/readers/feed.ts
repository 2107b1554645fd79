import { parseFeed } from 'feedsmith';
import { stripTags } from './markup.ts';
import { readTime } from './metadata.ts';

/** An entry of a feed, on its way to become a DocumentInput. Null where the feed says nothing. */
export interface FeedEntry {
  title: string | null;
  url: string | null;
  publishedAt: string | null;
  /** HTML or text; `whole`: the feed carries the article, not only a summary. */
  content: string | null;
  whole: boolean;
  /** The outlet whose text the feed passes on: RSS <source>. */
  relayed: string | null;
  author: string | null;
}

export interface ReadFeed {
  title: string | null;
  url: string | null;
  language: string | null;
  entries: FeedEntry[];
}

/** A summary of fewer characters stands for an article that must be fetched. */
const WHOLE_LENGTH = 600;

type Loose = Record<string, unknown>;

const asObject = (value: unknown): Loose =>
  value !== null && typeof value === 'object' ? (value as Loose) : {};
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The first string among values, which may be text constructs such as `{ value }`. */
function text(...values: unknown[]): string | null {
  for (const value of values) {
    const found = typeof value === 'string' ? value : asObject(value)['value'];
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
  }
  return null;
}

const webAddress = (value: string | null): string | null =>
  value !== null && /^https?:\/\/\S{1,1990}$/i.test(value) ? value : null;

/** The link that leads to the article itself. */
function linkOf(links: unknown): string | null {
  const all = asList(links).map(asObject);
  const best =
    all.find((link) => link['rel'] === 'alternate') ?? all.find((link) => link['rel'] === undefined);
  return text(best?.['href'], all[0]?.['href']);
}

const plain = (value: string | null): string | null =>
  value === null
    ? null
    : stripTags(value)
        .map((line) => line.text)
        .join(' ') || null;

function readEntry(raw: unknown): FeedEntry {
  const entry = asObject(raw);
  const encoded = text(asObject(entry['content'])['encoded'], entry['content'], entry['content_html']);
  const body = encoded ?? text(entry['content_text']);
  const summary = text(entry['description'], entry['summary']);
  const content = body ?? summary;
  const dc = asObject(entry['dc']);
  const author = asObject(asList(entry['authors'])[0]);
  return {
    title: plain(text(entry['title'])),
    url:
      webAddress(text(entry['link'], entry['url'], linkOf(entry['links']))) ?? webAddress(text(entry['id'])),
    publishedAt: readTime(
      text(
        entry['pubDate'],
        entry['published'],
        entry['date_published'],
        asList(dc['dates'])[0],
        dc['date'],
        entry['updated'],
        entry['date_modified'],
      ),
    ),
    content,
    whole: content !== null && (body !== null || content.length >= WHOLE_LENGTH),
    relayed: text(asObject(entry['source'])['title'], asObject(entry['source'])['value']),
    author: text(author['name'], asList(entry['authors'])[0], asList(dc['creators'])[0], dc['creator']),
  };
}

/** Reads RSS, Atom, RDF or JSON Feed. Null when the text is none of them; throws nothing. */
export function readFeed(source: string): ReadFeed | null {
  try {
    const feed = asObject(asObject(parseFeed(source))['feed']);
    const entries = asList(feed['items'] ?? feed['entries']);
    return {
      title: plain(text(feed['title'])),
      url: webAddress(text(feed['link'], feed['home_page_url'], linkOf(feed['links']))),
      language: text(feed['language'], asObject(feed['xml'])['lang']),
      entries: entries.map(readEntry),
    };
  } catch {
    return null;
  }
}
