import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Answered, Env, Log, Services } from '../services.ts';

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

const HEX = Array.from({ length: 0x1000 }, (_, number) => number.toString(16).padStart(3, '0'));
let [prefix, count] = ['', 0];

/** An id in the form of a UUID that nobody else has: chance for the first part, and a number that goes up. */
function nextId(): string {
  if (count === 0) prefix = randomUUID().slice(0, -6);
  const id = `${prefix}${HEX[count >> 12]}${HEX[count & 0xfff]}`;
  count = (count + 1) & 0xffffff;
  return id;
}

/** The id of a request: the caller's own when it is harmless. */
export const idFrom = (given: string | undefined): string =>
  given !== undefined && USABLE.test(given) ? given : nextId();

/** Logs an answer. */
export function logAnswer(log: Log, answered: Answered): void {
  answered.ms = Math.round(answered.ms * 10) / 10;
  if (log.answered) log.answered(answered);
  else log.info(answered, 'request');
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
    const ms = performance.now() - start;
    logAnswer(services.log, { requestId: id, method, path: pathWithoutKeys(path), status: c.res.status, ms });
  });
