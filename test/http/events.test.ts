import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { EventSource } from 'eventsource';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/change/change.ts';
import type { Problem } from '../../src/http/problem.ts';
import { type Running, serve } from '../../src/http/serve.ts';
import { createFeed, type Tick } from '../../src/jobs/feed.ts';
import { openStore } from '../../src/store/open.ts';
import { entry } from '../store/builders.ts';
import { temporaryFolder } from '../store/folder.ts';
import { anInput, withApp } from './harness.ts';

const inFolder = temporaryFolder();
const here = withApp();
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
const start = async (): Promise<Running> => {
  const running = await serve(here.app, { host: '127.0.0.1', port: 0 });
  open.push(running);
  return running;
};

interface Heard {
  id: string;
  event: string | undefined;
  data: Change | undefined;
}

/** Reads events from a body until `enough` says so, and then breaks the connection off. */
async function listen(
  url: string,
  enough: (event: Heard) => boolean,
  headers: Record<string, string> = {},
): Promise<Heard[]> {
  const ending = new AbortController();
  const response = await fetch(url, { headers, signal: ending.signal });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const heard: Heard[] = [];
  let text = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        const data = field('data');
        const event = { id: field('id') ?? '', event: field('event'), data: data && JSON.parse(data) };
        if (event.data) heard.push(event);
        if (enough(event)) return heard;
      }
    }
    return heard;
  } finally {
    ending.abort();
  }
}

const changesAfter = async (cursor: string) =>
  (await (await here.get(`/v1/changes?limit=500&since=${cursor}`)).json()).data as Change[];
const cursorNow = async () => (await (await here.get('/v1/changes?since=now')).json()).cursor as string;

describe('the stream of events', () => {
  it('drops and goes on where it was, and nothing is missed while somebody writes', async () => {
    const { url } = await start();
    const from = await cursorNow();
    let writing = true;
    const writer = (async () => {
      for (let index = 0; index < 16; index += 1) {
        await here.post(anInput({ id: `w-${index}`, topic: `t-${index % 3}` }));
        if (index % 4 === 0) await here.store.removeDocument(`w-${index}`);
        await pause(20);
      }
      writing = false;
    })();
    const heard: Heard[] = [];
    let last = from;
    for (let round = 0; writing || heard.length < (await changesAfter(from)).length; round += 1) {
      let count = 0;
      const size = 1 + ((round * 5) % 17);
      let beats = 0;
      const events = await listen(
        `${url}/v1/events`,
        ({ data }) => (data ? ++count >= size : !writing && ++beats > 3),
        {
          'last-event-id': last,
        },
      );
      heard.push(...events);
      last = events.at(-1)?.id ?? last;
    }
    await writer;
    const truth = await changesAfter(from);
    expect(heard.map((one) => one.data)).toEqual(truth);
    expect(truth.length).toBeGreaterThan(40);
    expect(heard.every((one) => one.id === one.data?.cursor && one.event === one.data.type)).toBe(true);
  });

  it('serves an EventSource whose connection breaks', async () => {
    const { url } = await start();
    // A proxy that breaks the first connection after the first event.
    const sockets = new Set<Socket>();
    const proxy = createServer((near) => {
      const far = connect(Number(new URL(url).port), '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
        one.pipe(other);
      }
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as { port: number };
    const from = await cursorNow();
    const source = new EventSource(`http://127.0.0.1:${port}/v1/events?type=document.added&since=${from}`);
    open.push({ close: () => proxy.close() }, source);
    const titles: string[] = [];
    const three = new Promise<void>((resolve) => {
      source.addEventListener('document.added', (event) => {
        titles.push((JSON.parse(event.data) as Change).id);
        if (titles.length === 1) for (const socket of sockets) socket.destroy();
        if (titles.length === 3) resolve();
      });
    });
    await here.post(anInput({ id: 'es-1' }));
    await expect.poll(() => titles).toEqual(['es-1']);
    await here.post(anInput({ id: 'es-2' }));
    await here.post(anInput({ id: 'es-3' }));
    await three;
    expect(titles).toEqual(['es-1', 'es-2', 'es-3']);
  }, 20_000);

  it('tells only what is asked for, and a heartbeat moves the place on past the rest', async () => {
    const { url } = await start();
    const from = await cursorNow();
    await here.post(anInput({ id: 'f-1', topic: 'left' }));
    await here.post(anInput({ id: 'f-2', topic: 'right' }));
    let last = '';
    const address = `${url}/v1/events?since=${from}&topic=right&type=document.added,claim.ingested`;
    let beats = 0;
    const heard = await listen(address, ({ id, data }) => {
      last = id || last;
      return !data && ++beats > 3;
    });
    expect(heard.map((one) => [one.event, one.data?.topic])).toEqual([
      ['document.added', 'right'],
      ['claim.ingested', 'right'],
    ]);
    expect(last).toBe(await cursorNow());
  });

  it('tells what another process wrote to the same database', async () => {
    const path = inFolder('shared.db');
    const [mine, theirs] = [await openStore({ path }), await openStore({ path })];
    const feed = createFeed(mine, { most: 1 });
    open.push(mine, theirs, feed);
    const ending = new AbortController();
    const ticks = await feed.follow({}, 'now', ending.signal);
    expect((await ticks.next()).value).toMatchObject({ changes: [] });
    const next = ticks.next();
    await pause(20);
    await theirs.addDocument(entry('d1', 1));
    const told = (await next).value as Tick | undefined;
    expect(told?.changes.map((one) => one.type)).toContain('document.added');
    ending.abort();
    expect((await ticks.next()).done).toBe(true);
  });

  it('lets so many listen and no more, and gives a place up when somebody leaves', async () => {
    const { url } = await start();
    const leaving = Array.from({ length: 3 }, () => new AbortController());
    for (const { signal } of leaving) expect((await fetch(`${url}/v1/events`, { signal })).status).toBe(200);
    const full = await fetch(`${url}/v1/events`);
    expect([full.status, ((await full.json()) as Problem).code]).toEqual([503, 'busy']);
    leaving[0]?.abort();
    await expect
      .poll(async () => {
        const ending = new AbortController();
        const { status } = await fetch(`${url}/v1/events`, { signal: ending.signal });
        ending.abort();
        return status;
      })
      .toBe(200);
    for (const one of leaving) one.abort();
    await pause(100);
    for (let count = 0; count < 4; count += 1)
      expect((await fetch(`${url}/v1/events`, { method: 'HEAD' })).status).toBe(200);
    const wrong = await fetch(`${url}/v1/events?since=x`);
    expect(wrong.status).toBe(400);
    for (let count = 0; count < 4; count += 1)
      expect((await fetch(`${url}/v1/events`, { headers: { 'last-event-id': 'x' } })).status).toBe(400);
  });

  it('holds one page for who does not read, however much is written', async () => {
    let asked = 0;
    const feed = createFeed(
      {
        lastChange: () => here.store.lastChange(),
        changes: (...args) => {
          asked += 1;
          return here.store.changes(...args);
        },
      },
      { most: 1 },
    );
    open.push(feed);
    const ending = new AbortController();
    const ticks = await feed.follow({}, '0', ending.signal);
    await ticks.next();
    const before = asked;
    for (let index = 0; index < 30; index += 1) await here.post(anInput({ id: `slow-${index}` }));
    await pause(50);
    expect(asked).toBe(before);
    expect((await ticks.next()).value?.changes.length).toBeLessThanOrEqual(100);
    expect(asked).toBe(before + 1);
    ending.abort();
  });

  it('answers 410 to who was away too long', async () => {
    const { url } = await start();
    await here.store.pruneChanges({ before: 0, most: 1 });
    const answer = await fetch(`${url}/v1/events`, { headers: { 'last-event-id': '0' } });
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([410, 'gone']);
  });

  it('ends when the server stops', async () => {
    const running = await start();
    open.length = 0;
    const response = await fetch(`${running.url}/v1/events`);
    const text = response.text();
    await pause(50);
    here.services.feed.close();
    const begun = performance.now();
    await running.close();
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await text).toContain('retry: ');
  });
});
