import { getTableColumns, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database, Queries } from '../database.ts';
import type { Tables } from '../tables.ts';
import { type Connections, whileBusy } from './connect.ts';
import { explainFailure } from './failure.ts';
import { tables } from './schema.ts';

/** Runs what it is given one after the other. */
function makeQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

const MOST_WORDS = 32;

/** Each run of non-blanks that has a letter or digit, as a quoted phrase: nothing in it is query syntax. */
const asPhrases = (typed: string): string | null => {
  const words = typed.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  return words
    .slice(0, MOST_WORDS)
    .map((word) => `"${word.replaceAll('"', ' ').replaceAll('\0', ' ')}"`)
    .join(' AND ');
};

type Write = 'insert' | 'upsert';

/** A prepared statement that adds a row; `upsert` replaces what is not its key when the key is there. */
function prepareWrite(q: Queries, write: Write, name: keyof Tables) {
  const table = tables[name];
  const entries = Object.entries(getTableColumns(table));
  const insert = q
    .insert(table)
    .values(Object.fromEntries(entries.map(([field]) => [field, sql.placeholder(field)])) as never);
  if (write === 'insert') return insert.prepare(`insert_${name}`);

  const config = getTableConfig(table as unknown as SQLiteTable);
  const key = new Set([
    ...config.primaryKeys.flatMap((one) => one.columns.map((column) => column.name)),
    ...config.columns.filter((column) => column.primary).map((column) => column.name),
  ]);
  const target = entries.filter(([, column]) => key.has(column.name)).map(([, column]) => column);
  const rest = entries.filter(([, column]) => !key.has(column.name));
  const set = rest.map(([field, column]) => [field, sql`excluded.${sql.identifier(column.name)}`]);
  return insert
    .onConflictDoUpdate({ target: target as never, set: Object.fromEntries(set) as never })
    .prepare(`upsert_${name}`);
}

/** SQLite behind the seam: one writer behind a queue and BEGIN IMMEDIATE, connections that only read. */
export function sqliteDatabase({ writer, reader, snapshots, path }: Connections, patience: number): Database {
  const reads = drizzle(reader) as unknown as Queries;
  const steady = drizzle(snapshots) as unknown as Queries;
  const writes = drizzle(writer) as unknown as Queries;
  const inWriteQueue = makeQueue();
  const inReadQueue = makeQueue();
  const prepared = new Map<string, ReturnType<typeof prepareWrite>>();

  const put =
    (write: Write) =>
    async (q: Queries, name: keyof Tables, rows: readonly object[]): Promise<void> => {
      const key = `${write} ${name}`;
      const statement = prepared.get(key) ?? prepareWrite(q, write, name);
      prepared.set(key, statement);
      for (const row of rows) await statement.execute(row as Record<string, unknown>);
    };

  const transaction = async <T>(
    connection: typeof writer,
    begin: () => Promise<unknown>,
    work: () => Promise<T>,
  ): Promise<T> => {
    try {
      await begin();
      const result = await work();
      connection.exec('commit');
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec('rollback');
      throw error;
    }
  };

  return {
    tables,
    reads,
    snapshot: (work) =>
      inReadQueue(() =>
        transaction(
          snapshots,
          async () => snapshots.exec('begin'),
          () => work(steady),
        ),
      ),
    write: (work) =>
      inWriteQueue(() =>
        transaction(
          writer,
          () => whileBusy(patience, () => writer.exec('begin immediate')),
          () => work(writes),
        ),
      ),
    insert: put('insert'),
    upsert: put('upsert'),
    evidence: {
      // CROSS JOIN: the full-text index leads, so that it is left as soon as the page is full.
      from: sql`claim_search cross join claims`,
      position: sql`claim_search.rowid`,
      holds: (name) =>
        sql`${tables.claims.seq} = claim_search.rowid and claim_search match ${sql.placeholder(name)}`,
    },
    words: asPhrases,
    async backUp(file) {
      // All in one step: a copy in parts starts anew whenever another process writes, and might never end.
      await snapshots.backup(file, { progress: () => Number.MAX_SAFE_INTEGER });
    },
    async ready() {
      for (const connection of [writer, reader])
        connection.prepare('select 1 from topics limit 1').pluck().get();
    },
    explain: (error) => explainFailure(error, path),
    async close() {
      reader.close();
      await inReadQueue(async () => snapshots.close());
      await inWriteQueue(async () => writer.close());
    },
  };
}
