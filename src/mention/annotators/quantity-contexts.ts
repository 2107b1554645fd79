import type { Atom } from './quantity-atoms.ts';
import type { Lexicon } from './quantity-lexicon.ts';
import { isHyphen } from './quantity-numeral.ts';
import { type Other, readChain, readTime } from './quantity-times.ts';

const AMBIGUOUS_MONTHS = new Set(['may', 'march']);
const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);
const isWhole = (atom: Atom | undefined, most: number): boolean =>
  atom?.kind === 'number' &&
  Number.isInteger(atom.value) &&
  atom.value >= 1 &&
  atom.value <= most &&
  atom.text.length <= 2;
const isYear = (atom: Atom | undefined): boolean =>
  atom?.kind === 'number' && atom.text.length === 4 && atom.value >= 1500 && atom.value <= 2100;

function monthAt(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const atom = atoms[at];
  if (!atom || !lexicon.contexts.months.has(atom.lower)) return false;
  if (!AMBIGUOUS_MONTHS.has(atom.lower) || atom.text !== atom.lower) return true;
  return atoms[at - 2]?.lower === 'on' || atoms[at - 2]?.lower === 'of';
}

/** Behind a day: its month, an optional ordinal ending, an optional year. */
function dateEnd(atoms: readonly Atom[], at: number): number {
  let end = at;
  if (atoms[end]?.text === ',' && isYear(atoms[end + 1])) end += 2;
  else if (isYear(atoms[end])) end += 1;
  else if (atoms[end]?.text.length === 2 && atoms[end]?.kind === 'number' && atoms[end - 1]?.kind === 'word') end += 1;
  return end;
}

/** "October 7, 2023", "7 October", "7-9 October", "the 4th of July". */
function readDate(atoms: readonly Atom[], at: number, lexicon: Lexicon): Other | null {
  const before = atoms[at - 1];
  const month = before?.text === '.' ? at - 2 : at - 1;
  const first = atoms[at];
  const monthBefore =
    lexicon.contexts.months.has(atoms[month]?.lower ?? '') &&
    (before?.text !== '.' ||
      !AMBIGUOUS_MONTHS.has(atoms[month]?.lower ?? '') ||
      (atoms[month]?.text ?? '') !== atoms[month]?.lower);
  if (monthBefore && isYear(first)) return { role: 'date-part', end: at + 1 };
  if (!isWhole(first, 31)) return null;
  let end = at + 1;
  if (ORDINAL_ENDINGS.has(atoms[end]?.lower ?? '') && !atoms[end]?.spaced) end += 1;
  for (let days = 0; days < 3; days += 1) {
    const joins = isHyphen(atoms[end]) || /^(?:and|to|or|,|&|\/)$/u.test(atoms[end]?.lower ?? '');
    if (!joins || !isWhole(atoms[end + 1], 31)) break;
    const after = atoms[end + 2];
    const dated = monthBefore && after?.kind !== 'word';
    if (
      !dated &&
      !(
        monthAt(atoms, end + 2, lexicon) ||
        ((isHyphen(after) || after?.text === ',' || after?.lower === 'and') &&
          monthWithin(atoms, end + 2, lexicon))
      )
    )
      break;
    end += 2;
  }
  if (monthBefore) return { role: 'date-part', end: dateEnd(atoms, end) };
  if (atoms[end]?.lower === 'of' && monthAt(atoms, end + 1, lexicon)) end += 1;
  if (isHyphen(atoms[end]) && monthAt(atoms, end + 1, lexicon)) end += 1;
  if (!monthAt(atoms, end, lexicon)) return null;
  return {
    role: 'date-part',
    end: dateEnd(atoms, atoms[end + 1]?.text === '.' && isYear(atoms[end + 2]) ? end + 2 : end + 1),
  };
}

function monthWithin(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  for (let i = at; i < at + 4; i += 1) if (monthAt(atoms, i, lexicon)) return true;
  return false;
}

/** A four-digit number that nothing marks as a count is a year. */
function readYear(atoms: readonly Atom[], at: number, lexicon: Lexicon): Other | null {
  const atom = atoms[at];
  if (!atom || atom.kind !== 'number') return null;
  const next = atoms[at + 1];
  const decade = next?.lower === 's' && !next.spaced && (isYear(atom) || atom.text.length === 2);
  if (decade) return { role: 'date-part', end: at + 2 };
  const before = atoms[at - 1];
  if (
    /^['’‘]$/u.test(before?.text ?? '') &&
    !atom.spaced &&
    atom.text.length === 2 &&
    (atoms[at - 2] === undefined || before?.spaced)
  )
    return { role: 'date-part', end: at + 1 };
  if (!isYear(atom) || atom.value < 1800) return null;
  const counted =
    next !== undefined &&
    (lexicon.contexts.people.has(next.lower) || lexicon.words.get(next.lower)?.kind === 'scale');
  if (counted && !lexicon.contexts.yearBefore.has(before?.lower ?? '')) return null;
  const hedge = before && lexicon.hedgesBefore.longest(atoms, at - 1)?.found.hedge;
  if (
    hedge !== undefined &&
    hedge !== 'bare' &&
    before?.lower !== 'around' &&
    before?.lower !== 'about' &&
    before?.lower !== 'circa'
  )
    return null;
  const range =
    (isHyphen(next) || next?.text === '/') &&
    !next?.spaced &&
    atoms[at + 2]?.kind === 'number' &&
    !atoms[at + 2]?.spaced;
  const second = atoms[at + 2];
  if (range && second && (second.text.length === 2 || isYear(second)))
    return { role: 'date-part', end: at + 3 };
  if (range || (atom.value % 500 === 0 && !lexicon.contexts.yearBefore.has(before?.lower ?? ''))) return null;
  return { role: 'date-part', end: at + 1 };
}

/** "101st", "20th-century". */
function readOrdinal(atoms: readonly Atom[], at: number): Other | null {
  const next = atoms[at + 1];
  if (atoms[at]?.kind !== 'number' || !next || next.spaced || !ORDINAL_ENDINGS.has(next.lower)) return null;
  return { role: 'ordinal', end: at + 2 };
}

/** What is no quantity although a number stands there: dates, times, years, ordinals and chains of numbers. */
export function readOther(atoms: readonly Atom[], at: number, lexicon: Lexicon): Other | null {
  const atom = atoms[at];
  if (!atom) return null;
  if (atom.kind === 'word')
    return lexicon.words.get(atom.lower)?.kind === 'unit' ? readTime(atoms, at, lexicon) : null;
  if (atom.kind !== 'number') return null;
  return (
    readChain(atoms, at) ??
    readDate(atoms, at, lexicon) ??
    readOrdinal(atoms, at) ??
    readTime(atoms, at, lexicon) ??
    readYear(atoms, at, lexicon)
  );
}
