import type { Atom } from './atoms.ts';
import type { Lexicon, UnitEntry } from './lexicon.ts';
import { isHyphen, type Numeral, stepOf } from './numeral.ts';
import { readNumeral } from './phrase.ts';
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

/** "5 ft 2 in": inches behind feet. */
function withInches(atoms: readonly Atom[], amount: Amount, rest: Numeral, lexicon: Lexicon): Amount {
  const small = unitAt(atoms, rest.end, lexicon, rest);
  const inch = small?.unit.id === 'inch' ? small.end : atoms[rest.end]?.lower === 'in' ? rest.end + 1 : null;
  if (inch === null || rest.value >= 12) return amount;
  return { ...amount, to: inch, value: amount.value + rest.value / 12, step: 1 / 12 };
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

/** A second, smaller part of the same measure behind it. */
function smallerPart(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): Amount {
  const { unit } = amount;
  const money = unit?.dimension === 'money' && !unit.minor;
  if ((unit?.id !== 'foot' && !money) || isHyphen(atoms[amount.to - 2])) return amount;
  const rest = readNumeral(atoms, atoms[amount.to]?.lower === 'and' ? amount.to + 1 : amount.to, lexicon);
  if (rest?.kind !== 'cardinal' || !Number.isInteger(rest.value)) return amount;
  return money ? withCents(atoms, amount, rest, lexicon) : withInches(atoms, amount, rest, lexicon);
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
  const per = unit ? perAt(atoms, to, unit, lexicon) : null;
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
