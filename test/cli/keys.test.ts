import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder } from '../store/folder.ts';
import { parseLines, run } from './run.ts';

const inFolder = temporaryFolder();
let count = 0;
const fresh = () => {
  count += 1;
  const database = inFolder(`keys-${count}.db`);
  return {
    database,
    keys: (...args: string[]) => run(['keys', ...args], '', { CROSSCHECK_DATABASE: database }),
  };
};

describe('keys on the command line', () => {
  it('are made, printed alone so that a script can take them, and kept as a hash only', async () => {
    const { keys, database } = fresh();
    const made = await keys('create', '--name', 'me', '--scopes', 'write,review');
    expect(made.status).toBe(0);
    expect(made.output).toMatch(/^cck_[\w-]{32}\n$/);
    expect(made.complaints).toContain('the only time');
    const store = await openStore({ path: database });
    const [record] = (await store.keys({ limit: 5 })).data;
    await store.close();
    expect(record).toMatchObject({ name: 'me', scopes: ['write', 'review'], expiresAt: null });
    expect(JSON.stringify(record)).not.toContain(made.output.trim().slice(12));
  });

  it('are listed with their state, as a table or as JSON, and revoked by their id', async () => {
    const { keys } = fresh();
    expect((await keys('list')).complaints).toContain('There is no key yet');
    const made = await keys('create', '--name', 'desk', '--scopes', 'read', '--expires', '30d', '--json');
    const { id, key, createdAt, expiresAt } = JSON.parse(made.output);
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(30 * 86_400_000);
    expect((await keys('list')).output).toMatch(/desk.*in use/);
    expect((await keys('revoke', id)).status).toBe(0);
    const listed = await keys('list');
    expect(listed.output).toContain('revoked');
    expect(listed.output).not.toContain(key);
    const [row] = parseLines((await keys('list', '--json')).output);
    expect(row).toMatchObject({ id, revokedAt: expect.any(String) });
    expect(row).not.toHaveProperty('hash');
  });

  it('are refused when they make no sense', async () => {
    const { keys } = fresh();
    const root = await keys('create', '--name', 'x', '--scopes', 'root');
    expect([root.status, root.complaints]).toEqual([1, expect.stringContaining('scopes')]);
    expect((await keys('create', '--name', 'x', '--scopes', '')).status).toBe(1);
    expect((await keys('create', '--scopes', 'read')).status).toBe(2);
    expect((await keys('create', '--name', 'x', '--scopes', 'read', '--expires', 'soon')).status).toBe(2);
    const gone = await keys('revoke', 'key_none');
    expect([gone.status, gone.complaints]).toEqual([1, expect.stringContaining('keys list')]);
  });
});
