import type { Atom } from './atoms.ts';
import type { Lexicon, UnitEntry } from './lexicon.ts';
import { exactTimes, isHyphen, type Numeral, stepOf } from './numeral.ts';
import { halfBehind, readNumeral } from './phrase.ts';
import { perAt, unitAt, unitBefore } from './units.ts';

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

/** A minus before an amount, as sign or as word; never a hyphen between two words. */
function negative(atoms: readonly Atom[], from: number): number | null {
  const sign = atoms[from - 1];
  if (sign?.lower === 'minus' || sign?.lower === 'negative')
    return atoms[from - 2]?.lower === 'or' ? null : from - 1;
  if (sign?.text !== '-' && sign?.text !== '−') return null;
  const before = atoms[from - 2];
  if (before === undefined) return atoms[from]?.kind === 'word' ? null : from - 1;
  const opens = (sign.spaced && before.kind !== 'number') || /^[(<=]$/u.test(before.text);
  return opens && !atoms[from]?.spaced ? from - 1 : null;
}

/** "13 dollars and 45 cents", "15 dollars 50": the hundredth part of a currency behind it. */
function withCents(atoms: readonly Atom[], amount: Amount, rest: Numeral, lexicon: Lexicon): Amount {
  if (rest.value >= 100 || amount.to === amount.numberTo) return amount;
  const small = unitAt(atoms, rest.end, lexicon, rest);
  const last = atoms[rest.end];
  const ends = small === null && (last === undefined || /^[.,;!?]$/u.test(last.text));
  if (!ends && !small?.unit.minor) return amount;
  return { ...amount, to: small?.end ?? rest.end, value: amount.value + rest.value / 100, step: 0.01 };
}

/** Units of length and weight that people tell in two parts. */
const PARTED = new Set(['foot', 'stone', 'pound']);

/** "5 ft 2 in", "two hours and 12 minutes": what is left over, in a smaller unit of the same dimension. */
function withRest(
  atoms: readonly Atom[],
  amount: Amount,
  unit: UnitEntry,
  rest: Numeral,
  lexicon: Lexicon,
): Amount {
  const inch = unit.id === 'foot' && atoms[rest.end]?.lower === 'in';
  const small = inch ? { unit: INCH, end: rest.end + 1 } : unitAt(atoms, rest.end, lexicon, rest);
  if (small?.unit.dimension !== unit.dimension) return amount;
  const share = small.unit.factor / unit.factor;
  if (rest.value === 0 || rest.value * share >= 1) return amount;
  return { ...amount, to: small.end, value: amount.value + rest.value * share, step: share };
}
const INCH: UnitEntry = { id: 'inch', dimension: 'length', factor: 0.0254 };

/** A second, smaller part of the same measure behind it. */
function smallerPart(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): Amount {
  const { unit } = amount;
  const half = unit === null || amount.to === amount.numberTo ? null : halfBehind(atoms, amount.to, lexicon);
  if (half) return { ...amount, to: half.end, value: amount.value + half.value, step: half.value };
  const money = unit?.dimension === 'money' && !unit.minor;
  if (!unit || !(money || unit.dimension === 'time' || PARTED.has(unit.id))) return amount;
  if (isHyphen(atoms[amount.to - 2]) || atoms[amount.from - 1]?.lower === 'between') return amount;
  const at = atoms[amount.to]?.lower === 'and' ? amount.to + 1 : amount.to;
  const rest = readNumeral(atoms, at, lexicon);
  if (rest?.kind !== 'cardinal' || !Number.isInteger(rest.value)) return amount;
  return money ? withCents(atoms, amount, rest, lexicon) : withRest(atoms, amount, unit, rest, lexicon);
}

/** 6'2", 5’11”: feet and inches by their marks. */
function markedFeet(atoms: readonly Atom[], amount: Amount): Amount {
  const inches = atoms[amount.to + 1];
  const marked = /^['’′]$/u.test(atoms[amount.to]?.text ?? '') && !atoms[amount.to]?.spaced;
  if (!marked || amount.unit !== null || amount.value > 9 || inches?.kind !== 'number' || inches.spaced)
    return amount;
  if (inches.value >= 12) return amount;
  const close = /^["”″]$/u.test(atoms[amount.to + 2]?.text ?? '') && !atoms[amount.to + 2]?.spaced;
  return {
    ...amount,
    to: close ? amount.to + 3 : amount.to + 2,
    value: amount.value + inches.value / 12,
    step: 1 / 12,
    unit: FOOT,
  };
}
const FOOT: UnitEntry = { id: 'foot', dimension: 'length', factor: 0.3048 };

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
  return {
    ...amount,
    numeral,
    to: amount.to + 1,
    value: exactTimes(amount.value, value),
    step: amount.step * value,
  };
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
  const per = unit ? perAt(atoms, to, unit, lexicon) : null;
  const times = unit?.scale ?? 1;
  const amount: Amount = {
    numeral,
    from: minus ?? before,
    to: per?.end ?? to,
    numberTo: numeral.end,
    value: exactTimes(minus === null && !ahead?.minus ? numeral.value : -numeral.value, times),
    step: (numeral.step || stepOf(numeral.value)) * times,
    unit,
    per: per?.per ?? null,
  };
  if (per) return amount;
  return smallerPart(atoms, markedFeet(atoms, lateScale(atoms, amount, lexicon)), lexicon);
}
