import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { DocumentInput } from '../../src/document/document.ts';
import { createApp } from '../../src/http/app.ts';
import { type Answer, addKey, anInput, withApp } from './harness.ts';

const here = withApp();
const once = (key: string) => ({ 'idempotency-key': key });
const json = 'application/json';

describe('an Idempotency-Key', () => {
  it('makes a request that is sent again get the same answer, and be done once', async () => {
    const first = await here.post(anInput({ id: 'i1' }), json, once('a'));
    const again = await here.post(anInput({ id: 'i1' }), json, once('a'));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get('location')).toBe('/v1/documents/i1');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await here.post(anInput({ id: 'i1' }))).status).toBe(200);
  });

  it('is refused with another body, taken by another caller, and given back when we failed', async () => {
    await here.post(anInput({ id: 'i2' }), json, once('b'));
    const other = await here.post(anInput({ id: 'i3' }), json, once('b'));
    expect([other.status, (await other.json()).code]).toEqual([422, 'idempotency-key-used']);
    const neighbour = await addKey(here.store, 'write');
    expect((await here.post(anInput({ id: 'i3' }), json, { ...once('b'), ...neighbour })).status).toBe(201);
    const { ingest } = here.services;
    here.services.ingest = async () => {
      throw new Error('no disk');
    };
    expect((await here.post(anInput({ id: 'i4' }), json, once('c'))).status).toBe(500);
    here.services.ingest = ingest;
    expect((await here.post(anInput({ id: 'i4' }), json, once('c'))).status).toBe(201);
    expect((await here.post('{', json, once('d'))).status).toBe(400);
    for (const bad of ['', ' ', 'ü', 'x'.repeat(201)])
      expect(
        (await here.post(anInput(), json, once(encodeURI(bad) === bad ? bad : '%'.repeat(201)))).status,
      ).toBe(400);
    expect((await here.post('{}\n', 'application/x-ndjson', once('e'))).status).toBe(400);
  });

  it('lets one of many that come together do the work', async () => {
    const { ingest } = here.services;
    let done = 0;
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    here.services.ingest = async (inputs: readonly DocumentInput[]) => {
      done += 1;
      await gate;
      return ingest(inputs);
    };
    const sent = Array.from({ length: 6 }, () => here.post(anInput({ id: 'i5' }), json, once('f')));
    const early = await Promise.race(sent);
    expect([early.status, early.headers.get('retry-after')]).toEqual([409, '1']);
    open();
    const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
    here.services.ingest = ingest;
    expect([done, statuses]).toEqual([1, [201, 409, 409, 409, 409, 409]]);
  });

  it('is given back when a program stopped in the middle, but not while another one may be at it', async () => {
    const at = 1_000_000;
    const begin = (key: string, time: number) => here.store.beginAnswer({ owner: 'x', key }, 'same', time);
    await begin('old', at);
    await begin('young', at + 10);
    await here.store.dropUnfinished(at + 5);
    expect((await begin('old', at + 20)).state).toBe('new');
    expect((await begin('young', at + 20)).state).toBe('under-way');
  });

  it('never keeps an answer that shows a key', async () => {
    const make = () =>
      here.ask('POST', '/v1/keys', {
        headers: { 'content-type': json, ...once('g') },
        body: JSON.stringify({ name: 'x', scopes: ['read'] }),
      });
    const [first, second] = [await (await make()).json(), await (await make()).json()];
    expect(first.key).not.toBe(second.key);
  });
});

describe('the audit trail', () => {
  it('says who added, removed and made keys, to an administrator only', async () => {
    await here.post(anInput({ id: 'trail' }), json, { 'x-request-id': 'req-7' });
    await here.post(anInput({ id: 'trail' }));
    await here.post([anInput({ id: 'trail-2' })]);
    await here
      .post(`${JSON.stringify(anInput({ id: 'trail-3' }))}\n`, 'application/x-ndjson')
      .then((one) => one.text());
    await here.ask('DELETE', '/v1/documents/trail');
    const { data } = await (await here.ask('GET', '/v1/audit?target=trail')).json();
    expect(data.map((one: { action: string }) => one.action)).toEqual(['document.remove', 'document.add']);
    expect(data[1]).toMatchObject({ actor: 'admin', requestId: 'req-7', at: '2025-11-04T10:00:00.000Z' });
    for (const target of ['trail-2', 'trail-3'])
      expect((await (await here.ask('GET', `/v1/audit?target=${target}`)).json()).data).toHaveLength(1);
    const keys = await (await here.ask('GET', '/v1/audit?action=key.create')).text();
    expect(keys).toContain('"detail":"x: read"');
    expect(keys).not.toContain('cck_');
    expect((await here.get('/v1/audit')).status).toBe(401);
    expect((await here.get('/v1/audit', await addKey(here.store, 'write'))).status).toBe(403);
  });
});

describe('the limits', () => {
  const rates = { read: 3, write: 2, costly: 1 };
  const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });
  const limited = (own: object = {}) => {
    const app = createApp({ ...here.services, config: { ...here.services.config, rates, ...own } });
    return async (path: string, address: string, headers: Record<string, string> = {}) =>
      (await app.request(path, { headers }, from(address))) as Answer;
  };

  it('let so many requests a minute pass, say how many are left, and when to come again', async () => {
    const ask = limited();
    const left: (string | null)[] = [];
    for (let count = 0; count < 3; count += 1)
      left.push((await ask('/v1/topics', '203.0.113.9')).headers.get('ratelimit-remaining'));
    expect(left).toEqual(['2', '1', '0']);
    const refused = await ask('/v1/topics', '203.0.113.9');
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit-limit')).toBe('3');
    expect((await ask('/v1/topics', '203.0.113.10')).status).toBe(200);
    expect((await ask('/v1/topics', '203.0.113.9', here.keyed)).status).toBe(200);
    expect((await ask('/healthz', '203.0.113.9')).status).toBe(200);
  });

  it('are tighter for what is worked out anew, and leave this machine alone', async () => {
    const ask = limited();
    expect((await ask('/v1/topics/x/consensus?as_of=2025-10-07', '203.0.113.9')).status).toBe(404);
    expect((await ask('/v1/claims/x/explain', '203.0.113.9')).status).toBe(429);
    for (let count = 0; count < 5; count += 1)
      expect((await ask('/v1/topics', '127.0.0.1')).status).toBe(200);
    const [a, b] = ['2001:db8:0:1::1', '2001:db8:0:1::2'];
    for (const address of [a, b, a]) expect((await ask('/v1/topics', address)).status).toBe(200);
    expect((await ask('/v1/topics', b)).status).toBe(429);
  });

  it('are tighter for texts that a page reads and compares, not for its empty form', async () => {
    const app = createApp({ ...here.services, config: { ...here.services.config, rates } });
    for (const [page, address] of [
      ['/compare', '203.0.113.20'],
      ['/check', '203.0.113.21'],
    ] as const) {
      const ask = async (method: string) =>
        (await app.request(page, { method, ...(method === 'POST' ? { body: '' } : {}) }, from(address)))
          .status;
      expect([await ask('GET'), await ask('GET')]).toEqual([200, 200]);
      expect([await ask('POST'), await ask('POST')]).toEqual([415, 429]);
    }
  });

  it('tell callers behind a proxy apart only where the settings say that there is one', async () => {
    const forged = (name: string) => ({ 'x-forwarded-for': `1.1.1.1, ${name}` });
    const ask = limited();
    for (let count = 0; count < 3; count += 1)
      await ask('/v1/topics', '203.0.113.9', forged(`198.51.100.${count}`));
    expect((await ask('/v1/topics', '203.0.113.9', forged('198.51.100.9'))).status).toBe(429);
    const behind = limited({ behindProxy: true });
    for (let count = 0; count < 3; count += 1)
      await behind('/v1/topics', '127.0.0.1', forged('198.51.100.1'));
    expect((await behind('/v1/topics', '127.0.0.1', forged('198.51.100.1'))).status).toBe(429);
    expect((await behind('/v1/topics', '127.0.0.1', forged('198.51.100.2'))).status).toBe(200);
  });
});

describe('who may read in a browser', () => {
  it('are the origins of the settings', async () => {
    const { cors } = readConfig({ CROSSCHECK_CORS: 'https://a.example, https://b.example' });
    const app = createApp({ ...here.services, config: { ...here.services.config, cors } });
    const allowed = async (origin: string) => {
      const { headers } = await app.request('/v1/topics', { headers: { origin } });
      expect(headers.get('vary')).toContain('Origin');
      return headers.get('access-control-allow-origin');
    };
    expect(await allowed('https://b.example')).toBe('https://b.example');
    expect(await allowed('https://evil.example')).toBeNull();
    expect(() => readConfig({ CROSSCHECK_CORS: 'nonsense' })).toThrow();
  });
});
