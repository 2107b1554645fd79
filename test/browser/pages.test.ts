import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withBrowser } from './harness.ts';

const FERRY = `Bridge collapses near Ostrava
Four people were killed when a bridge near Ostrava collapsed on Monday, police said. About 20 people were injured.`;
const TRIBUNE = `Bridge falls
A bridge near Ostrava collapsed on Monday and killed seven people, the regional hospital said.`;

async function paste(page: Page): Promise<void> {
  for (const [index, [outlet, text]] of [
    ['Morning Ferry', FERRY],
    ['Hill Tribune', TRIBUNE],
  ].entries()) {
    await page
      .getByLabel('Outlet')
      .nth(index)
      .fill(outlet ?? '');
    await page.getByLabel('Day it came out').nth(index).fill('2025-03-04');
    await page
      .getByLabel('Text, with its headline')
      .nth(index)
      .fill(text ?? '');
  }
  await page.getByRole('button', { name: 'Compare them' }).click();
  await page.getByRole('heading', { name: 'What your articles say together' }).waitFor();
}

describeInBrowser('a visitor of the samples', () => {
  const here = withBrowser({ samples: true });
  const PHONE = { width: 390, height: 844 };
  const kept = async () =>
    ((await (await fetch(`${here.site.url}/v1/documents?limit=100`)).json()) as { data: unknown[] }).data
      .length;

  for (const javaScriptEnabled of [true, false])
    it(`pastes two articles and sees their conflict, ${javaScriptEnabled ? 'with' : 'without'} scripts; nothing is kept`, async () => {
      const before = await kept();
      const page = await here.open('/', { javaScriptEnabled, viewport: PHONE });
      await page.getByText('Paste articles').click();
      await paste(page);
      const conflict = page.locator('.finding.conflict').first();
      expect(await conflict.textContent()).toMatch(/four[\s\S]*seven/i);
      const chart = page.getByRole('img', { name: /People killed/ }).first();
      expect(await chart.isVisible()).toBe(true);
      await conflict.locator('.side a').first().click();
      expect(await page.locator(':target').count()).toBe(1);
      expect(await page.getByLabel('Outlet').first().inputValue()).toBe('Morning Ferry');
      expect(await kept()).toBe(before);
    });

  it('sees at once on the first page what cannot all be true, with both quotes, and comes to the reason', async () => {
    const page = await here.open('/');
    const cards = page.locator('.foremost > li');
    expect(await cards.count()).toBeGreaterThan(2);
    for (let index = 0; index < (await cards.count()); index += 1)
      expect(await cards.nth(index).locator('blockquote mark').count()).toBe(2);
    await cards.first().getByRole('link').click();
    await page.waitForURL('**/topics/*#fnd_*');
    expect(await page.locator('article.finding:target .because').isVisible()).toBe(true);
    expect(await page.locator('.brief').textContent()).toMatch(/^\d+ outlets, at most \d+ origins\. They /);
  });

  it('tries the comparison with an example, by one click and without scripts', async () => {
    const page = await here.open('/', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Try it with an example' }).click();
    await page.getByRole('heading', { name: 'What your articles say together' }).waitFor();
    expect(await page.locator('.finding.conflict').count()).toBe(1);
    expect(await page.locator('.in-short .explained').textContent()).toContain('People injured');
    expect(await page.getByLabel('Outlet').first().inputValue()).toBe('Morning Ferry');
  });

  it('is told what is missing, and loses nothing that was typed', async () => {
    const page = await here.open('/compare');
    await page.getByLabel('Text, with its headline').first().fill(FERRY);
    await page
      .getByRole('button', { name: 'Compare them' })
      .click()
      .catch(() => {});
    expect(await page.getByRole('alert').textContent()).toContain('Article 1: name the outlet.');
    expect(await page.getByLabel('Text, with its headline').first().inputValue()).toBe(FERRY);
  });

  it('asks for one more field, and keeps the others', async () => {
    const page = await here.open('/compare');
    await page.getByLabel('Outlet').first().fill('Morning Ferry');
    await page.getByRole('button', { name: 'One more article' }).click();
    await page.getByText('Article 4').waitFor();
    expect(await page.getByLabel('Outlet').first().inputValue()).toBe('Morning Ferry');
  });

  it('goes from a question of a topic to its own page: drawing, table, every statement', async () => {
    const page = await here.open('/topics/herat-earthquakes-2023', { viewport: PHONE });
    await page.locator('.consensus').getByRole('link', { name: 'People killed in the Herat region' }).click();
    await page.waitForURL('**/groups/*');
    const drawing = page.getByRole('img', { name: /^People killed in the Herat region/ }).first();
    const box = await drawing.boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    expect(box?.width).toBeLessThanOrEqual(PHONE.width);
    const heights = await drawing
      .locator('text')
      .evaluateAll((all) =>
        all.map((each) => (each as unknown as { getBBox(): { height: number } }).getBBox().height),
      );
    const letters = Math.min(...heights);
    expect(letters).toBeGreaterThan(10);
    await page.getByText('The same as a table').first().click();
    expect(await page.getByRole('row').filter({ hasText: '2,445' }).first().isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'How the figure moved' }).isVisible()).toBe(true);
  });

  it('looks through the differences of a topic by an address that can be sent on', async () => {
    const page = await here.open('/topics/herat-earthquakes-2023/findings');
    await page.getByLabel('How it stands').selectOption('check');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL('**tier=check**');
    const all = page.locator('article.finding');
    expect(await all.count()).toBe(await page.locator('article.finding.check').count());
    expect(await all.count()).toBeGreaterThan(0);
    expect(await page.getByLabel('How it stands').inputValue()).toBe('check');
  });

  it('searches the statements and comes to the words in the article', async () => {
    const page = await here.open('/search');
    await page.getByLabel('Words').fill('hostages');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**q=hostages**');
    const hits = page.locator('.hits > li');
    for (const text of await hits.locator('blockquote').allTextContents()) expect(text).toMatch(/hostages/i);
    await hits.first().locator('blockquote a').click();
    await page.waitForURL('**/documents/*#*');
    expect(await page.locator(':target').isVisible()).toBe(true);
  });

  it('finds topics by words of their title, and those with a conflict', async () => {
    const page = await here.open('/?q=herat&open=conflict');
    expect(await page.locator('.topic').count()).toBe(1);
    await page.goto('/?q=nothing+like+it');
    expect(await page.locator('main').textContent()).toContain('No topic holds all of this.');
  });

  it('reads what an outlet said, whom it relays and where it stands apart', async () => {
    const page = await here.open('/outlets');
    await page.getByRole('link', { name: /Plainsman Daily/ }).click();
    for (const name of ['Whom it relays', 'Where it stands apart', 'What it said last'])
      expect(await page.getByRole('heading', { name }).isVisible(), name).toBe(true);
  });
});
