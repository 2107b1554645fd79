import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ndjson, run } from './run.ts';

let folder = '';
const crosscheck = (args: string[], input = '') =>
  run(args, input, { CROSSCHECK_DATABASE: join(folder, 'test.db'), CROSSCHECK_SAMPLES: 'false' });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crosscheck-review-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const told = (id: string, outlet: string, text: string) => ({
  ...{ id, outlet, publishedAt: '2025-03-04T09:00:00Z', topic: 'bridge', text },
});
const said = ['--actor', 'ana', '--reason', 'two bridges'];

describe('crosscheck review', () => {
  it('dismisses a conflict, which stays dismissed, and lists what was said', async () => {
    const rows = [
      told('a', 'Plum Daily', 'Ten people were killed when a bridge collapsed in Genoa on Monday.'),
      told('b', 'Pear Post', 'Thirty people were killed when a bridge collapsed in Genoa on Monday.'),
    ];
    await crosscheck(['ingest', '-'], ndjson(...rows));
    const {
      data: [conflict],
    } = JSON.parse((await crosscheck(['discrepancies', 'bridge', '--tier', 'conflict', '--json'])).output);
    expect(conflict.review).toEqual({ status: 'open' });
    const added = await crosscheck(['review', 'add', 'dismiss', conflict.id, ...said]);
    expect(added).toMatchObject({ status: 0, complaints: '' });
    expect(JSON.parse(added.output)).toMatchObject({ kind: 'dismiss', actor: 'ana', verdict: 'conflict' });
    await crosscheck(
      ['ingest', '-'],
      ndjson(told('c', 'Quince Herald', 'Two cranes were brought to the bridge in Genoa on Tuesday.')),
    );
    const { data: after } = JSON.parse(
      (await crosscheck(['discrepancies', 'bridge', '--tier', 'conflict', '--json'])).output,
    );
    expect(after[0]).toMatchObject({ id: conflict.id, flagged: false, review: { status: 'dismissed' } });
    const listed = await crosscheck(['review', 'list', 'bridge']);
    expect(listed.output).toBe(added.output);
  });

  it('says what it does not know', async () => {
    const unknown = await crosscheck(['review', 'add', 'dismiss', 'fnd_nothing', ...said]);
    expect(unknown.status).toBe(1);
    expect(unknown.complaints).toContain('There is no finding "fnd_nothing".');
    expect((await crosscheck(['review', 'add', 'same', 'a', 'b', ...said])).complaints).toContain(
      'two claims',
    );
    expect((await crosscheck(['review', 'add', 'same', 'a', 'b'])).status).toBe(2);
  });
});

describe('crosscheck reconcile without a topic', () => {
  it('finds one topic a story, after those that were given', async () => {
    const rows = [
      {
        ...told(
          'a',
          'Plum Daily',
          'A ferry sank off Bergen on Monday and killed 14 people. Captain Olaf Brunsvik died.',
        ),
        topic: undefined,
      },
      {
        ...told(
          'b',
          'Pear Post',
          'Olaf Brunsvik went down with the ferry off Bergen on Monday; 12 people were killed.',
        ),
        topic: undefined,
      },
      {
        ...told('c', 'Plum Daily', 'A fire in Turin killed 3 people on Monday. Its owner is Carla Menotti.'),
        topic: undefined,
      },
      told('d', 'Plum Daily', 'Ten people were killed when a bridge collapsed in Genoa on Monday.'),
    ];
    const { output, status } = await crosscheck(['reconcile'], ndjson(...rows));
    expect(status).toBe(0);
    const topics = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      topics.map((one) => new Set(one.claims.map((c: { documentId: string }) => c.documentId)).size),
    ).toEqual([1, 2, 1]);
    expect(topics[0].topic).toBe('bridge');
    expect(topics[1].topic).toMatch(/^top_/);
    expect(topics[1].claims.every((c: { topic: string }) => c.topic === topics[1].topic)).toBe(true);
  });
});
