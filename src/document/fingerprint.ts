const WORDS = 5;
/** More than any article has; a longer text keeps the smallest hashes, which is a fair sample of them. */
const MOST = 20_000;

/** 32-bit FNV-1a over UTF-16 code units. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * Hashes of the word 5-grams of an article, sorted and without repeats, seven base-36 digits each.
 * Two texts share a hash where they share five words in a row; case and punctuation do not count.
 * A text of fewer than five words gives one hash of all of them, an empty one none.
 */
export function fingerprint(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashWord);
  if (words.length === 0) return [];
  const hashes = new Set<number>();
  for (let from = 0; from === 0 || from + WORDS <= words.length; from += 1) {
    const to = Math.min(from + WORDS, words.length);
    let hash = 0;
    for (let at = from; at < to; at += 1) {
      hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (words[at] ?? 0), 0x9e3779b1);
    }
    hashes.add(hash >>> 0);
  }
  return [...hashes]
    .sort((a, b) => a - b)
    .slice(0, MOST)
    .map((hash) => hash.toString(36).padStart(7, '0'));
}
