import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { withApp } from './harness.ts';
import { tellStory } from './story.ts';
import { ask, servers } from './wire.ts';

const here = withApp(tellStory);
const listen = servers();
let url = '';
beforeAll(async () => {
  url = await listen(here.app);
});

const WRITES = 150;

/** Another process that gives the story one title after the other. */
function startWriter(path: string) {
  const lines = `
    import { setTimeout as pause } from 'node:timers/promises';
    import { openStore } from './src/store/open.ts';
    const store = await openStore({ path: ${JSON.stringify(path)} });
    for (let number = 1; number <= ${WRITES}; number += 1) {
      await store.putTopic({ id: 'harbour-flood', title: 'Title ' + number });
      await pause(number % 3);
    }
    await store.close();`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', lines], {
    cwd: join(import.meta.dirname, '../..'),
  });
}

it('what is at hand is never older than a change that was told of, though another process wrote it', async () => {
  const writer = startWriter(here.path);
  const complaints = text(writer.stderr);
  const ended = once(writer, 'exit');
  let { cursor } = JSON.parse((await ask(`${url}/v1/changes?since=now`)).body.toString());
  let [told, has, etag, rounds] = [0, 0, '"none"', 0];
  const statuses = new Set<number>();
  while (told < WRITES && writer.exitCode !== 1) {
    const page = JSON.parse((await ask(`${url}/v1/changes?since=${cursor}&limit=500`)).body.toString());
    cursor = page.cursor;
    told += page.data.filter(({ type }: { type: string }) => type === 'topic.changed').length;
    // Twice is worth keeping, and the third time it is at hand.
    for (const _ of [1, 2, 3]) {
      const { status, headers, body } = await ask(`${url}/v1/topics`, { 'if-none-match': etag });
      statuses.add(status);
      if (status === 200) {
        etag = headers.etag ?? '';
        has = Number(/"title":"Title (\d+)"/.exec(body.toString())?.[1] ?? 0);
      }
      expect(has, `round ${rounds}`).toBeGreaterThanOrEqual(told);
    }
    rounds += 1;
  }
  expect([await complaints, (await ended)[0]]).toEqual(['', 0]);
  expect([told, has]).toEqual([WRITES, WRITES]);
  expect([...statuses].sort()).toEqual([200, 304]);
}, 60_000);
