import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { findChromium, isRequired, launchChromium, NO_CHROMIUM } from './chromium.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds that anything on a page may take: the pages are ready when they arrive. */
const PATIENCE = 10_000;

const program = findChromium();
const skipped = program === null && !isRequired();
if (skipped) console.warn(NO_CHROMIUM);

/** A suite that needs a browser: skipped where there is none, unless CI asks for it. */
export const describeInBrowser = describe.skipIf(skipped);

/** What a page asked for and complained about. */
interface Watched {
  requests: string[];
  complaints: string[];
}

export interface Here {
  site: Site;
  /** Opens an address of the site in a browser of its own, and watches all that it does. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The page of this test may complain of this, and must. */
  expectComplaint(of: RegExp): void;
}

function watch(context: BrowserContext, watched: Watched): void {
  context.on('request', (request) => watched.requests.push(request.url()));
  context.on('console', (message) => {
    const isMissingPage =
      /status of 4(?:04|22)/.test(message.text()) && message.location().url === message.page()?.url();
    if (['error', 'warning'].includes(message.type()) && !isMissingPage)
      watched.complaints.push(message.text());
  });
  context.on('weberror', (error) => watched.complaints.push(String(error.error())));
  context.on('dialog', async (dialog) => {
    watched.complaints.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
}

/**
 * A site and a browser for the tests of one suite. After each test: no page asked anybody but the site for anything,
 * and no page complained. `also`: origins that may be asked too.
 */
export function withBrowser(
  given: Parameters<typeof openSite>[0],
  also: () => readonly string[] = () => [],
): Here {
  const watched: Watched = { requests: [], complaints: [] };
  const contexts: BrowserContext[] = [];
  const expected: RegExp[] = [];
  let browser: Browser | undefined;
  const here = {
    expectComplaint: (of) => void expected.push(of),
    async open(path, options = {}) {
      if (browser === undefined) throw new Error('The browser is not open yet.');
      const context = await browser.newContext({
        baseURL: here.site.url,
        reducedMotion: 'reduce',
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE);
      watch(context, watched);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
  } as Here;
  beforeAll(async () => {
    if (program === null) throw new Error(NO_CHROMIUM);
    [browser, here.site] = await Promise.all([launchChromium(program), openSite(given)]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    const requests = watched.requests.splice(0);
    const origins = [here.site.url, ...also()];
    expect(requests.filter((url) => !origins.includes(new URL(url).origin))).toEqual([]);
    const complaints = watched.complaints.splice(0);
    const wanted = expected.splice(0);
    expect(complaints.filter((text) => !wanted.some((each) => each.test(text)))).toEqual([]);
    expect(wanted.filter((each) => !complaints.some((text) => each.test(text)))).toEqual([]);
    expect(requests.length, 'requests that were seen').toBeGreaterThan(0);
  });
  afterAll(async () => {
    await browser?.close();
    await here.site?.close();
  });
  return here;
}
