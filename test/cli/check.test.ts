import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, ndjson, run } from './run.ts';

let folder = '';
const crosscheck = (args: string[], input = '') =>
  run(args, input, { CROSSCHECK_DATABASE: join(folder, 'test.db'), COLUMNS: '120' });
const draft = (text: string): string => {
  writeFileSync(join(folder, 'draft.txt'), text);
  return join(folder, 'draft.txt');
};
const ten = 'Ten people were killed when a bridge collapsed in Genoa on Monday, police said.';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crosscheck-check-'));
  const lines = ndjson(
    article('a', { text: ten }),
    article('b', { outlet: 'Harbour News', text: ten.replace('police', 'the mayor') }),
  );
  expect((await crosscheck(['ingest', '-'], lines)).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('crosscheck check', () => {
  it('shows the words of the draft with the figure marked, and what the others say', async () => {
    const { status, output, complaints } = await crosscheck([
      'check',
      draft('Officials gave a figure. Seven people were killed when a bridge collapsed in Genoa on Monday.'),
      '--topic',
      'bridge',
    ]);
    expect([status, complaints]).toEqual([0, 'topic: bridge\n']);
    const words = output.replace(/[│\s]+/g, ' ');
    expect(words).toContain('[Seven]');
    expect(words).toMatch(/conflict/);
    expect(words).toContain('both cannot be true');
  });

  it('gives the same as JSON and as CSV, also from standard input', async () => {
    const text = `${ten}\n`;
    const json = JSON.parse((await crosscheck(['check', '-', '--topic', 'bridge', '--json'], text)).output);
    expect(json).toMatchObject({ topic: 'bridge', data: [{ text: 'Ten', verdict: 'agree' }] });
    const { output } = await crosscheck(['check', '-', '--topic', 'bridge', '--csv'], text);
    expect(parse(output, { columns: true })).toMatchObject([
      { text: 'Ten', verdict: 'agree', consensus: '10', status: 'agreed' },
    ]);
  });

  it('says so when there is no figure, no draft or no such topic', async () => {
    const none = await crosscheck(['check', draft('The cat slept.'), '--topic', 'bridge']);
    expect([none.status, none.output]).toEqual([0, '']);
    expect(none.complaints).toContain('No figure was found');
    expect((await crosscheck(['check', join(folder, 'nowhere.txt')])).status).toBe(1);
    expect((await crosscheck(['check', draft(''), '--topic', 'bridge'])).complaints).toContain('empty');
    const lost = await crosscheck(['check', draft(ten), '--topic', 'nowhere']);
    expect([lost.status, lost.output]).toEqual([1, '']);
    expect((await crosscheck(['check', draft(ten), '--csv', '--json'])).status).toBe(2);
  });
});
