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

/** "14-year-old", "five years old", "aged 34", "87 yo", "John Doe, 34,". */
export function ageAt(atoms: readonly Atom[], amount: Amount, to: number): Age | null {
  const { from } = amount;
  if (amount.unit?.dimension === 'time') {
    let next = to;
    if (isHyphen(atoms[next])) next += 1;
    if (atoms[next]?.lower === 'old' || atoms[next]?.lower === 'olds')
      return { from, to: next + 1, unit: amount.unit.id };
    if (atoms[next]?.lower === 'of' && atoms[next + 1]?.lower === 'age')
      return { from, to: next + 2, unit: amount.unit.id };
    return null;
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

/** What a number does in its sentence, when it is neither age, part of a whole nor new value of a change. */
export function roleOf(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): QuantityRole {
  const { unit, numeral } = amount;
  if (amount.per !== null) return 'rate';
  const before = atoms[amount.from - 1]?.lower ?? '';
  const changed =
    lexicon.contexts.changes.has(before) ||
    (before === 'by' && lexicon.contexts.changes.has(atoms[amount.from - 2]?.lower ?? ''));
  if (changed && atoms[amount.from - 1]?.pos !== 'ADP') return 'change';
  if (unit?.dimension === 'time') return 'duration';
  if (unit?.dimension === 'ratio' || unit?.dimension === 'points') return 'fraction';
  if (unit?.dimension === 'speed') return 'rate';
  if (unit) return 'measure';
  return numeral.kind === 'part' ? 'fraction' : 'count';
}
