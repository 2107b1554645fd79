import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { entry } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
const failure = (says: RegExp) => ({
  name: 'CrosscheckError',
  code: 'not-ready',
  message: expect.stringMatching(says),
});
const patience = 200;

describe('opening the store', () => {
  it('makes the folder and keeps what was written for the next time', async () => {
    const path = inFolder('deep/er/crosscheck.db');
    const first = await openStore({ path });
    await first.addDocument(entry('d1', 2));
    await first.close();
    const second = await openStore({ path });
    expect(await second.topic('ferry')).toMatchObject({ documents: 1, claims: 2 });
    await second.close();
  });

  it('dates what it adds by the clock it is given', async () => {
    const store = await openStore({ path: inFolder('clock.db'), now: () => 0 });
    await store.addDocument(entry('d1', 0));
    expect(await store.topic('ferry')).toMatchObject({ updatedAt: '1970-01-01T00:00:00.000Z' });
    await store.close();
  });

  it('refuses a file that is no database and leaves it as it is', async () => {
    const path = inFolder('notes.db');
    const text = 'These are my notes, not a database.\n'.repeat(100);
    writeFileSync(path, text);
    await expect(openStore({ path })).rejects.toMatchObject(failure(/is not a SQLite database/));
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('refuses the database of another program and leaves it as it is', async () => {
    const path = inFolder('other.db');
    const other = new Sqlite(path);
    other.exec('create table recipes (name text)');
    other.close();
    const before = readFileSync(path);
    await expect(openStore({ path })).rejects.toMatchObject(failure(/database of another program/));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('takes an empty file as a new database', async () => {
    const path = inFolder('empty.db');
    writeFileSync(path, '');
    const store = await openStore({ path });
    await store.ready();
    await store.close();
  });

  it('refuses a folder in the place of the file, and a file in the place of the folder', async () => {
    mkdirSync(inFolder('folder.db'));
    await expect(openStore({ path: inFolder('folder.db') })).rejects.toMatchObject(failure(/is a folder/));
    writeFileSync(inFolder('file'), 'x');
    await expect(openStore({ path: inFolder('file/crosscheck.db') })).rejects.toMatchObject(
      failure(/folder .* cannot be made/),
    );
  });

  it('refuses a file and a folder that it may not write to', async () => {
    // The superuser may write anywhere, except where the system itself allows no files.
    const path = process.getuid?.() === 0 ? '/proc/crosscheck.db' : '/usr/crosscheck.db';
    if (!existsSync(path.replace(/\/[^/]*$/, ''))) return;
    await expect(openStore({ path })).rejects.toMatchObject(failure(/cannot be opened|not writable/));
  });

  it('refuses a database in memory, which two connections cannot share', async () => {
    await expect(openStore({ path: ':memory:' })).rejects.toMatchObject(failure(/Name a file/));
  });

  it('says that a newer program wrote the database', async () => {
    const path = inFolder('newer.db');
    await (await openStore({ path })).close();
    const raw = new Sqlite(path);
    raw.exec("insert into migrations values ('9000_future', 'x', 0)");
    raw.close();
    await expect(openStore({ path })).rejects.toMatchObject(failure(/newer Crosscheck.*9000_future/));
  });

  it('says that a damaged database is damaged', async () => {
    const path = inFolder('damaged.db');
    const store = await openStore({ path });
    for (let index = 0; index < 50; index += 1) await store.addDocument(entry(`d${index}`, 5));
    await store.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096);
    writeFileSync(path, bytes);
    await expect(openStore({ path })).rejects.toMatchObject(failure(/is damaged/));
  });

  it('says that another process holds the lock, to those who open and to those who write', async () => {
    const path = inFolder('locked.db');
    const store = await openStore({ path, patience });
    const other = new Sqlite(path);
    other.exec('begin immediate');
    await expect(store.addDocument(entry('d1', 1))).rejects.toMatchObject(
      failure(/locked by another process/),
    );
    await expect(openStore({ path, patience })).rejects.toMatchObject(failure(/locked by another process/));
    expect(await store.topic('ferry')).toBeNull();
    other.exec('commit');
    expect(await store.addDocument(entry('d1', 1))).toMatchObject({ added: true });
    other.close();
    await store.close();
  });

  it('waits for another process without keeping this one from its work', async () => {
    const path = inFolder('patient.db');
    const store = await openStore({ path });
    const other = new Sqlite(path);
    other.exec('begin immediate');
    const write = store.addDocument(entry('d1', 1));
    let turns = 0;
    await new Promise<void>((done) => {
      const timer = setInterval(() => {
        turns += 1;
        if (turns < 5) return;
        clearInterval(timer);
        done();
      }, 2);
    });
    other.exec('commit');
    expect(await write).toMatchObject({ added: true });
    other.close();
    await store.close();
  });

  it('lets two that start at the same moment share a new database', async () => {
    const path = inFolder('both.db');
    const stores = await Promise.all([openStore({ path }), openStore({ path })]);
    for (const [index, store] of stores.entries()) await store.addDocument(entry(`d${index}`, 1));
    expect(await stores[0]?.topic('ferry')).toMatchObject({ documents: 2 });
    for (const store of stores) await store.close();
  });
});
