import type { Token } from '../../../sentence/sentence.ts';
import { readDigits } from './digits.ts';

/** The smallest thing that the number grammar sees: a numeral in digits, a run of letters, or one sign. */
export interface Atom {
  kind: 'number' | 'word' | 'sign';
  text: string;
  lower: string;
  start: number;
  end: number;
  /** White space stands before it. */
  spaced: boolean;
  /** For a numeral: what it says, and the size of its last significant digit. */
  value: number;
  step: number;
  /** Part of speech of the token in which it stands. */
  pos: string;
}

const LETTERS = /[\p{L}\p{M}]+/uy;
const SPACE = /\s/u;
const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

function letterRun(text: string, at: number): number {
  let end = at;
  while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end += 1;
  if (end < text.length && text.charCodeAt(end) < 128) return end;
  LETTERS.lastIndex = at;
  return LETTERS.test(text) ? LETTERS.lastIndex : at;
}

/** Cuts [start, end) of a text into atoms. Linear; offsets point into `text`. */
export function cutAtoms(
  text: string,
  start: number,
  end: number,
  tokens: readonly Token[],
  commaDecimal: boolean,
): Atom[] {
  const source = start === 0 && end === text.length ? text : text.slice(start, end);
  const atoms: Atom[] = [];
  let spaced = false;
  let token = 0;
  for (let at = 0; at < source.length; ) {
    const char = source.charAt(at);
    if (char <= ' ' || SPACE.test(char)) {
      spaced = true;
      at += 1;
      continue;
    }
    const digits = readDigits(source, at, commaDecimal, atoms.at(-1));
    const letters = digits ? at : letterRun(source, at);
    const to = digits ? digits.end : Math.max(letters, at + 1);
    while ((tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= start + at) token += 1;
    const piece = source.slice(at, to);
    atoms.push({
      kind: digits ? 'number' : letters > at ? 'word' : 'sign',
      text: piece,
      lower: piece.toLowerCase(),
      start: start + at,
      end: start + to,
      spaced: spaced || atoms.length === 0,
      value: digits?.value ?? 0,
      step: digits?.step ?? 1,
      pos: tokens[token]?.pos ?? '',
    });
    spaced = false;
    at = to;
  }
  return atoms;
}
