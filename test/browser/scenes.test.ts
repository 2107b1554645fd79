import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPng } from '../http/png.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { type Foreign, openForeign } from './foreign.ts';
import { describeInBrowser } from './harness.ts';
import { overflowing } from './measure.ts';
import { keepPicture } from './pictures.ts';
import { openScene, SCENES } from './scenes.ts';
import { openSite, type Site } from './site.ts';

describeInBrowser('what a person sees', () => {
  let browser: Browser;
  let site: Site;
  let foreign: Foreign;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(findChromium() ?? ''), openSite({ samples: true })]);
    foreign = await openForeign(site.url);
  });
  afterAll(async () => {
    await browser?.close();
    await foreign?.close();
    await site?.close();
  });

  const put = (markup: string): string => {
    foreign.put(`${markup}<script src="${site.url}/embed.js" async></script>`);
    return foreign.url;
  };

  for (const scene of SCENES)
    it(`is kept as a picture, and fits: ${scene.name}`, async () => {
      const page = await openScene(browser, scene, { site: site.url, foreign: put });
      try {
        expect(await overflowing(page)).toEqual([]);
        const { width, pixels } = readPng(await keepPicture(page, scene.name));
        expect(width).toBe(scene.width);
        // Paper, ink and what lies between: a page that shows nothing has a colour or two.
        expect(new Set(pixels).size).toBeGreaterThan(30);
      } finally {
        await page.close();
      }
    });
});
