import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { CrosscheckError } from '../../errors.ts';
import { sha256 } from '../../identity.ts';
import type { AnswerKey } from '../../store/kept-answers.ts';
import { bodyKind } from '../read-json.ts';
import type { Env } from '../services.ts';
import { readText } from './body-limit.ts';

const FORM = /^[\x21-\x7e]{1,200}$/;
/** Said again with an answer; everything else belongs to the moment. */
const SAID_AGAIN = ['content-type', 'location'] as const;
/** The caller may do better next time, with the same key. */
const NOT_KEPT = new Set([401, 403, 408, 409, 429]);

const invalid = (message: string): CrosscheckError =>
  new CrosscheckError('invalid-request', `Idempotency-Key: ${message}`, {
    errors: [{ path: 'Idempotency-Key', message }],
  });

/** Whether an answer is worth keeping, and may be: one that must not be stored may hold a secret. */
function isKept(c: Context<Env>): boolean {
  const { status, headers } = c.res;
  if (status >= 500 || NOT_KEPT.has(status)) return false;
  return status >= 400 || headers.get('cache-control') !== 'no-store';
}

async function keep(c: Context<Env>, key: AnswerKey): Promise<void> {
  const { store } = c.get('services');
  if (!isKept(c)) return store.dropAnswer(key);
  const body = await c.res.clone().text();
  const said = SAID_AGAIN.flatMap((name) => {
    const value = c.res.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  await store.keepAnswer(key, { status: c.res.status, headers: Object.fromEntries(said), body });
}

/**
 * With the header Idempotency-Key, a POST or PATCH is done once: the same body again gets the same answer for a day, another
 * body 422, and one that comes while the first is under way 409.
 */
export const idempotency = createMiddleware<Env>(async (c, next) => {
  const given = c.req.header('idempotency-key');
  const { method } = c.req;
  if (given === undefined || (method !== 'POST' && method !== 'PATCH')) return next();
  if (!FORM.test(given)) throw invalid('Give 1 to 200 printable ASCII characters.');
  if (bodyKind(c) === 'lines')
    throw invalid(
      'A stream is answered while it comes and is not kept. Each line can be sent again as it is.',
    );
  const { store, config, now } = c.get('services');
  const text = await readText(c, config.bodyLimit);
  c.set('body', text);
  const url = new URL(c.req.url);
  const key = { owner: c.get('apiKey')?.id ?? 'anybody', key: given };
  const begun = await store.beginAnswer(
    key,
    sha256(`${method} ${url.pathname}${url.search}\n${text}`),
    now().getTime(),
  );
  if (begun.state === 'under-way') {
    c.header('Retry-After', '1');
    throw new CrosscheckError('under-way', 'The same request is being worked on. Ask again in a moment.');
  }
  if (begun.state === 'other-request') {
    throw new CrosscheckError(
      'idempotency-key-used',
      'The Idempotency-Key was used for another request. Give each request its own.',
    );
  }
  if (begun.state === 'answered') {
    const { status, headers, body } = begun.answer;
    c.header('Idempotency-Replayed', 'true');
    return c.body(body, status as ContentfulStatusCode, headers);
  }
  try {
    await next();
    await keep(c, key);
  } catch (error) {
    await store.dropAnswer(key);
    throw error;
  }
});
