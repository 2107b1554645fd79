import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Env, Services } from '../services.ts';

const USABLE = /^(?!.*cck_)[\w.:-]{1,64}$/;
const KEY = /cck_[\w-]*/g;

/** A path as it may be logged: without the keys that somebody put into it, plainly or percent-encoded. */
export function pathWithoutKeys(path: string): string {
  if (!path.includes('%') && !path.includes('cck_')) return path;
  const plain = path.replace(/%[\da-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w-]/.test(letter) ? letter : code;
  });
  return plain.includes('cck_') ? plain.replace(KEY, 'cck_…') : path;
}

/** The id of a request: the caller's own when it is harmless. */
export const idFrom = (given: string | undefined): string =>
  given !== undefined && USABLE.test(given) ? given : randomUUID();

/** Logs an answer. `start` is when its request came, as performance.now() tells. */
export function logAnswer(
  { log }: Pick<Services, 'log'>,
  { requestId, method, path, status }: { requestId: string; method: string; path: string; status: number },
  start: number,
): void {
  const ms = Math.round((performance.now() - start) * 10) / 10;
  log.info({ requestId, method, path, status, ms }, 'request');
}

/** Gives each request an id, hands in the services and logs the answer. */
export const requestId = (services: Services) =>
  createMiddleware<Env>(async (c, next) => {
    const { method, path } = c.req;
    const id = idFrom(c.req.header('x-request-id'));
    c.set('services', services);
    c.set('requestId', id);
    c.header('X-Request-Id', id);
    const start = performance.now();
    await next();
    const answered = { requestId: id, method, path: pathWithoutKeys(path), status: c.res.status };
    logAnswer(services, answered, start);
  });
