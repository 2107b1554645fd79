import type { QuantityRole } from '../../../value/value.ts';
import type { Amount } from './amount.ts';
import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';

const AMOUNTS = new Set(['ratio', 'points', 'money', 'temperature']);

/** Whether the number is the size of a change ("rose by 12", "fell 3%"), not what something changed to. */
function isDelta(atoms: readonly Atom[], from: number, amount: Amount, lexicon: Lexicon): boolean {
  const { changes, collecting, steps } = lexicon.contexts;
  const before = atoms[from - 1]?.lower ?? '';
  if (before === 'by')
    return atoms.slice(Math.max(0, from - 5), from - 1).some((atom) => changes.has(atom.lower));
  if (!changes.has(before) || namesLevel(atoms, from, amount.from)) return false;
  const dimension = amount.unit?.dimension ?? '';
  if (before === 'up' || before === 'down') return !isParticle(atoms, from - 1, lexicon);
  if (steps.has(atoms[amount.to]?.lower ?? '')) return true;
  return AMOUNTS.has(dimension) && !(dimension === 'money' && collecting.has(before));
}

const LEVELS = new Set(['above', 'below', 'under', 'past', 'high']);

/** "slipped below 30%", "went as high as 14%": where it went to, not how far it went. */
function namesLevel(atoms: readonly Atom[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (LEVELS.has(atoms[at]?.lower ?? '')) return true;
  return false;
}

/** The "up" of "sign up 5,000 people" and "make up 80 percent": part of a verb that names no change of a figure. */
function isParticle(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const verb = atoms[at - 1];
  const { changes, closing } = lexicon.contexts;
  return verb?.pos === 'VERB' && !changes.has(verb.lower) && !closing.has(verb.lower);
}

/** "up from 19", "rose from 19": what the figure was before. */
const isFormer = (atoms: readonly Atom[], from: number, lexicon: Lexicon): boolean =>
  atoms[from - 1]?.lower === 'from' && lexicon.contexts.changes.has(atoms[from - 2]?.lower ?? '');

/**
 * What a number does in its sentence, when it is neither age, part of a whole nor new value of a change.
 * @param from where its hedge begins
 */
export function roleOf(atoms: readonly Atom[], from: number, amount: Amount, lexicon: Lexicon): QuantityRole {
  const { unit, numeral } = amount;
  if (amount.per !== null || unit?.dimension === 'speed' || unit?.dimension.endsWith('flow')) return 'rate';
  if (isDelta(atoms, from, amount, lexicon)) return 'change';
  if (isFormer(atoms, from, lexicon)) return 'unknown';
  if (unit?.dimension === 'time') return 'duration';
  if (unit?.dimension === 'ratio' || unit?.dimension === 'points') return 'fraction';
  if (unit) return 'measure';
  return numeral.kind === 'part' ? 'fraction' : 'count';
}
