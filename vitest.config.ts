import { defineConfig } from 'vitest/config';

/** Where .ci/run wants the results as JSON as well; unset for people. */
const report = process.env['CROSSCHECK_TEST_REPORT'];

const ALL = 'test/**/*.test.{ts,tsx}';
/** Tests that replace a module, or load a package that adds to Array.prototype: each in a process of its own. */
const APART = ['test/browser/**/*.test.ts', 'test/store/ingest.test.ts', 'test/store/migrate.test.ts'];

const shared = { globalSetup: ['test/build-embed.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      // The vocabulary and the language model are read once a worker, not once a file.
      { test: { ...shared, name: 'together', include: [ALL], exclude: APART, isolate: false } },
      { test: { ...shared, name: 'apart', include: APART } },
    ],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
