import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database as Connection } from 'better-sqlite3';
import { CrosscheckError } from '../../errors.ts';
import { sha256 } from '../../identity.ts';

/** The steps that ship with the project. */
export const SQLITE_MIGRATIONS = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url));

/** "Crck": marks a file as ours, so that the database of another program is never written to. */
const APPLICATION_ID = 0x4372_636b;

interface Step {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  name: string;
  checksum: string;
}

const readSteps = (folder: string): Step[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return { name: file.replace(/\.sql$/, ''), sql, checksum: sha256(sql) };
    });

function checkOwner(connection: Connection): void {
  const owner = connection.pragma('application_id', { simple: true });
  if (owner === APPLICATION_ID) return;
  const tables = connection.prepare("select count(*) from sqlite_master where type = 'table'").pluck().get();
  if (owner !== 0 || tables !== 0) {
    throw new CrosscheckError(
      'not-ready',
      `${connection.name} is the database of another program. Name another file.`,
    );
  }
}

/** The steps that are still to be run. @throws CrosscheckError when what was run is not what is there. */
function pending(connection: Connection, steps: readonly Step[]): Step[] {
  const applied = connection
    .prepare('select name, checksum from migrations order by name')
    .all() as Applied[];
  const known = new Map(steps.map((step) => [step.name, step]));
  const newest = steps.at(-1)?.name ?? '';
  for (const { name, checksum } of applied) {
    const step = known.get(name);
    if (!step && name > newest) {
      const text = `${connection.name} was written by a newer Crosscheck (step ${name}). Update the program.`;
      throw new CrosscheckError('not-ready', text);
    }
    if (!step) {
      const text = `Migration ${name} was run on ${connection.name}, but its file is missing. Restore it.`;
      throw new CrosscheckError('not-ready', text);
    }
    if (step.checksum !== checksum) {
      const text = `Migration ${name} was changed after it was run on ${connection.name}. Restore it, and write a new step for the change.`;
      throw new CrosscheckError('not-ready', text);
    }
  }
  const done = new Set(applied.map((row) => row.name));
  const open = steps.filter((step) => !done.has(step.name));
  const last = applied.at(-1)?.name ?? '';
  const late = open.find((step) => step.name < last);
  if (late) {
    const text = `Migration ${late.name} comes before ${last}, which was run already. Give it a later number.`;
    throw new CrosscheckError('not-ready', text);
  }
  return open;
}

function run(connection: Connection, steps: readonly Step[]): string[] {
  connection.exec(
    'create table if not exists migrations (name text primary key not null, checksum text not null, applied_at integer not null) strict',
  );
  const open = pending(connection, steps);
  const record = connection.prepare('insert into migrations values (?, ?, unixepoch() * 1000)');
  for (const step of open) {
    connection.exec(step.sql);
    const orphans = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
    if (orphans[0]) {
      const { table, parent } = orphans[0];
      const text = `Migration ${step.name} leaves ${orphans.length} rows without parent (${table} → ${parent}). Nothing was changed.`;
      throw new CrosscheckError('not-ready', text);
    }
    record.run(step.name, step.checksum);
  }
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  return open.map((step) => step.name);
}

/**
 * Brings a database to the newest schema, all steps in one transaction, and answers the names of those it ran.
 * Foreign keys are off meanwhile: a step that rebuilds a parent table would delete its children otherwise, and the
 * switch has no effect inside a transaction.
 * @throws CrosscheckError when the file is another program's, the schema is newer than the program, a step that was
 * run has changed or is missing, or rows would lose their parent. The database is then as it was.
 */
export function migrate(connection: Connection, folder: string = SQLITE_MIGRATIONS): string[] {
  const steps = readSteps(folder);
  checkOwner(connection);
  connection.pragma('foreign_keys = off');
  try {
    connection.exec('begin immediate');
    try {
      const names = run(connection, steps);
      connection.exec('commit');
      return names;
    } catch (error) {
      if (connection.inTransaction) connection.exec('rollback');
      throw error;
    }
  } finally {
    connection.pragma('foreign_keys = on');
  }
}
