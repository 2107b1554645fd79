import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

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

function load(name: `${string}.${keyof typeof TYPES}`): Asset {
  const text = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES];
  return { href: `/assets/${name}?v=${version}`, type, text, version };
}

/** The files that the pages link to, by name; read once at start. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  (['crosscheck.css', 'crosscheck.svg', 'live.js', 'review.js'] as const).map((name) => [name, load(name)]),
);

/** The address of a script. */
export const script = (name: 'live.js' | 'review.js'): string => ASSETS.get(name)?.href ?? '';

/** The address of the style sheet. */
export const STYLE: string = ASSETS.get('crosscheck.css')?.href ?? '';
