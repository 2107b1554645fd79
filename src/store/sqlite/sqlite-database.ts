import type { Database as Connection, Statement } from 'better-sqlite3';
import { getTableColumns, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database, Queries } from '../database.ts';
import type { Tables } from '../tables.ts';
import { checkpointsBeside } from './checkpoints.ts';
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

/**
 * How long another process's write may go unnoticed while nobody reads, in milliseconds: to ask the file costs some
 * system calls.
 */
const NOTICED_WITHIN = 5;

/** Counts writes: our own at once, those of other processes as the file tells of them. */
function makeStamp(reader: Connection) {
  const version = reader.prepare('pragma data_version').pluck();
  let [count, seen, askedAt] = [0, version.get(), 0];
  const ask = (now: number): void => {
    askedAt = now;
    const is = version.get();
    if (is !== seen) count += 1;
    seen = is;
  };
  return {
    // The file is asked when somebody wants to know: asking costs a reader all that it has at hand.
    askAnew: (): void => {
      askedAt = -NOTICED_WITHIN;
    },
    stamp: (): number => {
      const now = performance.now();
      if (now - askedAt >= NOTICED_WITHIN) ask(now);
      return count;
    },
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

type Write = 'insert' | 'upsert' | 'update' | 'remove';

/** A statement that is run once for each row, and the fields of the row in the order in which it wants them. */
interface RowStatement {
  readonly statement: Statement;
  readonly fields: readonly string[];
}

/** The fields of a table and those of its primary key, with their columns. */
function columnsOf(name: keyof Tables) {
  const config = getTableConfig(tables[name] as unknown as SQLiteTable);
  const key = new Set([
    ...config.primaryKeys.flatMap((one) => one.columns.map((column) => column.name)),
    ...config.columns.filter((column) => column.primary).map((column) => column.name),
  ]);
  const all = Object.entries(getTableColumns(tables[name])).map(([field, column]) => ({
    field,
    column: quoted(column.name),
    inKey: key.has(column.name),
  }));
  return { table: quoted(config.name), all, key: all.filter(({ inKey }) => inKey) };
}

const quoted = (name: string): string => `"${name}"`;

/**
 * `upsert` replaces what is not the key when the key is there; `update` sets only the fields that are given, for an index
 * is written anew as soon as one of its columns is set, be it to what it was.
 */
function prepareRow(
  writer: Connection,
  write: Write,
  name: keyof Tables,
  given: readonly string[],
): RowStatement {
  const { table, all, key } = columnsOf(name);
  const made = (text: string, used: typeof all): RowStatement => ({
    statement: writer.prepare(text),
    fields: used.map(({ field }) => field),
  });
  if (write === 'remove') {
    const condition = key.map(({ column }) => `${column} = ?`).join(' and ');
    return made(`delete from ${table} where ${condition}`, key);
  }
  if (write === 'update') {
    const condition = key.map(({ column }) => `${column} = ?`).join(' and ');
    const set = all.filter(({ field, inKey }) => !inKey && given.includes(field));
    const values = set.map(({ column }) => `${column} = ?`).join(', ');
    return made(`update ${table} set ${values} where ${condition}`, [...set, ...key]);
  }
  const list = all.map(({ column }) => column).join(', ');
  const insert = `insert into ${table} (${list}) values (${all.map(() => '?').join(', ')})`;
  if (write === 'insert') return made(insert, all);
  const set = all.filter(({ inKey }) => !inKey).map(({ column }) => `${column} = excluded.${column}`);
  const target = key.map(({ column }) => column).join(', ');
  return made(`${insert} on conflict (${target}) do update set ${set.join(', ')}`, all);
}

/** Runs a statement for each row; the engine reads its values at once, so that one list serves them all. */
function runEach({ statement, fields }: RowStatement, rows: readonly Readonly<Record<string, unknown>>[]) {
  const values = new Array<unknown>(fields.length).fill(null);
  for (const row of rows) {
    fields.forEach((field, i) => {
      const value = row[field];
      if (value === undefined) throw new TypeError(`A row to be written has no ${field}.`);
      values[i] = typeof value === 'boolean' ? Number(value) : value;
    });
    statement.run(values);
  }
}

/** The words of claims, as the full-text index takes them: `claim_search` has those of every claim, by its number. */
const WORDS = `insert into claim_search (rowid, quote) values (?, ? ->> '$.evidence.quote')`;

/** SQLite behind the seam: one writer behind a queue and BEGIN IMMEDIATE, connections that only read. */
export function sqliteDatabase({ writer, reader, snapshots, path }: Connections, patience: number): Database {
  const reads = drizzle(reader) as unknown as Queries;
  const steady = drizzle(snapshots) as unknown as Queries;
  const writes = drizzle(writer) as unknown as Queries;
  const inWriteQueue = makeQueue();
  const inReadQueue = makeQueue();
  const prepared = new Map<string, RowStatement>();
  const { stamp, askAnew } = makeStamp(reader);
  const dataVersion = writer.prepare('pragma data_version').pluck();
  const words: RowStatement = { statement: writer.prepare(WORDS), fields: ['seq', 'body'] };
  const checkpoints = checkpointsBeside(path);

  // Past the query builder: a settled topic writes hundreds of rows, and building each costs more than writing it.
  const put =
    (write: Write) =>
    async (_q: Queries, name: keyof Tables, rows: readonly object[]): Promise<void> => {
      const [first] = rows;
      if (!first) return;
      const given = write === 'update' ? Object.keys(first) : [];
      const key = `${write} ${name} ${given}`;
      const made = prepared.get(key) ?? prepareRow(writer, write, name, given);
      prepared.set(key, made);
      runEach(made, rows as readonly Record<string, unknown>[]);
      if (write === 'insert' && name === 'claims') runEach(words, rows as readonly Record<string, unknown>[]);
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
    recent: (work) =>
      inWriteQueue(() =>
        transaction(
          writer,
          async () => writer.exec('begin'),
          () => work(writes),
        ),
      ),
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
        ).finally(() => {
          askAnew();
          checkpoints.wrote();
        }),
      ),
    // Counts the commits of other connections, of this process too.
    othersWrote: async () => dataVersion.get() as number,
    insert: put('insert'),
    upsert: put('upsert'),
    update: put('update'),
    remove: put('remove'),
    evidence: {
      // CROSS JOIN: the full-text index leads, so that it is left as soon as the page is full.
      from: sql`claim_search cross join claims`,
      position: sql`claim_search.rowid`,
      holds: (name) =>
        sql`${tables.claims.seq} = claim_search.rowid and claim_search match ${sql.placeholder(name)}`,
    },
    words: asPhrases,
    contains: (column, name) => sql`instr(without_marks(${column}), ${sql.placeholder(name)}) > 0`,
    stamp,
    looked: askAnew,
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
      await checkpoints.close();
      await inWriteQueue(async () => writer.close());
    },
  };
}
