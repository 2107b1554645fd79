import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { addKey, withApp } from './harness.ts';
import { tellStory } from './story.ts';

const here = withApp(tellStory);
let app: ReturnType<typeof createApp>;
let reader: Record<string, string>;
beforeAll(async () => {
  app = createApp({ ...here.services, config: { ...here.services.config, reading: 'keys' } });
  reader = await addKey(here.store, 'read');
});

const PAGES = [
  ...['/', '/?q=flood', '/topics/harbour-flood', '/topics/harbour-flood/findings'],
  ...['/groups/grp_clm_doc_post_61', '/documents/doc_post', '/outlets', '/outlets/harbour-post'],
  ...['/search?q=killed', '/compare', '/compare?example=yes', '/check', '/embed/topics/harbour-flood'],
  ...['/v1/topics/harbour-flood/chart.svg', '/v1/topics/harbour-flood/chart.png'],
  '/v1/groups/grp_clm_doc_post_61/chart.png',
];
const FORMS = [
  ['/check', 'text=At+least+31+people+were+killed+in+the+flood.&topic=harbour-flood'],
  ['/compare', 'outlet=A&publishedAt=2025-11-03&text=Ten+people+were+killed+in+Porto+on+Sunday.'],
] as const;
const send = (path: string, body: string, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

describe('where looking needs a key', () => {
  it('no page, picture or embedded view is shown without one, and a person is told in words', async () => {
    for (const path of PAGES) {
      const response = await app.request(path, { headers: { accept: 'text/html' } });
      expect(response.status, path).toBe(401);
      const text = await response.text();
      expect(text, path).not.toContain('Harbour Post');
      if (!path.startsWith('/v1/'))
        expect(parseHTML(text).document.querySelector('h1')?.textContent).toContain('key');
    }
  });

  it('each is shown with one that may read', async () => {
    for (const path of PAGES) expect((await app.request(path, { headers: reader })).status, path).toBe(200);
  });

  it('comparing and checking read nothing and answer nothing without one', async () => {
    for (const [path, body] of FORMS) {
      expect((await send(path, body)).status, path).toBe(401);
      const response = await send(path, body, reader);
      expect([response.status, response.headers.get('cache-control')], path).toEqual([200, 'no-store']);
      expect(await response.text(), path).toContain('people');
    }
  });

  it('no page offers to be embedded: a key must never stand in a page', async () => {
    for (const path of ['/topics/harbour-flood', '/groups/grp_clm_doc_post_61']) {
      const html = await (await app.request(path, { headers: reader })).text();
      expect(html, path).not.toMatch(/embed-box|oembed|og:image|copy\.js/);
    }
  });
});
