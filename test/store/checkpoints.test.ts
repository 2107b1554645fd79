import { existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { entry } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
const MEGABYTE = 1024 * 1024;
const large = (id: string) => entry(id, 2, { text: `${id} `.repeat(3 * MEGABYTE) });
const sizeOf = (path: string): number => statSync(path).size;

describe('what was written', () => {
  it('comes home into the database file while the store stays open, beside reads and writes', async () => {
    const path = inFolder('beside.db');
    const store = await openStore({ path });
    await store.addDocument(large('d1'));
    expect(sizeOf(path)).toBeLessThan(MEGABYTE);
    await expect.poll(() => sizeOf(path), { timeout: 20_000 }).toBeGreaterThan(8 * MEGABYTE);
    await store.addDocument(entry('d2', 1));
    expect(await store.topic('ferry')).toMatchObject({ documents: 2 });
    await store.close();
  });

  it('is there after a close at any moment of that', async () => {
    for (const pause of [0, 1_000, 1_020]) {
      const path = inFolder(`close-${pause}.db`);
      const store = await openStore({ path });
      await store.addDocument(large('d1'));
      await sleep(pause);
      await store.close();
      expect(existsSync(`${path}-wal`)).toBe(false);
      const again = await openStore({ path });
      expect((await again.document('d1'))?.text).toHaveLength(9 * MEGABYTE);
      await again.close();
    }
  });
});
