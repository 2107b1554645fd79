import { isAsciiLetter } from '../../../letters.ts';
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

function letterRun(text: string, at: number): number {
  let end = at;
  while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end += 1;
  if (end < text.length && text.charCodeAt(end) < 128) return end;
  LETTERS.lastIndex = at;
  return LETTERS.test(text) ? LETTERS.lastIndex : at;
}

interface Place {
  source: string;
  at: number;
  /** Where `source` begins in the document's text. */
  offset: number;
  spaced: boolean;
}

/** The atom at a place; `token` is the first that ends behind it: most atoms are one, and share its strings. */
function atomAt(
  { source, at, offset, spaced }: Place,
  before: Atom | undefined,
  token: Token | undefined,
  commaDecimal: boolean,
): Atom {
  const digits = readDigits(source, at, commaDecimal, before);
  const letters = digits ? at : letterRun(source, at);
  const length = (digits ? digits.end : Math.max(letters, at + 1)) - at;
  const start = offset + at;
  const isToken = token !== undefined && token.start === start && token.end === start + length;
  const text = isToken ? token.text : source.slice(at, at + length);
  return {
    kind: digits ? 'number' : letters > at ? 'word' : 'sign',
    text,
    lower: isToken ? token.lower : text.toLowerCase(),
    start,
    end: start + length,
    spaced: spaced || before === undefined,
    value: digits?.value ?? 0,
    step: digits?.step ?? 1,
    pos: token?.pos ?? '',
  };
}

/** Whether plain letters, and nothing else that would go on with them, stand between two places. */
function isWord(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isAsciiLetter(source.charCodeAt(at))) return false;
  const next = source.charCodeAt(to);
  return to === source.length || (next < 128 && !isAsciiLetter(next));
}

/** Most atoms are a token of letters alone. */
const wordOf = ({ text, lower, start, end, pos }: Token, spaced: boolean): Atom => ({
  kind: 'word',
  text,
  lower,
  start,
  end,
  spaced,
  value: 0,
  step: 1,
  pos,
});

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
    const code = source.charCodeAt(at);
    if (code <= 32 || (code > 127 && SPACE.test(source.charAt(at)))) {
      spaced = true;
      at += 1;
      continue;
    }
    while ((tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= start + at) token += 1;
    const before = atoms[atoms.length - 1];
    const same = tokens[token];
    const atom =
      same !== undefined && same.start === start + at && isWord(source, at, same.end - start)
        ? wordOf(same, spaced || before === undefined)
        : atomAt({ source, at, offset: start, spaced }, before, same, commaDecimal);
    at = atom.end - start;
    atoms.push(atom);
    spaced = false;
  }
  return atoms;
}
