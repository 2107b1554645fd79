import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder } from '../store/folder.ts';
import { article, ndjson, parseLines, run } from './run.ts';

const inFolder = temporaryFolder();
const on = (name: string) => {
  const database = inFolder(name);
  const crosscheck = (args: string[], input = '') =>
    run(args, input, { CROSSCHECK_DATABASE: database, CROSSCHECK_SAMPLES: 'false' });
  return { database, crosscheck };
};

const SAMPLES = join(import.meta.dirname, '../../data/samples');
const sampleLines = readdirSync(SAMPLES)
  .sort()
  .map((name) => join(SAMPLES, name, 'documents.jsonl'))
  .filter((path) => existsSync(path))
  .flatMap((path) => parseLines(readFileSync(path, 'utf8')))
  .slice(0, 5);

const page = (text: string) =>
  `<html><head><title>Bridge falls</title></head><body><article><h1>Bridge falls</h1><p>${text}</p><p>Rescuers were looking for more people at the river on Tuesday, the mayor said.</p></article></body></html>`;

/** Claims and topics of a database, in an order that does not depend on when they came. */
async function contentsOf(database: string) {
  const store = await openStore({ path: database });
  const claims = [];
  for (let after: string | null | undefined; after !== null; ) {
    const part = await store.claims({}, { limit: 500, after });
    claims.push(...part.data);
    after = part.next;
  }
  const topics = (await store.topics({ limit: 500 })).data.map(({ id, documents, claims: all, groups }) => ({
    ...{ id, documents, all, groups },
  }));
  await store.close();
  return { claims: claims.sort((a, b) => (a.id < b.id ? -1 : 1)), topics };
}

describe('what is exported', () => {
  it('gives the same claims and topics when it is imported elsewhere', async () => {
    const [here, there] = [on('from.db'), on('to.db')];
    const { topic: _, ...unsorted } = article('u1');
    const inputs = [
      ...sampleLines,
      ...[unsorted, { ...unsorted, id: 'u2', outlet: 'Other Times' }],
      { ...article('page'), text: undefined, html: page(article('x').text), url: 'https://a.example/1' },
      { ...article('odd'), outlet: '→', topic: 'Ünïcode "topic"', zone: 'Africa/Cairo', language: 'en' },
    ];
    expect((await here.crosscheck(['ingest', '-'], ndjson(...inputs))).complaints).not.toContain('could not');
    const exported = await here.crosscheck(['export']);
    expect(parseLines(exported.output)).toHaveLength(inputs.length);
    const imported = await there.crosscheck(['import'], exported.output);
    expect([imported.status, imported.complaints]).toEqual([0, expect.not.stringContaining('could not')]);
    const [before, after] = [await contentsOf(here.database), await contentsOf(there.database)];
    expect(before.claims.length).toBeGreaterThan(10);
    expect(after).toEqual(before);
    expect((await there.crosscheck(['export'])).output).toBe(exported.output);
  }, 60_000);

  it('is that of one topic, when it is named, and says when there is no such thing', async () => {
    const { crosscheck } = on('topics.db');
    expect((await crosscheck(['export'])).complaints).toContain('There is no database');
    await crosscheck(['ingest', '-'], ndjson(article('a'), article('b', { topic: 'flood' })));
    const lines = parseLines((await crosscheck(['export', '--topic', 'flood'])).output);
    expect(lines.map(({ id }) => id)).toEqual(['b']);
    expect((await crosscheck(['export', '--topic', 'none'])).complaints).toContain('no topic "none"');
    expect((await crosscheck(['import', inFolder('none.ndjson')])).complaints).toContain('no such file');
  });
});

describe('a backup', () => {
  it('is a whole database, taken while another has it open, for its owner alone', async () => {
    const { database, crosscheck } = on('live.db');
    await crosscheck(['ingest', '-'], ndjson(article('a')));
    const store = await openStore({ path: database });
    await store.putTopic({ id: 'late', title: 'Written just now' });
    const copy = inFolder('copy.db');
    const { status, complaints } = await crosscheck(['backup', copy]);
    await store.close();
    expect([status, complaints]).toEqual([0, expect.stringContaining(copy)]);
    expect(statSync(copy).mode & 0o077).toBe(0);
    expect(await contentsOf(copy)).toEqual(await contentsOf(database));
    expect((await contentsOf(copy)).topics.map(({ id }) => id)).toContain('late');
  });

  it('never takes the place of a file, and leaves nothing behind when it fails', async () => {
    const { database, crosscheck } = on('kept.db');
    const copy = inFolder('precious.db');
    expect((await crosscheck(['backup', copy])).complaints).toContain('There is no database');
    expect(existsSync(database)).toBe(false);
    await crosscheck(['migrate']);
    writeFileSync(copy, 'precious');
    for (const name of [copy, database]) {
      const { status, complaints } = await crosscheck(['backup', name]);
      expect([status, complaints]).toEqual([1, expect.stringContaining('is there already')]);
    }
    expect((await crosscheck(['backup', inFolder('none/copy.db')])).complaints).toContain('no folder');
    expect(readFileSync(copy, 'utf8')).toBe('precious');
    expect(readdirSync(dirname(copy)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('crosscheck audit', () => {
  it('shows who did what, as a table or as JSON', async () => {
    const { crosscheck } = on('audit.db');
    expect((await crosscheck(['audit'])).complaints).toContain('Nothing');
    for (const name of ['desk', 'robot'])
      await crosscheck(['keys', 'create', '--name', name, '--scopes', 'read']);
    const { output, status } = await crosscheck(['audit']);
    expect(status).toBe(0);
    expect(output).toMatch(/command line.*key\.create.*robot: read/);
    const lines = parseLines((await crosscheck(['audit', '--json', '--action', 'key.create'])).output);
    expect(lines.map(({ detail }) => detail)).toEqual(['robot: read', 'desk: read']);
    expect(parseLines((await crosscheck(['audit', '--json', '--limit', '1'])).output)).toHaveLength(1);
    expect((await crosscheck(['audit', '--actor', 'nobody'])).output).toBe('');
    expect(output).not.toContain('cck_');
  });
});
