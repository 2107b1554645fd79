import { createHash } from 'node:crypto';
import type { Context, TypedResponse } from 'hono';
import type { Env } from '../services.ts';

/** The entity tag of a text, quoted. */
export const etagOf = (text: string): string => `"${createHash('sha1').update(text).digest('base64url')}"`;

const quoted = (etag: string): string => (/^(?:W\/)?".*"$/.test(etag) ? etag : `"${etag}"`);
const opaque = (etag: string): string => etag.trim().replace(/^W\//, '');

/** Whether an If-None-Match header names this tag: weak comparison, lists and `*` (RFC 9110 §13.1.2). */
export const isMatch = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((each) => opaque(each) === opaque(etag)));

/**
 * Sends a text with its ETag, or 304 when the caller has it already.
 * `etag`: one that is kept with the text, so that it need not be hashed again.
 */
export function sendText(c: Context<Env>, text: string, type: string, etag = etagOf(text)): Response {
  const tag = quoted(etag);
  c.header('ETag', tag);
  c.header('Cache-Control', 'no-cache');
  if (isMatch(c.req.header('if-none-match'), tag)) return c.body(null, 304);
  c.header('Content-Type', type);
  return c.body(text, 200);
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
