import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const MODULES = join(ROOT, 'node_modules');

/** Preloaded before a generator that needs the earlier compiler’s API. */
export const WITH_COMPILER = join(import.meta.dirname, 'with-compiler.mjs');

export interface Ran {
  code: number | null;
  output: string;
}

const SETTINGS = {
  compilerOptions: {
    ...{
      target: 'es2023',
      module: 'nodenext',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    },
    ...{ noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, allowImportingTsExtensions: true },
  },
  include: ['*.ts'],
};

/** A project of somebody else, with this package and its own tools; it goes when the tests of a file end. */
export function aProject() {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-client-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  // The package refers to itself by its name: what its `exports` offer and no more.
  for (const name of ['dist', 'node_modules', 'package.json'])
    symlinkSync(join(ROOT, name), join(folder, name));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS));

  async function run(...args: string[]): Promise<Ran> {
    const child = spawn(process.execPath, args, { cwd: folder });
    const parts = [text(child.stdout), text(child.stderr), once(child, 'exit')] as const;
    const [out, complaints, [code]] = await Promise.all(parts);
    return { code: code as number | null, output: out + complaints };
  }
  return {
    write: (name: string, source: string) => writeFileSync(join(folder, name), source),
    generate: (address: string, out: string) =>
      run('--import', WITH_COMPILER, join(MODULES, 'openapi-typescript/bin/cli.js'), address, '-o', out),
    check: () => run(join(MODULES, 'typescript/bin/tsc'), '-p', '.'),
    start: (program: string, ...args: string[]) => run(join(MODULES, 'tsx/dist/cli.mjs'), program, ...args),
  };
}
