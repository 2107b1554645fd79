import { existsSync } from 'node:fs';

const DIST = new URL('../dist/', import.meta.url);
if (!existsSync(DIST)) throw new Error('There is nothing to measure: run npm run build first.');

/**
 * A module as it was built, because the loader that runs this file slows functions down.
 * `import type` gives its shape: `await built<typeof import('../src/pipeline.ts')>('pipeline')`
 */
export const built = async <T>(module: string): Promise<T> =>
  (await import(new URL(`${module}.js`, DIST).href)) as T;

/** Milliseconds of processor time, of all threads: other work on the machine counts less than by the clock. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What is measured is compiled as in the program. */
const { compileSparingly } =
  await built<typeof import('../src/cli/compile-sparingly.ts')>('cli/compile-sparingly');
compileSparingly();
