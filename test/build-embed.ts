import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The script for pages of others is built: the tests see the one that belongs to the sources. */
export const setup = (): void => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../src/web/embed/build.mjs')]);
};
