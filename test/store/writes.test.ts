import { existsSync, readFileSync, statSync } from 'node:fs';
import Sqlite, { type Database as Connection } from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { settle } from '../../src/ingest.ts';
import { relationalStore } from '../../src/store/relational-store.ts';
import { connectSqlite } from '../../src/store/sqlite/connect.ts';
import { sqliteDatabase } from '../../src/store/sqlite/sqlite-database.ts';
import type { Store } from '../../src/store/store.ts';
import { claim, document, type Told, vocabulary } from '../builders.ts';
import { outlet } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
const NOW = new Date('2025-10-20T00:00:00Z');
const SUBJECTS = Array.from({ length: 12 }, (_, n) => `people-${n}`);
const TABLES = ['groups', 'consensus', 'findings', 'finding_facets', 'views', 'topics'];

let count = 0;
const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** A store whose written rows are counted by table: those that are added, changed and removed. */
async function counted() {
  count += 1;
  const connections = await connectSqlite(inFolder(`${count}.db`), { patience: 1_000 });
  const { writer } = connections;
  writer.exec('create temp table written (name text not null)');
  for (const table of TABLES) {
    for (const event of ['insert', 'update', 'delete']) {
      writer.exec(
        `create temp trigger ${table}_${event} after ${event} on main.${table} begin insert into written values ('${table}'); end`,
      );
    }
  }
  const store = relationalStore(sqliteDatabase(connections, 1_000), () => 0);
  opened.push(store);
  return { store, writer };
}

const put = (store: Store, id: string, rows: readonly Told[]): Promise<unknown> => {
  const name = `outlet-${id}`;
  const claims: Claim[] = rows.map((told, n) =>
    claim({ ...told, outlet: name, document: id, id: `${id}-${n}` }),
  );
  return store.addDocument({ document: document(id, name), claims, outlet: outlet(name) });
};

/** What a process wrote, as Linux counts it. */
const IO = '/proc/self/io';

/** Bytes that were written to anything, and to the log of the database. */
const written = (writer: Connection) => ({
  all: Number(/wchar: (\d+)/.exec(readFileSync(IO, 'latin1'))?.[1]),
  log: statSync(`${writer.name}-wal`).size,
});

/** What a settled topic writes, by table. */
async function writtenBySettling(store: Store, writer: Connection): Promise<Record<string, number>> {
  writer.exec('delete from temp.written');
  const { failed } = await settle(store, vocabulary, { now: NOW });
  if (failed[0]) throw failed[0].error;
  const rows = writer.prepare('select name, count(*) as n from temp.written group by name').all();
  return Object.fromEntries((rows as { name: string; n: number }[]).map(({ name, n }) => [name, n]));
}

/** A topic of so many questions that two outlets disagree on, settled. */
async function disputed(questions: number) {
  const opened = await counted();
  const subjects = SUBJECTS.slice(0, questions);
  for (const [id, value] of [
    ['a', '10'],
    ['b', '24'],
  ] as const) {
    const rows = subjects.map((subject): Told => ({ value, subject }));
    await put(opened.store, id, rows);
  }
  await writtenBySettling(opened.store, opened.writer);
  return opened;
}

describe('taking a document', () => {
  it('writes the words of all its claims into the full-text index at once', async () => {
    const { store, writer } = await counted();
    await put(
      store,
      'a',
      SUBJECTS.map((subject) => ({ value: '10', subject })),
    );
    expect(writer.prepare('select count(*) from claim_search_docsize').pluck().get()).toBe(SUBJECTS.length);
    expect(writer.prepare('select count(distinct segid) from claim_search_idx').pluck().get()).toBe(1);
  });

  it.skipIf(!existsSync(IO))('keeps no page aside on disk, and nor does its removal', async () => {
    const { store, writer } = await counted();
    const asideFor = async (work: () => Promise<unknown>): Promise<number> => {
      const before = written(writer);
      await work();
      const after = written(writer);
      return (after.all - before.all) / (after.log - before.log);
    };
    const subjects = Array.from({ length: 60 }, (_, n) => `people-${n}`);
    await put(store, 'a', []);
    const rows = subjects.map((subject): Told => ({ value: '10', subject }));
    expect(await asideFor(() => put(store, 'b', rows))).toBeLessThan(1.3);
    expect(await asideFor(() => store.removeDocument('b'))).toBeLessThan(1.3);
  });
});

describe('settling a topic', () => {
  it('writes the rows of the question that a new article is about, and no others', async () => {
    const [few, many] = [await disputed(2), await disputed(12)];
    const written = async ({ store, writer }: typeof few) => {
      await put(store, 'c', [{ value: '24', subject: 'people-0' }]);
      return writtenBySettling(store, writer);
    };
    const ofFew = await written(few);
    expect(ofFew).toMatchObject({ groups: 1, topics: 1, views: 2 });
    expect(ofFew['findings']).toBeGreaterThan(0);
    expect(await written(many)).toEqual(ofFew);
  });

  it('writes nothing of groups and findings when nothing about them changed', async () => {
    const { store, writer } = await disputed(3);
    await put(store, 'c', []);
    const { groups, consensus, findings, finding_facets, views } = await writtenBySettling(store, writer);
    expect([groups, consensus, findings, finding_facets]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    // They count the documents too.
    expect(views).toBe(2);
  });

  it('writes of a finding that another outlet bears out only what it says, and tells that it changed', async () => {
    const { store, writer } = await disputed(3);
    await put(store, 'c', [{ value: '24', subject: 'people-0', origin: 'outlet-b' }]);
    writer.exec(`create temp table placed (id text);
      create temp trigger findings_placed after update of verdict, tier, level, score on main.findings
      begin insert into placed values (new.id); end`);
    const { cursor } = await store.changes({}, { since: 'now', limit: 1 });
    const written = await writtenBySettling(store, writer);
    expect(written['findings']).toBeGreaterThan(0);
    expect(writer.prepare('select count(*) from temp.placed').pluck().get()).toBe(0);
    const told = (
      await store.changes({ types: ['conflict.changed', 'conflict.resolved'] }, { since: cursor, limit: 99 })
    ).data;
    expect(told.map(({ action }) => action)).toEqual(['changed']);
    expect((await store.finding(told[0]?.id ?? ''))?.claims).toContain('c-0');
  });

  it('leaves the facets of findings that are still there', async () => {
    const { store, writer } = await disputed(3);
    const facets = () => writer.prepare('select * from finding_facets order by 1, 2, 3, 4').all();
    const before = facets();
    await put(store, 'c', [{ value: '24', subject: 'people-0' }]);
    await writtenBySettling(store, writer);
    await store.removeDocument('c');
    await writtenBySettling(store, writer);
    expect(facets()).toEqual(before);
  });
});

describe('the rows that a process wrote', () => {
  const rowsOf = (writer: Connection) => [
    writer.prepare('select id, digest, position, body from consensus order by id').all(),
    writer.prepare('select id, digest, facets, body from findings order by id').all(),
    writer.prepare('select * from finding_facets order by 1, 2, 3, 4').all(),
  ];

  it('are put right when somebody else changed them meanwhile', async () => {
    const { store, writer } = await disputed(3);
    const before = rowsOf(writer);
    const other = new Sqlite(writer.name);
    other.exec("update findings set digest = 'x', body = '{}' where verdict = 'conflict'");
    other.exec("update consensus set digest = 'x', position = position + 7");
    other.close();
    await put(store, 'c', []);
    await writtenBySettling(store, writer);
    await store.removeDocument('c');
    await writtenBySettling(store, writer);
    expect(rowsOf(writer)).toEqual(before);
  });

  it('count for nothing when the write was undone', async () => {
    const { store, writer } = await disputed(3);
    await put(store, 'c', [{ value: '31', subject: 'people-0' }]);
    writer.exec(
      "create temp trigger refused before update of version on main.topics begin select raise(abort, 'no'); end",
    );
    await expect(writtenBySettling(store, writer)).rejects.toThrow();
    writer.exec('drop trigger temp.refused');
    await writtenBySettling(store, writer);
    const after = rowsOf(writer);
    const fresh = await disputed(3);
    await put(fresh.store, 'c', [{ value: '31', subject: 'people-0' }]);
    await writtenBySettling(fresh.store, fresh.writer);
    expect(after).toEqual(rowsOf(fresh.writer));
  });
});
