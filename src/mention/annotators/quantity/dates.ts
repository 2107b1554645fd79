import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';
import { isHyphen } from './numeral.ts';
import { type Other, readChain, readTime } from './times.ts';

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

/** Behind a day and its month: an optional year, "15 MAR 89" included. */
function dateEnd(atoms: readonly Atom[], at: number): number {
  if (atoms[at]?.text === ',' && isYear(atoms[at + 1])) return at + 2;
  if (isYear(atoms[at])) return at + 1;
  const short =
    atoms[at]?.kind === 'number' && atoms[at]?.text.length === 2 && atoms[at - 1]?.kind === 'word';
  return short ? at + 1 : at;
}

/** Whether a month ends right before an atom, with a point or without: "Oct. 7", "October 7". */
function followsMonth(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const dotted = atoms[at - 1]?.text === '.';
  const month = atoms[dotted ? at - 2 : at - 1];
  if (!month || !lexicon.contexts.months.has(month.lower)) return false;
  return !dotted || !AMBIGUOUS_MONTHS.has(month.lower);
}

/** Further days that share a month: "7-9 October", "October 6, 7 and 8". */
function daysEnd(atoms: readonly Atom[], at: number, lexicon: Lexicon, monthBefore: boolean): number {
  let end = at;
  for (let days = 0; days < 3; days += 1) {
    const joins = isHyphen(atoms[end]) || JOINS.test(atoms[end]?.lower ?? '');
    if (!joins || !isWhole(atoms[end + 1], 31)) return end;
    const after = atoms[end + 2];
    const more = isHyphen(after) || JOINS.test(after?.lower ?? '');
    const dated = monthBefore ? after?.kind !== 'word' : more && monthWithin(atoms, end + 2, lexicon);
    if (!dated && !monthAt(atoms, end + 2, lexicon)) return end;
    end += 2;
  }
  return end;
}
const JOINS = /^(?:and|to|or|,|&|\/)$/u;

/** "October 7, 2023", "7 October", "7-9 October", "the 4th of July". */
function readDate(atoms: readonly Atom[], at: number, lexicon: Lexicon): Other | null {
  const monthBefore = followsMonth(atoms, at, lexicon);
  if (monthBefore && isYear(atoms[at])) return { role: 'date-part', end: at + 1 };
  if (!isWhole(atoms[at], 31)) return null;
  const ending = ORDINAL_ENDINGS.has(atoms[at + 1]?.lower ?? '') && !atoms[at + 1]?.spaced;
  const end = daysEnd(atoms, ending ? at + 2 : at + 1, lexicon, monthBefore);
  if (monthBefore) return { role: 'date-part', end: dateEnd(atoms, end) };
  const month = atoms[end]?.lower === 'of' || isHyphen(atoms[end]) ? end + 1 : end;
  if (!monthAt(atoms, month, lexicon)) return null;
  const dotted = atoms[month + 1]?.text === '.' && isYear(atoms[month + 2]);
  return { role: 'date-part', end: dateEnd(atoms, dotted ? month + 2 : month + 1) };
}

function monthWithin(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  for (let i = at; i < at + 4; i += 1) if (monthAt(atoms, i, lexicon)) return true;
  return false;
}

/** "the 1990s", "in her 60s", "’98". */
function readShortYear(atoms: readonly Atom[], at: number): Other | null {
  const atom = atoms[at];
  const next = atoms[at + 1];
  if (!atom || !(isYear(atom) || atom.text.length === 2)) return null;
  if (next?.lower === 's' && !next.spaced) return { role: 'date-part', end: at + 2 };
  const mark = atoms[at - 1];
  const marked = mark !== undefined && /^['’‘]$/u.test(mark.text) && mark.spaced && !atom.spaced;
  return marked && atom.text.length === 2 ? { role: 'date-part', end: at + 1 } : null;
}

/** Words beside a four-digit number that make it a count: "2000 people", "at least 2000", "1,900". */
function isCounted(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const { contexts, words } = lexicon;
  const before = atoms[at - 1]?.lower ?? '';
  const dated = contexts.yearBefore.has(before);
  const next = atoms[at + 1]?.lower ?? '';
  if (!dated && (contexts.people.has(next) || words.get(next)?.kind === 'scale')) return true;
  const hedge = at > 0 ? lexicon.hedgesBefore.longest(atoms, at - 1)?.found.hedge : undefined;
  if (hedge !== undefined && hedge !== 'bare' && !dated) return true;
  return (atoms[at]?.value ?? 0) % 500 === 0 && !dated;
}

/** "sea levels by 2300", "until 2500": a year that is centuries ahead, with nothing behind it that it could count. */
function isFarYear(atoms: readonly Atom[], at: number): boolean {
  const atom = atoms[at];
  const far = atom?.text.length === 4 && atom.value > 2100 && atom.value <= 2500 && atom.value % 50 === 0;
  if (!far || !/^(?:by|in|until|before|beyond|after)$/u.test(atoms[at - 1]?.lower ?? '')) return false;
  const next = atoms[at + 1];
  return next === undefined || next.kind === 'sign' || /^(?:ADP|SCONJ|CCONJ|PRON)$/u.test(next.pos);
}

/** "1920 x 1080": one of two sizes. */
const isSized = (atoms: readonly Atom[], at: number): boolean =>
  /^[x×]$/u.test(atoms[at + 1]?.lower ?? '') && atoms[at + 2]?.kind === 'number';

/** A four-digit number that nothing marks as a count is a year; so is "2013-14". */
function readYear(atoms: readonly Atom[], at: number, lexicon: Lexicon): Other | null {
  const atom = atoms[at];
  const short = readShortYear(atoms, at);
  if (short || !atom || atom.value < 1800) return short;
  if (!isYear(atom)) return isFarYear(atoms, at) ? { role: 'date-part', end: at + 1 } : null;
  if (isSized(atoms, at) || isCounted(atoms, at, lexicon)) return null;
  const sign = atoms[at + 1];
  const later = atoms[at + 2];
  const joined =
    (isHyphen(sign) || sign?.text === '/') && !sign?.spaced && later?.kind === 'number' && !later.spaced;
  if (!joined) return { role: 'date-part', end: at + 1 };
  return later.text.length === 2 || isYear(later) ? { role: 'date-part', end: at + 3 } : null;
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
