/**
 * Outside: the only room that touches a network or the clock.
 *
 *   takes  an address that a user or an article gave
 *   gives  its text, or a reason why not
 *   never  reaches a private network, runs what it fetched, or waits for ever
 */
import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { CrosscheckError } from '../errors.ts';
import { checkUrl, publicLookup, RefusedAddress } from './addresses.ts';
import { decodeBytes } from './decode.ts';

export interface Fetched {
  /** Where the text was found in the end, after redirects. */
  url: string;
  kind: 'html' | 'text' | 'feed' | 'json';
  content: string;
}

/** What a server said of the answer before, so that it need not send it again (RFC 9110 §13.1). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface FetchOptions {
  /** Lets private networks be reached. For tests. */
  allowPrivateAddresses: boolean;
  /** Largest body, in bytes, after decompression. */
  largest?: number;
  /** For the whole fetch with its redirects, in milliseconds. */
  patience?: number;
  redirects?: number;
}

const LIMITS = { largest: 5_000_000, patience: 20_000, redirects: 5 } as const;
const AGENT_NAME = 'Crosscheck/1 (source comparison; reads public articles)';
const ACCEPT =
  'text/html, application/xhtml+xml, application/feed+json, application/rss+xml, application/atom+xml, text/plain;q=0.8, application/xml;q=0.7';

const refuse = (url: string, reason: string): CrosscheckError =>
  new CrosscheckError('outside-refused', `${url} is not fetched: ${reason}`);
const fail = (url: string, reason: string, cause?: unknown): CrosscheckError =>
  new CrosscheckError('outside-failed', `${url} could not be fetched: ${reason}`, { cause });

/** What a body is, by its type and, where the type is vague, by how it starts. */
export function kindOf(contentType: string | null, content: string): Fetched['kind'] | null {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const start = content.slice(0, 1_000).trimStart();
  if (/^(?:<\?xml[^<>]*>\s*)?(?:<!--[\s\S]{0,300}?-->\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(start))
    return 'feed';
  if (/\bjson$/.test(type)) return /"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(start) ? 'feed' : 'json';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) return 'html';
  if (type === '' || type === 'text/plain' || type === 'text/markdown') return 'text';
  return /(?:^|[/+])xml$|^application\/(?:rss|atom|rdf)\+xml$/.test(type) ? 'feed' : null;
}

/** A body that nobody reads is closed; that this breaks it off is no failure. */
export function drop(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}

/** What a step leads to: a redirect's target, the body, or nothing, where it is what it was. */
type Step = { next: URL } | ({ contentType: string | null; bytes: Uint8Array } & Validators) | null;

const conditions = ({ etag, lastModified }: Validators): Record<string, string> => ({
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
});

/** One step of a fetch. */
async function step(
  url: URL,
  dispatcher: Agent,
  signal: AbortSignal,
  { largest, known }: { largest: number; known: Validators },
): Promise<Step> {
  const answer = await request(url, {
    dispatcher,
    signal,
    method: 'GET',
    headers: {
      ...{ 'user-agent': AGENT_NAME, accept: ACCEPT, 'accept-encoding': 'identity' },
      ...conditions(known),
    },
  });
  const header = (name: string): string | null => {
    const value = answer.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const location = header('location');
  const status = answer.statusCode;
  if (status >= 300 && status < 400 && location !== null) {
    drop(answer.body);
    return { next: new URL(location, url) };
  }
  if (status < 200 || status > 299) {
    drop(answer.body);
    if (status === 304) return null;
    throw fail(url.href, `the server answers ${status}.`, { retryAfter: header('retry-after') });
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > largest) throw refuse(url.href, `it is larger than ${largest} bytes.`);
    parts.push(chunk);
  }
  const [etag, lastModified] = [header('etag'), header('last-modified')];
  return { contentType: header('content-type'), bytes: Buffer.concat(parts), etag, lastModified };
}

/** The reason behind a failure, in words. */
export function explain(error: unknown, patience: number): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'TimeoutError' || name === 'AbortError')
    return `no answer within ${patience / 1_000} seconds.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host, or no network.';
  if (code === 'ECONNREFUSED') return 'the host takes no connection.';
  return message || code || 'it broke off.';
}

/**
 * Fetches an article or a feed. Each redirect is checked like the first address, and each name when it is resolved.
 * @throws CrosscheckError 'outside-refused' (address, type or size not allowed), 'outside-failed' (no good answer)
 */
export async function fetchOutside(address: string, options: FetchOptions): Promise<Fetched> {
  const found = await fetchIfChanged(address, options, { etag: null, lastModified: null });
  if (found === null) throw fail(address, 'the server answers 304.');
  const { url, kind, content } = found;
  return { url, kind, content };
}

/** The same, or null when it is what it was when the server gave these validators. */
export async function fetchIfChanged(
  address: string,
  options: FetchOptions,
  known: Validators,
): Promise<(Fetched & Validators) | null> {
  const { allowPrivateAddresses, largest = LIMITS.largest, patience = LIMITS.patience } = options;
  const { redirects = LIMITS.redirects } = options;
  if (!URL.canParse(address)) throw refuse(address.slice(0, 200), 'it is no full http(s) address.');
  const signal = AbortSignal.timeout(patience);
  const dispatcher = new Agent({
    connect: { timeout: patience, ...(allowPrivateAddresses ? {} : { lookup: publicLookup }) },
    headersTimeout: patience,
    bodyTimeout: patience,
  });
  let url = new URL(address);
  try {
    for (let hop = 0; hop <= redirects; hop += 1) {
      checkUrl(url, allowPrivateAddresses);
      const answer = await step(url, dispatcher, signal, { largest, known });
      if (answer === null) return null;
      if ('next' in answer) {
        url = answer.next;
        continue;
      }
      const content = decodeBytes(answer.bytes, answer.contentType);
      const kind = kindOf(answer.contentType, content);
      if (kind === null)
        throw refuse(url.href, `its type is ${answer.contentType}; give text, HTML or a feed.`);
      const { etag, lastModified } = answer;
      return { url: url.href, kind, content, etag, lastModified };
    }
    throw fail(address, `it redirects more than ${redirects} times.`);
  } catch (error) {
    if (error instanceof CrosscheckError) throw error;
    const refused = [error, (error as Error).cause].find((each) => each instanceof RefusedAddress);
    if (refused instanceof RefusedAddress) throw refuse(url.href, refused.message);
    throw fail(url.href, explain(error, patience), error);
  } finally {
    await dispatcher.destroy();
  }
}
