import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { claimRow, documentRow } from '../../src/store/rows.ts';
import { migrate, SQLITE_MIGRATIONS } from '../../src/store/sqlite/migrate.ts';
import * as schema from '../../src/store/sqlite/schema.ts';
import { entry } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
let count = 0;

/** A fresh database and a folder with these steps. */
function given(steps: Record<string, string>) {
  count += 1;
  const folder = inFolder(`steps-${count}`);
  mkdirSync(folder);
  const write = (name: string, sql: string) => writeFileSync(join(folder, `${name}.sql`), sql);
  for (const [name, sql] of Object.entries(steps)) write(name, sql);
  const connection = new Sqlite(inFolder(`${count}.db`));
  const remove = (name: string) => rmSync(join(folder, `${name}.sql`));
  return { connection, folder, write, remove, run: () => migrate(connection, folder) };
}

const FAMILY = `
  create table parent (id text primary key not null, name text not null) strict;
  create table child (id text primary key not null, parent_id text not null references parent(id) on delete cascade) strict;
  insert into parent values ('p1', 'a'), ('p2', 'b');
  insert into child values ('c1', 'p1'), ('c2', 'p2'), ('c3', 'p2');
`;
/** The way in which SQLite changes what ALTER TABLE cannot. */
const REBUILD = `
  create table new_parent (id text primary key not null, name text not null, kind text not null default 'x') strict;
  insert into new_parent (id, name) select id, name from parent;
  drop table parent;
  alter table new_parent rename to parent;
`;

const rows = (connection: Database, sql: string) => connection.prepare(sql).all();

describe('migrations', () => {
  it('run once, in the order of their numbers, and are recorded', () => {
    const { connection, run, write } = given({
      '0002_more': 'insert into a values (2)',
      '0001_start': 'create table a (n integer) strict; insert into a values (1);',
    });
    expect(run()).toEqual(['0001_start', '0002_more']);
    expect(run()).toEqual([]);
    write('0003_last', 'insert into a values (3)');
    expect(run()).toEqual(['0003_last']);
    expect(connection.prepare('select n from a').pluck().all()).toEqual([1, 2, 3]);
  });

  it('keep the child rows of a parent table that is rebuilt', () => {
    const { connection, run, write } = given({ '0001_start': FAMILY });
    run();
    write('0002_rebuild', REBUILD);
    run();
    expect(rows(connection, 'select id from child')).toHaveLength(3);
    expect(rows(connection, 'select kind from parent')).toEqual([{ kind: 'x' }, { kind: 'x' }]);
    expect(() => connection.exec("insert into child values ('c4', 'nobody')")).toThrow(/FOREIGN KEY/);
  });

  it('would lose those rows with foreign keys on, so the test above tests something', () => {
    const connection = new Sqlite(':memory:');
    connection.pragma('foreign_keys = on');
    connection.exec(`begin; ${FAMILY} ${REBUILD} commit;`);
    expect(rows(connection, 'select id from child')).toHaveLength(0);
  });

  it('that fail, or leave rows without parent, change nothing', () => {
    const { connection, run, write } = given({ '0001_start': FAMILY });
    run();
    write('0002_orphans', "delete from parent where id = 'p2'");
    expect(run).toThrow(/0002_orphans leaves 2 rows without parent/);
    write('0002_orphans', 'create table b (n integer) strict; insert into no_such_table values (1);');
    expect(run).toThrow(/no_such_table/);
    expect(rows(connection, 'select id from parent')).toHaveLength(2);
    expect(rows(connection, "select name from sqlite_master where name = 'b'")).toEqual([]);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(connection.inTransaction).toBe(false);
  });

  it('that were run may not change, disappear or be preceded by a new one', () => {
    const { run, write, remove } = given({ '0001_start': FAMILY, '0003_more': 'select 1' });
    run();
    write('0001_start', `${FAMILY} -- a word more`);
    expect(run).toThrow(/0001_start was changed after it was run/);
    write('0001_start', FAMILY.replaceAll('\n', '\r\n'));
    expect(run()).toEqual([]);
    write('0002_late', 'select 1');
    expect(run).toThrow(/0002_late comes before 0003_more/);
    remove('0002_late');
    remove('0001_start');
    expect(run).toThrow(/0001_start was run on .*file is missing/);
    write('0001_start', FAMILY);
    remove('0003_more');
    expect(run).toThrow(/newer Crosscheck/);
  });

  it('skip files that are no steps', () => {
    const { folder, run } = given({ '0001_start': 'create table a (n integer) strict' });
    writeFileSync(join(folder, 'notes.md'), 'x');
    writeFileSync(join(folder, 'draft.sql'), 'no sql at all');
    expect(run()).toEqual(['0001_start']);
  });
});

/** The steps up to one of them, in a folder of their own. */
function stepsUntil(last: string): string {
  const folder = inFolder(`until-${last}`);
  mkdirSync(folder);
  for (const step of readdirSync(SQLITE_MIGRATIONS)) {
    if (step.endsWith('.sql') && step <= `${last}.sql`)
      copyFileSync(join(SQLITE_MIGRATIONS, step), join(folder, step));
  }
  return folder;
}

describe('a database in which claims were put into the full-text index one by one', () => {
  const WORDS = { q: 'killed' };
  const page = { limit: 9 };

  async function upgraded() {
    const path = inFolder('words.db');
    const old = new Sqlite(path);
    migrate(old, stepsUntil('0009_merges'));
    const at = Date.parse('2025-10-07T12:00:00Z');
    const { document, claims } = entry('d1', 2);
    const written = documentRow(document, {
      ...{ digest: 'x', claims: 2, addedAt: at, changedAt: at, named: null },
    });
    const put = (table: string, row: Record<string, unknown>): void => {
      const names = Object.keys(row);
      const columns = names.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
      old.prepare(`insert into ${table} (${columns}) values (${names.map((name) => `@${name}`)})`).run(row);
    };
    old.exec(`insert into topics values ('ferry', 'Ferry', 0, 1, 1, 2, 0, 0, 0, 0, 1, 1, 1, null, 0);
      insert into outlets values ('harbour-post', 'harbour-post', null, 'outlet', 1)`);
    put('documents', written);
    for (const [n, one] of claims.entries()) put('claims', claimRow(one, n + 1, at));
    const facets = ['predicate', 'outlet', 'review'].flatMap((kind) =>
      ['f2', 'f1'].map((findingId) => ({ topicId: 'ferry', findingId, kind, value: `some-${kind}` })),
    );
    for (const facet of facets) put('finding_facets', facet);
    const before = rows(old, 'select * from finding_facets order by 1, 2, 3, 4');
    old.close();
    return { path, before };
  }

  it('keeps its words and its facets, and takes new ones', async () => {
    const { path, before } = await upgraded();
    const store = await openStore({ path });
    const found = async (): Promise<string[]> =>
      (await store.claims(WORDS, page)).data.map(({ id }) => id).sort();
    expect(await found()).toEqual(['d1-c0', 'd1-c1']);
    await store.addDocument(entry('d2', 2));
    expect(await found()).toEqual(['d1-c0', 'd1-c1', 'd2-c0', 'd2-c1']);
    await store.removeDocument('d1');
    expect(await found()).toEqual(['d2-c0', 'd2-c1']);
    await store.close();
    const raw = new Sqlite(path);
    expect(rows(raw, 'select * from finding_facets order by 1, 2, 3, 4')).toEqual(before);
    expect(rows(raw, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    raw.close();
  });
});

/** Columns, keys and indexes of every table, without what drizzle cannot say (STRICT, full text). */
function shape(connection: Database) {
  const tables = connection
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
    )
    .pluck()
    .all() as string[];
  return tables
    .filter((name) => name !== 'migrations')
    .sort()
    .map((name) => ({
      name,
      columns: connection.pragma(`table_xinfo(${name})`),
      parents: connection.pragma(`foreign_key_list(${name})`),
      indexes: (
        connection.pragma(`index_list(${name})`) as { name: string; unique: number; partial: number }[]
      )
        .map((index) => ({
          name: index.name,
          unique: index.unique,
          partial: index.partial,
          columns: connection.prepare(`select * from pragma_index_xinfo('${index.name}') where key`).all(),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    }));
}

describe('the schema', () => {
  const migrated = new Sqlite(':memory:');
  migrate(migrated);

  it('is the one that the tables in the code describe', async () => {
    const { tables, ...named } = schema;
    expect(Object.keys(named).sort()).toEqual(Object.keys(tables).sort());
    const empty = await generateSQLiteDrizzleJson({});
    const drafted = new Sqlite(':memory:');
    for (const sql of await generateSQLiteMigration(empty, await generateSQLiteDrizzleJson(named))) {
      drafted.exec(sql);
    }
    expect(shape(migrated)).toEqual(shape(drafted));
    expect(shape(drafted).length).toBe(Object.keys(tables).length);
  });

  it('has strict tables only', () => {
    const loose = migrated
      .prepare(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it('has a snapshot for the newest step, from which the next one is drafted', () => {
    const steps = readdirSync(SQLITE_MIGRATIONS).filter((name) => name.endsWith('.sql'));
    const journal = JSON.parse(readFileSync(join(SQLITE_MIGRATIONS, 'meta/_journal.json'), 'utf8'));
    expect(journal.entries.map((one: { tag: string }) => `${one.tag}.sql`)).toEqual(steps.sort());
  });
});
