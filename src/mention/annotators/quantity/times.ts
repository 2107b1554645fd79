import type { QuantityRole } from '../../../value/value.ts';
import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';
import { isHyphen } from './numeral.ts';

/** What stands at an atom instead of a quantity, up to atom `end`. */
export interface Other {
  role: Extract<QuantityRole, 'date-part' | 'name' | 'ordinal'>;
  end: number;
}

const isDigits = (atom: Atom | undefined, length: number): boolean =>
  atom?.kind === 'number' && atom.text.length === length && Number.isInteger(atom.value);
const glued = (atom: Atom | undefined): boolean => atom !== undefined && !atom.spaced;

const isCapitals = (atom: Atom | undefined): boolean =>
  atom?.kind === 'word' && atom.text.length > 2 && atom.text === atom.text.toUpperCase();
const CALLED = /^(?:at|call|is|to|[:)])$/u;

/** Behind the first three digits of a telephone number: "-2058", "-577-TIPS"; null when none follows. */
function localEnd(atoms: readonly Atom[], at: number): number | null {
  if (!isHyphen(atoms[at]) || !glued(atoms[at]) || !glued(atoms[at + 1])) return null;
  if (isDigits(atoms[at + 1], 4)) return at + 2;
  const letters = isHyphen(atoms[at + 2]) && glued(atoms[at + 3]) && isCapitals(atoms[at + 3]);
  return isDigits(atoms[at + 1], 3) && letters ? at + 4 : null;
}

/** "222-2058", "800-577-TIPS", "1-800-TBI-FIND", "(313) 222-2058"; "500-1000" only where it is called. */
function phoneEnd(atoms: readonly Atom[], at: number): number | null {
  const long =
    atoms[at]?.text === '1' && isHyphen(atoms[at + 1]) && glued(atoms[at + 2]) && isDigits(atoms[at + 2], 3);
  if (long && isCapitals(atoms[at + 4]))
    return isHyphen(atoms[at + 5]) && glued(atoms[at + 6]) ? at + 7 : at + 5;
  if (long) return localEnd(atoms, at + 3);
  if (!isDigits(atoms[at], 3)) return null;
  const area = atoms[at - 1]?.text === '(' && atoms[at + 1]?.text === ')' && isDigits(atoms[at + 2], 3);
  const start = area ? at + 2 : at;
  const end = localEnd(atoms, start + 1);
  if (end === null) return area ? start + 1 : null;
  const round = atoms[end - 1]?.kind === 'number' && (atoms[end - 1]?.value ?? 0) % 100 === 0;
  return round && !area && !CALLED.test(atoms[at - 1]?.lower ?? '') ? null : end;
}

/** "020 7946 0018", "+44 20 7946 0018": groups of digits behind a nought or a plus, eight digits at least. */
function spacedPhoneEnd(atoms: readonly Atom[], at: number): number | null {
  const first = atoms[at]?.text ?? '';
  const abroad = atoms[at - 1]?.text === '+' && glued(atoms[at]);
  if (!/^\d{1,5}$/u.test(first) || !(abroad || first.startsWith('0'))) return null;
  let end = atoms[at + 1]?.text === ')' ? at + 2 : at + 1;
  let digits = first.length;
  for (; atoms[end]?.kind === 'number' && /^\d{2,4}$/u.test(atoms[end]?.text ?? ''); end += 1)
    digits += atoms[end]?.text.length ?? 0;
  return digits >= 8 && end > at + 1 ? end : null;
}

/** "2018-05-17", "5/17/2018", "+1-222-2222", "192.168.1.2", "9:30": numbers that signs chain together. */
export function readChain(atoms: readonly Atom[], at: number): Other | null {
  const phone = phoneEnd(atoms, at) ?? spacedPhoneEnd(atoms, at);
  if (phone !== null) return { role: 'name', end: phone };
  let end = at + 1;
  while (
    /^[-/.:‐‑–]$/u.test(atoms[end]?.text ?? '') &&
    glued(atoms[end]) &&
    atoms[end + 1]?.kind === 'number' &&
    glued(atoms[end + 1])
  )
    end += 2;
  if (end - at === 5 && atoms[at + 3]?.text === '/' && isMixed(atoms, at)) return null;
  if (end - at >= 5) return { role: 'name', end };
  return end - at === 3 && atoms[at + 1]?.text === ':'
    ? { role: 'date-part', end: halfDayEnd(atoms, end) ?? end }
    : null;
}

/** "7-1/4": a whole number and a part of one behind a hyphen. */
const isMixed = (atoms: readonly Atom[], at: number): boolean =>
  isHyphen(atoms[at + 1]) && [2, 3, 4, 8, 16, 32].includes(atoms[at + 4]?.value ?? 0);

/** Behind an hour: "am", "p.m.", "GMT"; null when none of them stands there. */
function halfDayEnd(atoms: readonly Atom[], at: number): number | null {
  const word = atoms[at]?.lower;
  if (word === 'am' || word === 'pm') return at + 1;
  const dotted =
    (word === 'a' || word === 'p') && atoms[at + 1]?.text === '.' && atoms[at + 2]?.lower === 'm';
  return dotted ? at + 3 : null;
}

/** "2.1 pm" is a length: minutes have two digits. */
function isHour(atom: Atom): boolean {
  const minutes = atom.text.split('.')[1];
  return atom.value < 13 && atom.value >= 1 && (minutes === undefined || minutes.length === 2);
}

function endsTime(atoms: readonly Atom[], at: number, lexicon: Lexicon, hour: number): number | null {
  const next = atoms[at];
  if (next?.kind !== 'word') return null;
  if (hour < 13 && next.lower === 'o' && /^['’]$/u.test(atoms[at + 1]?.text ?? '')) return at + 3;
  if (hour < 13 && (next.lower === 'noon' || next.lower === 'midnight')) return at + 1;
  const zone =
    next.text.length > 2 &&
    (next.text === next.text.toUpperCase() || next.lower === 'gmt') &&
    lexicon.contexts.timeAfter.has(next.lower);
  return zone && hour <= 2400 ? at + 1 : null;
}

/** "0015", "at 1600": an hour of the military clock. */
function isClock(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const atom = atoms[at];
  if (!atom || !isDigits(atom, 4) || atom.value > 2400 || atom.value % 100 > 59) return false;
  if (atom.text.startsWith('0')) return true;
  const next = atoms[at + 1];
  return (
    lexicon.contexts.timeBefore.has(atoms[at - 1]?.lower ?? '') &&
    (next?.lower === 'hours' ||
      next?.lower === 'local' ||
      (atoms[at - 1]?.lower === 'at' && next?.pos !== 'NOUN' && next?.pos !== 'ADJ'))
  );
}

/** "10pm", "9:30 a.m.", "6.30pm", "five o'clock", "0900 GMT", "between 5 and 7 p.m.". */
export function readTime(atoms: readonly Atom[], at: number, lexicon: Lexicon): Other | null {
  const atom = atoms[at];
  if (!atom) return null;
  const spelled = lexicon.words.get(atom.lower);
  const hour = atom.kind === 'number' ? atom.value : spelled?.kind === 'unit' ? spelled.value : null;
  if (hour === null) return null;
  const half = atom.kind === 'word' || isHour(atom) ? halfDayEnd(atoms, at + 1) : null;
  const end = half ?? endsTime(atoms, at + 1, lexicon, hour);
  if (end !== null && (half === null || hour < 13)) return { role: 'date-part', end };
  if (isClock(atoms, at, lexicon)) return { role: 'date-part', end: at + 1 };
  const joined = isHyphen(atoms[at + 1]) || atoms[at + 1]?.lower === 'to' || atoms[at + 1]?.lower === 'and';
  const later = atoms[at + 2];
  const range =
    joined && hour < 13 && later?.kind === 'number' && isHour(later) ? halfDayEnd(atoms, at + 3) : null;
  return range === null ? null : { role: 'date-part', end: range };
}
