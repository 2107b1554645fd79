/** A text as the hashes of its word 5-grams, each once, in ascending order. */
export type Shingles = Uint32Array;

const BANDS = 32;
const ROWS = 4;
/** Seed of the hash functions: fixed, so that the same texts meet on every machine. */
const SEED = 0x2545f491;

/** Odd multipliers and offsets of 128 hash functions, from a fixed xorshift sequence (Marsaglia 2003). */
function makeHashes(): readonly (readonly [multiplier: number, offset: number])[] {
  let state = SEED;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return Array.from({ length: BANDS * ROWS }, () => [next() | 1, next()] as const);
}

const HASHES = makeHashes();

/** One value of a hash function: multiply, add, and mix the high bits down, without which the low ones barely vary. */
function mix(shingle: number, multiplier: number, offset: number): number {
  const product = (Math.imul(shingle, multiplier) + offset) | 0;
  return Math.imul(product ^ (product >>> 15), 0x85ebca6b) >>> 0;
}

/**
 * The 32 bands of a MinHash signature of 128 values: two texts share a band with a probability that passes one half
 * at a Jaccard likeness of about (1/32)^(1/4) = .42. Broder 1997; Leskovec, Rajaraman and Ullman, ch. 3.
 */
export function bandsOf(shingles: Shingles): string[] {
  const bands: string[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    let key = `${band}`;
    for (let row = 0; row < ROWS; row += 1) {
      const [multiplier, offset] = HASHES[band * ROWS + row] ?? [1, 0];
      let least = 0xffffffff;
      for (const shingle of shingles) {
        const value = mix(shingle, multiplier, offset);
        if (value < least) least = value;
      }
      key += ` ${least.toString(36)}`;
    }
    bands.push(key);
  }
  return bands;
}
