import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite, { type Database as Connection } from 'better-sqlite3';
import { CrosscheckError } from '../../errors.ts';
import { withoutMarks } from '../../letters.ts';
import { explainFailure, isBusy } from './failure.ts';
import { migrate } from './migrate.ts';

export interface Connections {
  writer: Connection;
  reader: Connection;
  /** For reads that span several queries: what the reader shows must not be held back meanwhile. */
  snapshots: Connection;
  path: string;
}

function prepareFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    const text = `The folder ${dirname(path)} cannot be made: ${(cause as Error).message}`;
    throw new CrosscheckError('not-ready', text, { cause });
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CrosscheckError('not-ready', `${path} is a folder. Name a file for the database.`);
  }
}

function connectReader(path: string): Connection {
  const reader = new Sqlite(path, { readonly: true, timeout: 5_000 });
  reader.pragma('mmap_size = 1073741824');
  reader.pragma('cache_size = -65536');
  reader.function('without_marks', { deterministic: true }, (text) => withoutMarks(String(text)));
  return reader;
}

function connect(path: string, migrations: string | undefined): Connections {
  const writer = new Sqlite(path, { timeout: 0 });
  try {
    // Nothing is changed in a file before it is known to be ours: migrate() looks first.
    migrate(writer, migrations);
    writer.pragma('journal_mode = wal');
    writer.pragma('synchronous = normal');
    // 256 MB: a thread brings pages home long before, unless writes come faster than it can.
    writer.pragma('wal_autocheckpoint = 64000');
    writer.pragma('cache_size = -65536');
    // What a removal might have to undo is kept in memory: a file takes every page it touches a second time.
    writer.pragma('temp_store = memory');
    return { writer, reader: connectReader(path), snapshots: connectReader(path), path };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Does `work` again while another process holds the lock, without keeping this one from its other work. */
export async function whileBusy<T>(patience: number, work: () => T): Promise<T> {
  const deadline = Date.now() + patience;
  for (let pause = 1; ; pause = Math.min(pause * 2, 16)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= deadline) throw error;
    }
    await sleep(pause);
  }
}

/**
 * Opens one connection that writes and two that only read; makes the folder and the file, and migrates.
 * @param patience how long to wait for another process, in milliseconds
 * @throws CrosscheckError 'not-ready' that says what to do
 */
export async function connectSqlite(
  file: string,
  options: { patience: number; migrations?: string | undefined },
): Promise<Connections> {
  if (file === '' || file === ':memory:' || file.startsWith('file:')) {
    throw new CrosscheckError('not-ready', 'Name a file for the database; one in memory is not offered.');
  }
  const path = resolve(file);
  prepareFolder(path);
  try {
    return await whileBusy(options.patience, () => connect(path, options.migrations));
  } catch (error) {
    throw explainFailure(error, path);
  }
}
