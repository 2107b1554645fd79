import type { QuantityRole } from '../../../value/value.ts';
import type { Amount } from './amount.ts';
import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';
import { isHyphen } from './numeral.ts';

export interface Age {
  from: number;
  to: number;
  unit: string;
}

/** Behind a length of time: "old", "of age". */
function oldEnd(atoms: readonly Atom[], at: number): number | null {
  if (atoms[at]?.lower === 'old' || atoms[at]?.lower === 'olds') return at + 1;
  return atoms[at]?.lower === 'of' && atoms[at + 1]?.lower === 'age' ? at + 2 : null;
}

const AGE_WORDS = new Set(['aged', 'age', 'ages']);
const AGE_LINKS = new Set(['between', 'from', 'of', 'the']);

/** Where "aged", "ages", "age from", "age of" before a number begins; null without it. */
function ageWordBefore(atoms: readonly Atom[], from: number): number | null {
  for (let at = from - 1; at >= Math.max(0, from - 3); at -= 1) {
    const word = atoms[at]?.lower ?? '';
    if (AGE_WORDS.has(word)) return at;
    if (!AGE_LINKS.has(word)) return null;
  }
  return null;
}

/** "He was 37." and "Jane Roe is 24 and …": a bare number said of a person. */
function isPredicated(atoms: readonly Atom[], amount: Amount, to: number): boolean {
  if (!/^(?:was|is|turned|turns)$/u.test(atoms[amount.from - 1]?.lower ?? '') || amount.numeral.scale > 1)
    return false;
  const who = atoms[amount.from - 2];
  const named = who?.pos === 'PROPN' && who.text !== who.text.toUpperCase();
  if (who?.lower !== 'he' && who?.lower !== 'she' && !named) return false;
  return atoms[to] === undefined || /^(?:[,.;]|and|when|at|years)$/u.test(atoms[to]?.lower ?? '');
}

/** "John Doe, 34," and "Maria Nash, 19.": a bare number in commas behind a name. */
function isApposed(atoms: readonly Atom[], amount: Amount, to: number): boolean {
  const { from } = amount;
  if (!amount.numeral.digits || !Number.isInteger(amount.value)) return false;
  const bracket = atoms[from - 1]?.text === '(' && atoms[to]?.text === ')';
  if (!bracket && atoms[from - 1]?.text !== ',') return false;
  const name = atoms[from - 2];
  if (name?.pos !== 'PROPN' && !(name?.text === '.' && atoms[from - 3]?.pos === 'PROPN')) return false;
  return atoms[to] === undefined || /^[,.;)―–—]$/u.test(atoms[to]?.text ?? '') || atoms[to]?.lower === 'of';
}

/** "14-year-old", "five years old", "aged 34", "87 yo", "John Doe, 34,". */
export function ageAt(atoms: readonly Atom[], amount: Amount, to: number): Age | null {
  const { from, unit, value, numeral } = amount;
  if (unit?.dimension === 'time') {
    const end = oldEnd(atoms, isHyphen(atoms[to]) ? to + 1 : to);
    return end === null ? null : { from, to: end, unit: unit.id };
  }
  if (unit !== null || value > 130 || value < 0 || numeral.kind !== 'cardinal') return null;
  if (
    atoms[to]?.lower === 'yo' ||
    (atoms[to]?.lower === 'y' && /^(?:o|\/)$/u.test(atoms[to + 1]?.lower ?? ''))
  )
    return { from, to: to + 1, unit: 'year' };
  const word = ageWordBefore(atoms, from);
  if (word !== null) return { from: word, to, unit: 'year' };
  return isApposed(atoms, amount, to) || isPredicated(atoms, amount, to) ? { from, to, unit: 'year' } : null;
}

const AMOUNTS = new Set(['ratio', 'points', 'money']);

/** Whether the number is the size of a change ("rose by 12", "fell 3%"), not what something changed to. */
function isDelta(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): boolean {
  const { changes } = lexicon.contexts;
  const before = atoms[amount.from - 1]?.lower ?? '';
  if (before === 'by')
    return atoms.slice(Math.max(0, amount.from - 5), amount.from - 1).some((atom) => changes.has(atom.lower));
  return (
    changes.has(before) && (AMOUNTS.has(amount.unit?.dimension ?? '') || before === 'up' || before === 'down')
  );
}

/** "up from 19", "rose from 19": what the figure was before. */
const isFormer = (atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): boolean =>
  atoms[amount.from - 1]?.lower === 'from' &&
  lexicon.contexts.changes.has(atoms[amount.from - 2]?.lower ?? '');

/** What a number does in its sentence, when it is neither age, part of a whole nor new value of a change. */
export function roleOf(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): QuantityRole {
  const { unit, numeral } = amount;
  if (amount.per !== null || unit?.dimension === 'speed' || unit?.dimension.endsWith('flow')) return 'rate';
  if (isDelta(atoms, amount, lexicon)) return 'change';
  if (isFormer(atoms, amount, lexicon)) return 'unknown';
  if (unit?.dimension === 'time') return 'duration';
  if (unit?.dimension === 'ratio' || unit?.dimension === 'points') return 'fraction';
  if (unit) return 'measure';
  return numeral.kind === 'part' ? 'fraction' : 'count';
}
