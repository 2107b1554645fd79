import { isNumber } from '../../sentence/forms.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Reading } from '../reading/reading.ts';

const SUPERLATIVE = /^(?:first|most|least|worst|best|record|only|highest|deadliest|\w{3,}est)$/;
/** Marks over which nothing is held against anything. */
const MARKS = new Set(',;:—–”"');
/** How far before it, in words, and how far before "since" the superlative. */
const REACH = 14;
const BEFORE_SINCE = 9;

/**
 * The word that begins what is only compared with, where token `at` is inside it: "more than in the attack on a mall in
 * | Nairobi", "the worst since the bombing in | Nairobi". Null where it is told of itself.
 */
export function comparedFrom({ tokens, quantities, words }: Reading, at: number): number | null {
  for (let i = at - 1; i >= 0 && at - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || MARKS.has(token.text)) return null;
    if (words.scene.comparing.has(token.lower) && token.pos !== 'VERB' && !isCounting(quantities, token))
      return isNumber(tokens[i + 1]) ? null : i;
    if (token.lower === 'since' && isBest(tokens, i)) return i;
    if (token.pos === 'VERB' && !/(?:ing|ed)$/.test(token.lower)) return null;
  }
  return null;
}

/** "more | than | 60 people". */
const isCounting = (quantities: Reading['quantities'], token: Token): boolean =>
  quantities.some(({ start, end }) => start <= token.start && token.start < end);

const isBest = (tokens: Reading['tokens'], since: number): boolean =>
  tokens.slice(Math.max(0, since - BEFORE_SINCE), since).some(({ lower }) => SUPERLATIVE.test(lower));

/** Whether a place or a deed at a token is only compared with. */
export const isOnlyCompared = (reading: Reading, at: number): boolean => comparedFrom(reading, at) !== null;
