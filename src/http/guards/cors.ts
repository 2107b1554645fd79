import { createMiddleware } from 'hono/factory';
import type { Env } from '../services.ts';

/** Any page may read; a browser may write only from our own origin. */
export const cors = createMiddleware<Env>(async (c, next) => {
  const { method } = c.req;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') {
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Access-Control-Expose-Headers', 'ETag, Link, X-Request-Id');
  }
  await next();
});
