import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPace, readRetryAfter, waitForFeed } from '../../src/cli/feed-pace.ts';
import { run, start } from './run.ts';

let folder = '';
let server: Server;
let base = '';
/** What the server was asked for, and what it says now. */
let asked: { path: string; headers: IncomingHttpHeaders; at: number }[] = [];
let items: string[] = [];
let refusal: number | null = null;
let lost = new Set<string>();

const item = (name: string, dead: number) =>
  `<item><title>${name}</title><link>${base}/${name}</link><guid>${name}</guid><pubDate>Tue, 04 Mar 2025 09:00:00 GMT</pubDate><description>${dead}</description></item>`;
const rss = () =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Feed</title>${items.join('')}</channel></rss>`;
const tag = () => `"v${items.length}"`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crosscheck-feeds-'));
  [asked, items, refusal, lost] = [[], [], null, new Set()];
  server = createServer((request, answer) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, at: Date.now() });
    if (path === '/inside') return answer.writeHead(302, { location: 'http://10.0.0.1/feed.xml' }).end();
    if (path !== '/feed.xml') {
      if (lost.has(path)) return answer.writeHead(503).end();
      const text = `Four people were killed when a bridge collapsed in Genoa on Monday, police said (${path}).`;
      return answer.writeHead(200, { 'content-type': 'text/html' }).end(`<article><p>${text}</p></article>`);
    }
    if (refusal !== null) return answer.writeHead(refusal, { 'retry-after': '7' }).end();
    if (request.headers['if-none-match'] === tag()) return answer.writeHead(304).end();
    const headers = { 'content-type': 'application/rss+xml', etag: tag() };
    return answer.writeHead(200, { ...headers, 'last-modified': 'Tue, 04 Mar 2025 09:00:00 GMT' }).end(rss());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const environment = (own: Record<string, string> = {}) => ({
  CROSSCHECK_DATABASE: join(folder, 'test.db'),
  CROSSCHECK_SAMPLES: 'false',
  CROSSCHECK_ALLOW_PRIVATE_ADDRESSES: 'true',
  ...own,
});
const look = (...more: string[]) =>
  run(['ingest', '--feed', `${base}/feed.xml`, '--topic', 'bridge', ...more], '', environment());
const added = (output: string) => output.match(/^added/gm)?.length ?? 0;
const pathsAsked = () => asked.map(({ path }) => path);

describe('crosscheck ingest --feed', () => {
  it('takes what is in a feed once, asks whether it changed, and fetches no article again', async () => {
    items = [item('a', 4), item('b', 5)];
    const first = await look();
    expect([first.status, added(first.output)]).toEqual([0, 2]);
    expect(first.complaints).toContain('2 new of 2');
    asked = [];
    const second = await look();
    expect(second).toMatchObject({ status: 0, output: '' });
    expect(second.complaints).toContain('nothing new');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers).toMatchObject({
      'if-none-match': '"v2"',
      'if-modified-since': 'Tue, 04 Mar 2025 09:00:00 GMT',
    });
    asked = [];
    items = [item('c', 6), ...items];
    const third = await look();
    expect([third.status, added(third.output)]).toEqual([0, 1]);
    expect(pathsAsked()).toEqual(['/feed.xml', '/c']);
    const { output } = await run(['topics', '--json'], '', environment());
    expect(JSON.parse(output).data).toMatchObject([{ id: 'bridge', documents: 3 }]);
  }, 120_000);

  it('comes back for an article that could not be fetched, though the feed is the same', async () => {
    items = [item('a', 4), item('b', 5)];
    lost = new Set(['/b']);
    const first = await look();
    expect([first.status, added(first.output)]).toEqual([1, 1]);
    expect(first.complaints).toContain('1 to be tried again');
    lost = new Set();
    asked = [];
    const second = await look();
    expect([second.status, added(second.output)]).toEqual([0, 1]);
    expect(pathsAsked()).toEqual(['/feed.xml', '/b']);
  });

  it('reads a file, and goes on without what it remembers when that is lost or broken', async () => {
    items = [item('a', 4)];
    const path = join(folder, 'feed.xml');
    writeFileSync(path, rss());
    const args = ['ingest', '--feed', path, '--topic', 'bridge'];
    expect(added((await run(args, '', environment())).output)).toBe(1);
    expect((await run(args, '', environment())).output).toBe('');
    const memory = join(folder, 'test.db.feeds.json');
    expect(readFileSync(memory, 'utf8')).toContain('feed.xml');
    writeFileSync(memory, '{"half":');
    expect((await run(args, '', environment())).output).toMatch(/^unchanged/);
    writeFileSync(path, '<html/>');
    expect(await run(args, '', environment())).toMatchObject({
      status: 1,
      complaints: expect.stringContaining('is no feed'),
    });
  });

  it('reaches no private network, neither at once nor by a redirect', async () => {
    const closed = environment({ CROSSCHECK_ALLOW_PRIVATE_ADDRESSES: 'false' });
    for (const path of ['/feed.xml', '/inside']) {
      const ran = await run(['ingest', '--feed', `${base}${path}`], '', closed);
      expect(ran).toMatchObject({ status: 1, output: '' });
      expect(ran.complaints).toContain('is not fetched');
    }
    expect(asked).toEqual([]);
  });

  it('is told apart from files, and refuses a pace that is none', async () => {
    for (const args of [
      [],
      ['--feed', 'a.xml', 'b.txt'],
      ['a.txt', '--every', '10m'],
      ['--feed', 'a.xml', '--every', 'often'],
      ['--feed', 'a.xml', '--every', '0s'],
    ])
      expect((await run(['ingest', ...args], '', environment())).status, args.join(' ')).toBe(2);
  });
});

describe('crosscheck ingest --feed --every', () => {
  it('goes on until it is stopped, takes what comes in meanwhile, and slows down while the feed fails', async () => {
    items = [item('a', 4)];
    const args = ['ingest', '--feed', `${base}/feed.xml`, '--topic', 'bridge', '--every', '1s'];
    const child = start(args, environment());
    let [output, complaints] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    const patient = { timeout: 60_000, interval: 100 };
    try {
      await expect.poll(() => added(output), patient).toBe(1);
      await expect.poll(() => complaints, patient).toContain('nothing new');
      items = [item('b', 5), ...items];
      await expect.poll(() => added(output), patient).toBe(2);
      refusal = 503;
      await expect.poll(() => complaints, patient).toContain('the server answers 503');
      // It would be back after two seconds; its server asked for seven.
      const refused = asked.findLast(({ path }) => path === '/feed.xml')?.at ?? Number.NaN;
      const nextLook = () => Date.parse(/next look at (\S+)\n$/.exec(complaints)?.[1] ?? '') - refused;
      await expect.poll(nextLook, patient).toBeGreaterThanOrEqual(7_000);
    } finally {
      child.kill('SIGINT');
    }
    expect(await closed).toBe(0);
    expect(output.trimEnd().split('\n')).toHaveLength(2);
  }, 120_000);
});

describe('the pace of a feed', () => {
  it('doubles with each failure in a row, up to six hours, and heeds what its server asks for', () => {
    const minute = 60_000;
    expect([0, 1, 2, 3].map((failures) => waitForFeed(10 * minute, failures, null) / minute)).toEqual([
      10, 20, 40, 80,
    ]);
    expect(waitForFeed(10 * minute, 500, null)).toBe(6 * 60 * minute);
    expect(waitForFeed(12 * 60 * minute, 3, null)).toBe(12 * 60 * minute);
    expect(waitForFeed(minute, 1, 30 * minute)).toBe(30 * minute);
    expect(waitForFeed(minute, 1, 1e12)).toBe(6 * 60 * minute);
  });

  it('is read from words, and the wait of a server from seconds or a date', () => {
    expect(['30s', '10m', '2h', ' 1s '].map(readPace)).toEqual([30_000, 600_000, 7_200_000, 1_000]);
    expect(['', '10', 'm', '0s', '25h', '1.5h', '-1s', '10 m'].map(readPace)).toEqual(Array(8).fill(null));
    const now = new Date('2025-03-04T09:00:00Z');
    expect(readRetryAfter('120', now)).toBe(120_000);
    expect(readRetryAfter('Tue, 04 Mar 2025 09:01:00 GMT', now)).toBe(60_000);
    expect(readRetryAfter('Tue, 04 Mar 2025 08:00:00 GMT', now)).toBe(0);
    for (const nonsense of [undefined, null, '', 'soon']) expect(readRetryAfter(nonsense, now)).toBeNull();
  });
});
