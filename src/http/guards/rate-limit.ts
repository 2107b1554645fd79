import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CrosscheckError } from '../../errors.ts';
import { remember } from '../../remember.ts';
import type { Env, Services } from '../services.ts';

export type Rate = 'read' | 'write' | 'costly';

const WINDOW_SECONDS = 60;
/** Worked out anew for whoever asks: a topic as it stood or by another method, why, and a draft. */
const COSTLY_PATH = /\/explain$|^\/v1\/check$|^\/mcp$/;
/** The forms of the pages that read and compare texts; the empty form costs nothing. */
const COSTLY_FORM = /^\/(?:check|compare)$/;
const COSTLY_QUERY = /[?&](?:as_of|method)=/;
/** Who watches the service is not to be kept out, and a page comes with its style sheet. */
const FREE = /^\/(?:healthz|readyz|metrics|embed\.js|assets\/.*)$/;

/** The kind that a request is counted as; null for one that is free. */
export function rateOf(c: Context<Env>): Rate | null {
  const { method, path, url } = c.req;
  if (method === 'OPTIONS' || FREE.test(path)) return null;
  if (COSTLY_PATH.test(path) || COSTLY_QUERY.test(url)) return 'costly';
  if (method === 'GET' || method === 'HEAD') return 'read';
  return COSTLY_FORM.test(path) ? 'costly' : 'write';
}

/** Where a request comes from: the other end of the connection, and what proxies say of it (X-Forwarded-For). */
export interface Caller {
  remote: string | undefined;
  forwarded: string | undefined;
}

/** The message that a request came in as; null for one that came over no connection. */
function messageOf(c: Context<Env>): object | null {
  const env: unknown = c.env;
  const isServed = typeof env === 'object' && env !== null && 'incoming' in env;
  return isServed ? (env.incoming as object) : null;
}

const callerOf = (c: Context<Env>): Caller => ({
  remote: messageOf(c) === null ? undefined : getConnInfo(c).remote.address,
  forwarded: c.req.header('x-forwarded-for'),
});

/** What an address is counted as; null for this machine, and for what is no address. */
const countedAs = remember((address: string): string | null => {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'loopback') return null;
  // A caller has a whole /64 of IPv6.
  return parsed.kind() === 'ipv6'
    ? parsed.toNormalizedString().split(':').slice(0, 4).join(':')
    : parsed.toString();
});

/** The address of the caller; null for one on this machine. Behind a proxy it is the last one that the proxy names. */
function addressOf({ remote, forwarded }: Caller, behindProxy: boolean): string | null {
  const named = behindProxy ? forwarded?.split(',').at(-1)?.trim() : undefined;
  const address = named || remote;
  return address ? countedAs(address) : null;
}

export interface Spent {
  /** What is left, for the answer. */
  headers: Record<string, string>;
  /** Why the request is refused; null when it may pass. */
  refusal: string | null;
}

/**
 * So many requests a minute of each kind, for a key or, without one, an address. This machine is not limited, unless
 * it stands for others as a proxy does. Header names after draft-ietf-httpapi-ratelimit-headers-06; Reset in seconds.
 */
export function createLimits({ rates, behindProxy }: Pick<Services['config'], 'rates' | 'behindProxy'>) {
  const limiters = Object.fromEntries(
    Object.entries(rates).map(([rate, points]) => [
      rate,
      points === 0 ? null : new RateLimiterMemory({ points, duration: WINDOW_SECONDS, keyPrefix: rate }),
    ]),
  ) as Record<Rate, RateLimiterMemory | null>;

  async function consume(limiter: RateLimiterMemory, rate: Rate, who: string): Promise<Spent> {
    const spent = await limiter.consume(who).catch((error: unknown) => {
      if (error instanceof RateLimiterRes) return error;
      throw error;
    });
    const reset = String(Math.ceil(spent.msBeforeNext / 1000));
    const headers = {
      'RateLimit-Limit': String(limiter.points),
      'RateLimit-Remaining': String(spent.remainingPoints),
      'RateLimit-Reset': reset,
    };
    if (spent.consumedPoints <= limiter.points) return { headers, refusal: null };
    const refusal = `At most ${limiter.points} requests of this kind (${rate}) a minute. Ask again in ${reset} seconds.`;
    return { headers: { ...headers, 'Retry-After': reset }, refusal };
  }

  const counted = new WeakMap<object, Spent>();
  /** Counts a request; null, at once, where it is not counted. `key`: the id of the one that was shown. */
  function spend(rate: Rate | null, caller: Caller, key: string | null): Promise<Spent> | null {
    const limiter = rate && limiters[rate];
    const address = limiter && addressOf(caller, behindProxy);
    return limiter && address ? consume(limiter, rate, key ?? address) : null;
  }
  return {
    spend,
    /** Says that a message was counted before it became a request, which is not to cost twice. */
    note: (message: object, spent: Spent): void => void counted.set(message, spent),
    /** Counts a request unless that was done before. */
    async count(c: Context<Env>): Promise<Spent | null> {
      const message = messageOf(c);
      const before = message && counted.get(message);
      return before ?? spend(rateOf(c), callerOf(c), c.get('apiKey')?.id ?? null);
    },
  };
}
export type Limits = ReturnType<typeof createLimits>;

/** Refuses a request that is one too many. */
export const rateLimit = (limits: Limits) =>
  createMiddleware<Env>(async (c, next) => {
    const spent = await limits.count(c);
    for (const [name, value] of Object.entries(spent?.headers ?? {})) c.header(name, value);
    if (spent?.refusal) throw new CrosscheckError('too-many-requests', spent.refusal);
    await next();
  });
