import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { makeKey } from '../../src/key/key.ts';
import { tellStory } from '../http/story.ts';
import { describeInBrowser, withBrowser } from './harness.ts';
import { isUnfolded } from './measure.ts';

const TOPIC = '/topics/harbour-flood';
const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not shown`);
  return box;
};

/** From the first page to the exact words, as a reader would go. */
async function follow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Flood in the old harbour' }).click();
  await page.waitForURL(`**${TOPIC}`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Flood in the old harbour');

  const row = page.getByRole('row').filter({ hasText: '10 or at least 24' }).first();
  expect(await row.isVisible()).toBe(true);
  expect(await row.textContent()).toMatch(/Disputed[\s\S]*at most 2/);

  const conflict = page.locator('.finding.conflict').first();
  const sides = conflict.locator('.side');
  expect(await sides.count()).toBe(2);
  expect(await sides.nth(0).textContent()).toContain('At least 24 people were killed on Sunday');
  expect(await sides.nth(1).textContent()).toContain(
    'put the number of people killed in Sunday’s flood at 10',
  );
  expect(await sides.locator('mark').allTextContents()).toEqual(['At least 24', '10']);

  await sides.nth(0).getByRole('link').first().click();
  await page.waitForURL('**/documents/doc_post#*');
  const marks = page.locator('article.text mark');
  expect(await marks.allTextContents()).toEqual(['At least 24', '12', 'Three']);
  const target = page.locator(':target');
  expect(await target.count()).toBe(1);
  const { y } = await boxOf(target);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y).toBeLessThan(page.viewportSize()?.height ?? 0);
}

describeInBrowser('a reader', () => {
  const here = withBrowser({ samples: false, prepare: tellStory });

  it('comes from the first page to both quotes and to the words in the article', async () => {
    await follow(await here.open('/'));
  });

  it('comes there with JavaScript switched off', async () => {
    await follow(await here.open('/', { javaScriptEnabled: false }));
  });

  it('sees both quotes side by side on a screen, and one above the other on a phone', async () => {
    const page = await here.open(TOPIC, { viewport: { width: 1280, height: 800 } });
    const sides = page.locator('.finding.conflict').first().locator('.side');
    const [left, right] = [await boxOf(sides.nth(0)), await boxOf(sides.nth(1))];
    expect(right.y).toBe(left.y);
    expect(right.x).toBeGreaterThanOrEqual(left.x + left.width);
    await page.setViewportSize({ width: 360, height: 740 });
    const [upper, lower] = [await boxOf(sides.nth(0)), await boxOf(sides.nth(1))];
    expect(lower.y).toBeGreaterThanOrEqual(upper.y + upper.height);
    expect(lower.x).toBe(upper.x);
  });

  it('goes from a claim in the margin to its words and back', async () => {
    const page = await here.open('/documents/doc_post');
    await page.locator('.claims a').nth(1).click();
    expect(await page.locator(':target').textContent()).toBe('2');
    await page.locator(':target').click();
    expect(await page.locator(':target').textContent()).toContain('12');
  });

  it('is told in words when there is no such page, and finds the way back', async () => {
    const page = await here.open('/topics/nowhere');
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    await page.getByRole('link', { name: 'All topics' }).click();
    await page.waitForURL('**/');
    expect(await page.getByRole('link', { name: 'Flood in the old harbour' }).isVisible()).toBe(true);
  });
});

interface Stop {
  text: string;
  outline: string;
  inView: boolean;
  order: number;
}

/** What has the focus: its place among all that can have it, and whether the eye finds it. */
const focused = (page: Page): Promise<Stop | null> =>
  page.evaluate<Stop | null>(`(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return null;
    const { top, bottom, left, right } = active.getBoundingClientRect();
    const style = getComputedStyle(active);
    return {
      text: active.textContent.trim(),
      outline: style.outlineStyle === 'none' ? '' : style.outlineWidth,
      inView: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      order: [...document.querySelectorAll('a[href], summary')].indexOf(active),
    };
  })()`);

describeInBrowser('somebody without a mouse', () => {
  const here = withBrowser({ samples: false, prepare: tellStory });

  it('can skip the masthead', async () => {
    const page = await here.open(TOPIC);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ text: 'Skip to the content', inView: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
  });

  it('meets every link in reading order and always sees where the focus is', async () => {
    const page = await here.open(TOPIC);
    const stops: Stop[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop === null || stops.length > 200) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(15);
    expect(stops.filter((stop) => !stop.inView || stop.outline === '')).toEqual([]);
    const orders = stops.map((stop) => stop.order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
  });

  it('unfolds what is folded', async () => {
    const page = await here.open(TOPIC);
    const folded = page.locator('details').first();
    await folded.locator('summary').first().focus();
    expect(await isUnfolded(folded)).toBe(false);
    await page.keyboard.press('Enter');
    expect(await isUnfolded(folded)).toBe(true);
  });
});

const BRIDGES = {
  topic: 'ostrava-bridge',
  publishedAt: '2025-03-04T12:00:00Z',
};
const BRIDGE = 'a bridge near Ostrava collapsed on Monday';

describeInBrowser('somebody who has a topic open', () => {
  const here = withBrowser({ samples: false });
  const write = async () => {
    await here.site.add({
      ...BRIDGES,
      outlet: 'Morning Ferry',
      text: `Four people were killed when ${BRIDGE}, police said.`,
    });
    await here.site.add({
      ...BRIDGES,
      outlet: 'Hill Tribune',
      text: `Seven people were killed when ${BRIDGE}, the regional hospital said.`,
    });
  };

  it('is told when an article changes it, and sees the new one after a click', async () => {
    await write();
    const page = await here.open('/');
    const stream = page.waitForResponse((response) => response.url().includes('/v1/events'));
    await page.goto(`/topics/${BRIDGES.topic}`);
    expect((await stream).status()).toBe(200);
    expect(await page.locator('.news').count()).toBe(0);
    await here.site.add({
      ...BRIDGES,
      outlet: 'Coastal Wire',
      text: `Nine people were killed when ${BRIDGE}, the mayor said.`,
    });
    const news = page.locator('.news');
    await news.waitFor();
    expect(await news.getAttribute('role')).toBe('status');
    expect(await page.locator('main').textContent()).not.toContain('Coastal Wire');
    await news.getByRole('link', { name: 'Reload' }).click();
    await page.locator('main', { hasText: 'Coastal Wire' }).waitFor();
  });

  it('is told of what changed while the page was on its way', async () => {
    await write();
    const page = await here.open('/');
    // The article comes in after the page was read here, and before the browser listens.
    await page.route(`**/topics/${BRIDGES.topic}`, async (route) => {
      const response = await route.fetch();
      await here.site.add({
        ...BRIDGES,
        outlet: 'Late Edition',
        text: `Eleven people were killed when ${BRIDGE}, the fire brigade said.`,
      });
      await route.fulfill({ response });
    });
    await page.goto(`/topics/${BRIDGES.topic}`);
    expect(await page.locator('main').textContent()).not.toContain('Late Edition');
    await page.locator('.news').waitFor();
    await page.unroute(`**/topics/${BRIDGES.topic}`);
    await page.locator('.news').getByRole('link', { name: 'Reload' }).click();
    await page.locator('main', { hasText: 'Late Edition' }).waitFor();
    expect(await page.locator('.news').count()).toBe(0);
  });

  it('reads on in peace where nothing is told: no stream, no word of it', async () => {
    await write();
    const page = await here.open('/');
    await page.route('**/v1/events**', (route) => route.abort());
    here.expectComplaint(/ERR_FAILED/);
    await page.goto(`/topics/${BRIDGES.topic}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('.news').count()).toBe(0);
  });

  it('copies the line that embeds it', async () => {
    await write();
    const page = await here.open(`/topics/${BRIDGES.topic}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByText('Embed this').click();
    await page.getByRole('button', { name: 'Copy the line for: A page', exact: true }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(
      `<script src="${here.site.url}/embed.js" async></script><crosscheck-consensus topic="${BRIDGES.topic}"></crosscheck-consensus>`,
    );
  });

  it('confirms a finding and says of its two statements whether they answer one question, with a key', async () => {
    await write();
    const { key, record } = makeKey(
      { name: 'Desk', scopes: ['read', 'review'], expiresAt: null },
      new Date().toISOString(),
    );
    await here.site.store.addKey(record);
    const page = await here.open(`/topics/${BRIDGES.topic}`);
    await page.getByText('Review with a key').click();
    await page.getByLabel('Key').fill(key);
    await page.getByRole('button', { name: 'Use it' }).click();
    const finding = page.locator('article.finding.conflict').first();
    const id = (await finding.getAttribute('id')) ?? '';
    const judge = async (name: string, reason: string) => {
      await finding.getByRole('button', { name, exact: true }).click();
      await finding.getByLabel(`${name}: why?`).fill(reason);
      await finding.getByRole('button', { name: 'Send' }).click();
      await finding.getByText('Kept.').waitFor();
    };
    await judge('Confirm', 'Asked both desks.');
    await judge('Same question', 'One bridge.');
    await page.goto(`/topics/${BRIDGES.topic}/findings`);
    expect(await page.locator(`[id="${id}"] .verdict`).textContent()).toContain('confirmed');
    await page.goto(`/topics/${BRIDGES.topic}`);
    await judge('Not the same question', 'Two bridges after all.');
    await here.site.settle();
    const kinds = (await here.site.store.reviewPages({ topic: BRIDGES.topic }, { limit: 50 })).data.map(
      (review) => review.kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(['confirm', 'same', 'not-same']));
    expect(await here.site.store.finding(id)).toBeNull();
    await page.reload();
    expect(await page.locator(`[id="${id}"]`).count()).toBe(0);
  });

  it('is told when a key is not known, or may not review, and loses no word', async () => {
    await write();
    const { key, record } = makeKey(
      { name: 'Reader', scopes: ['read'], expiresAt: null },
      new Date().toISOString(),
    );
    await here.site.store.addKey(record);
    const page = await here.open(`/topics/${BRIDGES.topic}`);
    const finding = page.locator('article.finding.conflict').first();
    for (const [shown, told, complaint] of [
      [`cck_${'0'.repeat(43)}`, 'The key is not known here.', /401/],
      [key, 'This key may not review.', /403/],
    ] as const) {
      await page.getByText('Review with a key').click();
      await page.getByLabel('Key').fill(shown);
      await page.getByRole('button', { name: 'Use it' }).click();
      await finding.getByRole('button', { name: 'Confirm' }).click();
      await finding.getByLabel('Confirm: why?').fill('Asked both desks.');
      here.expectComplaint(complaint);
      await finding.getByRole('button', { name: 'Send' }).click();
      await finding.getByText(told).waitFor();
      expect(await finding.getByLabel('Confirm: why?').inputValue()).toBe('Asked both desks.');
      await page
        .getByRole('button', { name: 'Forget the key' })
        .click()
        .catch(() => {});
      await page.reload();
    }
  });

  it('reads an article in Arabic from right to left, with its claims marked in place', async () => {
    await here.site.add({
      ...BRIDGES,
      outlet: 'Nile Daily',
      title: 'A bridge falls',
      text: 'Four people were killed when a bridge near Ostrava collapsed on Monday, police said.\n\nانهار جسر قرب أوسترافا يوم الاثنين، وقالت الشرطة إن أربعة أشخاص قتلوا في الحادث صباح اليوم.',
    });
    const listed = await here.site.store.documents({ outlet: 'nile-daily' }, { limit: 1 });
    const page = await here.open(`/documents/${listed.data[0]?.id}`);
    const directions = await page
      .locator('article.text p')
      .evaluateAll((all) =>
        all.map(
          (each) =>
            (
              globalThis as never as { getComputedStyle(of: unknown): { direction: string } }
            ).getComputedStyle(each).direction,
        ),
      );
    expect(directions).toEqual(['ltr', 'rtl']);
    expect(await page.locator('article.text mark').first().textContent()).toBe('Four');
  });

  it('dismisses a finding with a key, and it stays dismissed', async () => {
    await write();
    const { key, record } = makeKey(
      { name: 'Desk', scopes: ['read', 'review'], expiresAt: null },
      new Date().toISOString(),
    );
    await here.site.store.addKey(record);
    const page = await here.open(`/topics/${BRIDGES.topic}`);
    const finding = page.locator('article.finding.conflict').first();
    const id = await finding.getAttribute('id');
    await page.getByText('Review with a key').click();
    await page.getByLabel('Key').fill(key);
    await page.getByRole('button', { name: 'Use it' }).click();
    await finding.getByRole('button', { name: 'Dismiss' }).click();
    await finding.getByLabel('Dismiss: why?').fill('Two bridges.');
    await finding.getByRole('button', { name: 'Send' }).click();
    await finding.getByText('Kept.').waitFor();
    await page.goto(`/topics/${BRIDGES.topic}/findings`);
    await page.reload();
    expect(await page.locator(`[id="${id}"] .verdict`).textContent()).toContain('dismissed');
    expect((await here.site.store.finding(id ?? ''))?.review.status).toBe('dismissed');
  });
});
