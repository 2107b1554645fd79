import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CrosscheckError } from '../errors.ts';

const TYPES = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  js: 'text/javascript; charset=utf-8',
} as const;

export interface Asset {
  /** Address with the version in it. */
  href: string;
  type: string;
  text: string;
  version: string;
}

type AssetName = `${string}.${keyof typeof TYPES}`;

function load(name: AssetName, folder = './assets/'): Asset {
  const text = readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8');
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES];
  return { href: `/assets/${name}?v=${version}`, type, text, version };
}

/** The files that the pages link to, by name; read once at start. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  (
    [
      ...['crosscheck.css', 'crosscheck.svg', 'embed.css'],
      ...['live.js', 'review.js', 'copy.js', 'embed-height.js'],
    ] as AssetName[]
  ).map((name) => [name, load(name)]),
);

/** The address of a script. */
export const script = (name: 'live.js' | 'review.js' | 'copy.js'): string => ASSETS.get(name)?.href ?? '';

/** The address of the style sheet. */
export const STYLE: string = ASSETS.get('crosscheck.css')?.href ?? '';

/** What the page that is framed links to. */
export const FRAME_STYLE: string = ASSETS.get('embed.css')?.href ?? '';
export const FRAME_SCRIPT: string = ASSETS.get('embed-height.js')?.href ?? '';

/** Built from src/web/embed: beside the other files when built, else where the build puts it. */
const BUILT = ['./assets/', '../../dist/web/assets/'] as const;
let built: Asset | undefined;

/**
 * The script of the elements for pages of others.
 * @throws CrosscheckError `not-found` when the sources run and it was never built
 */
export function embedScript(): Asset {
  const folder = BUILT.find((each) => existsSync(new URL(`${each}embed.js`, import.meta.url)));
  if (built === undefined && folder === undefined)
    throw new CrosscheckError('not-found', 'The script is not built yet: npm run build makes it.');
  built ??= load('embed.js', folder);
  return built;
}
