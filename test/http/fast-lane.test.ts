import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { openStore } from '../../src/store/open.ts';
import { withApp } from './harness.ts';
import { tellStory } from './story.ts';
import { ask, type Got, servers } from './wire.ts';

const here = withApp(tellStory);
const HARBOUR = '/v1/topics/harbour-flood';
const listen = servers();

/** What two answers to the same request must have in common: everything but the id, the time and the framing. */
function telling({ status, headers, names, body }: Got) {
  const own = new Set(['x-request-id', 'date', 'content-length', 'transfer-encoding']);
  const text = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  const rest = Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name)));
  const said = text.toString('latin1').replace(/"requestId":"[^"]*"/, '');
  return { status, rest, names: names.filter((name) => !own.has(name)), said };
}

let [quick, slow] = ['', ''];
beforeAll(async () => {
  quick = await listen(createApp(here.services));
  // Another app, whose fast lane nobody uses.
  slow = await listen({ fetch: createApp(here.services).fetch });
});

let count = 0;
const write = () => here.store.putTopic({ id: `other-${++count}`, title: 'Another story' });
beforeEach(async () => {
  vi.restoreAllMocks();
  await write();
});

const PATHS = [
  ...[`${HARBOUR}/consensus`, `${HARBOUR}/consensus.csv`, `${HARBOUR}/consensus?method=outlets`],
  ...[`${HARBOUR}/discrepancies`, `${HARBOUR}/discrepancies?tier=conflict`, '/v1/claims?limit=2'],
  ...[`${HARBOUR}/chart.svg`, '/v1/topics', '/v1/topics/nowhere/consensus', '/v1/claims?nonsense=1'],
  ...[`${HARBOUR}/consensus?as_of=2025-11-03T00:00:00Z`, '/v1/changes', '/outlets', '/healthz'],
];
const HEADERS: Record<string, string>[] = [
  {},
  { accept: 'text/csv' },
  { accept: 'image/png' },
  { 'accept-encoding': 'gzip, br' },
  { 'accept-encoding': 'gzip;q=0' },
  { origin: 'https://news.example' },
  { origin: 'https://news.example', 'accept-encoding': 'gzip' },
  { 'if-none-match': '*' },
  { 'if-none-match': '"another", W/"one more"' },
  { 'x-request-id': 'mine' },
  { 'x-request-id': 'not, harmless' },
  { authorization: 'Bearer nonsense' },
  { host: 'API.example:80' },
  { host: 'news.example/..' },
  { 'content-length': '0' },
  { 'accept-language': 'he', range: 'bytes=0-9', cookie: 'a=b', 'user-agent': 'x' },
];

describe('the fast lane', () => {
  it.each(PATHS)('%s: answers as the app does, whatever is asked with', async (path) => {
    const { etag = '"none"' } = (await ask(slow + path)).headers;
    for (const headers of [...HEADERS, { 'if-none-match': etag }, { 'if-none-match': `"x",${etag} ` }]) {
      const wanted = telling(await ask(slow + path, headers));
      // Made, kept, from memory, and from memory once more.
      for (const round of [1, 2, 3, 4])
        expect(telling(await ask(quick + path, headers)), `${JSON.stringify(headers)}, ${round}`).toEqual(
          wanted,
        );
    }
  });

  it('does not ask the app for what is at hand', async () => {
    // What was worth its place before the write is kept again at once.
    const asked = vi.spyOn(here.store, 'view');
    for (const _ of [1, 2, 3, 4, 5]) expect((await ask(`${quick}${HARBOUR}/consensus`)).status).toBe(200);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
    expect(asked).toHaveBeenCalled();
    const first = await ask(`${quick}${HARBOUR}/consensus`, { 'x-request-id': 'mine' });
    const second = await ask(`${quick}${HARBOUR}/consensus`, { 'x-request-id': 'not, harmless' });
    expect(first.headers['x-request-id']).toBe('mine');
    expect(second.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });

  it('answers only GET, only once for each request, and what is sent in one go in its order', async () => {
    for (const _ of [1, 2, 3]) await ask(`${quick}${HARBOUR}/consensus`);
    const head = await ask(`${quick}${HARBOUR}/consensus`, {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    const { hostname, port } = new URL(quick);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let answer = '';
      const line = (path: string, id: string, last = '') =>
        `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Request-Id: ${id}\r\n${last}\r\n`;
      socket.on('data', (part) => (answer += part)).on('error', reject);
      socket.on('close', () => resolve(answer));
      socket.write(
        line(`${HARBOUR}/consensus`, 'a') +
          line('/v1/topics?limit=1&place=nowhere', 'b') +
          line(`${HARBOUR}/consensus`, 'c', 'Connection: close\r\n'),
      );
    });
    expect([...text.matchAll(/x-request-id: (\w)\r/gi)].map(([, id]) => id)).toEqual(['a', 'b', 'c']);
  });

  it('notices what another process wrote', async () => {
    const other = await openStore({ path: here.path });
    try {
      for (let round = 0; round < 5; round += 1) {
        for (const _ of [1, 2, 3]) await ask(`${quick}/v1/topics`);
        await other.putTopic({ id: 'harbour-flood', title: `Title ${round}` });
        await vi.waitFor(async () => {
          const text = (await ask(`${quick}/v1/topics`)).body.toString();
          expect(text).toContain(`Title ${round}`);
          expect(text).toBe((await ask(`${slow}/v1/topics`)).body.toString());
        });
      }
    } finally {
      await other.close();
    }
  });

  it('leads on who asks for a topic that went into another one meanwhile', async () => {
    for (const _ of [1, 2, 3]) expect((await ask(`${quick}${HARBOUR}`)).status).toBe(200);
    vi.spyOn(here.store, 'topic').mockResolvedValue(null);
    vi.spyOn(here.store, 'topicLedTo').mockResolvedValue('other-1');
    await write();
    const led = await ask(`${quick}${HARBOUR}`);
    expect([led.status, led.headers.location]).toEqual([308, '/v1/topics/other-1']);
  });

  it('counts, measures and logs like the app, and leaves what is too much to it', async () => {
    const config = { ...here.services.config, behindProxy: true, rates: { read: 5, write: 4, costly: 4 } };
    const limited = createApp({ ...here.services, config });
    const url = await listen(limited);
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const left = [];
    for (const _ of [1, 2, 3, 4, 5])
      left.push((await ask(`${url}${HARBOUR}/consensus`, from)).headers['ratelimit-remaining']);
    expect(left).toEqual(['4', '3', '2', '1', '0']);
    const logged = here.logged.length;
    const refused = await ask(`${url}${HARBOUR}/consensus`, { ...from, 'x-request-id': 'too-many' });
    expect([refused.status, refused.headers['ratelimit-remaining']]).toEqual([429, '0']);
    expect(refused.headers['content-type']).toContain('problem+json');
    expect((await ask(`${url}${HARBOUR}/consensus`, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(200);
    expect(here.logged.slice(logged)[0]).toEqual([
      expect.objectContaining({ requestId: 'too-many', status: 429, path: `${HARBOUR}/consensus` }),
      'request',
    ]);
    const numbers = (await ask(`${url}/metrics`)).body.toString();
    expect(numbers).toContain('_count{method="GET",route="/v1/topics/:topic/consensus",status="200"} 6');
  });

  it('gives nothing away where looking needs a key', async () => {
    const config = { ...here.services.config, reading: 'keys' as const };
    const url = await listen(createApp({ ...here.services, config }));
    for (const _ of [1, 2, 3]) {
      expect((await ask(`${url}${HARBOUR}/consensus`, here.keyed)).status).toBe(200);
      expect((await ask(`${url}${HARBOUR}/consensus`)).status).toBe(401);
    }
  });

  it('falls back to the app when it cannot look', async () => {
    for (const _ of [1, 2, 3]) await ask(`${quick}/v1/outlets`);
    vi.spyOn(here.store, 'stamp').mockImplementationOnce(() => {
      throw new Error('no disk');
    });
    expect((await ask(`${quick}/v1/outlets`)).status).toBe(200);
  });
});
