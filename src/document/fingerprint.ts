const WORDS = 5;
/** More than any article has; a longer text keeps the smallest hashes, which is a fair sample of them. */
const MOST = 20_000;

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** Letters and digits beyond ASCII, asked once each. */
const marks = new Map<number, boolean>();

function isWordMark(point: number): boolean {
  if (point < 128) return (point >= 97 && point <= 122) || (point >= 48 && point <= 57);
  const known = marks.get(point) ?? /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));
  if (!marks.has(point) && marks.size < 10_000) marks.set(point, known);
  return known;
}

/** 32-bit FNV-1a of each word, over UTF-16 code units. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashWords(texts: readonly string[]): number[] {
  const hashes: number[] = [];
  for (const text of texts) {
    const lower = text.toLowerCase();
    let hash = OFFSET_BASIS;
    let inWord = false;
    for (let i = 0; i < lower.length; i += 1) {
      const unit = lower.charCodeAt(i);
      const point = unit < 128 ? unit : (lower.codePointAt(i) ?? 0);
      if (isWordMark(point)) {
        inWord = true;
        hash = Math.imul(hash ^ unit, PRIME);
        if (point > 0xffff) {
          i += 1;
          hash = Math.imul(hash ^ lower.charCodeAt(i), PRIME);
        }
      } else if (inWord) {
        hashes.push(hash >>> 0);
        hash = OFFSET_BASIS;
        inWord = false;
      }
    }
    if (inWord) hashes.push(hash >>> 0);
  }
  return hashes;
}

const PAIRS = Array.from({ length: 36 ** 2 }, (_, pair) => pair.toString(36).padStart(2, '0'));

/** The first three of seven digits: two to the 32nd has no more of them. */
const HEADS = Array.from({ length: Math.ceil(2 ** 32 / 36 ** 4) }, (_, head) =>
  head.toString(36).padStart(3, '0'),
);

/** Seven base-36 digits of a 32-bit number, from ready pieces: a text has as many of them as words. */
function inBase36(hash: number): string {
  const high = Math.trunc(hash / 36 ** 4);
  const low = hash - high * 36 ** 4;
  const middle = Math.trunc(low / 36 ** 2);
  return (HEADS[high] ?? '') + (PAIRS[middle] ?? '') + (PAIRS[low - middle * 36 ** 2] ?? '');
}

/**
 * Hashes of the word 5-grams of an article, sorted and without repeats, seven base-36 digits each.
 * Two texts share a hash where they share five words in a row; case and punctuation do not count.
 * A text of fewer than five words gives one hash of all of them, an empty one none.
 */
export function fingerprint(texts: readonly string[]): string[] {
  const words = hashWords(texts);
  if (words.length === 0) return [];
  const hashes = new Uint32Array(Math.max(1, words.length - WORDS + 1));
  for (let from = 0; from < hashes.length; from += 1) {
    const to = Math.min(from + WORDS, words.length);
    let hash = 0;
    for (let at = from; at < to; at += 1) {
      hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (words[at] ?? 0), 0x9e3779b1);
    }
    hashes[from] = hash;
  }
  const found: string[] = [];
  let before = -1;
  for (const hash of hashes.sort()) {
    if (hash === before) continue;
    if (found.length === MOST) break;
    found.push(inBase36(hash));
    before = hash;
  }
  return found;
}
