import { describe, expect, it } from 'vitest';
import { article, ndjson, parseLines, run } from './run.ts';

interface Row {
  topic: string;
  claims: { id: string; documentId: string }[];
  findings: { verdict: string; claims: string[] }[];
  groups: unknown[];
  consensus: { positions: { claims: string[] }[]; best: unknown }[];
}
const rows = (output: string): Row[] => parseLines(output) as unknown as Row[];
const ten = 'Ten people were killed when a bridge collapsed in Genoa on Monday, police said.';
const four = 'Four people were killed when a bridge collapsed in Genoa on Monday, the mayor said.';

describe('crosscheck reconcile', () => {
  it('gives a line for each topic, whatever the order in which its documents arrive', async () => {
    const a = article('a', { text: ten, topic: 'one' });
    const b = article('b', { text: ten, topic: 'two' });
    const c = article('c', { text: four, topic: 'one', outlet: 'The Ravenna Star' });
    const { status, output } = await run(['reconcile'], ndjson(a, b, c));
    expect(status).toBe(0);
    expect(rows(output).map((row) => row.topic)).toEqual(['one', 'two']);
    expect(
      rows(output)[0]
        ?.claims.map((claim) => claim.documentId)
        .sort(),
    ).toEqual(['a', 'c']);
    const other = await run(['reconcile'], ndjson(c, b, a));
    const byTopic = (text: string) => rows(text).find((row) => row.topic === 'one');
    expect(byTopic(other.output)?.findings).toEqual(byTopic(output)?.findings);
    expect(byTopic(other.output)?.consensus).toEqual(byTopic(output)?.consensus);
  });

  it('finds that ten is not four', async () => {
    const { output } = await run(
      ['reconcile'],
      ndjson(article('a', { text: ten }), article('c', { text: four, outlet: 'The Ravenna Star' })),
    );
    expect(rows(output)[0]?.findings.map((finding) => finding.verdict)).toContain('conflict');
  });

  it('counts the same article once', async () => {
    const line = article('a', { text: ten });
    const { status, output, complaints } = await run(['reconcile'], ndjson(line, line));
    expect(status).toBe(0);
    expect(complaints).toContain('line 2: the same document again');
    expect(output).toBe((await run(['reconcile'], ndjson(line))).output);
  });

  it('refuses two documents under one id', async () => {
    const { status, complaints } = await run(
      ['reconcile'],
      ndjson(article('a', { text: ten }), article('a', { text: four })),
    );
    expect(status).toBe(1);
    expect(complaints).toContain('line 2: id: "a" stands for another document already.');
  });

  it('reads structured rows', async () => {
    const row = (outlet: string, value: unknown) => ({
      topic: 't',
      outlet,
      subject: 'Velden',
      predicate: 'population',
      value,
    });
    const { status, output, complaints } = await run(
      ['reconcile', '--claims'],
      ndjson(row('A', 5000), row('B', 5000), row('C', 'about 5,000'), { ...row('D', 1), subject: '' }),
    );
    expect(status).toBe(1);
    expect(complaints).toContain('line 4: subject: Say what it is about.');
    expect(rows(output)[0]).toMatchObject({ topic: 't', claims: [{}, {}, {}] });
    expect(rows(output)[0]?.consensus[0]).toMatchObject({ best: 5000 });
  });

  it('says nothing about nothing', async () => {
    expect(await run(['reconcile'], '')).toEqual({ status: 0, output: '', complaints: '' });
  });
});
