import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { describeStore } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'crosscheck-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
describeStore('SQLite', () => {
  count += 1;
  return openStore({ path: join(folder, `${count}.db`) });
});
