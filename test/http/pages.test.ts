import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readyViews } from '../../src/view/ready-views.ts';
import { aClaim, aConsensus, aDocument, aFinding, aGroup } from './builders.ts';
import { withApp } from './harness.ts';
import { tellStory } from './story.ts';

const SCRIPT = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
const LONG = 'x'.repeat(3_000);

const here = withApp(async (store) => {
  await tellStory(store);
  const text = `${SCRIPT}\n${SCRIPT} Ten people were killed ${SCRIPT} \u202Etxet ${LONG}`;
  const document = aDocument({
    id: `doc ${SCRIPT}`,
    topic: 'hostile',
    outlet: 'hostile-outlet',
    title: SCRIPT,
    text,
    url: 'https://example.org/"onclick="x',
    language: '"><b>',
  });
  const claim = aClaim(document, `Ten people were killed ${SCRIPT}`, 'Ten', {
    id: `clm ${SCRIPT}`,
    subject: { text: SCRIPT, key: 'people' },
    predicate: { id: null, text: SCRIPT, timeClass: 'flow' },
    attribution: { chain: [{ name: SCRIPT, key: 'someone', kind: 'person' }], origin: SCRIPT },
    value: { kind: 'text', text: SCRIPT, nominal: null },
    scope: { place: SCRIPT, population: SCRIPT },
  });
  const group = aGroup([claim], { id: `grp ${SCRIPT}`, question: SCRIPT });
  const finding = aFinding([group], [claim], {
    id: `fnd ${SCRIPT}`,
    because: SCRIPT,
    explanations: [{ kind: 'additive', text: SCRIPT }],
  });
  const consensus = [
    aConsensus(group, [claim], {
      display: SCRIPT,
      members: [{ key: 'x', text: SCRIPT, outlets: ['hostile-outlet'], leftOutBy: ['hostile-outlet'] }],
    }),
  ];
  await store.putTopic({ id: 'hostile', title: SCRIPT });
  const outlet = { id: 'hostile-outlet', name: SCRIPT, owner: null, kind: 'outlet' as const, sample: false };
  await store.addDocument({ document, claims: [claim], outlet });
  const { revision } = (await store.topicInput('hostile')) ?? { revision: 0 };
  const findings = [finding];
  await store.saveReconciliation(
    { topic: 'hostile', groups: [group], findings, consensus },
    readyViews({
      topic: 'hostile',
      ...{ consensus, findings, timelines: [], claims: [claim], documents: [document] },
    }),
    { revision, at: '2025-11-04T09:00:05Z' },
  );
});

type Dom = ReturnType<typeof parseHTML>['document'];
const opened = new Map<string, { html: string; document: Dom }>();
const page = async (path: string) => {
  const known = opened.get(path);
  if (known) return known;
  const response = await here.get(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const html = await response.text();
  const result = { html, document: parseHTML(html).document };
  opened.set(path, result);
  return result;
};
const PAGES = [
  '/',
  '/topics/harbour-flood',
  '/documents/doc_post',
  '/topics/harbour-flood/findings?tier=conflict',
  '/outlets',
  '/outlets/harbour-post',
  '/search?q=killed',
  '/search?q=no+such+words',
  '/compare',
  '/?q=flood',
  '/groups/grp_clm_doc_post_61',
  '/docs',
  '/topics/hostile',
  '/topics/hostile/findings',
  '/outlets/hostile-outlet',
  `/groups/${encodeURIComponent(`grp ${SCRIPT}`)}`,
  `/documents/${encodeURIComponent(`doc ${SCRIPT}`)}`,
];

describe('the pages', () => {
  it('show the topics with what is open in each, and samples as samples', async () => {
    const { document } = await page('/');
    const samples = document.querySelector('section[aria-labelledby="samples"]');
    expect(samples?.textContent).toContain('Flood in the old harbour');
    expect(samples?.textContent).toContain('invented');
    expect(samples?.querySelector('.tally.conflict')?.textContent).toBe('1 conflict');
    expect(document.querySelector('section[aria-labelledby="own"]')?.textContent).not.toContain('harbour');
  });

  it('show for each question the figure, the status, the origins and the outlets', async () => {
    const { document } = await page('/topics/harbour-flood');
    const row = [...document.querySelectorAll('table.consensus tbody tr')].find((each) =>
      each.textContent?.includes('People killed in the flood'),
    );
    expect(row?.textContent).toContain('10 or at least 24, disputed');
    expect(row?.textContent).toContain('10 or more');
    expect(row?.querySelector('.status')?.textContent).toBe('Disputed');
    expect(row?.textContent).toContain('at most 2');
    expect([...(row?.querySelectorAll('.positions li') ?? [])].map((each) => each.textContent)).toEqual([
      'At least 24Harbour Post',
      'NineteenCoastal Wire',
      '10Delta Tribune',
    ]);
    expect(row?.textContent).toContain('3 outlets');
    expect(document.body.textContent).toContain('Reported by one origin only: 2 questions');
    expect(document.body.textContent).toContain('Other figures: 1');
  });

  it('show both quotes of a conflict side by side with outlet, origin, time and reason', async () => {
    const { document } = await page('/topics/harbour-flood');
    const conflict = document.querySelector('.finding.conflict');
    expect(conflict?.querySelector('.because')?.textContent).toContain(
      'about the same flood on the same day',
    );
    const sides = [...(conflict?.querySelectorAll('.side') ?? [])];
    expect(sides.map((side) => side.querySelector('blockquote mark')?.textContent)).toEqual([
      'At least 24',
      '10',
    ]);
    expect(sides.map((side) => side.querySelector('.origin')?.textContent)).toEqual([
      'from the regional emergency office',
      'from the interior ministry',
    ]);
    expect(sides[0]?.querySelector('blockquote')?.textContent).toBe(
      'At least 24 people were killed on Sunday when the Sela burst its banks in the old harbour, the regional emergency office said.',
    );
    expect(sides[0]?.querySelector('time')?.getAttribute('datetime')).toBe('2025-11-03T08:10:00Z');
    expect(conflict?.querySelector('.notes')?.textContent).toContain('three and a half hours later');
    expect(conflict?.querySelector('.shared')?.textContent).toContain('2 November 2025');
  });

  it('show in an explained finding only the parts of the scope that differ', async () => {
    const { document } = await page('/topics/harbour-flood');
    const scope = [...document.querySelectorAll('.finding.explained')].find((each) =>
      each.textContent?.includes('About different things'),
    );
    expect([...(scope?.querySelectorAll('.side .scope') ?? [])].map((each) => each.textContent)).toEqual([
      'WhereCairoHowFloodWhen2 November 2025',
      'Wherenot saidHowStormWhenin total, 27 October – 4 November 2025',
    ]);
  });

  it('mark each claim in its article, and lead from the quote to its place', async () => {
    const topic = await page('/topics/harbour-flood');
    const link = topic.document.querySelector('.finding.conflict .side a')?.getAttribute('href') ?? '';
    const [path = '', anchor = ''] = link.split('#');
    const { document } = await page(path);
    const marks = [...document.querySelectorAll('.text mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['At least 24', '12', 'Three']);
    expect(document.getElementById(decodeURIComponent(anchor))?.textContent).toBe('1');
    expect(document.querySelector('.text')?.textContent).toContain(
      '“We carried what we could up the stairs,”',
    );
  });

  it('run nothing that an article brings, and show it as text', async () => {
    for (const path of PAGES) {
      const { html, document } = await page(path);
      expect(document.querySelectorAll('style, iframe, img').length, path).toBe(0);
      const scripts = [...document.querySelectorAll('script')];
      expect(
        scripts.filter((each) => !/^\/assets\/\w+\.js\?v=\w+$/.test(each.getAttribute('src') ?? '')),
      ).toEqual([]);
      expect(scripts.map((each) => each.textContent).join(''), path).toBe('');
      const attributes = [...document.querySelectorAll('*')].flatMap((each) => [...each.attributes]);
      expect(
        attributes.filter(({ name }) => /^on|^style$/.test(name)),
        path,
      ).toEqual([]);
      const links = [...document.querySelectorAll('a, link')].map((each) => each.getAttribute('href') ?? '');
      expect(links.filter((href) => /^\s*(?:javascript|data):/i.test(href))).toEqual([]);
      expect(html.replaceAll('<script src="/assets/', ''), path).not.toContain('<script');
    }
    const { document } = await page('/topics/hostile');
    expect(document.querySelector('h1')?.textContent).toBe(SCRIPT);
    expect(document.querySelector('.because')?.textContent).toBe(SCRIPT);
    expect(document.querySelector('.notes')?.textContent).toBe(SCRIPT);
    expect(document.querySelector('.outlet')?.textContent).toBe(SCRIPT);
    expect(document.querySelector('.consensus th[scope="row"]')?.textContent).toContain(SCRIPT);
  });

  it('keep the direction of a hostile text to itself', async () => {
    const { document } = await page(`/documents/${encodeURIComponent(`doc ${SCRIPT}`)}`);
    const line = [...document.querySelectorAll('.text p')].find((each) =>
      each.textContent?.includes('\u202E'),
    );
    expect(line?.getAttribute('dir')).toBe('auto');
    const css = await (await here.get('/assets/crosscheck.css')).text();
    expect(css).toMatch(/overflow-wrap:\s*anywhere/);
    expect(css).toMatch(/\.text p\s*\{\s*unicode-bidi:\s*isolate/);
  });

  it('ask no other host for anything', async () => {
    for (const path of PAGES) {
      const { document } = await page(path);
      const loads = [...document.querySelectorAll('link[href]:not([rel="alternate"]), [src]')].map(
        (each) => each.getAttribute('href') ?? each.getAttribute('src') ?? '',
      );
      expect(
        loads.every((href) => href.startsWith('/assets/')),
        path,
      ).toBe(true);
    }
    expect(await (await here.get('/assets/crosscheck.css')).text()).not.toMatch(/url\(|@import|https?:/);
  });

  it('have one heading of the first rank, no skipped rank, captions, labels, and no id twice', async () => {
    for (const path of PAGES) {
      const { document } = await page(path);
      const ranks = [...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map((each) =>
        Number(each.tagName[1]),
      );
      expect(
        ranks.filter((rank) => rank === 1),
        path,
      ).toHaveLength(1);
      expect(
        ranks.every((rank, index) => index === 0 || rank <= (ranks[index - 1] ?? 0) + 1),
        `${path}: ${ranks}`,
      ).toBe(true);
      expect(document.querySelectorAll('table').length, path).toBe(
        document.querySelectorAll('caption').length,
      );
      const ids = [...document.querySelectorAll('[id]')].map((each) => each.id);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        path,
      ).toEqual([]);
      expect(document.documentElement.getAttribute('lang')).toBe('en');
      expect(document.title).not.toBe('');
    }
  });

  it('lead nowhere that is not there', async () => {
    for (const path of PAGES) {
      const { document } = await page(path);
      for (const link of document.querySelectorAll('a[href]')) {
        const href = link.getAttribute('href') ?? '';
        if (href.startsWith('https://')) continue;
        const [target = '', anchor] = href.split('#');
        const there = target === '' ? document : (await reach(target)).document;
        if (anchor !== undefined)
          expect(there?.getElementById(decodeURIComponent(anchor)), `${path} → ${href}`).not.toBeNull();
      }
    }
  });

  it('give the lines that embed a topic or a question, each as text that can be copied', async () => {
    const { document } = await page('/topics/harbour-flood');
    const lines = [...document.querySelectorAll('.embed-box pre')].map((each) => each.textContent ?? '');
    expect(lines).toEqual([
      '<script src="http://localhost/embed.js" async></script><crosscheck-consensus topic="harbour-flood"></crosscheck-consensus>',
      expect.stringMatching(
        /^<iframe src="http:\/\/localhost\/embed\/topics\/harbour-flood" title="Flood in the old harbour" /,
      ),
      expect.stringMatching(
        /^<a href="[^"]+"><img src="[^"]+" alt="Flood in the old harbour" width="640"><\/a>$/,
      ),
    ]);
    const addresses = lines.flatMap((line) => [...line.matchAll(/(?:src|href)="([^"]+)"/g)]);
    expect(addresses.length).toBe(4);
    for (const [, address = ''] of addresses.slice(1))
      expect((await here.get(address.replace('http://localhost', ''))).status, address).toBe(200);
    const question = await page('/groups/grp_clm_doc_post_61');
    expect(question.document.querySelector('.embed-box')?.textContent).toContain(
      '<crosscheck-figure topic="harbour-flood" group="grp_clm_doc_post_61">',
    );
    const hostile = await page('/topics/hostile');
    for (const line of hostile.document.querySelectorAll('.embed-box pre'))
      expect(line.textContent?.replace(/^<script src="[^"]*" async>/, '')).not.toMatch(/<script|\u202E/);
  });

  it('lead programs that embed to the description of a topic', async () => {
    const { document } = await page('/topics/harbour-flood');
    const link = document.querySelector('link[rel="alternate"][type="application/json+oembed"]');
    const answer = await here.get((link?.getAttribute('href') ?? '').replace('http://localhost', ''));
    expect([answer.status, (await answer.json()).title]).toEqual([200, 'Flood in the old harbour']);
    const picture = document.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
    expect((await here.get(picture.replace('http://localhost', ''))).status).toBe(200);
  });

  it('say where in the sequence of changes they were read, and are the same page until they differ', async () => {
    const first = await here.get('/topics/harbour-flood');
    const since = (response: string) => /data-since="([^"]+)"/.exec(response)?.[1];
    const place = since(await first.text());
    const changesSince = async () =>
      (await (await here.get(`/v1/changes?since=${place}`)).json()).data.length;
    expect(await changesSince()).toBe(0);
    await here.store.putTopic({ id: 'elsewhere', title: 'Elsewhere' });
    expect(await changesSince()).toBe(1);
    const again = await here.get('/topics/harbour-flood', {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('explain each call and each error in the API pages', async () => {
    const { document } = await page('/docs');
    const api = await (await here.get('/openapi.json')).json();
    for (const [path, methods] of Object.entries<Record<string, { operationId: string }>>(api.paths))
      for (const { operationId } of Object.values(methods))
        expect(document.getElementById(operationId)?.textContent, path).toContain(path);
    for (const path of ['/v1/nothing', '/v1/claims?limit=0']) {
      const { type } = await (await here.get(path)).json();
      expect(document.getElementById(type.replace('/docs#', ''))).not.toBeNull();
    }
  });

  it('answer a person with a page when there is nothing, and a program with a problem', async () => {
    const person = await here.get('/topics/none', { accept: 'text/html,application/xhtml+xml' });
    expect([person.status, person.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(parseHTML(await person.text()).document.querySelector('h1')?.textContent).toContain('no such');
    const program = await here.get('/topics/none', { accept: '*/*' });
    expect(program.headers.get('content-type')).toBe('application/problem+json');
    const api = await here.get('/v1/topics/none', { accept: 'text/html' });
    expect(api.headers.get('content-type')).toBe('application/problem+json');
  });
});

const seen = new Map<string, { document: Dom | null }>();
async function reach(target: string) {
  const known = seen.get(target);
  if (known) return known;
  const response = await here.get(target);
  expect(response.status, target).toBe(200);
  const html = response.headers.get('content-type')?.startsWith('text/html');
  const reached = { document: html ? parseHTML(await response.text()).document : null };
  seen.set(target, reached);
  return reached;
}
