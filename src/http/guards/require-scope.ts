import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { CrosscheckError } from '../../errors.ts';
import { allows, type Scope } from '../../key/key.ts';
import type { Env } from '../services.ts';
import { idempotency } from './idempotency.ts';

/** What a setting opens to everybody: looking, and writing for play on one's own machine. Never administration. */
function isOpen(c: Context<Env>, scope: Scope): boolean {
  const { reading, writing } = c.get('services').config;
  if (scope === 'read') return reading === 'open';
  return scope !== 'admin' && writing === 'open';
}

/** @throws CrosscheckError `key-missing` (401) or `scope-missing` (403) */
function checkScope(c: Context<Env>, scope: Scope): void {
  const key = c.get('apiKey');
  if (key === null) {
    if (isOpen(c, scope)) return;
    c.header('WWW-Authenticate', 'Bearer realm="crosscheck"');
    throw new CrosscheckError(
      'key-missing',
      `This needs a key with the scope ${scope}, as a header: Authorization: Bearer cck_… "crosscheck keys create" makes one.`,
    );
  }
  if (allows(key.scopes, scope)) return;
  c.header('WWW-Authenticate', `Bearer realm="crosscheck", error="insufficient_scope", scope="${scope}"`);
  const has = key.scopes.join(', ');
  throw new CrosscheckError('scope-missing', `This needs the scope ${scope}; the key has ${has}.`);
}

/** Lets a request pass that shows a key with this scope, or that needs none by the settings. */
export const requires = (scope: Scope) =>
  createMiddleware<Env>(async (c, next) => {
    checkScope(c, scope);
    await next();
  });

/** The scope of a route, stated once: what is checked, and what the API document says. */
export const guarded = (scope: Scope) => ({
  middleware: [requires(scope), idempotency] as MiddlewareHandler<Env>[],
  security: (scope === 'read' ? [{}, { key: [scope] }] : [{ key: [scope] }]) as Record<string, string[]>[],
});

/** What may be seen without a key even where reading needs one: it holds nothing that was read or written here. */
const ALWAYS_OPEN = /^\/(?:healthz|readyz|openapi\.json|docs|llms\.txt|embed\.js|assets\/[^/]*)$/;

/** Looking at anything else needs a key where the settings say so, a page too. */
export const guardReading = createMiddleware<Env>(async (c, next) => {
  const looks = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (looks && c.get('services').config.reading === 'keys' && !ALWAYS_OPEN.test(c.req.path))
    checkScope(c, 'read');
  await next();
});
