import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { entry } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
const WRITER = join(import.meta.dirname, 'writer.ts');

function startWriter(path: string, prefix: string, count: number, claims: number): ChildProcess {
  const parts = [path, prefix, String(count), String(claims)];
  return spawn(process.execPath, ['--import', 'tsx', WRITER, ...parts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills a writer without warning after it has told of so many documents; answers how many it told of at last. */
async function killAfter(child: ChildProcess, told: number, pause: number): Promise<number> {
  if (!child.stdout) throw new Error('the writer has no output');
  let last = -1;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    last = Number(line);
    if (last === told) setTimeout(() => child.kill('SIGKILL'), pause);
  });
  await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  return last;
}

/** What must hold at every moment, however the last writer ended. */
function wrongIn(path: string): unknown[] {
  const raw = new Sqlite(path, { readonly: true });
  const rows = (sql: string) => raw.prepare(sql).all();
  const wrong = [
    ...(rows('pragma integrity_check') as { integrity_check: string }[]).filter(
      (row) => row.integrity_check !== 'ok',
    ),
    ...rows('pragma foreign_key_check'),
    // A document has all of its claims, each with its words in the full-text index.
    ...rows(
      'select id from documents d where claims <> (select count(*) from claims c where c.document_id = d.id)',
    ),
    ...rows(
      "select seq from claims where seq not in (select rowid from claim_search where claim_search match 'killed')",
    ),
    ...rows(
      "select rowid from claim_search where claim_search match 'killed' and rowid not in (select seq from claims)",
    ),
    // The counts of a topic are those of its rows, and its view is the one of its version.
    ...rows(
      'select id from topics t where documents <> (select count(*) from documents d where d.topic_id = t.id)',
    ),
    ...rows(
      'select id from topics t where claims <> (select count(*) from claims c where c.topic_id = t.id)',
    ),
    ...rows(
      'select id from topics t where outlets <> (select count(distinct outlet_id) from documents d where d.topic_id = t.id)',
    ),
    ...rows(
      'select id from topics t where groups <> (select count(*) from groups g where g.topic_id = t.id)',
    ),
    ...rows(
      'select id from topics t where groups <> (select count(*) from consensus c where c.topic_id = t.id)',
    ),
    ...rows(
      'select id from topics t where conflicts <> (select count(*) from findings f where f.topic_id = t.id)',
    ),
    ...rows('select v.topic_id from views v join topics t on t.id = v.topic_id where v.version <> t.version'),
    ...rows('select id from outlets o where not exists (select 1 from documents d where d.outlet_id = o.id)'),
  ];
  raw.close();
  return wrong;
}

describe('several processes', () => {
  it('killed in the middle of writing leave nothing half-written, and the next one starts', async () => {
    const path = inFolder('killed.db');
    for (let round = 0; round < 5; round += 1) {
      const told = await killAfter(startWriter(path, `r${round}`, 1_000_000, 150), 3 + round * 2, round * 3);
      const store = await openStore({ path });
      expect(wrongIn(path)).toEqual([]);
      for (let index = 0; index <= told; index += 1) {
        const document = await store.document(`r${round}-${index}`);
        expect(document === null, `document ${index} of round ${round}`).toBe(index % 5 === 0);
      }
      expect(await store.addDocument(entry(`after-${round}`, 2))).toMatchObject({ added: true });
      await store.close();
    }
  }, 120_000);

  it('write at once without losing or mixing anything', async () => {
    const path = inFolder('two.db');
    const writers = ['a', 'b'].map((prefix) => startWriter(path, prefix, 60, 8));
    for (const writer of writers) writer.stdout?.resume();
    const ends = await Promise.all(writers.map((writer) => once(writer, 'exit')));
    expect(ends.map(([code]) => code)).toEqual([0, 0]);
    expect(wrongIn(path)).toEqual([]);
    const store = await openStore({ path });
    expect(await store.topic('ferry')).toMatchObject({ documents: 2 * 48, outlets: 7 });
    await store.close();
  }, 120_000);

  it('would be caught by the checks above if a document lost a claim', async () => {
    const path = inFolder('checks.db');
    const store = await openStore({ path });
    await store.addDocument(entry('d1', 2));
    await store.close();
    expect(wrongIn(path)).toEqual([]);
    const raw = new Sqlite(path);
    raw.exec("delete from claims where id = 'd1-c1'");
    raw.close();
    expect(wrongIn(path)).toEqual([{ id: 'd1' }, { id: 'ferry' }]);
  });
});
