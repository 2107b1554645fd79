import { createHash } from 'node:crypto';
import type { Context, TypedResponse } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../services.ts';
import { isWorthPacking, mayPack, pack } from './pack.ts';

/** The entity tag of a text, quoted. */
export const etagOf = (text: string): string => `"${createHash('sha1').update(text).digest('base64url')}"`;

const quoted = (etag: string): string => (/^(?:W\/)?".*"$/.test(etag) ? etag : `"${etag}"`);
/** Packed or not, an answer means the same, but its bytes differ: so the tag is a weak one (RFC 9110 §8.8.1). */
const weak = (etag: string): string => (etag.startsWith('W/') ? etag : `W/${etag}`);
const opaque = (etag: string): string => etag.trim().replace(/^W\//, '');

/** Whether an If-None-Match header names this tag: weak comparison, lists and `*` (RFC 9110 §13.1.2). */
export const isMatch = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag ||
    header.trim() === '*' ||
    header.split(',').some((each) => opaque(each) === opaque(etag)));

/**
 * Sends a text with its ETag, or 304 when the caller has it already; packed where that is accepted and worth it.
 * `etag`: one that is kept with the text, so that it need not be hashed again.
 */
export function sendText(c: Context<Env>, text: string, type: string, etag = etagOf(text)): Response {
  const tag = quoted(etag);
  const packs = mayPack(c);
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (isMatch(c.req.header('if-none-match'), tag)) {
    c.header('ETag', packs ? weak(tag) : tag);
    return c.body(null, 304);
  }
  c.header('Content-Type', type);
  if (!packs || !isWorthPacking(text)) {
    c.header('ETag', tag);
    return c.body(text, 200);
  }
  c.header('ETag', weak(tag));
  c.header('Content-Encoding', 'gzip');
  return c.body(pack(text), 200);
}

/** What an answer says that has not changed (RFC 9110 §15.4.5), and what lets a page of another origin see it. */
export const OF_UNCHANGED: ReadonlySet<string> = new Set([
  ...['etag', 'cache-control', 'vary', 'access-control-allow-origin', 'access-control-expose-headers'],
  ...['x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
]);

/** Leaves out of a 304 what its caller has since the whole came. */
export const shortenUnchanged = createMiddleware<Env>(async (c, next) => {
  await next();
  if (c.res.status !== 304) return;
  const headers = [...c.res.headers].filter(([name]) => OF_UNCHANGED.has(name));
  // Of an answer that was there the new one would take over the headers.
  c.res = undefined;
  c.res = new Response(null, { status: 304, headers });
});

/** Sends JSON that is true only now: never kept. */
export function sendFresh<T>(c: Context<Env>, value: T): Response & TypedResponse<T, 200, 'json'> {
  c.header('Cache-Control', 'no-store');
  c.header('Content-Type', 'application/json');
  return c.body(JSON.stringify(value), 200) as unknown as Response & TypedResponse<T, 200, 'json'>;
}
