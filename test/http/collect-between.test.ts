import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

/** Makes garbage in turns, as requests do: a third of the room each; prints in how many it was collected. */
const lines = (setUp: string): string => `
  import { PerformanceObserver } from 'node:perf_hooks';
  import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
  import { getHeapSpaceStatistics } from 'node:v8';
  import { collectBetweenRequests } from './src/http/collect-between.ts';
  ${setUp}
  const collected = [];
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) collected.push(startTime);
  }).observe({ entryTypes: ['gc'] });
  const KILOBYTE = 1024;
  const make = (kilobytes) => Array.from({ length: kilobytes }, () => new Array(KILOBYTE / 8 - 2).fill(null));
  // The room grows as long as much of it is kept.
  let kept = [];
  for (let n = 0; n < 60; n += 1) kept = [...kept.slice(-8), make(2 * KILOBYTE)];
  kept = [];
  const room = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size / 2;
  const turns = [];
  for (let n = 0; n < 100; n += 1) {
    await nextTurn();
    const from = performance.now();
    for (let part = 0; part < 100; part += 1) make(Math.floor((room * 0.35) / 100 / KILOBYTE));
    turns.push([from, performance.now()]);
  }
  await pause(20);
  const inside = turns.filter(([from, to]) => collected.some((at) => at >= from && at < to));
  process.stdout.write(String(inside.length));
`;

async function collectedInside(setUp: string): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', lines(setUp)]);
  const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(complaints).toBe('');
  return Number(output);
}

it('a request that makes much garbage does not wait until it is collected', { timeout: 60_000 }, async () => {
  const left = await collectedInside('');
  const set = await collectedInside('collectBetweenRequests();');
  expect(left).toBeGreaterThan(10);
  expect(set).toBeLessThan(left / 5);
});
