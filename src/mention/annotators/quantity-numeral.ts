import type { Atom } from './quantity-atoms.ts';
import type { Lexicon } from './quantity-lexicon.ts';

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
  denominator: number | null;
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
  if (!free || (state.digits && !state.closed) || !Number.isInteger(state.group)) return false;
  state.group += value;
  state.closed = false;
  return true;
}

function takeScale(state: Cardinal, value: number): boolean {
  if (value < 100) {
    if (state.group === 0) return false;
    const rest = state.digits ? state.group : state.group % 100;
    state.group += rest * (value - 1);
  } else if (value === 100 && state.group !== 0) {
    if (state.group >= 100 && !state.digits) return false;
    state.group *= 100;
  } else if (state.group === 0 && state.total > 0 && state.closed) {
    state.total *= value;
  } else {
    const group = state.group === 0 ? 1 : state.group;
    if (state.at > 0 && state.group === 0) return false;
    if (value >= state.last) return false;
    if (value === 100) state.group = 100;
    else {
      state.total += group * value;
      state.group = 0;
      state.last = value;
    }
  }
  state.scale = Math.max(state.scale, value);
  if (state.digits) state.step *= value;
  state.closed = true;
  return true;
}

/** Whether "and" at this place carries a number on: "two hundred and six", not "two million and six others". */
function carriesOn(atoms: readonly Atom[], at: number, state: Cardinal, lexicon: Lexicon): boolean {
  if (!state.closed) return false;
  const next = atoms[at + 1];
  if (!next || state.scale < 100) return false;
  if (next.kind === 'number')
    return (
      state.scale === 100 &&
      next.value < 100 &&
      Number.isInteger(next.value) &&
      !atoms[at]?.text.includes('&')
    );
  const word = lexicon.words.get(next.lower);
  if (word?.kind !== 'unit') return false;
  const rest = readCardinal(atoms, at + 1, lexicon, false);
  if (!rest) return false;
  const limit = state.group > 0 ? 100 : state.last;
  if (rest.value >= limit && !(state.group > 0 && rest.scale > 100)) return false;
  return !state.digits || state.scale === 100 || rest.scale >= 100;
}

function advance(
  atoms: readonly Atom[],
  at: number,
  state: Cardinal,
  lexicon: Lexicon,
  joined: boolean,
): number | null {
  let next = at;
  const sign = atoms[next];
  if (isHyphen(sign) && (state.at > 0 || state.digits)) next += 1;
  else if (joined && (sign?.lower === 'and' || sign?.text === '&') && carriesOn(atoms, next, state, lexicon))
    next += 1;
  const atom = atoms[next];
  if (!atom) return null;
  if (atom.kind === 'number') {
    if (next === at || state.group % 100 !== 0 || isHyphen(sign)) return null;
    state.group += atom.value;
    state.closed = false;
    return next + 1;
  }
  const word = lexicon.words.get(atom.lower);
  if (word?.kind === 'unit') return takeUnit(state, word.value) ? next + 1 : null;
  if (word?.kind !== 'scale' || !isScaleUse(atoms, next, state)) return null;
  return takeScale(state, word.value) ? next + 1 : null;
}

/** One-letter and ambiguous scale words count only where they cannot be something else. */
function isScaleUse(atoms: readonly Atom[], at: number, state: Cardinal): boolean {
  const atom = atoms[at];
  if (atom?.lower === 'k' || atom?.lower === 'mm' || atom?.lower === 'mil')
    return state.digits && state.at === 1;
  if (atom?.lower === 'score') return state.at > 0 && !state.digits && state.group < 10;
  return true;
}

/** Reads a whole number, in words, in digits, or both: "two hundred and six", "1.5 million", "13 lakh". */
export function readCardinal(
  atoms: readonly Atom[],
  start: number,
  lexicon: Lexicon,
  joined = true,
): Numeral | null {
  const first = atoms[start];
  if (!first) return null;
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
    denominator: null,
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
