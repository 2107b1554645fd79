import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIngest } from '../../src/jobs/ingest.ts';
import type { Api } from './described.ts';
import { withApp } from './harness.ts';

const here = withApp();
const json = 'application/json';
/** A formula for a spreadsheet, and markup for a browser. */
const EVIL = `=HYPERLINK("https://a.example")'><script>alert(1)</script><img src=x onerror=alert(2)>`;
const send = async (method: string, path: string, body: unknown) => {
  const answer = await here.ask(method, path, {
    headers: { 'content-type': json },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  expect(answer.status, `${path} ${text}`).toBeLessThan(300);
  return JSON.parse(text);
};

/** An article, rows, a topic, judgements, a key and a webhook that are hostile wherever a text may stand. */
beforeAll(async () => {
  const { store, vocabulary, now } = here.services;
  const fetchPage = () => Promise.reject(new Error('nothing is fetched here'));
  Object.assign(here.services, createIngest({ store, vocabulary, now, fetchPage }));
  const topic = `evil ${EVIL}`;
  const said = (count: number, at: string) => ({
    outlet: `${EVIL} ${count}`,
    topic,
    title: EVIL,
    url: `https://a.example/${encodeURIComponent(EVIL)}`,
    publishedAt: at,
    language: 'en',
    text: `${EVIL}\n\nPolice in Naples said ${count} people were killed when a ferry sank off Naples on Monday. “${EVIL},” said Ann ${EVIL}.`,
  });
  await send('POST', '/v1/documents', said(9, '2025-03-04T08:00:00Z'));
  const { topic: id } = await send('POST', '/v1/documents', said(14, '2025-03-04T09:00:00Z'));
  const row = { topic, subject: EVIL, predicate: EVIL, unit: EVIL, origin: EVIL, quote: EVIL };
  const scope = { population: EVIL, place: EVIL, cause: EVIL, actor: EVIL, time: { text: EVIL } };
  const publishedAt = '2025-03-04T10:00:00Z';
  for (const [outlet, value] of [
    [`a ${EVIL}`, EVIL],
    [`b ${EVIL}`, [EVIL, 'x']],
  ] as const)
    await send('POST', '/v1/claims', { ...row, outlet, value, publishedAt, scope });
  for (const [outlet, value] of [
    [`c ${EVIL}`, 10],
    [`d ${EVIL}`, 24],
  ] as const)
    await send('POST', '/v1/claims', { ...row, outlet, value, publishedAt });
  await send('PATCH', `/v1/topics/${encodeURIComponent(id)}`, { title: EVIL, reason: EVIL });
  await send('POST', '/v1/topics', { id: 'evil-empty', title: EVIL });
  const { data } = await (await here.get('/v1/discrepancies?tier=conflict&limit=500')).json();
  expect(data.length).toBeGreaterThan(0);
  for (const finding of data)
    await send('POST', `/v1/findings/${finding.id}/reviews`, { action: 'confirm', reason: EVIL });
  await send('POST', '/v1/keys', { name: EVIL, scopes: ['read'] });
  await send('POST', '/v1/webhooks', { url: 'https://93.184.216.34/', description: EVIL, topics: [EVIL] });
});

type Page = ReturnType<typeof parseHTML>['document'];
type Part = ReturnType<Page['createElement']>;

/** What a browser would run of a page, or fetch from elsewhere. */
function activeParts(document: Page): string[] {
  const own = (element: Part) => /^\/assets\/[\w-]+\.js\?v=[\w-]+$/.test(element.getAttribute('src') ?? '');
  return [...document.querySelectorAll('*')].flatMap((element) => [
    ...(['IMG', 'IFRAME', 'OBJECT', 'STYLE'].includes(element.tagName) ? [element.tagName] : []),
    ...(element.tagName === 'SCRIPT' && !(own(element) && element.textContent === '') ? ['SCRIPT'] : []),
    ...[...element.attributes]
      .filter(({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data):/i.test(value))
      .map(({ name }) => name),
  ]);
}

/** Every page that can be reached from a page, each once; query and place left aside. */
async function reachable(from: string): Promise<Map<string, Page>> {
  const seen = new Map<string, Page>();
  const waiting = [from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const name = path.split(/[?#]/)[0] ?? '';
    if (seen.has(name)) continue;
    const answer = await here.get(path, { accept: 'text/html' });
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const { document } = parseHTML(await answer.text());
    seen.set(name, document);
    for (const link of document.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (href.startsWith('/') && !href.startsWith('//')) waiting.push(href);
    }
  }
  return seen;
}

/** Every reading call at the things that are here, and the types that it answers in. */
async function addresses(): Promise<{ template: string; path: string; types: string[] }[]> {
  const { paths } = (await (await here.get('/openapi.json')).json()) as Api;
  const { data: topics } = await (await here.get('/v1/topics')).json();
  const first = async (path: string) => (await (await here.get(path)).json()).data[0].id;
  const ids: Record<string, string> = {
    '/v1/claims/': await first('/v1/claims?q=HYPERLINK'),
    '/v1/findings/': await first('/v1/discrepancies?tier=conflict'),
    '/v1/outlets/': await first('/v1/outlets'),
  };
  return Object.entries(paths).flatMap(([template, { get }]) => {
    const types = Object.keys(get?.responses['200']?.content ?? {});
    const [, id = 'none'] = Object.entries(ids).find(([start]) => template.startsWith(start)) ?? [];
    const path = template.replace('{id}', id);
    return path.includes('{topic}')
      ? topics.map((topic: { id: string }) => ({
          template,
          types,
          path: path.replace('{topic}', encodeURIComponent(topic.id)),
        }))
      : [{ template, types, path }];
  });
}

describe('a text that is hostile wherever a text may stand', () => {
  it('runs on no page that leads to it, and is shown there as it is', async () => {
    const pages = await reachable('/');
    const kinds = ['/topics/', '/documents/', '/outlets/', '/groups/', '/outlets', '/check', '/compare'];
    for (const kind of kinds)
      expect([...pages.keys()].filter((path) => path.startsWith(kind)).length, kind).toBeGreaterThan(0);
    for (const [path, document] of pages) expect(activeParts(document), path).toEqual([]);
    const showing = [...pages.values()].filter((document) => document.body.textContent?.includes(EVIL));
    expect(showing.length).toBeGreaterThan(5);
  });

  it('runs in no answer to a form or a search, nor in a frame', async () => {
    const form = (path: string, fields: [string, string][]) =>
      here.app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
        body: new URLSearchParams(fields).toString(),
      });
    const { data } = await (await here.get('/v1/topics')).json();
    const text = `Police said nine people were killed when a ferry sank off Naples on Monday. ${EVIL}`;
    for (const answer of [
      await form('/check', [
        ['text', text],
        ['topic', data[0].id],
        ['publishedAt', '2025-03-05'],
      ]),
      await form('/check', [
        ['text', EVIL],
        ['topic', EVIL],
      ]),
      await form('/compare', [
        ['outlet', EVIL],
        ['publishedAt', ''],
        ['text', text],
        ['outlet', 'x'],
        ['publishedAt', EVIL],
        ['text', text.replace('nine', 'ten')],
      ]),
      await here.get(`/search?q=${encodeURIComponent(EVIL)}`, { accept: 'text/html' }),
      await here.get(`/?q=${encodeURIComponent(EVIL)}`, { accept: 'text/html' }),
      await here.get(`/${encodeURIComponent(EVIL)}`, { accept: 'text/html' }),
      ...(await Promise.all(
        data.map((topic: { id: string }) => here.get(`/embed/topics/${encodeURIComponent(topic.id)}`)),
      )),
    ]) {
      const { document } = parseHTML(await answer.text());
      expect(document.querySelectorAll('*').length).toBeGreaterThan(10);
      expect(activeParts(document)).toEqual([]);
    }
  });

  it('is no formula in any CSV that tells of it', async () => {
    const telling = new Set<string>();
    for (const { template, path } of (await addresses()).filter(({ types }) => types.includes('text/csv'))) {
      const answer = await here.ask('GET', path, { headers: { accept: 'text/csv' } });
      if (answer.status !== 200) continue;
      const text = await answer.text();
      if (text.includes('HYPERLINK')) telling.add(template);
      const cells = (parse(text) as string[][]).flat();
      expect(
        cells.filter((cell) => /^\s*[=+@]|^[\t\r]|^-(?!\d)/.test(cell)),
        path,
      ).toEqual([]);
    }
    expect([...telling].sort()).toEqual(
      expect.arrayContaining([
        ...['/v1/audit', '/v1/claims', '/v1/claims/{id}', '/v1/discrepancies', '/v1/documents', '/v1/keys'],
        ...['/v1/outlets', '/v1/reviews', '/v1/topics', '/v1/topics/{topic}', '/v1/webhooks'],
        ...['/v1/topics/{topic}/consensus', '/v1/topics/{topic}/discrepancies'],
        ...['/v1/findings/{id}', '/v1/findings/{id}/reviews', '/v1/outlets/{id}'],
      ]),
    );
  });

  it('is markup in no answer of the API', async () => {
    for (const { path, types } of await addresses()) {
      if (!types.includes('application/json')) continue;
      const answer = await here.ask('GET', path, {});
      expect(answer.headers.get('content-type'), path).toMatch(/^application\/(?:problem\+)?json$/);
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });
});
