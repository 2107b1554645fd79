import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env, Services } from '../services.ts';

const USABLE = /^(?!.*cck_)[\w.:-]{1,64}$/;
const KEY = /cck_[\w-]*/g;

/** A path as it may be logged: without the keys that somebody put into it, plainly or percent-encoded. */
function pathWithoutKeys(path: string): string {
  if (!path.includes('%') && !path.includes('cck_')) return path;
  const plain = path.replace(/%[\da-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w-]/.test(letter) ? letter : code;
  });
  return plain.includes('cck_') ? plain.replace(KEY, 'cck_…') : path;
}

/** The id of a request: the caller's own when it is harmless. */
export function idOf(c: Context): string {
  const given = c.req.header('x-request-id');
  return given !== undefined && USABLE.test(given) ? given : randomUUID();
}

/** Logs an answer. `start` is when its request came, as performance.now() tells. */
export function logAnswer(
  { log }: Pick<Services, 'log'>,
  c: Context,
  requestId: string,
  status: number,
  start: number,
) {
  const ms = Math.round((performance.now() - start) * 10) / 10;
  log.info({ requestId, method: c.req.method, path: pathWithoutKeys(c.req.path), status, ms }, 'request');
}

/** Gives each request an id, hands in the services and logs the answer. */
export const requestId = (services: Services) =>
  createMiddleware<Env>(async (c, next) => {
    const id = idOf(c);
    c.set('services', services);
    c.set('requestId', id);
    c.header('X-Request-Id', id);
    const start = performance.now();
    await next();
    logAnswer(services, c, id, c.res.status, start);
  });
