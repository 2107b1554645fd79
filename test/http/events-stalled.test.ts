import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Change } from '../../src/change/change.ts';
import { createApp } from '../../src/http/app.ts';
import { createFeed } from '../../src/jobs/feed.ts';
import { withApp } from './harness.ts';
import { servers } from './wire.ts';

const here = withApp();
const listen = servers();

/** Bytes of one change, and how many of them a system may hold for a connection that nobody reads from. */
const SIZE = 20_000;
const HELD = 64_000_000 / SIZE;

const change = (number: number): Change => ({
  ...{ cursor: String(number), type: 'topic.changed', entity: 'topic', id: `t-${number}`, action: 'changed' },
  ...{ topic: null, at: '2025-11-04T10:00:00Z', data: { words: 'x'.repeat(SIZE) } },
});

/** Changes without end, ten a page; `asked` is how far they were asked for by anybody. */
function endless() {
  const seen = { asked: 0 };
  return {
    seen,
    lastChange: async () => 1_000_000,
    changes: async (
      _filter: unknown,
      { since = '0', limit }: { since?: string | undefined; limit: number },
    ) => {
      const from = Number(since);
      const data = Array.from({ length: Math.min(limit, 10) }, (_, at) => change(from + at + 1));
      const cursor = data.at(-1)?.cursor ?? since;
      if (limit > 1) seen.asked = Math.max(seen.asked, Number(cursor));
      return { data, cursor, next: cursor };
    },
  };
}

/** The numbers of the changes that came whole. A beat has an id and no event. */
const numbersIn = (text: string): number[] => {
  const whole = text.slice(0, text.lastIndexOf('\n\n') + 2);
  return [...whole.matchAll(/^id: (\d+)\nevent: /gm)].map(([, number]) => Number(number));
};

/** Asks for events over a connection of its own; what comes is read only when it is told to. */
async function ask(url: string, last: number) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const chunks: Buffer[] = [];
  socket.on('error', () => {});
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.pause();
  socket.write(`GET /v1/events HTTP/1.1\r\nHost: ${hostname}\r\nLast-Event-ID: ${last}\r\n\r\n`);
  return { socket, text: () => Buffer.concat(chunks).toString('latin1') };
}

it('a listener who stops reading is not read ahead for, is dropped, and misses nothing when he comes again', async () => {
  const store = endless();
  const feed = createFeed(store as unknown as typeof here.store, { most: 2, patience: 1_000 });
  const url = await listen(createApp({ ...here.services, feed }));
  const stalled = await ask(url, 0);
  await expect.poll(() => store.seen.asked, { timeout: 10_000 }).toBeGreaterThan(0);
  // As much as the system takes off our hands, and then no more, though there is more.
  let before = -1;
  while (before !== store.seen.asked) {
    before = store.seen.asked;
    await pause(150);
  }
  expect(store.seen.asked).toBeLessThan(HELD);

  // Another one goes on meanwhile, far past the place where the first one stopped.
  const reading = await ask(url, before + 1_000);
  reading.socket.resume();
  await expect
    .poll(() => numbersIn(reading.text()).at(-1) ?? 0, { timeout: 10_000 })
    .toBeGreaterThan(before + 1_200);
  reading.socket.destroy();

  // Who does not read is let go: his place is free again, and what the system had taken is all that he got.
  const closed = once(stalled.socket, 'close');
  await pause(1_200);
  stalled.socket.resume();
  await closed;
  const got = numbersIn(stalled.text());
  expect(got.length).toBeLessThanOrEqual(before);
  const again = [await ask(url, got.at(-1) ?? 0), await ask(url, got.at(-1) ?? 0)];
  for (const { socket, text } of again) {
    socket.resume();
    await expect.poll(() => numbersIn(text()).length, { timeout: 10_000 }).toBeGreaterThan(20);
    socket.destroy();
    const all = [...got, ...numbersIn(text())];
    expect(all).toEqual(all.map((_, at) => at + 1));
  }
  feed.close();
}, 60_000);
