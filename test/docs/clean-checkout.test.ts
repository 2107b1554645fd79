import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Where Node looks for a package from a folder of the lock file, nearest first. */
function places(from: string, name: string): string[] {
  const own = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  const cut = from.lastIndexOf('node_modules/');
  return from === '' ? [own] : [own, ...places(from.slice(0, Math.max(0, cut - 1)), name)];
}

function count(report: unknown): { last: string; ended: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-count-'));
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, '.ci/count.mjs'), path], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return { last: stdout.trimEnd(), ended: status };
}

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('a clean checkout', () => {
  it('installs on every platform: the lock file names all binaries, not only those of the machine it was written on', () => {
    const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) => !places(from, name).some((at) => packages[at]?.version),
      ),
    );
    expect(missing).toEqual([]);
    expect(places('node_modules/a/node_modules/b', 'c')).toEqual([
      'node_modules/a/node_modules/b/node_modules/c',
      'node_modules/a/node_modules/c',
      'node_modules/c',
    ]);
  });

  it('is checked by a script that can be run', () => {
    expect(() => accessSync(join(ROOT, '.ci/run'), constants.X_OK)).not.toThrow();
  });

  it('counts a test file that cannot be loaded as a failure, and no report at all as one too', () => {
    const passed = { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', 'passed')] };
    const failed = {
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [file('failed', 'passed', 'failed')],
    };
    const broken = { numPassedTests: 5, numFailedTests: 0, testResults: [file('failed')] };
    expect(count(passed)).toEqual({ last: '5 passed, 0 failed', ended: 0 });
    expect(count(failed)).toEqual({ last: '5 passed, 1 failed', ended: 1 });
    expect(count(broken)).toEqual({ last: '5 passed, 1 failed', ended: 1 });
    expect(count('').ended).toBe(1);
  });
});
