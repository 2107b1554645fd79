import type { IncomingMessage } from 'node:http';
import { keyOf } from './guards/ready-answers.ts';

/** A plain host, as the app would take it; any other is the app's to judge. */
const PLAIN_HOST = /^[a-z0-9._-]+(?::\d{1,5})?$/;

/** What a message asks for, and what its caller says of himself. */
export interface Asked {
  /** The same as that of the request which the app would make of it. */
  readonly key: string;
  /** The tags of what the caller has. */
  readonly has: string | undefined;
  readonly requestId: string | undefined;
  readonly forwarded: string | undefined;
}

const textOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;

/** Null where the app has to judge. */
function read({ method, url, headers }: IncomingMessage): Asked | null {
  const { host } = headers;
  if (method !== 'GET' || url === undefined || host === undefined || !PLAIN_HOST.test(host)) return null;
  if (headers.authorization !== undefined) return null;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return null;
  return {
    key: keyOf(`http://${host}${url}`, headers.accept, headers['accept-encoding'], headers.origin),
    has: headers['if-none-match'],
    requestId: textOf(headers['x-request-id']),
    forwarded: textOf(headers['x-forwarded-for']),
  };
}

/** Addresses whose last message is remembered. */
const MOST = 250;

function isSame(a: readonly string[], b: readonly string[]): boolean {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return a.length === b.length;
}

/**
 * Reads messages. One that is, to the letter, the last that came to its address is not read again: who looks whether
 * anything has changed asks the same each time.
 */
export function createReader(): (incoming: IncomingMessage) => Asked | null {
  const last = new Map<string, { method: string | undefined; raw: readonly string[]; asked: Asked }>();
  return (incoming) => {
    const { url = '', method, rawHeaders: raw } = incoming;
    const before = last.get(url);
    if (before !== undefined && before.method === method && isSame(before.raw, raw)) return before.asked;
    const asked = read(incoming);
    if (asked === null) return null;
    if (last.size >= MOST) last.clear();
    last.set(url, { method, raw, asked });
    return asked;
  };
}
