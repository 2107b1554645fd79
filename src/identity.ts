import { hash } from 'node:crypto';
import { eachAs } from './each-as.ts';
import { remember } from './remember.ts';

/** Orders two strings by UTF-16 code units: the same on every host and in every locale. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each text once, in that order. */
export function distinct(texts: readonly string[]): string[] {
  if (isRising(texts)) return texts.slice();
  // Without a comparator, sort is by UTF-16 code units too.
  return texts.length > FEW ? [...new Set(texts)].sort() : insertEach(texts);
}

/** So few items are put in order one by one: a set and a sort would need more room than all of them. */
const FEW = 24;

/** So many are put where they belong by halving what is in order: `sort` calls from outside for each comparison. */
const SOME = 128;

/** Puts items in order where they stand; equal ones keep their order, as in `sort`, which needs two kilobytes each time. */
export function putInOrder<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  if (items.length > SOME) return items.sort(compare);
  if (items.length > FEW) return insertByHalves(items, compare);
  for (let i = 1; i < items.length; i++) {
    const item = items[i] as T;
    let at = i;
    for (; at > 0 && compare(items[at - 1] as T, item) > 0; at--) items[at] = items[at - 1] as T;
    items[at] = item;
  }
  return items;
}

function insertByHalves<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  for (let i = 1; i < items.length; i++) {
    const item = items[i] as T;
    if (compare(items[i - 1] as T, item) <= 0) continue;
    let low = 0;
    for (let high = i - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (compare(items[middle] as T, item) > 0) high = middle;
      else low = middle + 1;
    }
    for (let at = i; at > low; at--) items[at] = items[at - 1] as T;
    items[low] = item;
  }
  return items;
}

/**
 * Items by a text of each, equal ones in the order in which they came. Ids begin alike and then differ at once: what
 * follows is read as a number, and texts are compared only where these are the same.
 */
export function inOrderOf<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  const texts = eachAs(items, textOf);
  const start = sharedStart(texts);
  const keys = new Float64Array(texts.length);
  const order: number[] = new Array(texts.length);
  for (let i = 0; i < texts.length; i++) {
    keys[i] = keyFrom(texts[i] ?? '', start);
    order[i] = i;
  }
  putInOrder(order, (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || byCodePoint(texts[a] ?? '', texts[b] ?? ''));
  return eachAs(order, (i) => items[i] as T);
}

/** How many characters all texts begin with alike. */
function sharedStart(texts: readonly string[]): number {
  const [first = ''] = texts;
  let shared = first.length;
  for (const text of texts) {
    let alike = 0;
    while (alike < shared && text.charCodeAt(alike) === first.charCodeAt(alike)) alike++;
    shared = alike;
  }
  return shared;
}

/** So many characters of seven bits have room in a number. */
const IN_A_NUMBER = 7;
const LAST_ASCII = 127;

/** The characters from a place on as a number that rises with the text; from the first that is no ASCII on they look alike. */
function keyFrom(text: string, start: number): number {
  let [key, isAscii] = [0, true];
  for (let at = start; at < start + IN_A_NUMBER; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    isAscii &&= code < LAST_ASCII;
    key = key * (LAST_ASCII + 1) + (isAscii ? code : LAST_ASCII);
  }
  return key;
}

function insertEach(texts: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of texts) {
    let at = found.length;
    while (at > 0 && (found[at - 1] ?? '') > text) at--;
    if (found[at - 1] === text) continue;
    found.push(text);
    for (let i = found.length - 1; i > at; i--) found[i] = found[i - 1] ?? text;
    found[at] = text;
  }
  return found;
}

/** Texts of which few repeat, once each in that order: sorting many is cheaper than a set of them. */
export function sortedOnce(texts: string[]): string[] {
  if (isRising(texts)) return texts;
  if (texts.length <= FEW) return insertEach(texts);
  return texts.sort().filter((text, i, sorted) => i === 0 || text !== sorted[i - 1]);
}

/** Most of what is asked for comes in the order of ids. */
function isRising(texts: readonly string[]): boolean {
  for (let i = 1; i < texts.length; i++) if ((texts[i - 1] ?? '') >= (texts[i] ?? '')) return false;
  return true;
}

/**
 * JSON with sorted keys and no white space, after RFC 8785 for the values we use (no NaN, no Infinity, no -0).
 * Two equal values give the same bytes on every machine.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string')) return JSON.stringify(value);
    return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = value as Record<string, unknown>;
    let json = '';
    for (const key of putInOrder(Object.keys(fields), byCodePoint)) {
      const item = fields[key];
      if (item !== undefined) json += `${json === '' ? '' : ','}${quoted(key)}:${canonicalJson(item)}`;
    }
    return `{${json}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} has no JSON form`);
  return JSON.stringify(Object.is(value, -0) ? 0 : (value ?? null));
}

/**
 * Whether two values of plain data are written as the same JSON, with their fields in the same order. What is the same
 * object is not looked into, so that two versions of one thing cost what differs.
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  if (names.length !== others.length) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? '';
    if (name !== others[i] || !isSameJson(left[name], right[name])) return false;
  }
  return true;
}

/** The names of fields come again and again. */
const quoted = remember((key: string): string => JSON.stringify(key));

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** An id derived from content alone: the same parts give the same id on every machine, for ever. */
export const contentId = (prefix: string, ...parts: readonly unknown[]): string =>
  `${prefix}_${digestOf(parts).slice(0, 24)}`;

/** Such an id of a part of some whole: those of one whole stand side by side wherever ids are in order. */
export const contentIdIn = (whole: string, prefix: string, ...parts: readonly unknown[]): string =>
  idInOfJson(whole, prefix, jsonOf(parts));

/** The id of a part that is written already, as canonical JSON of the list of what it is made of. */
export const idInOfJson = (whole: string, prefix: string, json: string): string =>
  `${prefix}_${placeOf(whole)}${sha256(json).slice(0, 16)}`;

const placeOf = remember((whole: string): string => sha256(whole).slice(0, 8));

const digestOf = (parts: readonly unknown[]): string => sha256(jsonOf(parts));

/** Texts, numbers and lists of them have one JSON form, and ids are made from little else. */
const jsonOf = (parts: readonly unknown[]): string =>
  parts.every(isPlain) ? JSON.stringify(parts) : canonicalJson(parts);

const isPlain = (part: unknown): boolean =>
  isPlainItem(part) || part === null || (Array.isArray(part) && part.every(isPlainItem));
const isPlainItem = (item: unknown): boolean =>
  typeof item === 'string' || (typeof item === 'number' && Number.isFinite(item));

/** Most of what is slugged is a plain word, or a slug already, and its own slug. */
const OWN_SLUG = /^(?=.{1,80}$)[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** "Al-Qahera News" → "al-qahera-news": lower-case, marks stripped, everything else a hyphen. Keeps dots inside names. */
export const slug = (text: string): string => (OWN_SLUG.test(text) ? text : hyphenate(text));

const hyphenate = remember((text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80),
);
