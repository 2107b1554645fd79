import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { METHODS } from '../../src/consensus/methods/index.ts';
import { article, ndjson, run, start } from './run.ts';

const ten = 'Ten people were killed when a bridge collapsed in Genoa on Monday, police said.';
const four = 'Four people were killed when a bridge collapsed in Genoa on Monday, the mayor said.';
const page = (title: string, text: string) =>
  `<html><head><title>${title}</title><meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2025-03-04T09:00:00Z"></head><body><article><h1>${title}</h1><p>${text}</p><p>${text.replace('Monday', 'that day')}</p></article></body></html>`;

let folder = '';
const environment = () => ({
  CROSSCHECK_DATABASE: join(folder, 'test.db'),
  CROSSCHECK_ALLOW_PRIVATE_ADDRESSES: 'true',
});
const crosscheck = (args: string[], input = '') => run(args, input, environment());
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

let server: Server;
let base = '';
beforeAll(async () => {
  server = createServer((request, answer) => {
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Feed</title>
      <item><title>Whole</title><pubDate>Tue, 04 Mar 2025 09:00:00 GMT</pubDate><description>${`&lt;p&gt;${four}&lt;/p&gt;`.repeat(8)}</description></item>
      <item><title>Linked</title><link>${base}/page.html</link><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate><description>Short.</description></item>
      <item><title>Lost</title><link>${base}/lost</link><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate></item></channel></rss>`;
    if (request.url === '/feed.xml')
      answer.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss);
    else if (request.url === '/page.html')
      answer.writeHead(200, { 'content-type': 'text/html' }).end(page('Bridge falls', ten));
    else answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crosscheck-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('crosscheck ingest', () => {
  it('takes a text file, once', async () => {
    const args = [
      'ingest',
      file('a.txt', ten),
      '--outlet',
      'Example Times',
      '--topic',
      'bridge',
      '--published-at',
      '2025-03-04',
    ];
    expect(await crosscheck(args)).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^added\tdoc_\w+\tbridge\t\d+ claims/),
    });
    expect(await crosscheck(args)).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^unchanged\t/),
    });
    const { output } = await crosscheck(['topics', '--json']);
    expect(JSON.parse(output)).toMatchObject({ data: [{ id: 'bridge', documents: 1 }], next: null });
    // The trail tells of what came in, once.
    const trail = (await crosscheck(['audit', '--json'])).output.trim().split('\n');
    expect(trail.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ actor: 'command line', action: 'document.add', detail: 'added' }),
    ]);
  });

  it('says which story a file was put to when nobody said', async () => {
    const rest = ['--outlet', 'Example Times', '--published-at', '2025-03-04'];
    const [path, other] = [
      file('a.txt', ten),
      file('b.txt', 'A fire in Turin killed three people, Carla Menotti said.'),
    ];
    const { status, output } = await crosscheck(['ingest', path, other, ...rest]);
    expect(status).toBe(0);
    const topics = output
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[2]);
    expect(topics).toEqual([expect.stringMatching(/^top_/), expect.stringMatching(/^top_/)]);
    expect(new Set(topics).size).toBe(2);
  });

  it('says what it has to be told', async () => {
    const { status, complaints } = await crosscheck(['ingest', file('a.txt', ten)]);
    expect(status).toBe(1);
    expect(complaints).toContain('Say when it was published with --published-at 2025-10-07.');
    const wrong = await crosscheck(['ingest', file('a.txt', ten), '--published-at', '2025-13-45']);
    expect(wrong.complaints).toContain('publishedAt: Give an RFC 3339 time');
    expect(wrong.status).toBe(1);
  });

  it('lets a file stand for its outlet, and says so', async () => {
    const { status, complaints } = await crosscheck([
      'ingest',
      file('harbour.txt', ten),
      '--published-at',
      '2025-03-04',
    ]);
    expect(status).toBe(0);
    expect(complaints).toContain('no --outlet given: "harbour" stands for it');
  });

  it('reads outlet and time out of a page', async () => {
    expect(
      (await crosscheck(['ingest', file('a.html', page('Bridge falls', ten)), '--topic', 'bridge'])).status,
    ).toBe(0);
    expect((await crosscheck(['outlets', '--csv'])).output).toContain('harbour-news,Harbour News');
  });

  it('reads JSON, lists of JSON, lines, and standard input', async () => {
    const files = [
      file('one.json', JSON.stringify(article('one', { text: ten }))),
      file('two.json', JSON.stringify([article('two', { text: ten }), article('three', { text: four })])),
      file('lines.ndjson', ndjson(article('four', { text: four }))),
      '-',
    ];
    const { status, output } = await crosscheck(
      ['ingest', ...files],
      ndjson(article('five', { text: four })),
    );
    expect(status).toBe(0);
    expect(output.split('\n').map((line) => line.split('\t')[1])).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      undefined,
    ]);
  });

  it('reads feeds and addresses, and goes on when one is lost', async () => {
    const { status, output, complaints } = await crosscheck([
      'ingest',
      `${base}/feed.xml`,
      `${base}/page.html`,
      '--topic',
      'bridge',
    ]);
    expect(status).toBe(1);
    expect(output.match(/^added/gm)).toHaveLength(3);
    expect(complaints).toContain('Lost: ');
    expect(complaints).toContain('the server answers 404');
  });

  it('refuses what it cannot read, by name, and takes the rest', async () => {
    const { status, output, complaints } = await crosscheck([
      'ingest',
      join(folder, 'none.txt'),
      file('a.pdf', 'x'),
      file('b.json', '{'),
      file('c.xml', '<html/>'),
      file('d.ndjson', Buffer.from([0, 1, 2, 255, 10, 254])),
      file('e.ndjson', ndjson(article('e', { text: ten }))),
      join(folder, 'none.ndjson'),
    ]);
    expect(status).toBe(1);
    expect(output.match(/^added/gm)).toHaveLength(1);
    for (const said of [
      'there is no such file',
      'give a .txt',
      'b.json is not JSON',
      'c.xml is no feed',
      'd.ndjson line 1: This is not JSON',
      'none.ndjson',
    ])
      expect(complaints).toContain(said);
  });

  it('refuses an address on a private network', async () => {
    const { status, complaints } = await run(['ingest', `${base}/page.html`], '', {
      CROSSCHECK_DATABASE: join(folder, 'test.db'),
    });
    expect(status).toBe(1);
    expect(complaints).toContain('not on the public internet');
  });
});

describe('the lists', () => {
  beforeEach(async () => {
    await crosscheck(
      ['ingest', '-'],
      ndjson(article('a', { text: ten }), article('b', { text: four, outlet: 'The Ravenna Star' })),
    );
  });

  it('show what a topic comes to', async () => {
    const { status, output } = await crosscheck(['consensus', 'bridge']);
    expect(status).toBe(0);
    expect(output).toContain('disputed');
    expect((await crosscheck(['consensus', 'bridge', '--csv'])).output).toMatch(
      /^question,answer,status,grade,/,
    );
    expect(JSON.parse((await crosscheck(['consensus', 'bridge', '--json'])).output).data[0].status).toBe(
      'disputed',
    );
  });

  it('show what cannot all hold, with who says it', async () => {
    const { output } = await crosscheck(['discrepancies']);
    expect(output).toContain('conflict');
    expect(output).toContain('the-ravenna-star');
    const { data } = JSON.parse(
      (await crosscheck(['discrepancies', 'bridge', '--tier', 'conflict', '--json'])).output,
    );
    expect(data[0].statements).toHaveLength(2);
  });

  it('look back: before anything was published there was nothing', async () => {
    const counts = async (time: string) =>
      JSON.parse((await crosscheck(['consensus', 'bridge', '--as-of', time, '--json'])).output).data.length;
    expect(await counts('2025-03-01')).toBe(0);
    expect(await counts('2025-03-31')).toBeGreaterThan(0);
    const then = await crosscheck(['discrepancies', 'bridge', '--as-of', '2025-03-31T12:00:00Z']);
    expect(then.output).toContain('conflict');
    expect(await crosscheck(['discrepancies', '--as-of', '2025-03-31'])).toMatchObject({
      status: 1,
      complaints: expect.stringContaining('--as-of needs a topic'),
    });
    expect((await crosscheck(['consensus', 'bridge', '--as-of', 'once'])).status).toBe(2);
  });

  it('are worked out by every method there is, and by no other', async () => {
    for (const method of Object.keys(METHODS)) {
      const { status, output } = await crosscheck(['consensus', 'bridge', '--method', method, '--json']);
      expect(status).toBe(0);
      expect(JSON.parse(output).data[0].best === null).toBe(method === 'interval');
    }
    expect((await crosscheck(['consensus', 'bridge', '--method', 'truth'])).status).toBe(2);
  });

  it('tell how a figure moved', async () => {
    const later = ten.replace('Ten', 'Fourteen');
    const rest = ['--outlet', 'Genoa Courier', '--topic', 'bridge', '--published-at', '2025-03-08'];
    await crosscheck(['ingest', file('later.txt', later), ...rest]);
    const { output } = await crosscheck(['timeline', 'bridge', '--csv']);
    expect(output).toContain('police');
    expect(output).toMatch(/▲,14/);
  });

  it('are explained, one by one', async () => {
    const { output } = await crosscheck(['discrepancies', 'bridge', '--tier', 'conflict', '--json']);
    const [{ id }] = JSON.parse(output).data;
    const told = await crosscheck(['explain', id]);
    expect(told.output).toMatch(/^1\. First: .*\n2\. Second: /);
    expect(JSON.parse((await crosscheck(['explain', id, '--json'])).output)).toMatchObject({
      id,
      kind: 'finding',
    });
    const rows = (await crosscheck(['explain', id, '--csv'])).output.trimEnd().split('\r\n');
    expect(rows[0]).toBe('step,rule,text,numbers');
    expect(rows).toHaveLength(told.output.trimEnd().split('\n').length + 1);
    expect(await crosscheck(['explain', 'fnd_none'])).toMatchObject({
      status: 1,
      complaints: expect.stringContaining('There is no claim, group or finding "fnd_none"'),
    });
  });

  it('stop where they are told to', async () => {
    expect(JSON.parse((await crosscheck(['outlets', '--json', '--limit', '1'])).output).data).toHaveLength(1);
  });

  it('name a topic that is not there', async () => {
    for (const command of ['consensus', 'discrepancies', 'timeline']) {
      const { status, complaints } = await crosscheck([command, 'brigde']);
      expect(status).toBe(1);
      expect(complaints).toContain('There is no topic "brigde"');
    }
  });
});

describe('an empty database', () => {
  it('says what to do', async () => {
    expect(await crosscheck(['topics'])).toMatchObject({
      status: 0,
      output: '',
      complaints: expect.stringContaining('crosscheck ingest'),
    });
  });

  it('is made by migrate', async () => {
    expect((await crosscheck(['migrate'])).status).toBe(0);
  });

  it('that is no database is refused with a reason', async () => {
    file('test.db', 'this is no database, but a text that somebody put here by mistake'.repeat(50));
    const { status, complaints } = await crosscheck(['topics']);
    expect(status).toBe(1);
    expect(complaints).toContain('test.db');
  });
});

describe('crosscheck serve', () => {
  const serve = async (extra: Record<string, string> = {}) => {
    const child = start(['serve'], {
      ...environment(),
      CROSSCHECK_PORT: '0',
      CROSSCHECK_LOG: 'silent',
      ...extra,
    });
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk) => resolve(String(chunk)));
      child.once('close', () => reject(new Error(complaints)));
    });
    const url = /http:\S+/.exec(line)?.[0] ?? '';
    return { child, closed, url, line, complained: () => complaints };
  };

  it('shows the samples on first start, prints one line, and stops when asked to', async () => {
    const { child, closed, url, line } = await serve();
    expect(line).toMatch(/^Crosscheck listens on http:\/\/127\.0\.0\.1:\d+\n$/);
    const topics = (await (await fetch(`${url}/v1/topics`)).json()) as {
      data: { sample: boolean; claims: number }[];
    };
    expect(topics.data.length).toBeGreaterThanOrEqual(3);
    expect(topics.data.every((topic) => topic.sample && topic.claims > 0)).toBe(true);
    child.kill('SIGTERM');
    expect(await closed).toBe(0);
  });

  it('starts empty when told to, and takes an article', async () => {
    const { child, closed, url } = await serve({ CROSSCHECK_SAMPLES: 'false' });
    const { output: key } = await run(
      ['keys', 'create', '--name', 'me', '--scopes', 'write'],
      '',
      environment(),
    );
    const answer = await fetch(`${url}/v1/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key.trim()}` },
      body: JSON.stringify(article('a', { text: ten })),
    });
    expect(answer.status).toBe(201);
    expect(await (await fetch(`${url}/v1/topics`)).json()).toMatchObject({
      data: [{ id: 'bridge', documents: 1 }],
    });
    child.kill('SIGINT');
    expect(await closed).toBe(0);
  });

  it('has written a line for every answer by the time it is stopped', async () => {
    const { child, closed, url, complained } = await serve({
      CROSSCHECK_LOG: 'info',
      CROSSCHECK_SAMPLES: 'false',
    });
    const ids = Array.from({ length: 60 }, (_, index) => `asked-${index}`);
    await Promise.all(
      ids.map(async (id) => (await fetch(`${url}/v1/topics`, { headers: { 'x-request-id': id } })).text()),
    );
    child.kill('SIGTERM');
    expect(await closed).toBe(0);
    const lines = complained().trimEnd().split('\n');
    const logged = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
    expect(logged.map(({ requestId }) => requestId).sort()).toEqual(ids.sort());
    expect(logged[0]).toMatchObject({ level: 30, method: 'GET', path: '/v1/topics', status: 200 });
  });

  it('names a port that is taken', async () => {
    const port = new URL(base).port;
    const { status, complaints } = await run(['serve'], '', {
      ...environment(),
      CROSSCHECK_PORT: port,
      CROSSCHECK_LOG: 'silent',
      CROSSCHECK_SAMPLES: 'false',
    });
    expect(status).toBe(1);
    expect(complaints).toContain(`Port ${port} is in use`);
  });
});
