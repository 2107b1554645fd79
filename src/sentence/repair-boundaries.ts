import { startsLower } from '../letters.ts';
import type { Token } from './sentence.ts';

/** Abbreviations that stand before a name or a number, so that a capital behind them begins no sentence. */
const BEFORE_NAME = new Set(
  (
    'mr. mrs. ms. dr. prof. gen. col. lt. sgt. cpl. capt. cmdr. maj. adm. gov. sen. rep. rev. hon. pres. st. no. sq. ' +
    'mt. ft. vs. v. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. approx. est. det. supt. insp. pvt. spc.'
  ).split(' '),
);
const CLOSING = new Set(['”', '’', '"', "''", ')', ']', '»']);

/**
 * Cuts tokens into sentences at `ends`, and mends what a tagger gets wrong in news: a sentence does not begin with a
 * small letter, nor inside ".45" or "6 . 2", nor after "sq." or "Gen."; a closing mark belongs to the sentence it closes.
 */
export function repairBoundaries(tokens: readonly Token[], ends: readonly number[]): Token[][] {
  const sentences: Token[][] = [];
  let from = 0;
  for (const end of [...ends, tokens.length - 1]) {
    const piece = tokens.slice(from, end + 1);
    from = Math.max(from, end + 1);
    const first = piece[0];
    const previous = sentences.at(-1);
    if (!first) continue;
    if (previous && continues(previous, first)) previous.push(...piece);
    else sentences.push(piece);
  }
  return sentences;
}

const isNumeral = (token: Token): boolean => /^\p{Nd}+$/u.test(token.text);

function continues(previous: readonly Token[], first: Token): boolean {
  const last = previous.at(-1);
  if (!last) return false;
  if (CLOSING.has(first.text) && first.start === last.end) return true;
  if (startsLower(first.text)) return true;
  if (last.text === '.' && first.start === last.end && /^\p{Nd}/u.test(first.text)) return true;
  const before = previous.at(-2);
  if (last.text === '.' && before && before.end < last.start && isNumeral(before) && isNumeral(first))
    return true;
  const abbreviation = last.text === '.' && before ? `${before.lower}.` : last.lower;
  return BEFORE_NAME.has(abbreviation);
}
