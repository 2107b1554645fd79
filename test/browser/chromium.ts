import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Without these a headless browser asks its maker's hosts for updates, and needs a sandbox that root does not get. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const NO_CHROMIUM =
  'No Chromium was found, so the browser tests cannot run. Install it (Debian: apt-get install chromium) or name it: CHROMIUM=/path/to/chromium npm test.';

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser to test with: what CHROMIUM names, else the first that is installed; null when there is none.
 * @throws when CHROMIUM names no program, so that a slip in it does not pass for a machine without a browser
 */
export function findChromium(
  environment: Record<string, string | undefined> = process.env,
  places: readonly string[] = PLACES,
): string | null {
  const named = environment['CHROMIUM'];
  if (named === undefined || named === '') return places.find(isProgram) ?? null;
  if (!isProgram(named)) throw new Error(`CHROMIUM is ${named}, and no program is there.`);
  return named;
}

/** Whether missing browsers fail the tests: on a machine that tests for everybody, not on a desk. */
export const isRequired = (environment: Record<string, string | undefined> = process.env): boolean =>
  !['', '0', 'false', undefined].includes(environment['CI']);

export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS });
