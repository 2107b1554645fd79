import { gunzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { withApp } from './harness.ts';
import { tellStory } from './story.ts';
import { get, servers } from './wire.ts';

const here = withApp(tellStory);
const listen = servers();
let url = '';
beforeAll(async () => {
  url = await listen(here.app);
});
const ask = (path: string, headers: Record<string, string> = {}) => get(url + path, headers);
const PATH = '/v1/topics/harbour-flood/consensus';
const TIMELINE = '/v1/topics/harbour-flood/timeline';
const DISCREPANCIES = '/v1/topics/harbour-flood/discrepancies';

let count = 0;
/** Writes something, however far from the answer. */
const write = () => here.store.putTopic({ id: `other-${++count}`, title: 'Another story' });
beforeEach(async () => {
  vi.restoreAllMocks();
  await write();
});

const idOf = (answer: Response) => answer.headers.get('x-request-id');
/** The headers of an answer without those that belong to one request. */
const lasting = ({ headers }: Response) =>
  [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date').sort();

describe('what is asked for again and again', () => {
  it.each([PATH, DISCREPANCIES, `${DISCREPANCIES}.csv?flat=1`])(
    '%s: comes without asking the store, with the same bytes and headers and an id of its own',
    async (path) => {
      const asked = vi.spyOn(here.store, path === PATH ? 'view' : 'findings');
      const answers = [];
      for (let round = 0; round < 4; round += 1) answers.push(await ask(path));
      expect(asked).toHaveBeenCalledTimes(2);
      const [first, ...more] = answers;
      const text = await first?.text();
      for (const each of more) {
        expect(await each.text()).toBe(text);
        expect(lasting(each)).toEqual(first && lasting(first));
      }
      expect(new Set(answers.map(idOf)).size).toBe(4);
      expect(idOf(await ask(path, { 'x-request-id': 'mine' }))).toBe('mine');
    },
  );

  it('is read anew as soon as anything was written, and kept again at once', async () => {
    for (const _ of [1, 2, 3]) await ask(DISCREPANCIES);
    const asked = vi.spyOn(here.store, 'findings');
    await write();
    for (const _ of [1, 2, 3]) expect((await ask(DISCREPANCIES)).status).toBe(200);
    expect(asked).toHaveBeenCalledTimes(1);
    const { data } = await (await ask('/v1/topics')).json();
    await ask('/v1/topics');
    await here.store.putTopic({ id: 'harbour-flood', title: 'A new title' });
    const titles = (await (await ask('/v1/topics')).json()).data.map((one: { title: string }) => one.title);
    expect(titles).toContain('A new title');
    expect(titles).not.toEqual(data.map((one: { title: string }) => one.title));
  });

  it('is answered with 304 from memory, though nobody ever took the whole of it', async () => {
    const etag = (await ask(TIMELINE)).headers.get('etag') ?? '';
    await write();
    const asked = vi.spyOn(here.store, 'view');
    for (const _ of [1, 2, 3, 4]) {
      const same = await ask(TIMELINE, { 'if-none-match': etag });
      expect([same.status, same.headers.get('etag'), await same.text()]).toEqual([304, etag, '']);
      expect(same.headers.get('vary')).toContain('Accept');
    }
    expect(asked).toHaveBeenCalledTimes(2);
    const whole = await ask(TIMELINE, { 'if-none-match': '"another"' });
    expect([whole.status, (await whole.json()).topic]).toEqual([200, 'harbour-flood']);
  });

  it('comes in the form that each caller asks for', async () => {
    const plain = await (await ask(PATH)).text();
    for (const _ of [1, 2, 3]) {
      const packed = await ask(PATH, { 'accept-encoding': 'gzip' });
      expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(plain);
      const csv = await ask(PATH, { accept: 'text/csv' });
      expect(csv.headers.get('content-type')).toContain('text/csv');
      expect(await (await ask(PATH)).text()).toBe(plain);
    }
  });

  it('is measured, logged and counted like any other', async () => {
    for (const _ of [1, 2]) await ask(PATH);
    const logged = here.logged.length;
    await ask(PATH, { 'x-request-id': 'from-memory' });
    expect(here.logged.slice(logged)).toEqual([
      [
        { requestId: 'from-memory', method: 'GET', path: PATH, status: 200, ms: expect.any(Number) },
        'request',
      ],
    ]);
    const numbers = await (await ask('/metrics')).text();
    const [, measured] =
      /_count\{method="GET",route="\/v1\/topics\/:topic\/consensus",status="200"\} (\d+)/.exec(numbers) ?? [];
    expect(Number(measured)).toBeGreaterThanOrEqual(3);

    const config = { ...here.services.config, behindProxy: true, rates: { read: 4, write: 4, costly: 4 } };
    const limited = await listen(createApp({ ...here.services, config }));
    const again = () => get(limited + PATH, { 'x-forwarded-for': '203.0.113.7' });
    const left = [];
    for (const _ of [1, 2, 3, 4]) left.push((await again()).headers.get('ratelimit-remaining'));
    expect(left).toEqual(['3', '2', '1', '0']);
    const refused = await again();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expect.any(String)]);
  });

  it('is not taken from memory for who shows a key, or where looking needs one', async () => {
    for (const _ of [1, 2, 3]) await ask(PATH);
    expect((await ask(PATH, { authorization: 'Bearer nonsense' })).status).toBe(401);
    const closed = await listen(
      createApp({ ...here.services, config: { ...here.services.config, reading: 'keys' } }),
    );
    for (const _ of [1, 2, 3]) {
      expect((await get(closed + PATH, here.keyed)).status).toBe(200);
      expect((await get(closed + PATH)).status).toBe(401);
    }
  });
});
