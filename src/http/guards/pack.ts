import { Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import type { Env } from '../services.ts';

/** Bytes. Below it packing costs more than it saves; beyond it, it is left to another thread. */
const SMALLEST = 1_024;
const LARGEST_AT_ONCE = 65_536;
/** Nearly as small as the best, at a third of its time. */
const LEVEL = 4;

/** Whether an Accept-Encoding header lets an answer come as gzip (RFC 9110 §12.5.3). */
export function acceptsGzip(header: string | undefined): boolean {
  if (header === undefined) return false;
  const weights = new Map(
    header.split(',').map((each) => {
      const [coding = '', ...parameters] = each.toLowerCase().split(';');
      const q = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='));
      return [coding.trim(), q === undefined ? 1 : Number(q.slice(2))];
    }),
  );
  const weight = weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0;
  return weight > 0;
}

/** Whether this request may be answered with gzip. Only what is looked at: other answers may be kept as they are. */
export const mayPack = (c: Context<Env>): boolean =>
  c.req.method === 'GET' && acceptsGzip(c.req.header('accept-encoding'));

export const isWorthPacking = (text: string): boolean => text.length >= SMALLEST;

/** The text as gzip. */
export function pack(text: string): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  if (text.length <= LARGEST_AT_ONCE) return gzipSync(text, { level: LEVEL });
  const packed = Readable.from([Buffer.from(text)]).pipe(createGzip({ level: LEVEL }));
  return Readable.toWeb(packed) as ReadableStream<Uint8Array>;
}
