import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Shelf } from '../../remember.ts';
import { type Metrics, routeOf } from '../metrics.ts';
import type { Env, Services } from '../services.ts';
import { isMatch } from './etag.ts';
import type { Limits } from './rate-limit.ts';
import { idOf, logAnswer } from './request-id.ts';

/** Bytes of all answers that are kept, and of one. */
const LIMITS = { all: 32_000_000, one: 2_000_000, asked: 5_000 } as const;

/** Lists, views and drawings; not what follows changes, and not what goes by the clock. */
const KEPT = /\/v1\/(?!events|changes)[^?]*(?:$|\?)/;
const BY_CLOCK = /[?&]as_of=/;
/** Of one request, and nobody else’s. */
const OF_REQUEST = new Set([
  'x-request-id',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'date',
]);
/** What a 304 has to say (RFC 9110 §15.4.5), and what lets a page of another origin see it. */
const OF_UNCHANGED = new Set([
  ...['etag', 'cache-control', 'vary', 'access-control-allow-origin', 'access-control-expose-headers'],
]);

interface Ready {
  stamp: number;
  route: string;
  etag: string;
  headers: Record<string, string>;
  unchanged: Record<string, string>;
  /** Null when only its tag is known. */
  body: Uint8Array<ArrayBuffer> | null;
}

const sizeOf = ({ body }: Ready): number => 1_000 + (body?.byteLength ?? 0);

/** Ready answers by request, and what was asked for. */
class Answers {
  private readonly kept = new Shelf<Ready>(LIMITS.all);
  private readonly asked = new Map<string, number>();

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

/** Everything that an answer depends on beside the store; null where it must not come from here. */
function keyOf(c: Context<Env>): string | null {
  if (c.req.method !== 'GET' || c.req.header('authorization') !== undefined) return null;
  const { url } = c.req;
  if (!KEPT.test(url) || BY_CLOCK.test(url)) return null;
  const header = (name: string) => c.req.header(name) ?? '';
  return `${url}\n${header('accept')}\n${header('accept-encoding')}\n${header('origin')}`;
}

/** What an answer gives to keep: the whole of it, or of one that is not changed its tag alone. */
async function readyFrom(c: Context<Env>, stamp: number): Promise<Ready | null> {
  const { status, headers } = c.res;
  const etag = headers.get('etag');
  if ((status !== 200 && status !== 304) || etag === null) return null;
  const named = [...headers].filter(([name]) => !OF_REQUEST.has(name));
  const body = status === 304 ? null : new Uint8Array(await c.res.clone().arrayBuffer());
  const unchanged = Object.fromEntries(named.filter(([name]) => OF_UNCHANGED.has(name)));
  return { stamp, etag, route: routeOf(c), headers: Object.fromEntries(named), unchanged, body };
}

/** The status that a ready answer comes to; null where it holds too little for this request. */
function statusOf(c: Context<Env>, { etag, body }: Ready): 200 | 304 | null {
  if (isMatch(c.req.header('if-none-match'), etag)) return 304;
  return body === null ? null : 200;
}

/**
 * Answers what was asked for before from memory, as long as nothing at all was written since: the same bytes and
 * headers, counted, measured and logged like any other. Only without a key, and where looking needs none.
 */
export function readyAnswers(services: Services, limits: Limits, metrics: Pick<Metrics, 'observe'>) {
  const answers = new Answers();
  const isOpen = services.config.reading === 'open';

  /** Answers from memory; null where that cannot be. A request that is one too many is left to its guard. */
  async function answer(c: Context<Env>, ready: Ready, start: number): Promise<Response | null> {
    const status = statusOf(c, ready);
    if (status === null) return null;
    const spent = await limits.spend(c, null);
    c.set('spent', spent);
    if (spent?.refusal) return null;
    const id = idOf(c);
    const [headers, body] = status === 304 ? [ready.unchanged, null] : [ready.headers, ready.body];
    metrics.observe('GET', ready.route, status, start);
    logAnswer(services, c, id, status, start);
    return new Response(body, { status, headers: { ...headers, ...spent?.headers, 'x-request-id': id } });
  }

  return createMiddleware<Env>(async (c, next) => {
    const key = isOpen ? keyOf(c) : null;
    // Before the answer is read: a write in between makes it old at once.
    const stamp = key === null ? null : services.store.stamp();
    if (key === null || stamp === null) return next();
    const start = performance.now();
    const ready = answers.find(key, stamp);
    const answered = ready && (await answer(c, ready, start));
    if (answered) return answered;
    const isAgain = answers.isAskedAgain(key, stamp);
    await next();
    const made = isAgain ? await readyFrom(c, stamp) : null;
    if (made && (made.body !== null || ready === null)) answers.keep(key, made);
  });
}
