import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sendFlat } from '../../src/http/flat.ts';
import { createRouter } from '../../src/http/router.ts';
import { claimSheet } from '../../src/view/sheets/claims.ts';
import { addKey, withApp } from './harness.ts';
import { CLAIMS, tellStory } from './story.ts';

const here = withApp(tellStory);
const csv = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: false });
const typeOf = async (path: string, accept?: string) => {
  const response = await here.get(path, accept === undefined ? {} : { accept });
  return [response.status, response.headers.get('content-type')?.split(';')[0]];
};

describe('the format of an answer', () => {
  it('is the one that Accept or the suffix asks for, and JSON for who does not mind', async () => {
    for (const [path, accept, type] of [
      ['/v1/claims', undefined, 'application/json'],
      ['/v1/claims', '*/*', 'application/json'],
      ['/v1/claims', 'application/*', 'application/json'],
      ['/v1/claims', 'text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
      ['/v1/claims', 'text/csv', 'text/csv'],
      ['/v1/claims', 'TEXT/*', 'text/csv'],
      ['/v1/claims', 'application/json;q=0.2, application/x-ndjson', 'application/x-ndjson'],
      ['/v1/claims', 'application/json;q=0, */*', 'application/x-ndjson'],
      ['/v1/claims.csv', undefined, 'text/csv'],
      ['/v1/claims.csv', 'application/json', 'text/csv'],
      ['/v1/claims.ndjson?limit=2', undefined, 'application/x-ndjson'],
      ['/v1/topics.csv', undefined, 'text/csv'],
      ['/v1/outlets.csv', undefined, 'text/csv'],
      ['/v1/documents.csv', undefined, 'text/csv'],
      ['/v1/topics/harbour-flood/consensus.csv', undefined, 'text/csv'],
      ['/v1/topics/harbour-flood/timeline.csv', undefined, 'text/csv'],
      ['/v1/topics/harbour-flood/discrepancies.json', 'text/csv', 'application/json'],
      [`/v1/claims/${CLAIMS[0]?.id}.csv`, undefined, 'text/csv'],
      ['/v1/changes.csv', undefined, 'text/csv'],
      [`/v1/claims/${CLAIMS[0]?.id}/explain.csv`, undefined, 'text/csv'],
      ['/v1/changes.ndjson', undefined, 'application/x-ndjson'],
      ['/v1/changes', 'text/csv', 'text/csv'],
      ['/v1/topics/harbour-flood/consensus.svg', undefined, 'image/svg+xml'],
      ['/v1/topics/harbour-flood/consensus', 'image/svg+xml', 'image/svg+xml'],
      ['/v1/topics/harbour-flood/consensus.svg?as_of=2025-11-03T12:00:00Z', undefined, 'image/svg+xml'],
      ['/v1/discrepancies', 'application/feed+json', 'application/feed+json'],
      ['/v1/discrepancies.atom.xml', undefined, 'application/atom+xml'],
      ['/v1/topics/harbour-flood/discrepancies.rss.xml?level=high', undefined, 'application/rss+xml'],
      ['/v1/topics/harbour-flood/discrepancies.feed.json', 'text/csv', 'application/feed+json'],
    ] as const)
      expect(await typeOf(path, accept), `${path} ${accept}`).toEqual([200, type]);
  });

  it('is CSV for every list of which the document of the API says so', async () => {
    const { paths } = await (await here.get('/openapi.json')).json();
    const admin = await addKey(here.store, 'admin', 'read');
    const lists = Object.keys(paths).filter(
      (path) => !path.includes('{') && paths[path].get?.responses['200'].content?.['text/csv'],
    );
    expect(lists).toEqual(expect.arrayContaining(['/v1/audit', '/v1/claims', '/v1/keys', '/v1/reviews']));
    for (const path of lists) {
      const answer = await here.get(path, { ...admin, accept: 'text/csv' });
      expect([path, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
        path,
        200,
        'text/csv',
      ]);
    }
  });

  it('is refused with those on offer when there is no such form', async () => {
    for (const [path, accept] of [
      ['/v1/claims', 'image/png'],
      ['/v1/claims', 'text/html'],
      ['/v1/topics.jsonld', undefined],
      ['/v1/claims', '*/*;q=0'],
    ] as const) {
      const response = await here.get(path, accept === undefined ? {} : { accept });
      expect(response.status, `${path} ${accept}`).toBe(406);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect((await response.json()).detail).toContain('text/csv (.csv)');
    }
  });

  it('leaves names that people gave alone, whatever they end in', async () => {
    await here.post({
      id: 'report.csv',
      outlet: 'Harbour Post',
      topic: 'elsewhere',
      publishedAt: '2025-11-03T08:00:00Z',
      text: 'Nobody was hurt, said the police.',
    });
    const response = await here.get('/v1/documents/report.csv');
    expect(await response.json()).toHaveProperty('id', 'report.csv');
    await here.ask('DELETE', '/v1/documents/report.csv');
    expect((await here.get('/v1/documents/report.csv')).status).toBe(404);
  });

  it('is asked for behind a name too, where nothing has that whole name', async () => {
    for (const [path, type] of [
      ['/v1/topics/harbour-flood.csv', 'text/csv'],
      ['/v1/topics/harbour-flood.ndjson', 'application/x-ndjson'],
      ['/v1/outlets/coastal-wire.json', 'application/json'],
      ['/v1/documents/doc_post.json', 'application/json'],
    ] as const)
      expect(await typeOf(path), path).toEqual([200, type]);
    const { data } = await (await here.get('/v1/documents?limit=1')).json();
    const whole = await here.get(`/v1/documents/${data[0].id}.json`);
    expect(await whole.json()).toEqual(await (await here.get(`/v1/documents/${data[0].id}`)).json());
    for (const path of ['/v1/topics/harbour-flood.svg', '/v1/documents/doc_post.csv'])
      expect((await typeOf(path))[0], path).toBe(406);
    for (const path of ['/v1/topics/none.csv', '/v1/outlets/none.json', '/v1/documents/.json'])
      expect((await typeOf(path))[0], path).toBe(404);
  });

  it('is never another one than was asked for: a form that is not there is refused', async () => {
    for (const [path, accept] of [
      ['/v1/topics/harbour-flood/embed.ndjson', undefined],
      ['/v1/topics/harbour-flood/embed', 'text/csv'],
      ['/v1/changes.jsonld', undefined],
      ['/v1alpha1/claims:search?query=killed', 'text/csv'],
      ['/v1/discrepancies.svg', undefined],
      ['/v1/topics/harbour-flood/consensus?flat=1', 'image/svg+xml'],
    ] as const)
      expect((await typeOf(path, accept))[0], `${path} ${accept}`).toBe(406);
    for (const path of [
      '/v1/rss.xml.json',
      '/v1/topics/harbour-flood/chart.svg.csv',
      '/v1/claims.csv.csv',
      '/v1/atom.xml.feed.json',
    ])
      expect((await typeOf(path))[0], path).toBe(404);
    expect(await typeOf('/v1/topics/harbour-flood/embed.json')).toEqual([200, 'application/json']);
  });

  it('as a feed holds those discrepancies that the list was asked for', async () => {
    const path = '/v1/discrepancies?tier=explained&verdict=evolving';
    const { data } = await (await here.get(path)).json();
    const { items, feed_url } = await (await here.get(path, { accept: 'application/feed+json' })).json();
    expect(data.length).toBeGreaterThan(0);
    expect(items.map((one: { _crosscheck: { id: string } }) => one._crosscheck.id).sort()).toEqual(
      data.map((one: { id: string }) => one.id).sort(),
    );
    expect(feed_url).toBe(`http://localhost${path}`);
  });

  it('has a tag of its own, tells caches that Accept matters, and answers 304', async () => {
    const tags = new Set<string>();
    for (const path of ['consensus', 'consensus.csv', 'consensus.ndjson']) {
      const first = await here.get(`/v1/topics/harbour-flood/${path}`);
      const etag = first.headers.get('etag') ?? '';
      tags.add(etag);
      expect(first.headers.get('vary')).toContain('Accept');
      const again = await here.get(`/v1/topics/harbour-flood/${path}`, { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect(tags.size).toBe(3);
  });

  it('keeps the way to the next page', async () => {
    const response = await here.get('/v1/claims.csv?limit=3');
    const [, target = ''] = /^<(.+)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? [];
    expect(target).toContain('/v1/claims.csv?');
    expect(csv(await (await here.get(target)).text())).toHaveLength(3);
  });
});

describe('CSV and NDJSON', () => {
  it('are read back as the rows that JSON has', async () => {
    const { data } = await (await here.get('/v1/claims?limit=500')).json();
    const lines = (await (await here.get('/v1/claims.ndjson?limit=500')).text()).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(data);
    const rows = csv(await (await here.get('/v1/claims.csv?limit=500')).text());
    expect(rows.map((row) => [row['id'], row['quote'], row['nominal']])).toEqual(
      data.map((claim: (typeof CLAIMS)[number]) => [
        claim.id,
        claim.evidence.quote,
        String(claim.value.nominal),
      ]),
    );
    expect(rows.some((row) => row['high'] === '')).toBe(true);
  });

  it('give a spreadsheet nothing to run, whatever an article says', async () => {
    const title = '=HYPERLINK("https://example.org","x")';
    await here.post({
      id: 'evil',
      outlet: '+Post',
      topic: 'evil',
      title,
      publishedAt: '2025-11-03T08:00:00Z',
      text: '@SUM(A1)\t said nobody.',
    });
    const text = await (await here.get('/v1/documents.csv?topic=evil')).text();
    expect(csv(text)[0]).toMatchObject({ title: `'${title}` });
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m);
    await here.ask('DELETE', '/v1/documents/evil');
  });
});

describe('a flat export', () => {
  it('has every row at once, with the same columns in each and times that a panel can read', async () => {
    for (const path of [
      '/v1/claims',
      '/v1/discrepancies?tier=conflict,check,explained',
      '/v1/topics/harbour-flood/consensus',
      '/v1/topics/harbour-flood/discrepancies',
      '/v1/topics',
      '/v1/outlets',
      '/v1/documents',
    ]) {
      const response = await here.get(`${path}${path.includes('?') ? '&' : '?'}flat=1`);
      expect(response.headers.get('content-type'), path).toBe('application/json; profile=flat');
      const { data, next, truncated, cap } = await response.json();
      expect([next, truncated, cap], path).toEqual([null, false, 50_000]);
      expect(response.headers.get('x-row-cap')).toBe('50000');
      expect(response.headers.get('x-truncated')).toBe('false');
      expect(data.length, path).toBeGreaterThan(0);
      const columns = JSON.stringify(Object.keys(data[0]));
      for (const row of data) {
        expect(JSON.stringify(Object.keys(row))).toBe(columns);
        for (const value of Object.values(row))
          expect(typeof value === 'object' && value !== null).toBe(false);
      }
      const times = data.map((row: Record<string, string>) => row['publishedAt'] ?? row['asOf'] ?? null);
      for (const time of times)
        expect(time === null || !Number.isNaN(Date.parse(time)), `${path} ${time}`).toBe(true);
    }
    const all = await (await here.get('/v1/claims?flat=1')).json();
    expect(all.data).toHaveLength(CLAIMS.length);
    const rows = csv(await (await here.get('/v1/claims.csv?flat=1')).text());
    expect(rows).toHaveLength(CLAIMS.length);
  });

  it('says with each discrepancy what the outlets say and when', async () => {
    const { data } = await (await here.get('/v1/discrepancies?flat=1')).json();
    for (const row of data) {
      expect(row.statements).toMatch(/^[a-z-]+: /);
      expect(row.publishedAt).toMatch(/^2025-11-0\dT/);
    }
  });

  it('is not cut into pages: who asks for one is told', async () => {
    const response = await here.get('/v1/claims?flat=1&limit=3');
    expect(response.status).toBe(400);
    expect((await response.json()).errors[0].path).toBe('limit');
    expect((await here.get('/v1/claims?flat=yes')).status).toBe(400);
  });

  it('says so when there is more than it may hold', async () => {
    const app = createRouter();
    app.use(async (c, next) => {
      c.set('services', here.services);
      await next();
    });
    app.get('/v1/some', (c) => sendFlat(c, (page) => here.store.claims({}, page), claimSheet, 3));
    const whole = await app.request('/v1/some');
    expect(whole.headers.get('x-truncated')).toBe('true');
    expect(await whole.json()).toMatchObject({ truncated: true, cap: 3, data: [{}, {}, {}] });
    const lines = (await (await app.request('/v1/some.ndjson')).text()).trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(JSON.parse(lines[3] ?? '')).toEqual({ truncated: true, cap: 3 });
    expect(csv(await (await app.request('/v1/some.csv')).text())).toHaveLength(3);
  });
});
