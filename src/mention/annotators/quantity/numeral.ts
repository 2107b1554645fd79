import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';

/** A numeral: a number as written, without hedge, unit or currency. Ends before atom `end`. */
export interface Numeral {
  start: number;
  end: number;
  value: number;
  /** Size of the last significant digit as written. */
  step: number;
  /** Largest scale word in it ("million": 1e6), 1 without one. */
  scale: number;
  kind: 'cardinal' | 'part' | 'vague' | 'none';
  digits: boolean;
  /** Id of a vague word: "dozens", "several". */
  vague: string | null;
}

/** Longer chains of number words are no number. */
const MOST_WORDS = 24;
const HYPHENS = new Set(['-', '‐', '‑', '–']);
export const isHyphen = (atom: Atom | undefined): boolean => atom !== undefined && HYPHENS.has(atom.text);

/** Size of the last non-zero digit of a whole number; 1 below ten's multiples and for fractions. */
export function stepOf(value: number): number {
  if (!Number.isInteger(value) || value === 0) return 1;
  let step = 1;
  while (step < 1e15 && value % (step * 10) === 0) step *= 10;
  return step;
}

interface Cardinal {
  at: number;
  total: number;
  group: number;
  last: number;
  scale: number;
  step: number;
  digits: boolean;
  /** The latest word was a scale or hundred. */
  closed: boolean;
}

function takeUnit(state: Cardinal, value: number): boolean {
  const rest = state.group % 100;
  const fits = value >= 10 ? rest === 0 : rest % 10 === 0 && rest !== 10;
  const free = state.group === 0 ? state.at === 0 || state.closed : fits && (state.closed || value < 10);
  if (!free || (state.digits && !state.closed && state.scale === 1) || !Number.isInteger(state.group))
    return false;
  state.group += value;
  state.closed = false;
  return true;
}

/** Dozen: multiplies what came last, "three hundred and two dozen". */
function takeDozen(state: Cardinal, value: number): boolean {
  if (state.group === 0) return false;
  state.group += (state.digits ? state.group : state.group % 100) * (value - 1);
  return true;
}

function takeHundred(state: Cardinal): boolean {
  if (state.group >= 100 && !state.digits) return false;
  if (state.group === 0 && state.at > 0) return false;
  state.group = (state.group || 1) * 100;
  return true;
}

/** "8.2 billion" is 8,200,000,000, though 8.2 * 1e9 is not. */
export const exactTimes = (value: number, times: number): number =>
  times === 1 ? value : Number((value * times).toPrecision(15));

/** Thousand and up: closes a group, or multiplies a closed number ("lakh crore"). */
function takeThousands(state: Cardinal, value: number): boolean {
  if (state.group === 0 && state.total > 0 && state.closed) {
    state.total = exactTimes(state.total, value);
    return true;
  }
  if ((state.at > 0 && state.group === 0) || value >= state.last) return false;
  state.total += exactTimes(state.group || 1, value);
  state.group = 0;
  state.last = value;
  return true;
}

function takeScale(state: Cardinal, value: number): boolean {
  const take = value < 100 ? takeDozen : value === 100 ? takeHundred : takeThousands;
  if (!take(state, value)) return false;
  state.scale = Math.max(state.scale, value);
  if (state.digits) state.step *= value;
  state.closed = true;
  return true;
}

/** Whether a part of one begins here, such as "three quarters": it is added later, as a part. */
function startsPart(atoms: readonly Atom[], rest: Numeral, lexicon: Lexicon): boolean {
  const next = lexicon.words.get(atoms[isHyphen(atoms[rest.end]) ? rest.end + 1 : rest.end]?.lower ?? '');
  if (next?.kind === 'part') return rest.value < next.value;
  return (
    next?.kind === 'ordinal' && next.value > 2 && rest.value < next.value && (next.plural || rest.value === 1)
  );
}

/** Digits behind "and" carry on only what hundreds began: "3 hundred and 21". */
function carriesDigits(atoms: readonly Atom[], at: number, state: Cardinal, lexicon: Lexicon): boolean {
  const { value } = atoms[at] ?? { value: 0 };
  const scaled = lexicon.words.get(atoms[at + 1]?.lower ?? '')?.kind === 'scale';
  return state.group > 0 && value >= 1 && value < 100 && Number.isInteger(value) && !scaled;
}

/** Whether "and" at this place carries a number on: "two hundred and six", not "2 million and six others". */
function carriesOn(atoms: readonly Atom[], at: number, state: Cardinal, lexicon: Lexicon): boolean {
  const next = atoms[at + 1];
  if (!next || !state.closed || state.scale < 100) return false;
  if (next.kind === 'number') return carriesDigits(atoms, at + 1, state, lexicon);
  if (lexicon.words.get(next.lower)?.kind !== 'unit') return false;
  const rest = readCardinal(atoms, at + 1, lexicon, false);
  if (!rest || startsPart(atoms, rest, lexicon)) return false;
  const limit = state.group > 0 ? 100 : state.last;
  if (rest.value >= limit && !(state.group > 0 && rest.scale > 100)) return false;
  return !state.digits || state.scale === 100 || rest.scale >= 100;
}

/** Digits inside a number that began before: "4 thousand 3 hundred", "3 hundred and 21". */
function takeDigits(
  atoms: readonly Atom[],
  at: number,
  state: Cardinal,
  lexicon: Lexicon,
  joined: boolean,
): number | null {
  const value = atoms[at]?.value ?? 0;
  const hundreds = lexicon.words.get(atoms[at + 1]?.lower ?? '');
  const more =
    state.scale >= 1000 &&
    state.group === 0 &&
    value < 10 &&
    hundreds?.kind === 'scale' &&
    hundreds.value === 100;
  if (!state.closed || !(joined || more) || state.group % 100 !== 0) return null;
  state.group += value;
  state.closed = false;
  return at + 1;
}

function advance(
  atoms: readonly Atom[],
  at: number,
  state: Cardinal,
  lexicon: Lexicon,
  joined: boolean,
): number | null {
  const sign = atoms[at];
  const hyphen = isHyphen(sign) && (state.at > 0 || state.digits);
  const and = joined && (sign?.lower === 'and' || sign?.text === '&') && carriesOn(atoms, at, state, lexicon);
  const next = hyphen || and ? at + 1 : at;
  const atom = atoms[next];
  if (!atom) return null;
  if (atom.kind === 'number') return hyphen ? null : takeDigits(atoms, next, state, lexicon, and);
  const word = lexicon.words.get(atom.lower);
  if (word?.kind === 'unit') return takeUnit(state, word.value) ? next + 1 : null;
  if (word?.kind !== 'scale' || !isScaleUse(atoms, next, state)) return null;
  return takeScale(state, word.value) ? next + 1 : null;
}

/** One-letter and ambiguous scale words count only where they cannot be something else. */
function isScaleUse(atoms: readonly Atom[], at: number, state: Cardinal): boolean {
  const atom = atoms[at];
  if (atom?.lower === 'k' || atom?.lower === 'mil') return state.digits && state.at === 1;
  if (atom?.lower === 'score') return state.at > 0 && !state.digits && state.group < 10;
  return true;
}

/** A lone "million" is no number; "hundred thousand" is. */
function opensWithScale(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const kind = (i: number) => lexicon.words.get(atoms[i]?.lower ?? '')?.kind;
  return kind(at) === 'scale' && kind(at + 1) !== 'scale';
}

/** Reads a whole number, in words, in digits, or both: "two hundred and six", "1.5 million", "13 lakh". */
export function readCardinal(
  atoms: readonly Atom[],
  start: number,
  lexicon: Lexicon,
  joined = true,
  article = false,
): Numeral | null {
  const first = atoms[start];
  if (!first) return null;
  if (!article && opensWithScale(atoms, start, lexicon)) return null;
  const state: Cardinal = {
    at: 0,
    total: 0,
    group: 0,
    last: Number.POSITIVE_INFINITY,
    scale: 1,
    step: 1,
    digits: false,
    closed: false,
  };
  let at = start;
  if (first.kind === 'number') {
    Object.assign(state, { group: first.value, step: first.step, digits: true, at: 1 });
    at = gluedScale(atoms, start, state, lexicon);
  }
  for (let steps = 0; steps < MOST_WORDS; steps += 1) {
    const next = advance(atoms, at, state, lexicon, joined);
    if (next === null) break;
    at = next;
    state.at += 1;
  }
  if (at === start) return null;
  const value = state.total + state.group;
  const round = state.digits && at === start + (state.scale > 1 ? 2 : 1);
  return {
    start,
    end: at,
    value,
    step:
      round || (state.digits && state.step !== 1 && state.closed)
        ? state.step
        : state.digits && state.scale === 1
          ? state.step
          : stepOf(value),
    scale: state.scale,
    kind: 'cardinal',
    digits: state.digits,
    vague: null,
  };
}

function gluedScale(atoms: readonly Atom[], start: number, state: Cardinal, lexicon: Lexicon): number {
  const next = atoms[start + 1];
  const value = next && next.kind === 'word' && !next.spaced ? lexicon.glued.get(next.text) : undefined;
  if (value === undefined) return start + 1;
  state.total = state.group * value;
  Object.assign(state, { group: 0, last: value, scale: value, step: state.step * value, closed: true });
  return start + 2;
}
