import type { Atom } from './atoms.ts';
import type { Lexicon, UnitEntry } from './lexicon.ts';
import { isHyphen, type Numeral, stepOf } from './numeral.ts';
import { readNumeral } from './phrase.ts';

/** A numeral with its currency, unit and sign: atoms [from, to). */
export interface Amount {
  numeral: Numeral;
  from: number;
  to: number;
  /** Where the numeral itself ends, before a unit. */
  numberTo: number;
  value: number;
  step: number;
  unit: UnitEntry | null;
  /** What it is counted per: "day", "share". */
  per: string | null;
}

const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>' };
const PER = new Set(['per', '/', 'a', 'an', 'each', 'every']);

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

/** "m", "b" and "t" mean millions, billions, trillions beside a currency, and before what is counted. */
function ownScale(atoms: readonly Atom[], numeral: Numeral, lexicon: Lexicon, money: boolean): Numeral {
  const atom = atoms[numeral.end];
  if (!numeral.digits || numeral.scale > 1 || atom?.kind !== 'word') return numeral;
  const value = lexicon.moneyScales.get(atom.text);
  if (value === undefined) return numeral;
  const next = atoms[numeral.end + 1];
  const counted =
    atom.text === 'm' &&
    !atom.spaced &&
    next?.kind === 'word' &&
    /^(?:NOUN|VERB|ADJ|PROPN)$/u.test(next.pos) &&
    !lexicon.contexts.sizes.has(next.lower);
  const moneyBehind =
    next !== undefined && lexicon.unitWords.longest(atoms, numeral.end + 1)?.found.dimension === 'money';
  const million = atom.text === 'M';
  if (!money && !moneyBehind && !counted && !million) return numeral;
  return {
    ...numeral,
    end: numeral.end + 1,
    value: numeral.value * value,
    step: numeral.step * value,
    scale: value,
  };
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
  if (atom.lower === 'won') return numeral.value >= 100;
  if (entry.dimension === 'data' && atom.text === 'b') return false;
  if (atom.spaced && (atom.lower === 'sol' || atom.lower === 'real' || atom.lower === 'pc')) return false;
  return !(after && !after.spaced && after.kind === 'number' && atom.kind === 'word');
}

/** Sterling or mass: "a 500-pound bomb", "20 pounds of explosives". */
function massPound(atoms: readonly Atom[], at: number, end: number, entry: UnitEntry): UnitEntry {
  if (entry.id !== 'pound-sterling' || !atoms[at]?.lower.startsWith('pound')) return entry;
  const mass = isHyphen(atoms[at - 1]) || atoms[end]?.lower === 'of';
  return mass ? { id: 'pound', dimension: 'mass' } : entry;
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
  if (BRACKETS[atom?.text ?? '']) return start + 1;
  if (isHyphen(atom) && atoms[start + 1]?.kind === 'word') return start + 1;
  if (numeral.kind === 'vague' && atom?.lower === 'of') return start + 1;
  if (numeral.kind !== 'part') return start;
  const of = atom?.lower === 'of' ? start + 1 : start;
  const article = atoms[of]?.lower;
  return article === 'a' || article === 'an' ? of + 1 : start;
}

/** The unit that begins at an atom, behind a hyphen or in brackets too. */
export function unitAt(
  atoms: readonly Atom[],
  start: number,
  lexicon: Lexicon,
  numeral: Numeral,
): { unit: UnitEntry; end: number } | null {
  const at = unitStart(atoms, start, numeral);
  const close = BRACKETS[atoms[start]?.text ?? ''];
  const best = longestUnit(atoms, at, lexicon);
  if (!best || !unitFits(atoms, at, best.end, best.found, numeral)) return null;
  if (close !== undefined && atoms[best.end]?.text !== close) return null;
  const unit = massPound(atoms, at, best.end, best.found);
  const raised = atoms[best.end]?.text === '^' && atoms[best.end + 1]?.kind === 'number';
  if (raised) return { unit, end: best.end + 2 };
  return { unit, end: close === undefined ? best.end : best.end + 1 };
}

/** "per day", "a share", "/hour" behind a unit. */
function perAt(
  atoms: readonly Atom[],
  at: number,
  unit: UnitEntry | null,
): { per: string; end: number } | null {
  let next = at;
  if (isHyphen(atoms[next])) next += 1;
  const word = atoms[next];
  if (!word || !PER.has(word.lower)) return null;
  if (isHyphen(atoms[next + 1])) next += 1;
  const what = atoms[next + 1];
  if (what?.kind !== 'word') return null;
  const article = word.lower === 'a' || word.lower === 'an';
  if (article && !TIMES.has(what.lower) && !(unit?.dimension === 'money' && GOODS.has(what.lower)))
    return null;
  if (word.lower === '/' && what.spaced) return null;
  if ((word.lower === 'each' || word.lower === 'every') && !TIMES.has(what.lower)) return null;
  return { per: what.lower, end: next + 2 };
}
const TIMES = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'night',
  'season',
  'quarter',
  'decade',
]);
const GOODS = new Set([
  'share',
  'barrel',
  'ton',
  'tonne',
  'ounce',
  'gallon',
  'litre',
  'liter',
  'kilo',
  'kilogram',
  'pound',
  'head',
  'person',
  'piece',
  'bushel',
  'dozen',
  'unit',
  'ticket',
  'bottle',
  'pack',
  'plate',
]);

function negative(atoms: readonly Atom[], from: number): number | null {
  const sign = atoms[from - 1];
  if (!sign) return null;
  if (sign.lower === 'minus' || sign.lower === 'negative') return from - 1;
  if (sign.text !== '-' && sign.text !== '−') return null;
  const before = atoms[from - 2];
  const opens =
    before === undefined ||
    (sign.spaced && before.kind !== 'number') ||
    before.text === '(' ||
    before.text === '<' ||
    before.text === '=';
  return opens &&
    (!atoms[from]?.spaced || before === undefined) &&
    !(before === undefined && atoms[from]?.kind === 'word')
    ? from - 1
    : null;
}

/** "5 ft 2 in", "15 dollars 50": a second, smaller part of the same measure. */
function smallerPart(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): Amount {
  const { unit } = amount;
  if (!unit || (unit.id !== 'foot' && unit.dimension !== 'money') || isHyphen(atoms[amount.to - 2]))
    return amount;
  if (unit.dimension === 'money' && amount.to === amount.numberTo) return amount;
  const at = atoms[amount.to]?.lower === 'and' ? amount.to + 1 : amount.to;
  const rest = readNumeral(atoms, at, lexicon);
  if (
    rest?.kind !== 'cardinal' ||
    rest.value >= (unit.id === 'foot' ? 12 : 100) ||
    !Number.isInteger(rest.value)
  )
    return amount;
  const small = unitAt(atoms, rest.end, lexicon, rest);
  if (unit.id === 'foot') {
    const inch =
      small?.unit.id === 'inch' ? small.end : atoms[rest.end]?.lower === 'in' ? rest.end + 1 : null;
    if (inch === null) return amount;
    return { ...amount, to: inch, value: amount.value + rest.value / 12, step: 1 / 12 };
  }
  const minor = small && MINOR.has(small.unit.id);
  const ends = !small && (atoms[rest.end] === undefined || /^[.,;!?]$/u.test(atoms[rest.end]?.text ?? ''));
  if (!minor && !ends) return amount;
  return { ...amount, to: minor ? small.end : rest.end, value: amount.value + rest.value / 100, step: 0.01 };
}
const MINOR = new Set(['cent', 'penny', 'pence', 'kopeck', 'sen', 'paisa']);

/** The currency or other unit before the numeral at an atom, with the minus that may stand between them. */
function unitBefore(atoms: readonly Atom[], at: number, floor: number, lexicon: Lexicon): Before | null {
  const minus = isHyphen(atoms[at - 1]) && !atoms[at]?.spaced && !atoms[at - 1]?.spaced;
  const found = moneyBefore(atoms, minus ? at - 1 : at, lexicon);
  if (found && found.from >= floor) return { ...found, minus };
  const lead = at > floor ? lexicon.leads.longest(atoms, at - 1) : null;
  return lead && lead.end + 1 >= floor ? { unit: lead.found, from: lead.end + 1, minus: false } : null;
}
interface Before {
  unit: UnitEntry;
  from: number;
  minus: boolean;
}

/** "75 USD million": the scale behind the currency. */
function lateScale(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): Amount {
  const word = lexicon.words.get(atoms[amount.to]?.lower ?? '');
  if (
    amount.unit?.dimension !== 'money' ||
    amount.numeral.scale > 1 ||
    word?.kind !== 'scale' ||
    word.value < 1000
  )
    return amount;
  const { value } = word;
  const numeral = { ...amount.numeral, scale: value };
  return { ...amount, numeral, to: amount.to + 1, value: amount.value * value, step: amount.step * value };
}

/** Reads the amount whose numeral begins at an atom: "£3.4bn", "50mph", "four hours", "$70 a share". */
export function readAmount(
  atoms: readonly Atom[],
  at: number,
  floor: number,
  lexicon: Lexicon,
  joined = true,
): Amount | null {
  const read = readNumeral(atoms, at, lexicon, joined);
  if (!read) return null;
  if (read.kind === 'none')
    return {
      numeral: read,
      from: at,
      to: read.end,
      numberTo: read.end,
      value: 0,
      step: 1,
      unit: null,
      per: null,
    };
  const ahead = read.kind === 'cardinal' ? unitBefore(atoms, at, floor, lexicon) : null;
  const numeral = ownScale(atoms, read, lexicon, ahead?.unit.dimension === 'money');
  const before = ahead?.from ?? at;
  const minus = before > floor ? negative(atoms, before) : null;
  const behind = unitAt(atoms, numeral.end, lexicon, numeral);
  const again = ahead !== null && behind?.unit.dimension === 'money' && atoms[behind.end]?.kind !== 'number';
  const unit = ahead?.unit ?? behind?.unit ?? null;
  const to = behind && (ahead === null || again) ? behind.end : numeral.end;
  const per = unit ? perAt(atoms, to, unit) : null;
  const amount: Amount = {
    numeral,
    from: minus ?? before,
    to: per?.end ?? to,
    numberTo: numeral.end,
    value: minus === null && !ahead?.minus ? numeral.value : -numeral.value,
    step: numeral.step || stepOf(numeral.value),
    unit,
    per: per?.per ?? null,
  };
  return per ? amount : smallerPart(atoms, lateScale(atoms, amount, lexicon), lexicon);
}
