import { expect, it } from 'vitest';
import { describeInBrowser, withBrowser } from './harness.ts';
import { auditPage, COLOUR_RULES, overflowing, unfold } from './measure.ts';

const WIDTHS = [360, 768, 1280] as const;
const TOPICS = ['herat-earthquakes-2023', 'karsin-market-strike', 'sharm-el-sheikh-talks'];

/** Every page at every width, read by another program: a busy machine takes its time. */
const LONG = 180_000;

describeInBrowser('the pages of the samples', () => {
  const here = withBrowser({ samples: true });
  const addresses = async (): Promise<string[]> => {
    const listed = await fetch(`${here.site.url}/v1/documents?limit=100`);
    const { data } = (await listed.json()) as { data: { id: string; topic: string }[] };
    const firsts = TOPICS.map((topic) => data.find((document) => document.topic === topic)?.id);
    return [
      '/',
      ...TOPICS.map((topic) => `/topics/${topic}`),
      ...firsts.map((id) => `/documents/${id}`),
      ...(await others()),
      '/docs',
    ];
  };

  const others = async (): Promise<string[]> => {
    const rows = await fetch(`${here.site.url}/v1/topics/${TOPICS[0]}/consensus`);
    const { data } = (await rows.json()) as { data: { group: { id: string } }[] };
    return [
      `/groups/${data[0]?.group.id}`,
      `/topics/${TOPICS[0]}/findings?tier=check`,
      ...['/outlets', '/outlets/harbour-gazette-sample', '/search?q=killed', '/compare', '/check'],
      ...['/compare?example=yes', '/ns/relations', '/topics/no-such-topic', '/?q=herat&open=conflict'],
    ];
  };

  /** One of each kind of page. */
  const kinds = async (): Promise<string[]> => [
    ...(await addresses()).filter((_, index) => [0, 1, 1 + TOPICS.length].includes(index)),
    ...(await others()),
  ];

  it('fit a phone, a tablet and a screen, folded and unfolded', { timeout: LONG }, async () => {
    const page = await here.open('/');
    const expectToFit = async (what: string) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflowing(page), `${what} at ${width} pixels`).toEqual([]);
      }
    };
    for (const address of await addresses()) {
      await page.goto(address);
      await expectToFit(address);
      await unfold(page);
      await expectToFit(`${address}, unfolded,`);
    }
  });

  it('hold to WCAG 2.2 AA', { timeout: LONG }, async () => {
    const page = await here.open('/', { viewport: { width: 1280, height: 800 } });
    for (const address of await addresses()) {
      await page.goto(address);
      await unfold(page);
      const { violations, checks } = await auditPage(page);
      expect(violations, address).toEqual([]);
      expect(checks, address).toBeGreaterThan(15);
    }
  });

  it('have enough contrast in dark colours', { timeout: LONG }, async () => {
    const page = await here.open('/', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } });
    for (const address of await kinds()) {
      await page.goto(address);
      await unfold(page);
      const { violations, checks } = await auditPage(page, { type: 'rule', values: COLOUR_RULES });
      expect(violations, address).toEqual([]);
      expect(checks, address).toBeGreaterThan(0);
    }
  });

  it('hold to WCAG 2.2 AA on a phone', { timeout: LONG }, async () => {
    const page = await here.open('/', { viewport: { width: 360, height: 740 }, hasTouch: true });
    for (const address of await kinds()) {
      await page.goto(address);
      await unfold(page);
      expect((await auditPage(page)).violations, address).toEqual([]);
    }
  });

  it('hold to WCAG 2.2 AA with a draft that was checked, in light and dark', { timeout: LONG }, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await here.open('/check', { colorScheme, viewport: { width: 390, height: 844 } });
      await page.getByLabel('Text').fill('The earthquakes in Herat province killed about 9,000 people.');
      await page.getByRole('button', { name: 'Check it' }).click();
      await page.getByRole('heading', { name: 'How your draft stands' }).waitFor();
      await unfold(page);
      expect((await auditPage(page)).violations, colorScheme).toEqual([]);
      expect(await overflowing(page), colorScheme).toEqual([]);
    }
  });

  it('show paper in light and night in dark colours', async () => {
    const brightness = async (colorScheme: 'light' | 'dark') => {
      const page = await here.open('/', { colorScheme });
      const paint = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      return Math.max(...(paint.match(/\d+/g) ?? []).map(Number));
    };
    expect(await brightness('light')).toBeGreaterThan(230);
    expect(await brightness('dark')).toBeLessThan(60);
  });

  it('print black on white, with everything unfolded and nothing to click', async () => {
    const page = await here.open(`/topics/${TOPICS[0]}`, { colorScheme: 'dark' });
    const folded = page.locator('details > :not(summary)').first();
    expect(await folded.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await folded.isVisible()).toBe(true);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    const paint = await page.evaluate<string[]>(
      '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]',
    );
    expect(paint).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  });
});
