import type { QuantityRole } from '../../value/value.ts';
import type { Amount } from './quantity-amount.ts';
import type { Atom } from './quantity-atoms.ts';
import type { Lexicon } from './quantity-lexicon.ts';
import { isHyphen } from './quantity-numeral.ts';

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

/** "14-year-old", "five years old", "aged 34", "87 yo", "John Doe, 34,". */
export function ageAt(atoms: readonly Atom[], amount: Amount, to: number): Age | null {
  const { from } = amount;
  if (amount.unit?.dimension === 'time') {
    const end = oldEnd(atoms, isHyphen(atoms[to]) ? to + 1 : to);
    return end === null ? null : { from, to: end, unit: amount.unit.id };
  }
  if (amount.unit !== null || amount.value > 130 || amount.value < 0 || amount.numeral.kind !== 'cardinal')
    return null;
  const next = atoms[to];
  if (
    next?.lower === 'yo' ||
    (next?.lower === 'y' && (atoms[to + 1]?.lower === 'o' || atoms[to + 1]?.text === '/'))
  )
    return { from, to: to + 1, unit: 'year' };
  const before = atoms[from - 1];
  if (before?.lower === 'aged' || before?.lower === 'age' || before?.lower === 'ages')
    return { from: from - 1, to, unit: 'year' };
  const apposed = before?.text === ',' && atoms[from - 2]?.pos === 'PROPN' && amount.numeral.digits;
  const closed = next === undefined ? false : next.text === ',' || next.text === '.' || next.text === ';';
  return apposed && closed && Number.isInteger(amount.value) && next?.text !== '.'
    ? { from, to, unit: 'year' }
    : null;
}

const AMOUNTS = new Set(['ratio', 'points', 'money']);

/** Whether the number is the size of a change ("rose by 12", "fell 3%"), not what something changed to. */
function isDelta(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): boolean {
  const { changes } = lexicon.contexts;
  const before = atoms[amount.from - 1]?.lower ?? '';
  if (before === 'by') return changes.has(atoms[amount.from - 2]?.lower ?? '');
  return changes.has(before) && (AMOUNTS.has(amount.unit?.dimension ?? '') || before === 'up' || before === 'down');
}

/** What a number does in its sentence, when it is neither age, part of a whole nor new value of a change. */
export function roleOf(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): QuantityRole {
  const { unit, numeral } = amount;
  if (amount.per !== null || unit?.dimension === 'speed' || unit?.dimension.endsWith('flow')) return 'rate';
  if (isDelta(atoms, amount, lexicon)) return 'change';
  if (unit?.dimension === 'time') return 'duration';
  if (unit?.dimension === 'ratio' || unit?.dimension === 'points') return 'fraction';
  if (unit) return 'measure';
  return numeral.kind === 'part' ? 'fraction' : 'count';
}
