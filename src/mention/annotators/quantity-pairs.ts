import { type Amount, readAmount } from './quantity-amount.ts';
import type { Atom } from './quantity-atoms.ts';
import type { Lexicon } from './quantity-lexicon.ts';
import { isHyphen } from './quantity-numeral.ts';

/** Two amounts that belong together. */
export interface Pair {
  kind: 'range' | 'change' | 'part-of' | 'result';
  first: Amount;
  second: Amount;
}

const NEAR = 8;
const ROUND_WHOLES = new Set([12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000]);

function scaled(amount: Amount, by: Amount): Amount {
  const { scale } = by.numeral;
  const share =
    scale > 1 &&
    amount.numeral.scale === 1 &&
    amount.value < by.value / scale &&
    amount.unit?.dimension === by.unit?.dimension;
  const unitless =
    scale > 1 &&
    amount.numeral.scale === 1 &&
    amount.value < by.value / scale &&
    (amount.unit === null || by.unit === null);
  return share || unitless ? { ...amount, value: amount.value * scale, step: amount.step * scale } : amount;
}

const sameUnit = (a: Amount, b: Amount): boolean =>
  a.unit === null || b.unit === null || a.unit.id === b.unit.id;

function near(atoms: readonly Atom[], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = Math.max(0, from); at < Math.min(atoms.length, to); at += 1)
    if (words.has(atoms[at]?.lower ?? '')) return true;
  return false;
}

/** Reads the second amount behind a connector, currency included. */
function second(atoms: readonly Atom[], at: number, lexicon: Lexicon): Amount | null {
  for (let next = at; next < at + 4; next += 1) {
    const amount = readAmount(atoms, next, at, lexicon);
    if (amount) return amount.from <= at || amount.from === at ? amount : skipped(atoms, at, amount, lexicon);
    const atom = atoms[next];
    if (!atom || atom.kind === 'number') return null;
    if (
      atom.kind === 'word' &&
      !/^(?:about|around|some|approximately|roughly|nearly|almost|at|least|the|its|their|as|many|US|us|c|hk|a|an|rs|no|usd|eur|gbp)$/iu.test(
        atom.text,
      )
    )
      return null;
  }
  return null;
}
const skipped = (atoms: readonly Atom[], at: number, amount: Amount, lexicon: Lexicon): Amount | null =>
  amount.from === at ||
  atoms
    .slice(at, amount.from)
    .every(
      (atom) =>
        lexicon.hedgesBefore.longest([atom], 0) !== null ||
        atom.lower === 'at' ||
        atom.lower === 'least' ||
        atom.lower === 'as' ||
        atom.lower === 'many',
    )
    ? amount
    : null;

function partOf(atoms: readonly Atom[], first: Amount, lexicon: Lexicon): Pair | null {
  let at = first.to;
  if (first.unit !== null || first.numeral.kind !== 'cardinal') return null;
  const out = atoms[at]?.lower === 'out' && atoms[at + 1]?.lower === 'of';
  const link = atoms[at]?.lower;
  if (!out && link !== 'of' && link !== 'in') return null;
  at += out ? 2 : 1;
  if (link !== 'in' && /^(?:the|its|their|his|her|every|all)$/u.test(atoms[at]?.lower ?? '')) at += 1;
  if (link === 'in' && atoms[at]?.lower === 'every') at += 1;
  const whole = readAmount(atoms, at, at, lexicon);
  if (!whole || whole.unit !== null || whole.numeral.kind !== 'cardinal') return null;
  if (
    whole.value < 2 ||
    first.value >= whole.value ||
    !Number.isInteger(whole.value) ||
    !Number.isInteger(first.value)
  )
    return null;
  const month =
    lexicon.contexts.months.has(atoms[whole.to]?.lower ?? '') || /^[:/]$/u.test(atoms[whole.to]?.text ?? '');
  if (month) return null;
  if (link === 'in' && !(whole.value <= 10 || ROUND_WHOLES.has(whole.value) || !whole.numeral.digits))
    return null;
  if (link === 'in' && first.value > 99) return null;
  return { kind: 'part-of', first, second: whole };
}

function connector(
  atoms: readonly Atom[],
  first: Amount,
  between: boolean,
): { at: number; word: string } | null {
  let at = first.to;
  if (isHyphen(atoms[at]) && atoms[at + 1]?.lower === 'to') at += 1;
  const atom = atoms[at];
  if (!atom) return null;
  if (between)
    return atom.lower === 'and' || atom.lower === 'to' || isHyphen(atom) ? { at: at + 1, word: 'and' } : null;
  if (isHyphen(atom) || atom.text === '—' || atom.text === '~') return { at: at + 1, word: '-' };
  if (atom.lower === 'to' || atom.lower === 'through' || atom.lower === 'or')
    return { at: at + 1, word: atom.lower };
  return null;
}

/** Numbers beside "or" are one vague number only when they are close: "five or six", "10 or 12". */
const close = (a: number, b: number): boolean => a > 0 && b > a && b <= a * 1.6 + 2;

function kindOf(
  atoms: readonly Atom[],
  first: Amount,
  other: Amount,
  word: string,
  lexicon: Lexicon,
): Pair['kind'] | null {
  const opener = atoms[first.from - 1]?.lower;
  if (word === 'or') return close(first.value, other.value) && sameUnit(first, other) ? 'range' : null;
  if (word === 'and') return sameUnit(first, other) ? 'range' : null;
  const results = near(atoms, first.from - NEAR, other.to + 5, lexicon.contexts.results);
  const plain =
    first.unit === null &&
    other.unit === null &&
    first.value < 200 &&
    other.value < 200 &&
    first.numeral.scale === 1;
  if (word === '-' && plain && (results || (first.value >= other.value && first.value < 100)))
    return 'result';
  if (
    word === 'to' &&
    plain &&
    near(atoms, first.from - 4, first.from, lexicon.contexts.results) &&
    opener !== 'from'
  )
    return 'result';
  if (!sameUnit(first, other)) return null;
  if (
    word === 'to' &&
    opener === 'from' &&
    near(atoms, first.from - NEAR, first.from, lexicon.contexts.changes)
  )
    return 'change';
  if (word === 'to' && opener === 'from') return first.value === other.value ? null : 'range';
  return first.value < other.value ? 'range' : null;
}

/** The amount that belongs to this one as range, change, result or whole; null when it stands alone. */
export function readPair(
  atoms: readonly Atom[],
  first: Amount,
  floor: number,
  lexicon: Lexicon,
): Pair | null {
  if (first.numeral.kind === 'vague' || first.numeral.kind === 'none') return null;
  const part = partOf(atoms, first, lexicon);
  if (part) return part;
  let open = first.from - 1;
  while (
    open > floor &&
    open > first.from - 4 &&
    lexicon.hedgesBefore.longest(atoms, open)?.found.hedge !== undefined
  )
    open -= 1;
  const between = atoms[open]?.lower === 'between' || atoms[first.from - 1]?.lower === 'between';
  const link = connector(atoms, first, between);
  if (!link) return null;
  const other = second(atoms, link.at, lexicon);
  if (!other || other.numeral.kind === 'vague' || other.numeral.kind === 'none') return null;
  if (link.word === '-' && atoms[link.at]?.spaced !== atoms[link.at - 1]?.spaced && other.from === link.at)
    return null;
  const near = scaled(first, other);
  const kind = kindOf(atoms, near, other, link.word, lexicon);
  return (
    kind && {
      kind,
      first: { ...near, unit: near.unit ?? other.unit },
      second: { ...other, unit: other.unit ?? near.unit },
    }
  );
}
