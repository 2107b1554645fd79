import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeliverServices } from '../../src/jobs/deliver-webhooks.ts';
import { watchChanges } from '../../src/jobs/watch-changes.ts';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { postOutside } from '../../src/outside/post.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { messageOf, testMessage } from '../../src/webhook/message.ts';
import { toSecret } from '../../src/webhook/sign.ts';
import type { WebhookInput } from '../../src/webhook/webhook.ts';
import { entry } from '../store/builders.ts';
import { temporaryFolder } from '../store/folder.ts';

const inFolder = temporaryFolder();
const SECRET = toSecret(new Uint8Array(32).fill(7));
const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

interface Got {
  id: string;
  body: string;
  headers: Record<string, string>;
}

/** A receiver of webhooks: what it got, and what it answers next (200 when nothing is said). */
async function receiver() {
  const got: Got[] = [];
  const answers: number[] = [];
  const read = async (request: IncomingMessage): Promise<string> => {
    let body = '';
    for await (const chunk of request) body += chunk;
    return body;
  };
  const server = createServer(async (request, response) => {
    const headers = request.headers as Record<string, string>;
    got.push({ id: headers['webhook-id'] ?? '', body: await read(request), headers });
    const status = answers.shift() ?? 200;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('thank you');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/hook`, got, answers, close };
}

let path = '';
let count = 0;
let store: Store;
let worker: Worker | null = null;
let target: Awaited<ReturnType<typeof receiver>>;
const children: ChildProcess[] = [];

const work = (options: { allowPrivateAddresses?: boolean } = {}) => {
  const { allowPrivateAddresses = true } = options;
  const post: DeliverServices['post'] = (address, message) =>
    postOutside(address, message, { allowPrivateAddresses });
  const log = { warn: () => {}, error: (...parts: unknown[]) => void console.error(...parts) };
  const common = { store, post, log, now: () => new Date(), chance: () => 0, every: 10 };
  worker = startWorker({ ...common, watch: watchChanges(store, 10), keep: { changes: 1_000, days: 400 } });
};
const addWebhook = (own: Partial<WebhookInput> = {}, id = 'whk_1') =>
  store.addWebhook({ url: target.url, types: [], topics: [], description: '', ...own, id, secret: SECRET });
const deliveries = async (id = 'whk_1') => (await store.deliveries({ webhook: id }, { limit: 100 })).data;
const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const arrived = (number: number) =>
  expect.poll(() => target.got.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(number);
const settled = (number: number) =>
  expect
    .poll(async () => (await deliveries()).reduce((sum, one) => sum + one.attempts.length, 0), {
      timeout: 10_000,
    })
    .toBe(number);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 120));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-01T10:00:00Z') });
  count += 1;
  path = inFolder(`${count}.db`);
  store = await openStore({ path });
  target = await receiver();
});
afterEach(async () => {
  await worker?.stop();
  worker = null;
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await target.close();
  await store.close();
  vi.useRealTimers();
});

describe('a webhook', () => {
  it('is told what changed, in order, signed so that the verifier of Standard Webhooks takes it', async () => {
    await store.addDocument(entry('before', 1));
    await addWebhook();
    work();
    await store.addDocument(entry('d1', 2));
    await arrived(3);
    const verifier = new Verifier(SECRET);
    const told = target.got.map(({ body, headers }) => verifier.verify(body, headers)) as {
      type: string;
      timestamp: string;
      data: { id: string };
    }[];
    expect(told.map(({ type, data }) => `${type} ${data.id}`)).toEqual([
      'document.added d1',
      'claim.ingested d1-c0',
      'claim.ingested d1-c1',
    ]);
    expect(Object.keys(told[0] ?? {})).toEqual(['type', 'timestamp', 'data']);
    expect(told[0]?.timestamp).toBe('2026-05-01T10:00:00.000Z');
    expect(() => verifier.verify(`${target.got[0]?.body} `, target.got[0]?.headers ?? {})).toThrow();
    await settled(3);
    expect((await deliveries()).map((one) => one.state)).toEqual(['delivered', 'delivered', 'delivered']);
  });

  it('hears only the types and topics that it asked for', async () => {
    await addWebhook({ types: ['document.added'], topics: ['strike'] });
    work();
    await store.addDocument(entry('d1', 1));
    await store.addDocument(entry('d2', 1, { topic: 'strike' }));
    await arrived(1);
    await quiet();
    expect(target.got.map(({ body }) => JSON.parse(body).data.id)).toEqual(['d2']);
  });

  it('is tried again after 5 s, 5 and 30 min, 2, 5, 10, 14, 20 and 24 h, always with one id, then given up', async () => {
    await addWebhook({ types: ['document.added'] });
    target.answers.push(...Array.from({ length: 10 }, () => 500));
    work();
    await store.addDocument(entry('d1', 0));
    const waits = [
      5 * SECOND,
      5 * MINUTE,
      30 * MINUTE,
      ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR),
    ];
    for (const [index, wait] of waits.entries()) {
      await settled(index + 1);
      pass(wait - 1_000);
      await quiet();
      expect(target.got.length, `after ${wait}`).toBe(index + 1);
      pass(1_001);
    }
    await settled(10);
    const [delivery] = await deliveries();
    expect([delivery?.state, delivery?.nextAt, delivery?.attempts[9]?.status]).toEqual(['failed', null, 500]);
    pass(48 * HOUR);
    await quiet();
    expect(target.got.length).toBe(10);
    expect(new Set(target.got.map((one) => one.id))).toEqual(new Set([delivery?.id]));
  }, 60_000);

  it('that fails once holds up no other message, and gets the failed one later', async () => {
    await addWebhook({ types: ['document.added'] });
    target.answers.push(503);
    work();
    for (const id of ['d1', 'd2', 'd3']) await store.addDocument(entry(id, 0));
    await settled(3);
    pass(6 * SECOND);
    await arrived(4);
    expect(target.got.map(({ body }) => JSON.parse(body).data.id)).toEqual(['d1', 'd2', 'd3', 'd1']);
  });

  it('is sent nothing any more when it answers 410, until it is made active by hand', async () => {
    await addWebhook({ types: ['document.added'] });
    target.answers.push(410);
    work();
    await store.addDocument(entry('d1', 0));
    await settled(1);
    expect((await store.webhook('whk_1'))?.state).toBe('gone');
    await store.addDocument(entry('d2', 0));
    await quiet();
    expect(target.got.length).toBe(1);
    await store.changeWebhook('whk_1', { active: true });
    await arrived(2);
    expect(JSON.parse(target.got[1]?.body ?? '').data.id).toBe('d2');
  });

  it('is not followed where it redirects to', async () => {
    await addWebhook({ types: ['document.added'] });
    target.answers.push(302);
    work();
    await store.addDocument(entry('d1', 0));
    await settled(1);
    await quiet();
    expect(target.got.length).toBe(1);
    expect((await deliveries())[0]?.attempts[0]).toMatchObject({
      status: 302,
      error: expect.stringMatching(/redirect/),
    });
  });

  it('on a private address gets nothing, and the delivery says why', async () => {
    const { port } = new URL(target.url);
    await addWebhook({ types: ['document.added'] });
    await addWebhook({ types: ['document.added'], url: `http://localhost:${port}/` }, 'whk_2');
    work({ allowPrivateAddresses: false });
    await store.addDocument(entry('d1', 0));
    await settled(1);
    await expect.poll(async () => (await deliveries('whk_2'))[0]?.attempts.length).toBe(1);
    const errors = [...(await deliveries()), ...(await deliveries('whk_2'))].map(
      (one) => one.attempts[0]?.error,
    );
    expect(errors).toEqual([
      expect.stringMatching(/not on the public/),
      expect.stringMatching(/private network/),
    ]);
    expect(target.got).toEqual([]);
  });

  it('gets a message again when it is asked for: one, or all after a change, with the same ids', async () => {
    await addWebhook({ types: ['document.added'] });
    work();
    for (const id of ['d1', 'd2', 'd3']) await store.addDocument(entry(id, 0));
    await settled(3);
    const ids = target.got.map((one) => one.id);
    expect(await store.replay('whk_1', ids[1] ?? '')).toMatchObject({ id: ids[1], state: 'pending' });
    expect(await store.replay('whk_1', 'msg_none')).toBeNull();
    expect(await store.replay('whk_9', ids[1] ?? '')).toBeNull();
    await settled(4);
    expect(target.got[3]?.id).toBe(ids[1]);
    const { data } = await store.changes({ types: ['document.added'] }, { limit: 9 });
    await store.replaySince('whk_1', data[0]?.cursor ?? '');
    await settled(6);
    expect(target.got.slice(4).map((one) => one.id)).toEqual(ids.slice(1));
    await expect(store.replaySince('whk_1', 'x')).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('is signed with the old secret too for a day after it got a new one', async () => {
    await addWebhook({ types: ['document.added'] });
    const fresh = toSecret(new Uint8Array(32).fill(9));
    await store.changeWebhook('whk_1', { newSecret: true }, fresh);
    work();
    await store.addDocument(entry('d1', 0));
    await settled(1);
    const [first] = target.got;
    for (const secret of [SECRET, fresh])
      new Verifier(secret).verify(first?.body ?? '', first?.headers ?? {});
    pass(25 * HOUR);
    await store.addDocument(entry('d2', 0));
    await settled(2);
    const [, second] = target.got;
    new Verifier(fresh).verify(second?.body ?? '', second?.headers ?? {});
    expect(() => new Verifier(SECRET).verify(second?.body ?? '', second?.headers ?? {})).toThrow();
  });

  it('goes on where it was when changes that it did not hear of are no longer kept', async () => {
    await addWebhook({ types: ['document.added'] });
    await store.changeWebhook('whk_1', { active: false });
    for (const id of ['d1', 'd2', 'd3']) await store.addDocument(entry(id, 0));
    await store.pruneChanges({ before: 0, most: 2 });
    await store.changeWebhook('whk_1', { active: true });
    work();
    await settled(2);
    expect(target.got.map(({ body }) => JSON.parse(body).data.id)).toEqual(['d2', 'd3']);
  });

  it('loses nothing when the process that serves it is killed again and again', async () => {
    vi.useRealTimers();
    await addWebhook({ types: ['document.added'] });
    for (let index = 0; index < 30; index += 1) await store.addDocument(entry(`d${index}`, 0));
    const script = join(import.meta.dirname, 'worker.ts');
    for (let round = 0; round < 2; round += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', script, path], { stdio: 'ignore' });
      children.push(child);
      const wanted = (round + 1) * 8;
      await expect
        .poll(() => target.got.length, { timeout: 60_000, interval: 2 })
        .toBeGreaterThanOrEqual(wanted);
      child.kill('SIGKILL');
    }
    const script2 = spawn(process.execPath, ['--import', 'tsx', script, path], { stdio: 'ignore' });
    children.push(script2);
    await expect
      .poll(async () => (await deliveries()).filter((one) => one.state === 'delivered').length, {
        timeout: 60_000,
      })
      .toBe(30);
    const ids = new Map(target.got.map(({ id, body }) => [id, JSON.parse(body).data.id as string]));
    expect([...ids.values()].sort()).toEqual(Array.from({ length: 30 }, (_, index) => `d${index}`).sort());
  }, 200_000);
});

describe('a message', () => {
  const change = {
    ...{ cursor: 'c', type: 'document.added' as const, entity: 'document' as const, id: 'd1' },
    ...{ action: 'created' as const, topic: 'ferry', at: '2026-05-01T10:00:00.000Z' },
  };

  it('is the same for the same change, another for another webhook, and never too large', () => {
    const [one, same] = [
      messageOf('w1', { ...change, data: null }),
      messageOf('w1', { ...change, data: null }),
    ];
    expect(one).toEqual(same);
    expect(messageOf('w2', { ...change, data: null }).id).not.toBe(one.id);
    const large = messageOf('w1', { ...change, data: { title: 'ö'.repeat(12_000) } });
    expect(Buffer.byteLength(large.payload)).toBeLessThan(20_000);
    expect(JSON.parse(large.payload).data).toMatchObject({ id: 'd1', data: null });
  });

  it('that tests the way says so', () => {
    expect(JSON.parse(testMessage('w1', change.at, 'x').payload)).toEqual({
      ...{ type: 'webhook.test', timestamp: change.at, data: { webhook: 'w1' } },
    });
  });
});
