import type { Atom } from './atoms.ts';
import type { Lexicon, UnitEntry } from './lexicon.ts';
import { isHyphen, type Numeral } from './numeral.ts';

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** The currency that ends right before an atom: "$", "US$", "Rs.", "EUR". */
function moneyBefore(
  atoms: readonly Atom[],
  at: number,
  lexicon: Lexicon,
): { unit: UnitEntry; from: number } | null {
  const before = atoms[at - 1];
  if (!before) return null;
  const match = lexicon.moneyBefore.longest(atoms, at - 1);
  const loose =
    before.text === '$' && atoms[at - 2]?.text !== 'a'
      ? lexicon.moneyWordsBefore.longest(atoms, at - 1)
      : null;
  const best = loose && (!match || loose.end < match.end) ? loose : match;
  if (!best) return null;
  const from = best.end + 1;
  if (atoms[from]?.kind === 'word' && atoms[from - 1]?.kind === 'word' && !atoms[from]?.spaced) return null;
  return { unit: best.found, from };
}

const SIZES = /^(?:thick|long|wide|tall|high|deep|\.)$/u;

/** Words that are units only behind some numbers: "2 in thick", "5,000 won", but "24 in Gaza", "3 won". */
function unitFits(
  atoms: readonly Atom[],
  at: number,
  end: number,
  entry: UnitEntry,
  numeral: Numeral,
): boolean {
  const atom = atoms[at];
  const after = atoms[end];
  if (!atom || end - at > 1) return true;
  if (atom.lower === 'won' || atom.lower === 'crowns') return numeral.value >= 100;
  if (entry.dimension === 'data' && atom.text === 'b') return false;
  if (atom.text.length === 1 && atom.spaced && after?.text === '.' && atoms[end + 1]?.kind === 'word')
    return false;
  if (atom.spaced && (atom.lower === 'sol' || atom.lower === 'real' || atom.lower === 'pc')) return false;
  return !(after && !after.spaced && after.kind === 'number' && atom.kind === 'word');
}

/** Sterling or mass: "a 500-pound bomb", "20 pounds of explosives". */
function massPound(atoms: readonly Atom[], at: number, end: number, entry: UnitEntry): UnitEntry {
  if (entry.id !== 'pound-sterling' || !atoms[at]?.lower.startsWith('pound')) return entry;
  const mass = isHyphen(atoms[at - 1]) || atoms[end]?.lower === 'of' || weighs(atoms, at);
  return mass ? { id: 'pound', dimension: 'mass', factor: 0.45359237 } : entry;
}

const WEIGHS = /^(?:weigh|weighs|weighed|weighing|weight|lift|lifts|lifted|lifting)$/u;

/** "weighs about 170 pounds": a word of weight shortly before. */
function weighs(atoms: readonly Atom[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 10); i -= 1) if (WEIGHS.test(atoms[i]?.lower ?? '')) return true;
  return false;
}

/** A symbol that is a unit only right behind digits, or "in" before a word of size. */
function gluedUnit(
  atoms: readonly Atom[],
  at: number,
  lexicon: Lexicon,
): { found: UnitEntry; end: number } | null {
  const atom = atoms[at];
  const found = atom && lexicon.gluedUnits.get(atom.text);
  if (!found || atoms[at - 1]?.kind !== 'number') return null;
  const sized = found.id === 'inch' && SIZES.test(atoms[at + 1]?.lower ?? '.');
  return atom.spaced && !sized ? null : { found, end: at + 1 };
}

function longestUnit(
  atoms: readonly Atom[],
  at: number,
  lexicon: Lexicon,
): { found: UnitEntry; end: number } | null {
  const symbol = lexicon.unitSymbols.longest(atoms, at);
  const word = lexicon.unitWords.longest(atoms, at);
  const best = symbol && (!word || symbol.end > word.end) ? symbol : word;
  return best ?? gluedUnit(atoms, at, lexicon);
}

/** Where a unit may begin: behind a hyphen, an opening bracket, or the "a" of "half a mile". */
function unitStart(atoms: readonly Atom[], start: number, numeral: Numeral): number {
  const atom = atoms[start];
  if (BRACKETS.has(atom?.text ?? '')) return start + 1;
  if (isHyphen(atom) && atoms[start + 1]?.kind === 'word') return start + 1;
  if (numeral.kind === 'vague' && atom?.lower === 'of') return start + 1;
  if (numeral.kind !== 'part') return start;
  const of = atom?.lower === 'of' ? start + 1 : start;
  const article = atoms[of]?.lower;
  return article === 'a' || article === 'an' ? of + 1 : start;
}

/** "two more years", "three full days": what stands between a number and its unit of time. */
const isMore = (atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean =>
  MORE.has(atoms[at]?.lower ?? '') && lexicon.unitWords.longest(atoms, at + 1)?.found.dimension === 'time';
const MORE = new Set(['more', 'additional', 'further', 'extra', 'full', 'whole', 'consecutive', 'straight']);

/** "a powerful 7.5 earthquake": the noun behind a decimal tells in what it is measured. */
const headUnit = (
  atoms: readonly Atom[],
  at: number,
  lexicon: Lexicon,
  numeral: Numeral,
): UnitEntry | null =>
  numeral.digits && numeral.scale === 1 && !Number.isInteger(numeral.value)
    ? (lexicon.heads.get(atoms[at]?.lower ?? '') ?? null)
    : null;

/** The unit that begins at an atom, behind a hyphen or in brackets too. */
export function unitAt(
  atoms: readonly Atom[],
  start: number,
  lexicon: Lexicon,
  numeral: Numeral,
): { unit: UnitEntry; end: number } | null {
  const head = headUnit(atoms, start, lexicon, numeral);
  if (head) return { unit: head, end: start };
  const at = unitStart(atoms, isMore(atoms, start, lexicon) ? start + 1 : start, numeral);
  const close = BRACKETS.get(atoms[start]?.text ?? '');
  const best = longestUnit(atoms, at, lexicon);
  if (!best || !unitFits(atoms, at, best.end, best.found, numeral)) return null;
  if (close !== undefined && atoms[best.end]?.text !== close) return null;
  if (numeral.kind === 'vague' && atoms[best.end]?.kind === 'number') return null;
  const unit = massPound(atoms, at, best.end, best.found);
  const raised = raisedEnd(atoms, best.end);
  if (raised > best.end) return { unit, end: raised };
  return { unit, end: close === undefined ? best.end : best.end + 1 };
}

/** Behind the power of a unit: "^2". */
const raisedEnd = (atoms: readonly Atom[], at: number): number =>
  atoms[at]?.text === '^' && atoms[at + 1]?.kind === 'number' ? at + 2 : at;

/** "per day", "a share", "/hour", "each year" behind a unit: what the measure is counted per. */
export function perAt(
  atoms: readonly Atom[],
  at: number,
  unit: UnitEntry,
  lexicon: Lexicon,
): { per: string; end: number } | null {
  const everybody = unit.dimension === 'money' ? headAt(atoms, at, lexicon) : null;
  return everybody ?? ratePer(atoms, at, unit, lexicon);
}

function ratePer(
  atoms: readonly Atom[],
  at: number,
  unit: UnitEntry,
  lexicon: Lexicon,
): { per: string; end: number } | null {
  const start = isHyphen(atoms[at]) ? at + 1 : at;
  const word = atoms[start];
  const next = isHyphen(atoms[start + 1]) ? start + 2 : start + 1;
  const what = atoms[next];
  if (!word || what?.kind !== 'word') return null;
  const { times, goods, unless } = lexicon.contexts.per;
  const found = { per: what.lower, end: next + 1 };
  if (word.lower === 'per') return found;
  if (word.text === '/') return what.spaced ? null : { per: what.lower, end: raisedEnd(atoms, next + 1) };
  if (word.lower === 'each' || word.lower === 'every') return times.has(what.lower) ? found : null;
  if (word.lower !== 'a' && word.lower !== 'an') return null;
  if (unless.has(atoms[next + 1]?.lower ?? '')) return null;
  return times.has(what.lower) || (unit.dimension === 'money' && goods.has(what.lower)) ? found : null;
}

/** How far behind a sum those may stand who get it each. */
const RECIPIENTS = 8;
const GIVING = new Set(['to', 'for']);

/** "$500 each", "Rs 5 lakh to the family of each victim": a sum a head. */
function headAt(atoms: readonly Atom[], at: number, lexicon: Lexicon): { per: string; end: number } | null {
  const { heads, times } = lexicon.contexts.per;
  if (heads.has(atoms[at]?.lower ?? '') && !times.has(atoms[at + 1]?.lower ?? ''))
    return { per: 'head', end: at + 1 };
  if (!GIVING.has(atoms[at]?.lower ?? '')) return null;
  for (let i = at + 1; i < atoms.length && i - at <= RECIPIENTS; i += 1) {
    const atom = atoms[i];
    if (atom?.kind !== 'word' || atom.pos === 'VERB' || atom.pos === 'AUX') return null;
    const what = atoms[i + 1]?.lower ?? '';
    if (/^(?:each|every)$/u.test(atom.lower)) return { per: times.has(what) ? what : 'head', end: at };
  }
  return null;
}

/** The currency or other unit before the numeral at an atom, with the minus that may stand between them. */
export function unitBefore(
  atoms: readonly Atom[],
  at: number,
  floor: number,
  lexicon: Lexicon,
): Before | null {
  const minus = isHyphen(atoms[at - 1]) && !atoms[at]?.spaced && !atoms[at - 1]?.spaced;
  const found = moneyBefore(atoms, minus ? at - 1 : at, lexicon);
  if (found && found.from >= floor) return { ...found, minus };
  const letter = atoms[at - 1];
  const large = letter && !atoms[at]?.spaced ? lexicon.largeMoney.get(letter.text) : undefined;
  if (large && at - 1 >= floor && isLarge(atoms, at, lexicon))
    return { unit: large, from: at - 1, minus: false };
  const lead = at > floor ? lexicon.leads.longest(atoms, at - 1) : null;
  return lead && lead.end + 1 >= floor ? { unit: lead.found, from: lead.end + 1, minus: false } : null;
}

/** "P867 million", "N5bn", "R20,000": not "P5", a road or a vitamin. */
function isLarge(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const next = atoms[at + 1];
  const scale = lexicon.words.get(next?.lower ?? '');
  const glued =
    next?.kind === 'word' &&
    !next.spaced &&
    (lexicon.glued.has(next.text) || lexicon.moneyScales.has(next.text));
  return glued || (scale?.kind === 'scale' && scale.value >= 1000) || /\d,\d{3}/u.test(atoms[at]?.text ?? '');
}

export interface Before {
  unit: UnitEntry;
  from: number;
  minus: boolean;
}
