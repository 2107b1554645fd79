import { defineConfig } from 'vitest/config';

/** Where .ci/run wants the results as JSON as well; unset for people. */
const report = process.env['CROSSCHECK_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
