import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ndjson, run } from './run.ts';

let folder = '';
const crosscheck = (args: string[], input = '', database = 'test.db') =>
  run(args, input, { CROSSCHECK_DATABASE: join(folder, database), CROSSCHECK_SAMPLES: 'false' });
const told = (id: string, topic: string, count: string) => ({
  ...{ id, outlet: `Outlet ${id}`, publishedAt: '2025-03-04T09:00:00Z', topic },
  text: `${count} people were killed when a bridge collapsed in Genoa on Monday.`,
});
const said = ['--actor', 'ana', '--reason', 'one bridge'];
const lines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crosscheck-topics-'));
  const rows = [told('a', 'bridge', 'Ten'), told('b', 'bridge', 'Ten'), told('c', 'collapse', 'Thirty')];
  expect((await crosscheck(['ingest', '-'], ndjson(...rows))).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('crosscheck topics', () => {
  it('merges a topic into another, and asks for either show that one', async () => {
    const merged = await crosscheck(['topics', 'merge', 'collapse', 'bridge', ...said]);
    expect(merged).toMatchObject({ status: 0, complaints: '' });
    expect(lines(merged.output)).toMatchObject([{ id: 'bridge', documents: 3, conflicts: 1 }]);
    const again = await crosscheck(['topics', 'merge', 'collapse', 'bridge', ...said]);
    expect([again.status, again.complaints]).toEqual([0, 'It is so already.\n']);
    const asked = await crosscheck(['discrepancies', 'collapse', '--json']);
    expect(asked.complaints).toBe('"collapse" was merged: this is "bridge".\n');
    expect(JSON.parse(asked.output).data).toHaveLength(1);
    expect(lines((await crosscheck(['topics', 'merges', 'bridge'])).output)).toMatchObject([
      { id: 'collapse', into: 'bridge', actor: 'ana', reason: 'one bridge' },
    ]);
    const trail = lines((await crosscheck(['audit', '--action', 'topic.change', '--json'])).output);
    expect(trail).toHaveLength(1);
    expect(trail[0]).toMatchObject({ actor: 'command line', target: 'collapse' });
    expect(trail[0].detail).toBe('merged into bridge; by ana; because: one bridge');
  });

  it('exports the name that an article came with, so that what is taken in again is the same', async () => {
    const { output } = await crosscheck(['export', '--topic', 'collapse']);
    expect(lines(output).map(({ id, topic }) => [id, topic])).toEqual([
      ['a', 'bridge'],
      ['b', 'bridge'],
      ['c', 'collapse'],
    ]);
    expect((await crosscheck(['import', '-'], output)).output).toMatch(/^(?:unchanged.*\n){3}$/);
  });

  it('takes a merge back, and puts single articles elsewhere', async () => {
    const back = await crosscheck(['topics', 'unmerge', 'collapse', ...said]);
    expect(lines(back.output)).toMatchObject([
      { id: 'bridge', documents: 2, conflicts: 0 },
      { id: 'collapse', documents: 1 },
    ]);
    const split = await crosscheck(['topics', 'split', 'bridge', 'b', '--into', 'collapse', ...said]);
    expect(lines(split.output)).toMatchObject([
      { id: 'bridge', documents: 1 },
      { id: 'collapse', documents: 2, conflicts: 1 },
    ]);
  });

  it('says what cannot be done, and does nothing', async () => {
    const failed = async (...args: string[]) => {
      const { status, complaints } = await crosscheck(['topics', ...args, ...said]);
      return [status, complaints];
    };
    expect(await failed('merge', 'nobody', 'bridge')).toEqual([
      1,
      expect.stringContaining('no topic "nobody"'),
    ]);
    expect(await failed('merge', 'bridge', 'bridge')).toEqual([1, expect.stringContaining('itself')]);
    expect(await failed('unmerge', 'nobody')).toEqual([1, expect.stringContaining('no topic "nobody"')]);
    expect(await failed('split', 'bridge', 'c')).toEqual([
      1,
      expect.stringContaining('no document of this topic'),
    ]);
    expect((await crosscheck(['topics', 'merge', 'bridge', 'collapse'])).status).toBe(2);
    expect((await crosscheck(['topics', 'merge', '--help'])).output).toContain('its id leads on');
  });
});
