import { fold } from '../name-key.ts';

/** Articles of names: "Al-Noor", "El Centro". */
const PARTICLES = new Set([
  'al',
  'el',
  'ul',
  'ad',
  'an',
  'as',
  'ash',
  'at',
  'az',
  'ar',
  'the',
  'of',
  'de',
  'la',
]);

/** What tells a site from others of its kind, as a part of its key: "Al-Noor" → "noor". */
export const siteName = (words: readonly string[]): string =>
  words
    .flatMap((word) => fold(word.replace(/[’']s$/u, '')).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '' && !PARTICLES.has(word))
    .join('-');
