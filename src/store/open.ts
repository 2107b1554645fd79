import { relationalStore } from './relational-store.ts';
import { connectSqlite } from './sqlite/connect.ts';
import { sqliteDatabase } from './sqlite/sqlite-database.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** The database file; its folder is made. */
  path: string;
  /** How long to wait for another process that writes, in milliseconds. */
  patience?: number | undefined;
  /** The clock that dates what is added. */
  now?: (() => number) | undefined;
  /** Called after each transaction that may have written something. */
  onWrite?: (() => void) | undefined;
  /** Folder of migration steps; the project's own unless given. */
  migrations?: string | undefined;
}

/**
 * Opens the store: makes the folder, brings the schema up to date.
 * @throws CrosscheckError 'not-ready' with what to do, when the file is no database, belongs to another program, was
 * written by a newer Crosscheck, is locked, damaged or not writable
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { path, patience = 10_000, now = Date.now, onWrite = () => {}, migrations } = options;
  const connections = await connectSqlite(path, { patience, migrations });
  const database = sqliteDatabase(connections, patience);
  const write: typeof database.write = async (work) => {
    const result = await database.write(work);
    onWrite();
    return result;
  };
  return relationalStore({ ...database, write }, now);
}
