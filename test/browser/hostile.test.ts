import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, withBrowser } from './harness.ts';
import { overflowing, unfold } from './measure.ts';

const MARKUP =
  '"><script>window.ran = 1; alert(1)</script><img src=//evil.example/x onerror="window.ran = 2"><svg onload="window.ran = 3"><a href="javascript:window.ran=4">x</a></bdi></p>';
const LONG = 'W'.repeat(3_000);
const RIGHT_TO_LEFT = 'שלום עליכם';
const BACKWARDS = `\u202Edeesrever era sdrow eseht ${RIGHT_TO_LEFT}`;
const SENTENCES = [
  `At least 24 people were killed in Porto on Sunday, ${MARKUP} said.`,
  `Police spokesman ${LONG} said that 10 people were killed in Porto on Sunday.`,
  `${BACKWARDS} Twelve people were injured in Porto on Sunday, police said.`,
  `“${LONG} ${MARKUP}”, said Ana ${BACKWARDS} Sousa.`,
  LONG,
];
const article = (id: string, rest: Record<string, unknown>) => ({
  id,
  outlet: `Outlet ${id} ${MARKUP}`,
  topic: 'hostile',
  title: `${BACKWARDS} ${MARKUP} ${LONG.slice(0, 400)}`,
  url: 'https://example.org/"onclick="window.ran=5',
  publishedAt: '2025-11-03T08:00:00Z',
  ...rest,
});
const ARTICLES = [
  article('a', { text: SENTENCES.join('\n\n') }),
  article('b', { text: SENTENCES.join('\n\n').replace('24', '31').replace('10 people', '14 people') }),
  article('c', {
    html: `<html><body onload="window.ran = 6"><article><h1>Flood</h1>${SENTENCES.map((each) => `<p onclick="window.ran = 7">${each}</p>`).join('')}<iframe src="//evil.example"></iframe></article></body></html>`,
  }),
];

describeInBrowser('an article that means harm', () => {
  // Scripts are let through here, so that the pages hold by what they are and not by their policy alone.
  const unguarded = { bypassCSP: true, viewport: { width: 360, height: 740 } };
  const here = withBrowser({ samples: false });
  const pages = [
    ...['/', '/topics/hostile', '/topics/hostile/findings', '/outlets', '/search?q=killed'],
    ...ARTICLES.map(({ id }) => `/documents/${id}`),
  ];
  beforeAll(async () => {
    const response = await fetch(`${here.site.url}/v1/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ARTICLES),
    });
    expect(response.ok, await response.clone().text()).toBe(true);
    const listed = async (path: string): Promise<{ id: string; group: { id: string } }[]> =>
      ((await (await fetch(here.site.url + path)).json()) as { data: [] }).data;
    const outlets = await listed('/v1/outlets');
    const rows = await listed('/v1/topics/hostile/consensus');
    pages.push(...outlets.map(({ id }) => `/outlets/${encodeURIComponent(id)}`));
    pages.push(...rows.slice(0, 3).map(({ group }) => `/groups/${encodeURIComponent(group.id)}`));
    expect(pages.length).toBeGreaterThan(12);
  });

  it('runs nothing, loads nothing and moves nothing aside', async () => {
    const page = await here.open('/', unguarded);
    for (const address of pages) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(200);
      await unfold(page);
      expect(await overflowing(page), address).toEqual([]);
      const ours = '[src^="/assets/"]:empty';
      expect(
        await page.locator(`script:not(${ours}), img, iframe, object, embed, base`).count(),
        address,
      ).toBe(0);
      expect(await page.locator('form:not([action^="/"], [method="dialog"])').count(), address).toBe(0);
      expect(await page.locator('a[href^="javascript" i]').count(), address).toBe(0);
      const harm = await page.evaluate<unknown[]>(`[window.ran ?? null, [...document.querySelectorAll('*')]
        .flatMap((each) => each.getAttributeNames()).filter((name) => name.startsWith('on'))]`);
      expect(harm, address).toEqual([null, []]);
    }
  });

  it('does no more when it is pasted than when it is sent', async () => {
    const page = await here.open('/compare', unguarded);
    for (const [index, outlet] of ARTICLES.slice(0, 2)
      .map((each) => each.outlet)
      .entries()) {
      await page.locator('[name=outlet]').nth(index).fill(outlet.slice(0, 200));
      await page.locator('[name=text]').nth(index).fill(SENTENCES.join('\n\n').slice(0, 20_000));
    }
    await page.getByRole('button', { name: 'Compare them' }).click();
    await page.getByRole('heading', { name: 'What your articles say together' }).waitFor();
    await unfold(page);
    expect(await overflowing(page)).toEqual([]);
    expect(await page.evaluate('window.ran ?? null')).toBeNull();
    expect(await page.locator('main').textContent()).toContain('<script>window.ran = 1; alert(1)</script>');
    expect(await page.locator('img, iframe, script:not([src^="/assets/"])').count()).toBe(0);
  });

  it('does no more in a draft that is checked, nor in an address', async () => {
    const page = await here.open('/check', unguarded);
    await page.getByLabel('Topic to hold it against').selectOption('hostile');
    await page.getByLabel('Text').fill(SENTENCES.join('\n\n').slice(0, 20_000));
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByRole('heading', { name: 'How your draft stands' }).waitFor();
    await unfold(page);
    expect(await overflowing(page)).toEqual([]);
    expect(await page.locator('article.text').textContent()).toContain('<script>window.ran = ');
    const attack = encodeURIComponent(`${BACKWARDS} ${MARKUP} ${LONG.slice(0, 250)}`);
    for (const address of [`/?q=${attack}`, `/search?q=${attack}&outlet=${attack}`, `/topics/${attack}`]) {
      await page.goto(address);
      expect(await overflowing(page), address).toEqual([]);
      expect(await page.locator('img, iframe, script:not([src^="/assets/"])').count(), address).toBe(0);
    }
    expect(await page.evaluate('window.ran ?? null')).toBeNull();
  });

  it('draws a chart that a strict reader of XML takes', async () => {
    const page = await here.open('/', unguarded);
    for (const { group } of (
      (await (await fetch(`${here.site.url}/v1/topics/hostile/consensus`)).json()) as {
        data: { group: { id: string } }[];
      }
    ).data) {
      const address = `/v1/groups/${encodeURIComponent(group.id)}/chart.svg`;
      const response = await page.request.get(address);
      if (response.status() === 404) continue;
      const problem = await page.evaluate<string>(
        `new DOMParser().parseFromString(${JSON.stringify(await response.text())}, 'image/svg+xml').querySelector('parsererror')?.textContent ?? ''`,
      );
      expect(problem, address).toBe('');
    }
  });

  it('is still shown, word for word, and read', async () => {
    const page = await here.open('/documents/a', unguarded);
    const shown = await page.locator('article.text').textContent();
    expect(shown).toContain('<script>window.ran = 1; alert(1)</script>');
    expect(shown).toContain(LONG);
    expect(await page.locator('article.text mark').count()).toBeGreaterThan(0);
  });

  it('cannot turn the words around it', async () => {
    const page = await here.open('/topics/hostile', unguarded);
    // A block isolates only against other blocks: within its line the words around would turn.
    const leaks = await page.evaluate<string[]>(`(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const leaks = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!/[\\u202E\\u05D0-\\u05EA]/.test(node.data)) continue;
        // A text of a drawing is a paragraph of its own, and what stands in a field is written to nobody.
        if (node.parentElement.closest('bdi, [dir="auto"], svg, textarea, option') === null)
          leaks.push(node.parentElement.outerHTML.slice(0, 200));
      }
      return leaks;
    })()`);
    expect(leaks).toEqual([]);
    expect(await page.locator('main').textContent()).toContain(RIGHT_TO_LEFT);
  });
});
