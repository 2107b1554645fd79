import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Shelf } from '../../remember.ts';
import { routeOf } from '../metrics.ts';
import type { Env, Services } from '../services.ts';
import { OF_UNCHANGED } from './etag.ts';
import { type Rate, rateOf } from './rate-limit.ts';
import { pathWithoutKeys } from './request-id.ts';

/** Bytes of all answers that are kept, and of one. */
const LIMITS = { all: 32_000_000, one: 2_000_000, asked: 5_000 } as const;

/** Lists, views and drawings; not what follows changes, and not what goes by the clock. */
const KEPT = /\/v1\/(?!events|changes)[^?]*(?:$|\?)/;
const BY_CLOCK = /[?&]as_of=/;
/** Of one request, and nobody else’s; the last one is the server’s to say. */
const OF_REQUEST = new Set([
  ...['x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'date', 'content-length'],
]);
/** The headers of a request that an answer may depend on: those of its key. */
const TOLD_APART = new Set(['accept', 'accept-encoding', 'origin']);

/** An answer that is at hand. */
export interface Ready {
  readonly stamp: number;
  readonly path: string;
  readonly route: string;
  readonly rate: Rate | null;
  readonly etag: string;
  /** Names and values in turn: of the whole, and of an answer that nothing has changed. */
  readonly headers: readonly string[];
  readonly unchanged: readonly string[];
  /** Null when only its tag is known. */
  readonly body: Buffer | null;
}

const sizeOf = ({ body }: Ready): number => 1_000 + (body?.byteLength ?? 0);

/** Everything that an answer depends on beside the store. Header values hold no line break. */
export const keyOf = (
  url: string,
  accept: string | undefined,
  encoding: string | undefined,
  origin: string | undefined,
): string => `${url}\n${accept ?? ''}\n${encoding ?? ''}\n${origin ?? ''}`;

/** Ready answers by request, and what was asked for. */
export class ReadyAnswers {
  private readonly kept = new Shelf<Ready>(LIMITS.all);
  private readonly asked = new Map<string, number>();

  /** The answer that was made at this stamp of the store; null where there is none. */
  find(key: string, stamp: number): Ready | null {
    const found = this.kept.get(key);
    if (found === undefined || found.stamp === stamp) return found ?? null;
    this.kept.drop(key);
    // It was worth its place: the new one is, too.
    this.asked.set(key, stamp);
    return null;
  }

  /** Whether the same was asked for before: what is asked for once is not worth its place. */
  isAskedAgain(key: string, stamp: number): boolean {
    const isAgain = this.asked.get(key) === stamp;
    if (this.asked.size >= LIMITS.asked) this.asked.clear();
    this.asked.set(key, stamp);
    return isAgain;
  }

  keep(key: string, ready: Ready): void {
    const size = sizeOf(ready);
    if (size <= LIMITS.one) this.kept.put(key, ready, size);
  }
}

/** The key of a request; null where its answer must not be kept. */
function keyOfRequest(c: Context<Env>): string | null {
  if (c.req.method !== 'GET' || c.req.header('authorization') !== undefined) return null;
  const { url } = c.req;
  if (!KEPT.test(url) || BY_CLOCK.test(url)) return null;
  return keyOf(url, c.req.header('accept'), c.req.header('accept-encoding'), c.req.header('origin'));
}

/** Whether an answer depends on nothing but what its key tells apart. */
const isToldApart = (vary: string | null): boolean =>
  (vary ?? '').split(',').every((name) => name.trim() === '' || TOLD_APART.has(name.trim().toLowerCase()));

/** The same text anew, as one run of bytes: of what came about in another way, a header is written out slowly. */
const inBytes = (value: string): string => Buffer.from(value, 'latin1').toString('latin1');

/** What an answer gives to keep: the whole of it, or of one that is not changed its tag alone. */
async function readyFrom(c: Context<Env>, stamp: number): Promise<Ready | null> {
  const { status, headers } = c.res;
  const etag = headers.get('etag');
  if ((status !== 200 && status !== 304) || etag === null || !isToldApart(headers.get('vary'))) return null;
  const lasting = [...headers]
    .filter(([name]) => !OF_REQUEST.has(name))
    .map(([name, value]): [string, string] => [inBytes(name), inBytes(value)]);
  const body = status === 304 ? null : Buffer.from(await c.res.clone().arrayBuffer());
  const whole = body ? [...lasting.flat(), 'content-length', String(body.byteLength)] : [];
  return {
    stamp,
    etag,
    body,
    path: pathWithoutKeys(c.req.path),
    route: routeOf(c),
    rate: rateOf(c),
    headers: whole,
    unchanged: lasting.filter(([name]) => OF_UNCHANGED.has(name)).flat(),
  };
}

/** Keeps what is asked for again, for the fast lane: only without a key, and where looking needs none. */
export const keepAnswers = ({ store, config }: Services, answers: ReadyAnswers) =>
  createMiddleware<Env>(async (c, next) => {
    const key = config.reading === 'open' ? keyOfRequest(c) : null;
    // Before the answer is read: a write in between makes it old at once.
    const stamp = key === null ? null : store.stamp();
    if (key === null || stamp === null) return next();
    const known = answers.find(key, stamp);
    const isAgain = answers.isAskedAgain(key, stamp);
    await next();
    const made = isAgain ? await readyFrom(c, stamp) : null;
    if (made && (made.body !== null || known === null)) answers.keep(key, made);
  });
