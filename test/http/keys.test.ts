import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { makeKey } from '../../src/key/key.ts';
import { type Answer, addKey, anInput, withApp } from './harness.ts';

const here = withApp();
const refusal = async (answer: Answer | Promise<Answer>) => {
  const response = await answer;
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return [response.status, (await response.json()).code];
};
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const UNKNOWN = bearer(`cck_${'A'.repeat(32)}`);

interface Call {
  method: string;
  path: string;
  scopes: string[][];
}
/** Every call of the API document that says that it needs a key. */
const calls: Call[] = [];
const guarded = () =>
  calls.filter(({ scopes }) => scopes.length > 0 && scopes.every((one) => one.length > 0));
beforeAll(async () => {
  const { paths } = await (await here.get('/openapi.json')).json();
  for (const [path, methods] of Object.entries<Record<string, { security: { key?: string[] }[] }>>(paths))
    for (const [method, { security }] of Object.entries(methods)) {
      const scopes = security.map((one) => one.key ?? []);
      calls.push({ method: method.toUpperCase(), path: path.replaceAll(/\{\w+\}/g, 'x'), scopes });
    }
});
const call = (path: string, method: string, headers: Record<string, string> = {}) =>
  here.app.request(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'GET' ? {} : { body: '{}' }),
  }) as Promise<Answer>;

describe('a key', () => {
  it('is needed for every call that changes something', async () => {
    const changing = calls.filter(({ method }) => method !== 'GET');
    expect(changing.length).toBeGreaterThan(3);
    expect(changing.filter(({ scopes }) => scopes.length === 0)).toEqual([]);
    for (const { method, path } of guarded()) {
      const response = await call(path, method);
      expect(response.headers.get('www-authenticate'), `${method} ${path}`).toBe('Bearer realm="crosscheck"');
      expect(await refusal(response), `${method} ${path}`).toEqual([401, 'key-missing']);
    }
  });

  it('is refused everywhere when it is not known, revoked, expired or no key at all', async () => {
    const revoked = makeKey({ name: 'r', scopes: ['admin'], expiresAt: null }, '2025-11-01T00:00:00Z');
    const expired = makeKey(
      { name: 'e', scopes: ['admin'], expiresAt: '2025-11-04T10:00:00Z' },
      '2025-11-01T00:00:00Z',
    );
    for (const { record } of [revoked, expired]) await here.store.addKey(record);
    await here.store.revokeKey(revoked.record.id, '2025-11-02T00:00:00Z');
    for (const { method, path } of guarded()) {
      const wrong = [
        UNKNOWN,
        bearer(revoked.key),
        bearer(expired.key),
        bearer(''),
        bearer('cck_short'),
        bearer("' or 1=1"),
      ];
      for (const headers of wrong) {
        const response = await call(path, method, headers);
        expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
        expect(await refusal(response), `${method} ${path}`).toEqual([401, 'key-refused']);
      }
    }
    expect(await refusal(here.get('/v1/topics', UNKNOWN))).toEqual([401, 'key-refused']);
    const said = async (key: string) => (await (await here.get('/v1/topics', bearer(key))).json()).detail;
    expect([await said(revoked.key), await said(expired.key)]).toEqual([
      expect.stringContaining('was revoked'),
      expect.stringContaining('has expired'),
    ]);
  });

  it('opens what its scopes say and nothing else', async () => {
    const keys = {
      read: await addKey(here.store, 'read'),
      write: await addKey(here.store, 'write'),
      review: await addKey(here.store, 'review'),
      admin: await addKey(here.store, 'admin'),
    };
    const opens = {
      read: ['read', 'write', 'review', 'admin'],
      write: ['write', 'admin'],
      review: ['review', 'admin'],
      admin: ['admin'],
    };
    expect(guarded().length).toBeGreaterThan(4);
    for (const { method, path, scopes } of guarded()) {
      const wanted = scopes[0]?.[0] as keyof typeof opens;
      for (const [name, headers] of Object.entries(keys)) {
        const { status } = await call(path, method, headers);
        expect(status === 403, `${name}: ${method} ${path}`).toBe(!opens[wanted].includes(name));
        expect(status, `${name}: ${method} ${path}`).not.toBe(401);
      }
    }
    const refused = await call('/v1/keys', 'GET', keys.write);
    expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="admin"');
    expect(await refusal(refused)).toEqual([403, 'scope-missing']);
  });

  it('in an address is refused, whatever it is called, and told how to send it', async () => {
    const { authorization = '' } = await addKey(here.store, 'admin');
    const key = authorization.slice(7);
    for (const query of [
      `key=${key}`,
      `api_key=${key}`,
      `access_token=${key}`,
      `token=x`,
      `API_KEY=x`,
      `q=${key}`,
      `%6Bey=x`,
    ])
      for (const path of ['/v1/topics', '/', '/v1/keys', '/nowhere']) {
        const response = await here.get(`${path}?${query}`);
        const problem = await response.json();
        expect([problem.status, problem.code], query).toEqual([400, 'key-in-address']);
        expect(problem.detail).toContain('Authorization: Bearer');
      }
    expect(JSON.stringify(here.logged)).not.toContain(key.slice(4));
  });

  it('of another scheme is left to whoever stands before us', async () => {
    expect((await here.get('/v1/topics', { authorization: 'Basic YTpi' })).status).toBe(200);
    expect(await refusal(call('/v1/documents', 'POST', { authorization: 'Basic YTpi' }))).toEqual([
      401,
      'key-missing',
    ]);
  });

  it('is made, shown once, listed without itself, and revoked', async () => {
    const made = await here.ask('POST', '/v1/keys', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: ' the desk ',
        scopes: ['review', 'write'],
        expiresAt: '2025-12-01T00:00:00+01:00',
      }),
    });
    const { key, ...shown } = await made.json();
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(key).toMatch(/^cck_[\w-]{32}$/);
    expect(shown).toEqual({
      ...{ id: expect.stringMatching(/^key_/), name: 'the desk', prefix: key.slice(0, 10) },
      ...{ scopes: ['write', 'review'], createdAt: '2025-11-04T10:00:00.000Z' },
      ...{ expiresAt: '2025-11-30T23:00:00.000Z', lastUsedAt: null, revokedAt: null },
    });
    expect((await here.post(anInput(), 'application/json', bearer(key))).status).toBe(201);
    const listed = await (await here.ask('GET', '/v1/keys?limit=500')).text();
    expect(listed).toContain('the desk');
    expect(listed).not.toContain(key.slice(12));
    expect(listed).not.toContain('hash');
    expect((await here.ask('DELETE', `/v1/keys/${shown.id}`)).status).toBe(204);
    expect((await here.ask('DELETE', `/v1/keys/${shown.id}`)).status).toBe(204);
    expect(await refusal(here.ask('DELETE', '/v1/keys/none'))).toEqual([404, 'not-found']);
    expect(await refusal(here.post(anInput(), 'application/json', bearer(key)))).toEqual([
      401,
      'key-refused',
    ]);
  });

  it('notes when it was used last, now and then, not on each request', async () => {
    const { key, record } = makeKey({ name: 'u', scopes: ['read'], expiresAt: null }, '2025-11-01T00:00:00Z');
    await here.store.addKey(record);
    let written = 0;
    let time = Date.parse('2025-11-04T10:00:00Z');
    const store = {
      ...here.store,
      noteKeyUse: async (id: string, at: string) => {
        written += 1;
        await here.store.noteKeyUse(id, at);
      },
    };
    const app = createApp({ ...here.services, store, now: () => new Date(time) });
    for (let count = 0; count < 5; count += 1) await app.request('/healthz', { headers: bearer(key) });
    time += 60_000;
    await app.request('/healthz', { headers: bearer(key) });
    expect(written).toBe(2);
    await expect
      .poll(async () => (await here.store.keyByHash(record.hash))?.lastUsedAt)
      .toBe('2025-11-04T10:01:00.000Z');
  });

  it('cannot be made from a body that is wrong', async () => {
    const send = (body: string, type = 'application/json') =>
      here.ask('POST', '/v1/keys', { headers: { 'content-type': type }, body });
    const wrong: [unknown, string][] = [
      [{ scopes: ['read'] }, 'name'],
      [{ name: ' ', scopes: ['read'] }, 'name'],
      [{ name: 'x\ny', scopes: ['read'] }, 'name'],
      [{ name: 'x', scopes: [] }, 'scopes'],
      [{ name: 'x', scopes: ['root'] }, 'scopes[0]'],
      [{ name: 'x', scopes: ['read'], expiresAt: 'soon' }, 'expiresAt'],
      [{ name: 'x', scopes: ['read'], hash: 'y' }, 'hash'],
    ];
    for (const [body, path] of wrong) {
      const problem = await (await send(JSON.stringify(body))).json();
      expect([problem.status, problem.code, problem.errors[0]?.path]).toEqual([422, 'invalid-body', path]);
    }
    expect(await refusal(send('{'))).toEqual([400, 'invalid-json']);
    expect(await refusal(send('{}', 'text/plain'))).toEqual([415, 'unsupported-media-type']);
    expect(await refusal(send('{}', 'application/x-ndjson'))).toEqual([415, 'unsupported-media-type']);
    expect(await refusal(send(`${'['.repeat(100_000)}`))).toEqual([400, 'invalid-json']);
  });
});

describe('the settings', () => {
  const withConfig = (reading: 'open' | 'keys', writing: 'open' | 'keys') =>
    createApp({ ...here.services, config: { ...here.services.config, reading, writing } });

  it('can ask for a key from who only looks, at pages too, and leave open what tells nothing', async () => {
    const app = withConfig('keys', 'keys');
    const ask = async (path: string, headers: Record<string, string> = {}) =>
      (await app.request(path, { headers })).status;
    const looking = calls.filter(({ method, scopes }) => method === 'GET' && scopes.length > 0);
    expect(looking.length).toBeGreaterThan(10);
    const read = await addKey(here.store, 'read');
    for (const { path } of [...looking, { path: '/' }, { path: '/topics/x' }, { path: '/nowhere' }])
      expect(await ask(path), path).toBe(401);
    expect(await ask('/v1/topics', read)).toBe(200);
    for (const path of ['/healthz', '/readyz', '/openapi.json', '/docs', '/assets/crosscheck.css'])
      expect(await ask(path), path).toBe(200);
    const head = await app.request('/v1/topics', { method: 'HEAD' });
    expect(head.status).toBe(401);
  });

  it('can open writing, but never the keys', async () => {
    const app = withConfig('open', 'open');
    const send = async (path: string, method: string, body: unknown) =>
      (
        await app.request(path, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).status;
    expect(await send('/v1/documents', 'POST', anInput({ id: 'open' }))).toBe(201);
    expect(await send('/v1/keys', 'POST', { name: 'x', scopes: ['admin'] })).toBe(401);
  });
});
