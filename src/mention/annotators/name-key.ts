import { compareTwoStrings } from 'string-similarity';
import { remember } from '../../remember.ts';

/** Words that belong to no name: titles, particles, company endings. */
const PARTICLES = new Set(
  'al el ul ad an as ash at az ar bin bint ibn ben abu de la le du da di del della van von der den the of and ap'.split(
    ' ',
  ),
);
const TITLES = new Set(
  'mr mrs ms miss dr prof sir lord lady sheikh shaykh sheik president minister prime gen general col colonel maj major capt captain lt lieutenant sgt sen senator rep representative gov governor secretary king queen prince princess pope imam ayatollah rabbi rev judge justice ambassador chancellor premier'.split(
    ' ',
  ),
);
/** Words that make another name of the one behind them: "South Sudan" is not "Sudan". */
const QUALIFIERS = new Set(
  'north south east west northern southern eastern western central new upper lower greater equatorial papua democratic republic united saint st san santa'.split(
    ' ',
  ),
);

/** Lower-case letters without marks, apostrophes and dots. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9 -]*$/u.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}’'ʼ`‘ʿʾ.]/gu, '')
    .replace(/[ıłøđßæ]/gu, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae' };

/** One word as it sounds: spellings that only differ by romanisation become equal. */
const sound = remember((word: string) =>
  fold(word)
    .replace(/ey$/u, 'i')
    .replace(/i?y+[ae]h?$/u, 'ia')
    .replace(/^(kh|x)|kh/gu, 'h')
    .replace(/gh/gu, 'g')
    .replace(/th/gu, 't')
    .replace(/ck|q/gu, 'k')
    .replace(/ph/gu, 'f')
    .replace(/tch|tsch/gu, 'ch')
    .replace(/dj/gu, 'j')
    .replace(/ou|oo/gu, 'u')
    .replace(/[ae][iye]/gu, 'e')
    .replace(/ee|iy|ij|yy|ie/gu, 'i')
    .replace(/([aeiou])h$/u, '$1')
    .replace(/(?!^)y/gu, 'i')
    .replace(/w/gu, 'v')
    .replace(/(.)\1+/gu, '$1')
    .replace(/([^aeiou][^aeiou]|[^aeiou]{2}.*[^aeiou])e$/u, '$1'),
);

const SOFT: Readonly<Record<string, string>> = { a: 'a', e: 'e', i: 'e', o: 'u', u: 'u' };
const soft = (vowel: string | undefined): string => SOFT[vowel ?? ''] ?? '';
const alike = (a: string, b: string): boolean => a === b || (a !== 'u' && b !== 'u' && a !== '' && b !== '');

/** Same consonants, as many vowels, and like ones where they are heard best: first and last. */
function sameWord(a: string, b: string): boolean {
  const x = sound(a);
  const y = sound(b);
  if (x === y || (/^q/iu.test(a) && `g${x.slice(1)}` === y) || (/^q/iu.test(b) && `g${y.slice(1)}` === x))
    return true;
  const consonants = x.replace(/[aeiou]/gu, '');
  if (consonants !== y.replace(/[aeiou]/gu, '') || consonants.length < 2) return false;
  const [p, q] = [x.match(/[aeiou]+/gu) ?? [], y.match(/[aeiou]+/gu) ?? []];
  const ends = (heard: string): string => (/[aeiou]$/u.test(heard) ? soft(heard.at(-1)) : '');
  const starts = (heard: string): boolean => /^[aeiou]/u.test(heard);
  if (p.length !== q.length || starts(x) !== starts(y)) return false;
  const first =
    consonants.length > 2 ? alike(soft(p[0]?.[0]), soft(q[0]?.[0])) : soft(p[0]?.[0]) === soft(q[0]?.[0]);
  return first && (ends(x) === ends(y) || (ends(x) !== '' && alike(ends(x), ends(y))));
}

/** Words of a name that carry it: no titles, particles or marks. */
const partsOf = remember((name: string): readonly string[] => {
  const all = fold(name.replace(/[’']s\b/gu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const kept = all.filter((word, i) => !PARTICLES.has(word) && !(TITLES.has(word) && i < all.length - 1));
  return kept.length === 0 ? all : kept;
});

const isInitial = (a: string, b: string): boolean => (a.length === 1 || b.length === 1) && a[0] === b[0];

/**
 * Do two spellings name the same person, place or body? Spelling and romanisation may differ
 * ("Khalil al-Hayya", "el-Haya"), and the shorter may be the last part of the longer ("Al-Ansari").
 */
export function sameName(a: string, b: string): boolean {
  const [short, long] = [partsOf(a), partsOf(b)].sort((x, y) => x.length - y.length) as [
    readonly string[],
    readonly string[],
  ];
  if (short.length === 0) return false;
  if (joined(a) === joined(b)) return true;
  if (long.length > short.length && QUALIFIERS.has(long[long.length - short.length - 1] ?? '')) return false;
  let at = long.length - 1;
  for (let i = short.length - 1; i >= 0; i -= 1) {
    const word = short[i] ?? '';
    const found = matchLeft(long, at, word, i === short.length - 1);
    if (found === -1) return false;
    at = found - 1;
  }
  return true;
}

/** The last word must match the last one; earlier words may skip middle names, never replace them. */
function matchLeft(long: readonly string[], from: number, word: string, last: boolean): number {
  for (let i = from; i >= 0; i -= 1) {
    const other = long[i] ?? '';
    if (sameWord(word, other) || (!last && isInitial(word, other))) return i;
    if (last) return -1;
  }
  return -1;
}

const joined = remember((name: string) => sound(name.replace(/[^\p{L}]+/gu, '')));

/** The consonants of a name as it sounds: spellings that `sameName` takes for one share them. */
export const soundOf = (name: string): string => joined(name).replace(/[aeiou]/gu, '');

/** Signs that a name was romanised, so that doubled letters and "ou" are a matter of taste. */
const ROMANISED = /\b(al|el|bin|ibn|abu|abd\w*)\b|[’'ʼ‘ʿ]\p{Ll}|kh|gh|dh|aa|q(?!u)|ou\w*[aiy]$/iu;

/** A key that the usual spellings of one name share: "Majed Al-Ansari" → "majed-ansari". */
export function nameKey(text: string): string {
  const parts = partsOf(text);
  const spelled = ROMANISED.test(text) ? parts.map(plainSpelling) : parts;
  const key = spelled.join('-').slice(0, 80);
  return key === '' ? fold(text).trim() || 'unknown' : key;
}

const plainSpelling = (word: string): string =>
  word
    .replace(/(.)\1+/gu, '$1')
    .replace(/([aeiou])h$/u, '$1')
    .replace(/ou|oo/gu, 'u');

/** How alike two spellings look, 0 to 1. It may propose candidates; `sameName` decides. */
export const likeness = (a: string, b: string): number => compareTwoStrings(fold(a), fold(b));
