import type { Atom } from './quantity-atoms.ts';
import type { Lexicon, UnitEntry } from './quantity-lexicon.ts';
import { isHyphen, type Numeral, stepOf } from './quantity-numeral.ts';
import { readNumeral } from './quantity-phrase.ts';

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

const ONE_LETTER_GLUED = new Set(['s', 'h', 'C', 'F', 'K', 'V', 'J', 'l', 'a']);
const DIMENSION_WORDS = new Set([
  'tall',
  'long',
  'wide',
  'high',
  'deep',
  'away',
  'from',
  'thick',
  'sprint',
  'race',
  'freestyle',
  'hurdles',
  'relay',
  'above',
  'below',
  'north',
  'south',
  'east',
  'west',
  'off',
  'x',
  'to',
  'and',
]);
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
  const loose = before.text === '$' ? lexicon.moneyWordsBefore.longest(atoms, at - 1) : null;
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
    next !== undefined &&
    /^(?:NOUN|VERB|ADJ|PROPN)$/u.test(next.pos) &&
    !DIMENSION_WORDS.has(next.lower);
  const moneyBehind =
    next !== undefined && lexicon.unitWords.longest(atoms, numeral.end + 1)?.found.dimension === 'money';
  if (!money && !moneyBehind && !counted) return numeral;
  return {
    ...numeral,
    end: numeral.end + 1,
    value: numeral.value * value,
    step: numeral.step * value,
    scale: value,
  };
}

function unitFits(
  atoms: readonly Atom[],
  at: number,
  end: number,
  entry: UnitEntry,
  numeral: Numeral,
): boolean {
  const atom = atoms[at];
  if (!atom || end - at > 1) return true;
  if (atom.lower === 'won') return numeral.value >= 100;
  if (atom.lower === 'second') return numeral.end === at - 1 || numeral.value === 1;
  if (atom.text === 'in')
    return (
      !atoms[end] ||
      (DIMENSION_WORDS.has(atoms[end]?.lower ?? '') && atoms[end]?.lower !== 'the') ||
      atoms[end]?.text === '.'
    );
  if (atom.spaced && ONE_LETTER_GLUED.has(atom.text)) return false;
  if (entry.dimension === 'data' && atom.text === 'b') return false;
  if ((atom.lower === 'sol' || atom.lower === 'real' || atom.lower === 'pc') && atom.spaced) return false;
  const after = atoms[end];
  return !(after && !after.spaced && after.kind === 'number' && atom.kind === 'word');
}

function massPound(atoms: readonly Atom[], at: number, end: number, entry: UnitEntry): UnitEntry {
  if (entry.id !== 'pound-sterling' || !atoms[at]?.lower.startsWith('pound')) return entry;
  const hyphen = isHyphen(atoms[at - 1]);
  return hyphen || atoms[end]?.lower === 'of' ? { id: 'pound', dimension: 'mass' } : entry;
}

/** The unit that begins at an atom, behind a hyphen or in brackets too. */
export function unitAt(
  atoms: readonly Atom[],
  start: number,
  lexicon: Lexicon,
  numeral: Numeral,
): { unit: UnitEntry; end: number } | null {
  let at = start;
  const open = BRACKETS[atoms[at]?.text ?? ''];
  if (open || (isHyphen(atoms[at]) && atoms[at + 1]?.kind === 'word')) at += 1;
  const symbol = lexicon.unitSymbols.longest(atoms, at);
  const word = lexicon.unitWords.longest(atoms, at);
  const best = symbol && (!word || symbol.end > word.end) ? symbol : word;
  if (!best || !unitFits(atoms, at, best.end, best.found, numeral)) return null;
  if (open && atoms[best.end]?.text !== open) return null;
  return { unit: massPound(atoms, at, best.end, best.found), end: open ? best.end + 1 : best.end };
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
    if (small?.unit.id !== 'inch') return amount;
    return { ...amount, to: small.end, value: amount.value + rest.value / 12, step: 1 / 12 };
  }
  const minor = small && MINOR.has(small.unit.id);
  const ends = !small && (atoms[rest.end] === undefined || /^[.,;!?]$/u.test(atoms[rest.end]?.text ?? ''));
  if (!minor && !ends) return amount;
  return { ...amount, to: minor ? small.end : rest.end, value: amount.value + rest.value / 100, step: 0.01 };
}
const MINOR = new Set(['cent', 'penny', 'pence', 'kopeck', 'sen', 'paisa']);

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
  const money = read.kind === 'cardinal' && at > floor ? moneyBefore(atoms, at, lexicon) : null;
  const inside = money !== null && money.from >= floor;
  const numeral = ownScale(atoms, read, lexicon, inside);
  const before = inside ? money.from : at;
  const minus = before > floor && numeral.kind !== 'none' ? negative(atoms, before) : null;
  const behind = numeral.kind === 'none' ? null : unitAt(atoms, numeral.end, lexicon, numeral);
  const unit = inside ? money.unit : (behind?.unit ?? null);
  let to = inside ? numeral.end : (behind?.end ?? numeral.end);
  if (inside && behind?.unit.dimension === 'money') to = behind.end;
  const per = unit ? perAt(atoms, to, unit) : null;
  const amount: Amount = {
    numeral,
    from: minus ?? before,
    to: per?.end ?? to,
    numberTo: numeral.end,
    value: minus === null ? numeral.value : -numeral.value,
    step: numeral.step || stepOf(numeral.value),
    unit,
    per: per?.per ?? null,
  };
  return per ? amount : smallerPart(atoms, amount, lexicon);
}
