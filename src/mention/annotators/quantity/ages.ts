import { startsUpper } from '../../../letters.ts';
import type { Amount } from './amount.ts';
import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';
import { isHyphen } from './numeral.ts';

/** An age: atoms [from, to), with the unit in which it is counted. */
export interface Age {
  from: number;
  to: number;
  unit: string;
}

/** Nobody is older; a larger number in the same place is something else. */
const OLDEST = 130;

/** Behind a length of time: "old", "of age". */
function oldEnd(atoms: readonly Atom[], at: number): number | null {
  if (atoms[at]?.lower === 'old' || atoms[at]?.lower === 'olds') return at + 1;
  return atoms[at]?.lower === 'of' && atoms[at + 1]?.lower === 'age' ? at + 2 : null;
}

/** "14-year-old", "five years of age", "87 yo", "60 and older": an age by what follows the number. */
export function ageBehind(atoms: readonly Atom[], amount: Amount, to: number): Age | null {
  const { from, unit } = amount;
  if (unit?.dimension === 'time') {
    const end = oldEnd(atoms, isHyphen(atoms[to]) ? to + 1 : to);
    return end === null ? null : { from, to: end, unit: unit.id };
  }
  if (!canBeAge(amount)) return null;
  if (/^(?:and|or)$/u.test(atoms[to]?.lower ?? '') && /^(?:older|younger)$/u.test(atoms[to + 1]?.lower ?? ''))
    return { from, to, unit: 'year' };
  const initials = atoms[to]?.lower === 'y' && /^(?:o|\/)$/u.test(atoms[to + 1]?.lower ?? '');
  return initials || atoms[to]?.lower === 'yo' ? { from, to: to + 1, unit: 'year' } : null;
}

const canBeAge = ({ unit, value, numeral }: Amount): boolean =>
  unit === null && value >= 0 && value <= OLDEST && numeral.kind === 'cardinal';

const AGE_WORDS = new Set(['aged', 'age', 'ages']);
const AGE_LINKS = new Set(['between', 'from', 'of', 'the']);

const YOUNG = /^as (?:young|old) as$/;

const wordsBefore = (atoms: readonly Atom[], from: number, count: number): string =>
  atoms
    .slice(Math.max(0, from - count), from)
    .map(({ lower }) => lower)
    .join(' ');

/** Where "aged", "ages", "age from", "age of" before an atom begins; null without it. */
function ageWordBefore(atoms: readonly Atom[], from: number): number | null {
  for (let at = from - 1; at >= Math.max(0, from - 3); at -= 1) {
    const word = atoms[at]?.lower ?? '';
    if (AGE_WORDS.has(word)) return at;
    if (!AGE_LINKS.has(word)) return null;
  }
  return null;
}

const ends = (atom: Atom | undefined): boolean => atom === undefined || /^[,.;)―–—]$/u.test(atom.text);

/** "He was 37." and "Jane Roe is 24 and …": a bare number said of a person. */
function isPredicated(atoms: readonly Atom[], amount: Amount, to: number): boolean {
  if (!/^(?:was|is|turned|turns)$/u.test(atoms[amount.from - 1]?.lower ?? '') || amount.numeral.scale > 1)
    return false;
  const who = atoms[amount.from - 2];
  if (who?.lower === 'who') return ends(atoms[to]);
  // "The toll on Monday was 39."
  const named = who?.pos === 'PROPN' && who.text !== who.text.toUpperCase() && !/day$/u.test(who.lower);
  if (who?.lower !== 'he' && who?.lower !== 'she' && !named) return false;
  return atoms[to] === undefined || /^(?:[,.;]|and|when|at|years)$/u.test(atoms[to]?.lower ?? '');
}

/** "her son, Hector, 8,": a name behind the comma of whose it is. */
const isPresented = (atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean =>
  startsUpper(atoms[at]?.text ?? '') &&
  atoms[at - 1]?.text === ',' &&
  lexicon.persons.has(atoms[at - 2]?.lower ?? '');

/** "John Doe, 34," and "the driver (19)": a bare number in commas or brackets behind somebody. */
function isApposed(
  atoms: readonly Atom[],
  amount: Amount,
  from: number,
  to: number,
  lexicon: Lexicon,
): boolean {
  if (!amount.numeral.digits || !Number.isInteger(amount.value)) return false;
  const bracket = atoms[from - 1]?.text === '(' && atoms[to]?.text === ')';
  // "John Doe, also 16,", "John and Jane Doe, both 16,"
  const start = /^(?:also|then|now|both|each)$/u.test(atoms[from - 1]?.lower ?? '') ? from - 1 : from;
  if (!bracket && atoms[start - 1]?.text !== ',') return false;
  const who = atoms[start - 2];
  // "One, 33, was hit and the other, 25, fled"
  if (/^(?:one|other|another)$/u.test(who?.lower ?? '')) return atoms[to]?.text === ',' && amount.value > 1;
  if (who?.pos === 'NOUN' && lexicon.persons.has(who.lower))
    return bracket || (atoms[to]?.text === ',' && amount.value > 1);
  // "Jane Roe Grant, 18,": a surname that is a word too.
  const surname = /^(?:\p{Lu}\p{Ll}|\.$)/u.test(who?.text ?? '') && atoms[start - 3]?.pos === 'PROPN';
  if (who?.pos !== 'PROPN' && !surname && !isPresented(atoms, start - 2, lexicon)) return false;
  return ends(atoms[to]) || atoms[to]?.lower === 'of';
}

/** "children under five", "women over 40", "anyone older than 65": a limit of age behind people. */
function isLimit(atoms: readonly Atom[], from: number, to: number, lexicon: Lexicon): boolean {
  const word = atoms[from]?.lower ?? '';
  if (word === 'younger' || word === 'older') return true;
  if (word !== 'under' && word !== 'over') return false;
  const who = atoms[from - 1];
  const next = atoms[to];
  if (/^(?:NOUN|ADJ|NUM|PROPN)$/u.test(next?.pos ?? '')) return false;
  if (/^any(?:one|body)$/u.test(who?.lower ?? '')) return true;
  if (who?.pos !== 'NOUN') return false;
  const { people } = lexicon.contexts;
  if (people.has(next?.lower ?? '')) return false;
  if (word === 'under' && lexicon.persons.has(who.lower)) return true;
  return people.has(who.lower) || (who.lower.endsWith('s') && lexicon.persons.has(who.lower.slice(0, -1)));
}

/** "a boy, about 4,": an age that is guessed. */
const isRough = (atoms: readonly Atom[], hedge: number): boolean =>
  /^(?:about|around|approximately)$/u.test(atoms[hedge]?.lower ?? '');

/**
 * An age by what stands before the number: "aged 34", "under the age of five", "John Doe, 34,".
 * @param from where the hedge of the number begins
 */
export function ageAhead(
  atoms: readonly Atom[],
  amount: Amount,
  from: number,
  to: number,
  lexicon: Lexicon,
): Age | null {
  if (!canBeAge(amount)) return null;
  // "kids as young as 13"
  if (YOUNG.test(wordsBefore(atoms, from, 3))) return { from: from - 3, to, unit: 'year' };
  const word = ageWordBefore(atoms, from);
  if (word !== null) return { from: word, to, unit: 'year' };
  const found =
    from < amount.from
      ? isLimit(atoms, from, to, lexicon) ||
        (isRough(atoms, from) && isApposed(atoms, amount, from, to, lexicon))
      : isApposed(atoms, amount, from, to, lexicon) || isPredicated(atoms, amount, to);
  return found ? { from, to, unit: 'year' } : null;
}
