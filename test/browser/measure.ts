import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Unfolds everything, so that what is folded is checked too. */
export const unfold = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });

/** What of it can differ between light and dark colours. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds against WCAG 2.2 AA and good practice: "rule: element". `checks`: how many of its rules applied. */
export async function auditPage(
  page: Page,
  only: { type: 'tag' | 'rule'; values: string[] } = { type: 'tag', values: RULES },
): Promise<{ violations: string[]; checks: number }> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<{
    violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
    passes: unknown[];
  }>(`axe.run({ runOnly: ${JSON.stringify(only)}, resultTypes: ['violations'] })`);
  return {
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    ),
    checks: passes.length,
  };
}

/** Elements that reach beyond the right or left edge of the window, the outermost first; none when nothing can be scrolled aside. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const found = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    return ['page: ' + scrollWidth + ' > ' + clientWidth,
      ...found.slice(0, 5).map((each) => each.tagName + '.' + each.className + ' ' + each.textContent.slice(0, 40))];
  })()`);

export const isUnfolded = async (details: Locator): Promise<boolean> =>
  (await details.getAttribute('open')) !== null;
