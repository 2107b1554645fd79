import { createHash } from 'node:crypto';
import type { Context, TypedResponse } from 'hono';
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
  (header.trim() === '*' || header.split(',').some((each) => opaque(each) === opaque(etag)));

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

/** Sends a value as JSON with its ETag, or 304. */
export const sendJson = <T>(c: Context<Env>, value: T): Response & TypedResponse<T, 200, 'json'> =>
  sendText(c, JSON.stringify(value), 'application/json') as Response & TypedResponse<T, 200, 'json'>;

/** Sends JSON that is true only now: never kept. */
export function sendFresh<T>(c: Context<Env>, value: T): Response & TypedResponse<T, 200, 'json'> {
  c.header('Cache-Control', 'no-store');
  c.header('Content-Type', 'application/json');
  return c.body(JSON.stringify(value), 200) as unknown as Response & TypedResponse<T, 200, 'json'>;
}
