import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where the tests keep what the pages looked like, for people to look at: CROSSCHECK_PICTURES, else a folder here. */
const folderOf = (environment: Record<string, string | undefined> = process.env): string =>
  environment['CROSSCHECK_PICTURES'] || join(import.meta.dirname, 'pictures');

/** Keeps a picture of a page as it stands; gives its bytes. */
export async function keepPicture(page: Page, name: string): Promise<Buffer> {
  const folder = folderOf();
  mkdirSync(folder, { recursive: true });
  return page.screenshot({ path: join(folder, `${name}.png`) });
}
