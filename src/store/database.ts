import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Tables } from './tables.ts';

/** What queries are built with. Typed on PostgreSQL, so that a query can only be awaited. */
export type Queries = Pick<
  PgDatabase<PgQueryResultHKT, Record<string, never>>,
  'select' | 'insert' | 'update' | 'delete'
>;

/**
 * The seam between the queries, which are written once, and a dialect. Only what is here differs between engines.
 * A prepared query belongs to the `Queries` it was prepared on; keep it in a WeakMap under that key.
 */
export interface Database {
  readonly tables: Tables;
  /** For reads outside a transaction; a write through it fails. */
  readonly reads: Queries;
  /** Reads that all see one moment. */
  snapshot<T>(work: (q: Queries) => Promise<T>): Promise<T>;
  /**
   * Such reads where writes are made: whoever has just written finds its pages at hand, which all others have to read
   * again. Writers wait meanwhile.
   */
  recent<T>(work: (q: Queries) => Promise<T>): Promise<T>;
  /** One writer at a time; all or nothing. Do not nest, and wait for nothing but the database inside. */
  write<T>(work: (q: Queries) => Promise<T>): Promise<T>;
  /** A number that stays the same, asked inside a write, for as long as every write is one of this `Database`. */
  othersWrote(q: Queries): Promise<number>;
  /** Adds rows; a key that is there already is an error. */
  insert(q: Queries, table: keyof Tables, rows: readonly object[]): Promise<void>;
  /** Adds rows; a row whose key is there already is replaced column by column. */
  upsert(q: Queries, table: keyof Tables, rows: readonly object[]): Promise<void>;
  /** Sets fields of rows that are there: each names its primary key, and all name the same fields beside it. */
  update(q: Queries, table: keyof Tables, rows: readonly object[]): Promise<void>;
  /** Removes the rows with these keys: each names the columns of the primary key; what is not there is passed over. */
  remove(q: Queries, table: keyof Tables, keys: readonly object[]): Promise<void>;
  /** Claims as the full-text index gives them. */
  readonly evidence: {
    /** What to select from: `claims` together with its index. */
    from: SQL;
    /** Grows with the order of arrival; the index can be walked by it. */
    position: SQL;
    /** Condition that the evidence holds every one of the words in the placeholder `name`. */
    holds: (name: string) => SQL;
  };
  /** Turns words as typed into the value for that placeholder; null when there is no word in them. */
  words(typed: string): string | null;
  /** Condition that a text holds the one in the placeholder `name`, which comes as `withoutMarks` gives it. */
  contains(column: PgColumn, name: string): SQL;
  /** Changes with every write, whoever made it; null where that cannot be told at once. */
  stamp(): number | null;
  /** Something was read: from here on the stamp must not be of before. */
  looked(): void;
  backUp(file: string): Promise<void>;
  ready(): Promise<void>;
  /** Says in words what a failing engine means; any other error comes back as it is. */
  explain(error: unknown): unknown;
  close(): Promise<void>;
}
