import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runProgram } from '../../src/cli/program.ts';

export interface Ran {
  status: number | null;
  output: string;
  complaints: string;
}

const collector = () => {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      parts.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString('utf8') };
};

/** Runs a command in this process. */
export async function run(
  args: readonly string[],
  input: string | Buffer | Iterable<string | Buffer> = '',
  environment: Record<string, string> = {},
): Promise<Ran> {
  const output = collector();
  const complaints = collector();
  const chunks = typeof input === 'string' || Buffer.isBuffer(input) ? [Buffer.from(input)] : input;
  const status = await runProgram(['node', 'crosscheck', ...args], {
    input: Readable.from(chunks),
    output: output.stream,
    complaints: complaints.stream,
    environment,
  });
  return { status, output: output.text(), complaints: complaints.text() };
}

const MAIN = join(import.meta.dirname, '../../src/main.ts');

export const start = (args: readonly string[], environment: Record<string, string> = {}) =>
  spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...environment },
  });

/** Runs a command as a process of its own. */
export function runProcess(
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = start(args, environment);
    let output = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output, complaints }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

export const ndjson = (...rows: unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
export const parseLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** An article as it comes on a line. */
export const article = (id: string, rest: Record<string, unknown> = {}) => ({
  id,
  outlet: 'Example Times',
  publishedAt: '2025-03-04T09:00:00Z',
  topic: 'bridge',
  text: 'At least four people were killed when a bridge collapsed on Monday, police said.',
  ...rest,
});
