import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { DocumentInput } from '../document/document.ts';
import { type FeedEntry, readFeed } from '../document/readers/feed.ts';
import { readHtml } from '../document/readers/html.ts';
import { stripTags } from '../document/readers/markup.ts';
import { CrosscheckError } from '../errors.ts';
import type { Fetched } from '../outside/fetch.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What the command line says about files that do not say it themselves. */
export interface Defaults {
  outlet?: string;
  topic?: string;
  publishedAt?: string;
  url?: string;
  title?: string;
}

/** A document that may still lack what only a person can tell; `from` names it in messages. */
export interface Candidate {
  from: string;
  input: Partial<Record<keyof DocumentInput, unknown>>;
  note?: string;
}

export interface Source {
  name: string;
  kind: Fetched['kind'];
  content: string;
  url: string | null;
}

const KINDS: Record<string, Fetched['kind']> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
  '.json': 'json',
};
const LARGEST_FILE = 50_000_000;

/** Reads a file. @throws CrosscheckError that says what to do */
export async function readSource(path: string): Promise<Source> {
  const kind = KINDS[extname(path).toLowerCase()];
  if (!kind)
    throw new CrosscheckError(
      'unsupported-media-type',
      `${path}: give a .txt, .html, .xml, .json, .jsonl or .ndjson file, an http(s) address, or - for standard input.`,
    );
  try {
    if ((await stat(path)).size > LARGEST_FILE)
      throw new CrosscheckError('too-large', `${path} is larger than 50 MB. Cut it, or use NDJSON.`);
    return { name: path, kind, content: await readFile(path, 'utf8'), url: null };
  } catch (error) {
    if (error instanceof CrosscheckError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such file.' : code === 'EISDIR' ? 'it is a folder.' : `${code}.`;
    throw new CrosscheckError('not-found', `${path} cannot be read: ${why}`, { cause: error });
  }
}

/** "2025-10-07" → noon UTC of that day; anything else stays for the check. */
export const fullTime = (time: string | undefined): string | undefined =>
  time !== undefined && /^\d{4}-\d\d-\d\d$/.test(time) ? `${time}T12:00:00Z` : time;

const hostOf = (url: string | null | undefined): string | undefined =>
  url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;

const given = (defaults: Defaults): Candidate['input'] => ({
  outlet: defaults.outlet,
  topic: defaults.topic,
  publishedAt: fullTime(defaults.publishedAt),
  url: defaults.url,
  title: defaults.title,
});

function fromText({ name, content, url }: Source, defaults: Defaults): Candidate {
  const outlet = defaults.outlet ?? hostOf(url) ?? basename(name, extname(name));
  const input = { ...given(defaults), outlet, url: defaults.url ?? url, text: content };
  if (defaults.outlet !== undefined || url !== null) return { from: name, input };
  return { from: name, input, note: `no --outlet given: "${outlet}" stands for it` };
}

function fromHtml({ name, content, url }: Source, defaults: Defaults, vocabulary: Vocabulary): Candidate {
  const { metadata } = readHtml(content, vocabulary);
  const address = defaults.url ?? url ?? metadata.url;
  return {
    from: name,
    input: {
      ...given(defaults),
      outlet: defaults.outlet ?? metadata.site ?? hostOf(address),
      publishedAt: fullTime(defaults.publishedAt) ?? metadata.publishedAt ?? undefined,
      url: address,
      html: content,
    },
  };
}

const articleText = (html: string): string =>
  stripTags(html)
    .map((line) => line.text)
    .join('\n\n');

/** An entry whose feed carries the whole article is read from the feed; another one is fetched later by its url. */
function fromEntry(entry: FeedEntry, feed: string | null, name: string, defaults: Defaults): Candidate {
  const text = entry.content === null ? '' : articleText(entry.content);
  return {
    from: `${name}: ${entry.title ?? entry.url ?? 'an entry'}`,
    input: {
      ...given(defaults),
      outlet: entry.relayed ?? defaults.outlet ?? feed ?? undefined,
      publishedAt: entry.publishedAt ?? fullTime(defaults.publishedAt),
      url: entry.url,
      title: entry.title,
      ...(text !== '' && (entry.whole || entry.url === null) ? { text } : {}),
    },
  };
}

function fromJson({ name, content }: Source, defaults: Defaults): Candidate[] {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw new CrosscheckError('invalid-json', `${name} is not JSON: ${(cause as Error).message}`, { cause });
  }
  return [value].flat().map((row, index) => ({
    from: `${name}${Array.isArray(value) ? `[${index}]` : ''}`,
    input: withDefaults(row, defaults),
  }));
}

/** A row's own fields win over those of the command line. */
export function withDefaults(row: unknown, defaults: Defaults): Candidate['input'] {
  if (row === null || typeof row !== 'object') return {};
  const told = Object.entries(given(defaults)).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(told), ...row };
}

/** The documents that a source holds. @throws CrosscheckError when it holds nothing that can be read */
export function readCandidates(source: Source, defaults: Defaults, vocabulary: Vocabulary): Candidate[] {
  if (source.kind === 'text') return [fromText(source, defaults)];
  if (source.kind === 'html') return [fromHtml(source, defaults, vocabulary)];
  const feed = readFeed(source.content);
  if (feed) return feed.entries.map((entry) => fromEntry(entry, feed.title, source.name, defaults));
  if (source.kind === 'json') return fromJson(source, defaults);
  throw new CrosscheckError(
    'unsupported-media-type',
    `${source.name} is no feed: RSS, Atom, RDF or JSON Feed.`,
  );
}
