import type { Browser, Page } from 'playwright-core';

/** One look at the product: where, how large, in which colours. */
export interface Scene {
  name: string;
  /** On the site, or in the page of somebody else. */
  path?: string;
  /** Markup of a page of somebody else that shows our elements. */
  foreign?: string;
  width: number;
  height: number;
  dark?: boolean;
  print?: boolean;
  /** What is done before looking. */
  act?: (page: Page) => Promise<unknown>;
}

const TOPIC = 'herat-earthquakes-2023';
const SCREEN = { width: 1280, height: 1000 } as const;
const TABLET = { width: 768, height: 1024 } as const;
const PHONE = { width: 390, height: 844 } as const;

const DRAFT =
  'The earthquakes in Herat province on 7 October 2023 killed about 3,000 people, officials said. About 2,400 people were injured in the Herat region on Saturday.';

const checkDraft = async (page: Page): Promise<void> => {
  await page.getByLabel('Topic to hold it against').selectOption(TOPIC);
  await page.getByLabel('Day it is to appear').fill('2023-10-09');
  await page.getByLabel('Text').fill(DRAFT);
  await page.getByRole('button', { name: 'Check it' }).click();
  await page.getByRole('heading', { name: 'How your draft stands' }).waitFor();
};
const toQuestion = async (page: Page): Promise<void> => {
  await page.locator('.consensus tbody th a').first().click();
  await page.waitForURL('**/groups/*');
};
const allShown = async (page: Page): Promise<void> => {
  for (const view of await page.locator('.crosscheck').all()) await view.locator('footer a').waitFor();
};

const element = (kind: string, attributes: string) =>
  `<crosscheck-${kind} topic="${TOPIC}" limit="2" ${attributes}></crosscheck-${kind}>`;

/** Every kind of page, at the widths and in the colours that people have. */
export const SCENES: readonly Scene[] = [
  { name: 'home', path: '/', ...SCREEN, height: 1240 },
  { name: 'home-phone-dark', path: '/', ...PHONE, dark: true },
  { name: 'topic', path: `/topics/${TOPIC}`, ...SCREEN, height: 1240 },
  { name: 'topic-dark', path: `/topics/${TOPIC}#conflict`, ...SCREEN, dark: true },
  { name: 'topic-tablet', path: `/topics/${TOPIC}`, ...TABLET },
  { name: 'topic-phone', path: `/topics/${TOPIC}`, ...PHONE },
  { name: 'topic-print', path: `/topics/${TOPIC}`, width: 794, height: 1123, print: true },
  { name: 'figure', path: `/topics/${TOPIC}`, ...SCREEN, act: toQuestion },
  { name: 'figure-phone-dark', path: `/topics/${TOPIC}`, ...PHONE, dark: true, act: toQuestion },
  { name: 'findings', path: `/topics/${TOPIC}/findings?tier=check`, ...TABLET },
  { name: 'document', path: '/documents/sample-herat-3', ...SCREEN },
  { name: 'document-phone', path: '/documents/sample-herat-3', ...PHONE },
  { name: 'compare', path: '/compare?example=yes', ...SCREEN },
  { name: 'draft', path: '/check', ...SCREEN, act: checkDraft },
  { name: 'draft-phone-dark', path: '/check', ...PHONE, dark: true, act: checkDraft },
  { name: 'outlet', path: '/outlets/harbour-gazette-sample', ...TABLET },
  { name: 'search', path: '/search?q=killed', ...TABLET },
  { name: 'api', path: '/docs', ...SCREEN },
  {
    name: 'widget',
    foreign: element('consensus', 'theme="light"') + element('discrepancies', 'theme="light"'),
    ...{ width: 720, height: 1100 },
    act: allShown,
  },
  {
    name: 'widget-arabic-dark-phone',
    foreign: element('consensus', 'theme="dark" lang="ar"'),
    ...PHONE,
    act: allShown,
  },
  { name: 'frame-hebrew', path: `/embed/topics/${TOPIC}?lang=he&limit=2`, width: 640, height: 900 },
];

/** Opens a scene in a browser. `foreign` puts its markup into a page of somebody else and gives the address of that. */
export async function openScene(
  browser: Pick<Browser, 'newPage'>,
  scene: Scene,
  { site, foreign }: { site: string; foreign: (markup: string) => string },
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: scene.width, height: scene.height },
    colorScheme: scene.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(scene.foreign === undefined ? site + (scene.path ?? '/') : foreign(scene.foreign));
  await scene.act?.(page);
  if (scene.print) await page.emulateMedia({ media: 'print' });
  return page;
}
