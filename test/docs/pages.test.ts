import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { WITH_COMPILER } from '../clients/generate.ts';
import { outputsOf, pagesOf, scriptOf, stepsOf } from './pages.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = pagesOf(join(ROOT, 'docs/tasks'));
/** What `npx crosscheck` runs in a checkout: built by `npm ci`, and by `npm run build` after a change. */
const PROGRAM = [process.execPath, join(ROOT, 'dist/main.js')] as const;
const tool = (path: string, ...options: string[]) =>
  [process.execPath, ...options, join(ROOT, 'node_modules', path)].join(' ');
const PROGRAMS = {
  crosscheck: PROGRAM.join(' '),
  tsx: tool('tsx/dist/cli.mjs'),
  'openapi-typescript': tool('openapi-typescript/bin/cli.js', '--import', WITH_COMPILER),
};
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;
/** The address that the pages speak to; the server of a test takes a free port instead. */
const WRITTEN = '127.0.0.1:8787';
/** The port of the receiver in the pages. */
const RECEIVER = '9911';

const running: { folder: string; stop: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const { folder, stop } of running.splice(0)) {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A server with the samples, as a newcomer has it, in a folder from which the pages’ paths lead somewhere. */
async function newcomer() {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-pages-'));
  for (const name of ['dist', 'docs', 'node_modules', 'package.json', 'tsconfig.json'])
    symlinkSync(join(ROOT, name), join(folder, name));
  const env = {
    ...process.env,
    CROSSCHECK_DATABASE: join(folder, 'pages.db'),
    CROSSCHECK_PORT: '0',
    CROSSCHECK_ALLOW_PRIVATE_ADDRESSES: 'true',
  };
  const server = spawn(PROGRAM[0], [...PROGRAM.slice(1), 'serve'], { cwd: folder, env });
  const ended = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
  };
  running.push({ folder, stop });
  let complaints = '';
  server.stderr.on('data', (part) => {
    complaints += String(part);
  });
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (part) => resolve(ADDRESS.exec(String(part))?.[0] ?? ''));
    server.once('exit', () =>
      reject(new Error(`The server ended before it said its address: ${complaints}`)),
    );
  });
  return { folder, env, address };
}

describe('the pages in docs/tasks', () => {
  it('have commands, and say what they print', () => {
    expect(PAGES.length).toBeGreaterThanOrEqual(7);
    for (const { name, markdown } of PAGES) {
      const steps = stepsOf(markdown);
      expect(steps.length, name).toBeGreaterThan(1);
      expect(steps.filter(({ shows }) => shows.length > 0).length, name).toBeGreaterThan(0);
    }
  });

  it.each(PAGES)(
    '$name: every command runs as it stands, and prints what the page says',
    async ({ markdown }) => {
      const { folder, env, address } = await newcomer();
      const steps = stepsOf(markdown);
      const free = 20_000 + (process.pid % 20_000);
      const script = scriptOf(steps, PROGRAMS)
        .replaceAll(WRITTEN, new URL(address).host)
        .replaceAll(RECEIVER, String(free));
      const shell = spawn('bash', ['-c', script], { cwd: folder, env });
      const [output, complaints] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
      outputsOf(output, steps).forEach((printed, index) => {
        const step = steps[index];
        expect(printed, `${step?.script}\n${complaints}`).not.toBeNull();
        for (const line of step?.shows ?? []) expect(printed, step?.script).toContain(line);
      });
    },
    180_000,
  );
});
