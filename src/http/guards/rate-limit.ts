import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CrosscheckError } from '../../errors.ts';
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

function rateOf(c: Context<Env>): Rate | null {
  const { method, path, url } = c.req;
  if (method === 'OPTIONS' || FREE.test(path)) return null;
  if (COSTLY_PATH.test(path) || COSTLY_QUERY.test(url)) return 'costly';
  if (method === 'GET' || method === 'HEAD') return 'read';
  return COSTLY_FORM.test(path) ? 'costly' : 'write';
}

/** The address of the caller; null for one on this machine. Behind a proxy it is the last one that the proxy names. */
function addressOf(c: Context<Env>, behindProxy: boolean): string | null {
  const named = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const address = named || connectionOf(c);
  if (!address || !ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'loopback') return null;
  // A caller has a whole /64 of IPv6.
  return parsed.kind() === 'ipv6'
    ? parsed.toNormalizedString().split(':').slice(0, 4).join(':')
    : parsed.toString();
}

function connectionOf(c: Context<Env>): string | undefined {
  const env: unknown = c.env;
  const isServed = typeof env === 'object' && env !== null && 'incoming' in env;
  return isServed ? getConnInfo(c).remote.address : undefined;
}

/**
 * So many requests a minute of each kind, for a key or, without one, an address. This machine is not limited, unless
 * it stands for others as a proxy does. Header names after draft-ietf-httpapi-ratelimit-headers-06; Reset in seconds.
 */
export function rateLimit({ config }: Services) {
  const { rates, behindProxy } = config;
  const limiters = Object.fromEntries(
    Object.entries(rates).map(([rate, points]) => [
      rate,
      points === 0 ? null : new RateLimiterMemory({ points, duration: WINDOW_SECONDS, keyPrefix: rate }),
    ]),
  ) as Record<Rate, RateLimiterMemory | null>;

  return createMiddleware<Env>(async (c, next) => {
    const rate = rateOf(c);
    const limiter = rate && limiters[rate];
    const address = limiter && addressOf(c, behindProxy);
    if (!limiter || !address) return next();
    const who = c.get('apiKey')?.id ?? address;
    const spent = await limiter.consume(who).catch((error: unknown) => {
      if (error instanceof RateLimiterRes) return error;
      throw error;
    });
    const reset = String(Math.ceil(spent.msBeforeNext / 1000));
    c.header('RateLimit-Limit', String(limiter.points));
    c.header('RateLimit-Remaining', String(spent.remainingPoints));
    c.header('RateLimit-Reset', reset);
    if (spent.consumedPoints <= limiter.points) return next();
    c.header('Retry-After', reset);
    throw new CrosscheckError(
      'too-many-requests',
      `At most ${limiter.points} requests of this kind (${rate}) a minute. Ask again in ${reset} seconds.`,
    );
  });
}
