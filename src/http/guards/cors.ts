import { createMiddleware } from 'hono/factory';
import type { Env, Services } from '../services.ts';

const EXPOSED =
  'ETag, Link, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-Id, X-Row-Cap, X-Truncated';

/** Pages of the origins in the settings may read; a browser may write only from our own origin. */
export function cors({ config }: Services) {
  const all = config.cors.includes('*');
  const origins = new Set(config.cors);
  return createMiddleware<Env>(async (c, next) => {
    const { method } = c.req;
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') {
      const origin = c.req.header('origin');
      if (!all) c.header('Vary', 'Origin', { append: true });
      if (all || (origin !== undefined && origins.has(origin)))
        c.header('Access-Control-Allow-Origin', all ? '*' : origin);
      c.header('Access-Control-Expose-Headers', EXPOSED);
    }
    await next();
  });
}
