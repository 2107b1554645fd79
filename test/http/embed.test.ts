import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { withApp } from './harness.ts';
import { tellStory } from './story.ts';

const here = withApp(tellStory);
const ROOM = 15_000;

describe('the script for pages of others', () => {
  it('is one small file that anybody may load, and is not sent twice', async () => {
    const response = await here.get('/embed.js', { origin: 'https://paper.example' });
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(text).toContain('crosscheck-consensus');
    expect(gzipSync(text).byteLength).toBeLessThan(ROOM);
    const etag = response.headers.get('etag') ?? '';
    expect((await here.get('/embed.js', { 'if-none-match': etag })).status).toBe(304);
  });

  it('holds nothing that a strict policy forbids, and no way to read a text as markup', async () => {
    const text = await (await here.get('/embed.js')).text();
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|\beval\(|new Function/,
    );
    expect(text).not.toMatch(/document\.cookie|localStorage|sessionStorage|indexedDB|url\(|@import/);
    expect([...text.matchAll(/https?:\/\/[^"'`\s]+/g)].map(([url]) => url)).toEqual([
      'http://www.w3.org/2000/svg',
    ]);
  });
});

describe('the data of an embedded view', () => {
  it('are the questions with names of outlets and figures in parts', async () => {
    const view = await (await here.get('/v1/topics/harbour-flood/embed')).json();
    expect(view.topic).toMatchObject({
      id: 'harbour-flood',
      title: 'Flood in the old harbour',
      sample: true,
    });
    const row = view.rows.find((each: { question: string }) => each.question.includes('killed in the flood'));
    expect(row).toMatchObject({ status: 'disputed', said: null, originsMax: 2 });
    expect(row.positions[0]).toMatchObject({
      said: { text: 'At least 24', hedge: 'at-least', number: 24 },
      outlets: ['Harbour Post'],
    });
  });

  it('are one question alone, or the discrepancies with their words', async () => {
    const all = await (await here.get('/v1/topics/harbour-flood/embed?limit=50')).json();
    const [first] = all.rows;
    const one = await (await here.get(`/v1/topics/harbour-flood/embed?figure=${first.id}`)).json();
    expect(one).toMatchObject({ show: 'figure', more: 0, rows: [first] });
    const { findings } = await (await here.get('/v1/topics/harbour-flood/embed?show=discrepancies')).json();
    expect(findings[0]).toMatchObject({ verdict: 'conflict', tier: 'conflict' });
    expect(findings[0].sides.map((side: { said: { number: number } }) => side.said.number)).toEqual([24, 10]);
    const few = await (await here.get('/v1/topics/harbour-flood/embed?limit=1')).json();
    expect([few.rows.length, few.more]).toEqual([1, all.rows.length - 1]);
  });

  it('are refused with a reason when they are asked for wrongly', async () => {
    const statuses = await Promise.all(
      [
        'none/embed',
        'harbour-flood/embed?figure=none',
        'harbour-flood/embed?limit=0',
        'harbour-flood/embed?x=1',
      ].map(async (path) => (await here.get(`/v1/topics/${path}`)).status),
    );
    expect(statuses).toEqual([404, 404, 400, 400]);
  });
});

describe('the page for a frame', () => {
  it('may be framed by anybody, and no other page may', async () => {
    const framed = await here.get('/embed/topics/harbour-flood');
    expect(framed.headers.get('content-security-policy')).toMatch(/frame-ancestors \*$/);
    expect(framed.headers.get('x-frame-options')).toBeNull();
    for (const path of ['/', '/topics/harbour-flood', '/embed.js', '/v1/topics/harbour-flood/embed']) {
      const { headers } = await here.get(path);
      expect(headers.get('content-security-policy'), path).toMatch(/frame-ancestors 'none'$/);
      expect(headers.get('x-frame-options'), path).toBe('DENY');
    }
  });

  it('shows without a script what the elements show, in the language and theme that are asked for', async () => {
    const response = await here.get('/embed/topics/harbour-flood?lang=de&theme=dark&limit=50');
    const { document } = parseHTML(await response.text());
    expect(document.documentElement.getAttribute('lang')).toBe('de');
    expect(document.querySelector('main')?.getAttribute('data-theme')).toBe('dark');
    expect(document.body.textContent).toContain('mindestens 24');
    expect(document.body.textContent).toContain('Umstritten');
    expect(document.querySelector('footer a')?.getAttribute('href')).toBe('/topics/harbour-flood');
    const arabic = await here.get('/embed/topics/harbour-flood?lang=ar&show=discrepancies');
    const page = parseHTML(await arabic.text()).document;
    expect(page.documentElement.getAttribute('dir')).toBe('rtl');
    expect(page.body.textContent).toContain('تناقضات');
  });

  it('shows what it can when its address is typed wrongly, and says when there is no such topic', async () => {
    expect(
      (await here.get('/embed/topics/harbour-flood?lang=xx&theme=pink&limit=1e9&show=all&x=1')).status,
    ).toBe(200);
    expect((await here.get('/embed/topics/none', { accept: 'text/html' })).status).toBe(404);
  });
});

describe('a framed view', () => {
  it('says when nothing new has come in for as long as its address names', async () => {
    const stateOf = async (query: string) => {
      const html = await (await here.get(`/embed/topics/harbour-flood${query}`)).text();
      return parseHTML(html).document.querySelector('.state')?.textContent ?? null;
    };
    expect(await stateOf('')).toBeNull();
    expect(await stateOf('?max-age=0.5')).toMatch(/^Nothing new has come in since November 4, 2025/);
    expect(await stateOf('?max-age=0.5&lang=he')).toMatch(/^לא התקבל דבר חדש מאז/);
    for (const unread of ['0', 'x', '-1', '']) expect(await stateOf(`?max-age=${unread}`), unread).toBeNull();
  });
});
