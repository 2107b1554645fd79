import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Foreign, openForeign } from './foreign.ts';
import { describeInBrowser, withBrowser } from './harness.ts';
import { auditPage, overflowing } from './measure.ts';

const TOPIC = 'herat-earthquakes-2023';
const MARKUP = '"><script>window.ran = 1</script><img src=//evil.example/x onerror="window.ran = 2">';
const HOSTILE = `\u202Edrawkcab ${MARKUP} ${'W'.repeat(2_000)}`;

describeInBrowser('a page of somebody else', () => {
  let foreign: Foreign;
  const here = withBrowser({ samples: true }, () => [foreign.url]);
  beforeAll(async () => {
    foreign = await openForeign(here.site.url);
    const response = await fetch(`${here.site.url}/v1/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        [24, 31].map((killed) => ({
          id: `d${killed}`,
          outlet: `${killed} \u202E${MARKUP} ${'W'.repeat(80)}`,
          topic: 'hostile',
          publishedAt: '2025-11-03T08:00:00Z',
          text: `${killed} people were killed in Porto on Sunday, ${MARKUP} police said. ${HOSTILE}`,
        })),
      ),
    });
    expect(response.ok, await response.clone().text()).toBe(true);
  });
  afterAll(() => foreign.close());

  const withElement = async (markup: string, options: BrowserContextOptions = {}): Promise<Page> => {
    foreign.put(`${markup}<script src="${here.site.url}/embed.js" async></script>`);
    const page = await here.open(foreign.url, options);
    await page.locator('crosscheck-consensus, crosscheck-discrepancies, crosscheck-figure').first().waitFor();
    return page;
  };
  const shown = (page: Page) => page.locator('.crosscheck footer a').first().waitFor();

  it('shows all three elements under a strict policy, at three widths, and keeps no cookie', async () => {
    const { rows } = (await (await fetch(`${here.site.url}/v1/topics/${TOPIC}/embed`)).json()) as {
      rows: { id: string }[];
    };
    const page = await withElement(
      `<crosscheck-consensus topic="${TOPIC}"></crosscheck-consensus><crosscheck-discrepancies topic="${TOPIC}"></crosscheck-discrepancies><crosscheck-figure topic="${TOPIC}" group="${rows[0]?.id}"></crosscheck-figure>`,
    );
    for (const name of ['consensus', 'discrepancies', 'figure'])
      await page.locator(`crosscheck-${name} footer a`).waitFor();
    expect(await page.locator('crosscheck-consensus table').count()).toBeGreaterThan(1);
    expect(await page.locator('crosscheck-discrepancies blockquote').count()).toBeGreaterThan(1);
    expect(await page.locator('crosscheck-figure .row').count()).toBe(1);
    expect(await page.context().cookies()).toEqual([]);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflowing(page), `${width} pixels`).toEqual([]);
    }
  });

  it('may choose light or dark, and its reader a language that runs from right to left', async () => {
    const page = await withElement(
      `<crosscheck-consensus topic="${TOPIC}" theme="dark" lang="ar"></crosscheck-consensus>`,
      { viewport: { width: 360, height: 740 } },
    );
    await shown(page);
    const look = () =>
      page.evaluate<string[]>(`(() => {
        const view = document.querySelector('crosscheck-consensus').shadowRoot.querySelector('.crosscheck');
        const style = getComputedStyle(view);
        return [style.backgroundColor, style.direction, view.lang];
      })()`);
    expect(await look()).toEqual(['rgb(27, 29, 32)', 'rtl', 'ar']);
    expect(await overflowing(page)).toEqual([]);
    await page.locator('crosscheck-consensus').evaluate((each) => {
      each.setAttribute('theme', 'light');
      each.setAttribute('lang', 'de');
    });
    expect(await look()).toEqual(['rgb(255, 255, 255)', 'ltr', 'de']);
    expect(await page.locator('.crosscheck footer a').textContent()).toContain('In Crosscheck öffnen');
  });

  it('keeps what was said last while the server is away, says so, and goes on when it is back', async () => {
    const page = await withElement(`<crosscheck-consensus topic="${TOPIC}"></crosscheck-consensus>`);
    await shown(page);
    const rows = await page.locator('.crosscheck .row').count();
    const look = () =>
      page
        .locator('crosscheck-consensus')
        .evaluate((each) => (each as unknown as { refresh(): unknown }).refresh());
    await page.route('**/v1/**', (route) => route.fulfill({ status: 503, body: '' }));
    here.expectComplaint(/503/);
    await look();
    expect(await page.getByRole('status').textContent()).toContain('cannot be reached');
    expect(await page.locator('.crosscheck .row').count()).toBe(rows);
    await page.unroute('**/v1/**');
    await page.locator('.crosscheck footer a').focus();
    await look();
    expect(await page.getByRole('status').textContent()).toBe('');
    expect(await page.locator('.crosscheck footer a:focus').count()).toBe(1);
  });

  it('is told when nothing new has come in for long, as its attribute says, and in its language', async () => {
    const page = await withElement(
      `<crosscheck-consensus topic="${TOPIC}" lang="de"></crosscheck-consensus>`,
    );
    await shown(page);
    const state = page.locator('crosscheck-consensus').getByRole('status');
    expect(await state.textContent()).toBe('');
    const later = (hours: number) => page.clock.setFixedTime(new Date(Date.now() + hours * 3_600_000));
    const look = () =>
      page
        .locator('crosscheck-consensus')
        .evaluate((each) => (each as unknown as { refresh(): unknown }).refresh());
    await later(71);
    await look();
    expect(await state.textContent()).toBe('');
    await later(73);
    await look();
    expect(await state.textContent()).toMatch(/^Nichts Neues seit: \d+\. \w+ 20\d\d/);
    const aged = (hours: string) =>
      page.locator('crosscheck-consensus').evaluate((each, age) => each.setAttribute('max-age', age), hours);
    await aged('100');
    expect(await state.textContent()).toBe('');
    await aged('1');
    expect(await state.textContent()).not.toBe('');
    await aged('0');
    expect(await state.textContent()).toBe('');
  });

  it('is told when the server was never reached, and shows the view once it is', async () => {
    const page = await here.open(foreign.url);
    await page.route('**/v1/**', (route) => route.abort());
    here.expectComplaint(/ERR_FAILED/);
    foreign.put(
      `<crosscheck-consensus topic="${TOPIC}"></crosscheck-consensus><script src="${here.site.url}/embed.js" async></script>`,
    );
    await page.goto(foreign.url);
    await page.getByRole('status').filter({ hasText: 'does not answer' }).waitFor();
    expect(await page.locator('.crosscheck .row').count()).toBe(0);
    await page.unroute('**/v1/**');
    await page
      .locator('crosscheck-consensus')
      .evaluate((each) => (each as unknown as { refresh(): unknown }).refresh());
    await shown(page);
    expect(await page.getByRole('status').textContent()).toBe('');
  });

  it('is told when there is no such topic', async () => {
    const page = await withElement('<crosscheck-discrepancies topic="none"></crosscheck-discrepancies>');
    here.expectComplaint(/404/);
    await page.getByRole('status').filter({ hasText: 'nothing under this name' }).waitFor();
  });

  it('is not harmed by what an article says', async () => {
    const page = await withElement(
      '<crosscheck-consensus topic="hostile"></crosscheck-consensus><crosscheck-discrepancies topic="hostile"></crosscheck-discrepancies>',
      { bypassCSP: true, viewport: { width: 360, height: 740 } },
    );
    for (const name of ['consensus', 'discrepancies'])
      await page.locator(`crosscheck-${name} footer a`).waitFor();
    expect(await page.locator('crosscheck-discrepancies .sides').first().textContent()).toContain('<script>');
    expect(await page.locator('.crosscheck :is(script, img, iframe, [onerror], [style])').count()).toBe(0);
    expect(await page.evaluate('window.ran ?? null')).toBeNull();
    expect(await overflowing(page)).toEqual([]);
  });

  it('holds to WCAG 2.2 AA with the elements in it, in light and dark', async () => {
    const elements = [
      ['light', TOPIC],
      ['dark', 'karsin-market-strike'],
    ].map(
      ([theme, topic]) =>
        `<crosscheck-consensus topic="${topic}" theme="${theme}"></crosscheck-consensus><crosscheck-discrepancies topic="${topic}" theme="${theme}" lang="he"></crosscheck-discrepancies>`,
    );
    const page = await withElement(elements.join(''), { bypassCSP: true });
    for (const index of [0, 1, 2, 3]) await page.locator('.crosscheck footer a').nth(index).waitFor();
    const { violations, checks } = await auditPage(page);
    expect(violations).toEqual([]);
    expect(checks).toBeGreaterThan(15);
  });

  it('frames a view without a script, and with one hears how high it is', async () => {
    const frame = `${here.site.url}/embed/topics/${TOPIC}`;
    foreign.put(`<iframe title="Crosscheck" src="${frame}"></iframe>`);
    const still = await here.open(foreign.url, { javaScriptEnabled: false });
    await still.frameLocator('iframe').locator('footer a').waitFor();
    const page = await here.open(foreign.url, { bypassCSP: true });
    const heard = page.evaluate<{ type: string; height: number }>(
      "new Promise((done) => addEventListener('message', ({ data }) => data.height > 100 && done(data)))",
    );
    await page.locator('iframe').evaluate((each, src) => each.setAttribute('src', src), `${frame}?lang=fr`);
    expect(await heard).toEqual({ type: 'crosscheck:height', height: expect.any(Number) });
  });

  it('frames a page that holds to WCAG 2.2 AA and fits three widths, in both themes and directions', async () => {
    for (const query of ['theme=light', 'theme=dark&lang=ar&show=discrepancies']) {
      const page = await here.open(`/embed/topics/${TOPIC}?${query}`, { bypassCSP: true });
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflowing(page), `${query} at ${width}`).toEqual([]);
      }
      expect((await auditPage(page)).violations, query).toEqual([]);
    }
    const page = await here.open('/embed/topics/hostile?show=discrepancies', { bypassCSP: true });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflowing(page)).toEqual([]);
    expect(await page.evaluate('window.ran ?? null')).toBeNull();
  });
});
