import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { CrosscheckError } from '../../errors.ts';
import { type ApiKey, hashOfKey, whyClosed } from '../../key/key.ts';
import type { Env, Services } from '../services.ts';

/** Names under which other APIs take a key in the address. */
const IN_ADDRESS = new Set(['key', 'api_key', 'apikey', 'api-key', 'access_token', 'token']);
const NOTE_EVERY_MS = 60_000;

/** Addresses are logged, kept and shared; a key in one is given away. */
function refuseKeyInAddress(c: Context<Env>): void {
  if (!c.req.url.includes('?')) return;
  for (const [name, value] of Object.entries(c.req.query())) {
    if (!IN_ADDRESS.has(name.toLowerCase()) && !value.includes('cck_')) continue;
    const message = 'Send the key as a header: Authorization: Bearer cck_…';
    throw new CrosscheckError('key-in-address', `A key does not belong in an address. ${message}`, {
      errors: [{ path: name, message }],
    });
  }
}

/** The key of the Authorization header; null when there is none. Another scheme is somebody else's business. */
function shownKey(c: Context<Env>): string | null {
  const [scheme = '', ...shown] = (c.req.header('authorization') ?? '').trim().split(/\s+/);
  return scheme.toLowerCase() === 'bearer' ? shown.join(' ') : null;
}

const refuse = (c: Context<Env>, reason: string): never => {
  c.header('WWW-Authenticate', 'Bearer realm="crosscheck", error="invalid_token"');
  throw new CrosscheckError('key-refused', `${reason} An administrator can make another one.`);
};

/** Says whose request it is: `apiKey` is the key that was shown, or null. A key that is wrong is refused everywhere. */
export function identify({ store, now, log }: Services) {
  const noted = new Map<string, number>();

  /** Written now and then only, beside the answer. */
  function noteUse({ id }: ApiKey): void {
    const at = now();
    if (at.getTime() - (noted.get(id) ?? Number.NEGATIVE_INFINITY) < NOTE_EVERY_MS) return;
    noted.set(id, at.getTime());
    store.noteKeyUse(id, at.toISOString()).catch((error: unknown) => {
      log.warn({ err: error, key: id }, 'the use of a key was not noted');
    });
  }

  return createMiddleware<Env>(async (c, next) => {
    refuseKeyInAddress(c);
    const shown = shownKey(c);
    if (shown === null) {
      c.set('apiKey', null);
    } else {
      const hash = hashOfKey(shown);
      if (hash === null) return refuse(c, 'That is not a key: one looks like cck_ and 32 characters.');
      const record = await store.keyByHash(hash);
      const reason = whyClosed(record, hash, now());
      if (reason !== null || record === null) return refuse(c, reason ?? '');
      noteUse(record);
      c.set('apiKey', record);
    }
    await next();
  });
}
