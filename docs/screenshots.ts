/**
 * Takes the pictures of the documents: a server over the samples, and a page of each kind.
 * Run with `npm run screenshots`; needs a Chromium.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, launchChromium, NO_CHROMIUM } from '../test/browser/chromium.ts';
import { openSite } from '../test/browser/site.ts';

const FOLDER = fileURLToPath(new URL('./images', import.meta.url));
const TOPIC = 'herat-earthquakes-2023';
const PICTURES = [
  { name: 'home', path: '/', height: 1240, dark: false },
  { name: 'topic', path: `/topics/${TOPIC}`, height: 1500, dark: false },
  { name: 'topic-dark', path: `/topics/${TOPIC}#conflict`, height: 1000, dark: true },
  { name: 'document', path: '/documents/sample-herat-3', height: 1000, dark: false },
];

const program = findChromium();
if (program === null) throw new Error(NO_CHROMIUM);
const site = await openSite({ samples: true });
const browser = await launchChromium(program);
mkdirSync(FOLDER, { recursive: true });
try {
  for (const { name, path, height, dark } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width: 1280, height },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    await page.goto(site.url + path);
    const file = join(FOLDER, `${name}.png`);
    await page.screenshot({ path: file });
    await page.close();
    console.log(`${name}.png ${Math.ceil(statSync(file).size / 1000)} kB`);
  }
} finally {
  await browser.close();
  await site.close();
}
