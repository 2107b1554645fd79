import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Env, Services } from '../services.ts';

const USABLE = /^(?!.*cck_)[\w.:-]{1,64}$/;
const KEY = /cck_[\w-]*/g;

/** A path as it may be logged: without the keys that somebody put into it, plainly or percent-encoded. */
function pathWithoutKeys(path: string): string {
  const plain = path.replace(/%[\da-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w-]/.test(letter) ? letter : code;
  });
  return plain.includes('cck_') ? plain.replace(KEY, 'cck_…') : path;
}

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
      { requestId: id, method: c.req.method, path: pathWithoutKeys(c.req.path), status: c.res.status, ms },
      'request',
    );
  });
