/**
 * Takes the pictures of the documents: a server over the samples, and a few of the scenes that the tests look at.
 * Run with `npm run screenshots`; needs a Chromium.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, launchChromium, NO_CHROMIUM } from '../test/browser/chromium.ts';
import { openForeign } from '../test/browser/foreign.ts';
import { openScene, SCENES } from '../test/browser/scenes.ts';
import { openSite } from '../test/browser/site.ts';

const FOLDER = fileURLToPath(new URL('./images', import.meta.url));
/** Few, so that the documents stay light; the tests keep all of them. */
const SHOWN = ['home', 'topic', 'topic-dark', 'document', 'draft', 'widget'];

const program = findChromium();
if (program === null) throw new Error(NO_CHROMIUM);
const site = await openSite({ samples: true });
const foreign = await openForeign(site.url);
const browser = await launchChromium(program);
mkdirSync(FOLDER, { recursive: true });
try {
  for (const scene of SCENES.filter(({ name }) => SHOWN.includes(name))) {
    const page = await openScene(browser, scene, {
      site: site.url,
      foreign: (markup) => {
        foreign.put(`${markup}<script src="${site.url}/embed.js" async></script>`);
        return foreign.url;
      },
    });
    const file = join(FOLDER, `${scene.name}.png`);
    await page.screenshot({ path: file });
    await page.close();
    console.log(`${scene.name}.png ${Math.ceil(statSync(file).size / 1000)} kB`);
  }
} finally {
  await browser.close();
  await foreign.close();
  await site.close();
}
