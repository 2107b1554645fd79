/**
 * Http: requests a second of the two calls that everybody makes, as JSON, packed, and not changed, over 16 connections
 * on a store of 100,000 claims; beside a bare Hono route that answers with the same bytes, headers too. Server, baseline
 * and load are processes of their own and take turns. With --short the baseline sends two or three headers only; with
 * --memory, the memory of the server over a million requests.
 *   npm run build && npx tsx bench/http.ts [consensus|discrepancies|json|packed|same …] [--short] [--memory [requests]]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { built } from './built.ts';
import { article, CLAIMS_A_TOPIC, fill, outletOf, vocabulary } from './fill.ts';

const { openStore } = await built<typeof import('../src/store/open.ts')>('store/open');
const { settle } = await built<typeof import('../src/ingest.ts')>('ingest');

const ROOT = join(import.meta.dirname, '..');
const CLAIMS = 100_000;
const CONNECTIONS = 16;
const ROUNDS = 4;
const SECONDS = 2;
const CONSENSUS = '/v1/topics/topic-0/consensus';
const DISCREPANCIES = '/v1/topics/topic-0/discrepancies';

const folder = mkdtempSync(join(tmpdir(), 'crosscheck-bench-http-'));
const children: ChildProcess[] = [];

/** Starts a server; resolves to the address that it prints. */
async function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (part) => resolve(/http:\S+/.exec(String(part))?.[0] ?? ''));
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended`)));
  });
  return { address, pid: child.pid ?? 0 };
}

/** A store of 500 topics, of which one is worked out. */
async function prepare(path: string): Promise<void> {
  await (await openStore({ path })).close();
  fill(path, 0, CLAIMS / CLAIMS_A_TOPIC, false);
  const store = await openStore({ path });
  const last = article('topic-0', 'last');
  await store.addDocument({ ...last, outlet: outletOf(last) });
  await settle(store, vocabulary, { now: new Date('2025-10-09T00:00:00Z'), topics: new Set(['topic-0']) });
  await store.close();
}

const TICKS_A_SECOND = 100;
/** Seconds of processor time that a process has taken, all threads. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

interface Load {
  requests: number;
  perSecond: number;
  p99: number;
  micros: number;
}

/** Loads an address, and says what came of it. @throws Error when an answer was not of the wanted status */
async function load(
  pid: number,
  url: string,
  headers: string[],
  status: number,
  extent: string[],
): Promise<Load> {
  const before = processorOf(pid);
  const options = ['-j', '-n', '-c', String(CONNECTIONS), ...extent];
  const child = spawn(process.execPath, [
    join(ROOT, 'node_modules/autocannon/autocannon.js'),
    ...options,
    ...headers.flatMap((header) => ['-H', header]),
    url,
  ]);
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const { requests, latency, statusCodeStats, errors } = JSON.parse(output);
  const right = statusCodeStats[status]?.count ?? 0;
  if (errors > 0 || right !== requests.total)
    throw new Error(`${url}: ${JSON.stringify(statusCodeStats)}, ${errors} errors`);
  return {
    requests: requests.total,
    perSecond: requests.average,
    p99: latency.p99,
    micros: ((processorOf(pid) - before) * 1e6) / requests.total,
  };
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const line = (cells: (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);

/** One call, in one form, beside the bare route; they take turns. */
async function compare(
  served: { address: string; pid: number },
  path: string,
  form: 'json' | 'packed' | 'same',
) {
  const headers: Record<string, string> = {
    'accept-encoding': form === 'packed' ? 'gzip' : 'identity',
  };
  if (form === 'same') headers['if-none-match'] = (await answerTo(`${served.address}${path}`, headers)).etag;
  // The baseline sends the very bytes, headers too, as far as they are not Node's own.
  const answer = shorten(await answerTo(`${served.address}${path}`, headers));
  const file = join(folder, 'bytes');
  writeFileSync(file, answer.body);
  const { status } = answer;
  const bare = await start(['bench/bare-route.mjs', String(status), JSON.stringify(answer.headers), file]);
  const sent = Object.entries(headers).map(([name, value]) => `${name}=${value}`);
  const ours: Load[] = [];
  const theirs: Load[] = [];
  const extent = ['-d', String(SECONDS)];
  await checkSame(`${bare.address}/bare`, headers, answer);
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [one, other] = [
      await load(bare.pid, `${bare.address}/bare`, sent, status, extent),
      await load(served.pid, `${served.address}${path}`, sent, status, extent),
    ];
    // The first round warms both up.
    if (round > 0) {
      theirs.push(one);
      ours.push(other);
    }
  }
  process.kill(bare.pid);
  const of = (loads: Load[], key: keyof Load) => median(loads.map((each) => each[key]));
  const ratio = (key: keyof Load) => median(ours.map((each, at) => each[key] / (theirs[at]?.[key] ?? 1)));
  line([
    `${path.split('/').at(-1)}, ${form}`,
    `${readFileSync(file).length} B`,
    ...[of(ours, 'perSecond'), of(theirs, 'perSecond')].map(Math.round),
    `${Math.round(ratio('perSecond') * 100)} %`,
    `${of(ours, 'p99')} / ${of(theirs, 'p99')} ms`,
    `${of(ours, 'micros').toFixed(0)} / ${of(theirs, 'micros').toFixed(0)} µs`,
    `${Math.round((1 / ratio('micros')) * 100)} %`,
  ]);
}

interface Came {
  status: number;
  etag: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** What Node says of a connection and of the time by itself. */
const OF_NODE = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding']);

/** An answer as it comes over the wire. */
async function answerTo(url: string, given: Record<string, string>): Promise<Came> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(url, { headers: given }, (response) => {
      const parts: Buffer[] = [];
      const said = Object.entries(response.headers).filter(([name]) => !OF_NODE.has(name));
      const headers = Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
      const { statusCode: status = 0 } = response;
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status, headers, etag: headers['etag'] ?? '', body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** With --short the baseline leaves out what a program can do without: all headers but these. */
const NEEDED = new Set(['content-type', 'content-encoding', 'etag']);
const isShort = process.argv.includes('--short');
const shorten = (came: Came): Came => ({
  ...came,
  headers: Object.fromEntries(Object.entries(came.headers).filter(([name]) => !isShort || NEEDED.has(name))),
});

/** @throws Error when the baseline does not answer as the server did */
async function checkSame(url: string, headers: Record<string, string>, wanted: Came): Promise<void> {
  const came = shorten(await answerTo(url, headers));
  for (const key of ['status', 'headers', 'body'] as const)
    if (!isDeepStrictEqual(came[key], wanted[key])) throw new Error(`The baseline has another ${key}.`);
}

/** Resident memory in portions of a tenth of all requests. */
async function watchMemory({ address, pid }: { address: string; pid: number }, requests: number) {
  const samples = [memoryOf(pid)];
  for (let portion = 0; portion < 10; portion += 1) {
    const path = portion % 2 ? DISCREPANCIES : CONSENSUS;
    const headers = [`accept-encoding=${portion % 4 < 2 ? 'gzip' : 'identity'}`];
    await load(pid, `${address}${path}`, headers, 200, ['-a', String(requests / 10)]);
    samples.push(memoryOf(pid));
  }
  process.stdout.write(
    `\nMB resident, before and after each ${requests / 10} requests: ${samples.map(Math.round).join(' ')}\n`,
  );
}

try {
  const path = join(folder, 'bench.db');
  await prepare(path);
  const profiled = process.env['PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['PROFILE']}`] : [];
  const served = await start([...profiled, 'dist/main.js', 'serve'], {
    CROSSCHECK_DATABASE: path,
    CROSSCHECK_PORT: '0',
    CROSSCHECK_SAMPLES: 'false',
  });
  const memory = process.argv.indexOf('--memory');
  if (memory > 0) await watchMemory(served, Number(process.argv[memory + 1] ?? 1_000_000));
  else {
    line(['call', 'size', 'requests/s', 'bare', 'of bare', 'p99, bare', 'processor time, bare', 'of bare']);
    const wanted = process.argv.slice(2).filter((word) => word !== '--short');
    const isWanted = (...names: string[]) =>
      wanted.length === 0 || names.some((name) => wanted.includes(name));
    for (const call of [CONSENSUS, DISCREPANCIES])
      for (const form of ['json', 'packed', 'same'] as const)
        if (isWanted(call.split('/').at(-1) ?? '', form)) await compare(served, call, form);
  }
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}
