import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Env, Services } from '../services.ts';

const USABLE = /^[\w.:-]{1,64}$/;

/** Gives each request an id (the caller's own when it is harmless), hands in the services and logs the answer. */
export const requestId = (services: Services) =>
  createMiddleware<Env>(async (c, next) => {
    const given = c.req.header('x-request-id');
    const id = given !== undefined && USABLE.test(given) ? given : randomUUID();
    c.set('services', services);
    c.set('requestId', id);
    c.header('X-Request-Id', id);
    const start = performance.now();
    await next();
    const ms = Math.round((performance.now() - start) * 10) / 10;
    services.log.info(
      { requestId: id, method: c.req.method, path: c.req.path, status: c.res.status, ms },
      'request',
    );
  });
