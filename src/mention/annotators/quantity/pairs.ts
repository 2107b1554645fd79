import { type Amount, readAmount } from './amount.ts';
import type { Atom } from './atoms.ts';
import { readOther } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import { isHyphen } from './numeral.ts';

/** Two amounts that belong together. */
export interface Pair {
  kind: 'range' | 'change' | 'part-of' | 'result' | 'tolerance';
  first: Amount;
  second: Amount;
}

const NEAR = 8;
/** Results and votes are pairs of numbers below this. */
const MOST_VOTES = 600;
const ROUND_WHOLES = new Set([12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000]);

/** "10 to 15 million", "between 110 and 100 million years ago": the first number takes the scale of the second. */
function scaled(amount: Amount, by: Amount, between: boolean): Amount {
  const { scale } = by.numeral;
  const most = (by.value / scale) * (between ? 2 : 1);
  if (scale === 1 || amount.numeral.scale > 1 || amount.value >= most) return amount;
  const alike = amount.unit === null || by.unit === null || amount.unit.dimension === by.unit.dimension;
  return alike ? { ...amount, value: amount.value * scale, step: amount.step * scale } : amount;
}

/** "94 cents to $1.03": what is told in the hundredth part of a currency, in the currency of the other. */
function inWhole(amount: Amount, by: Amount): Amount {
  const minor = amount.unit?.minor === true && by.unit?.dimension === 'money' && !by.unit.minor;
  return minor ? { ...amount, unit: by.unit, value: amount.value / 100, step: amount.step / 100 } : amount;
}

const sameUnit = (a: Amount, b: Amount): boolean =>
  a.unit === null || b.unit === null || a.unit.id === b.unit.id;

function near(atoms: readonly Atom[], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = Math.max(0, from); at < Math.min(atoms.length, to); at += 1)
    if (words.has(atoms[at]?.lower ?? '')) return true;
  return false;
}

/** Reads the second amount behind a connector; hedges and a currency may stand between. */
function second(atoms: readonly Atom[], at: number, lexicon: Lexicon, reach: number): Amount | null {
  for (let next = at; next < at + reach; next += 1) {
    const amount = readAmount(atoms, next, at, lexicon);
    if (amount) return amount;
    const atom = atoms[next];
    if (!atom || atom.kind === 'number' || !lexicon.bridges.has(atom.lower)) return null;
  }
  return null;
}

const DETERMINERS = new Set(['the', 'its', 'their', 'his', 'her', 'every', 'all']);

/** Words between a determiner and a whole: "nine of their last 10 games", "two of the original 47". */
const LATEST = new Set(
  'last past first previous opening final remaining original initial other known estimated'.split(' '),
);

/** Where the whole of "25 of 38", "one in five", "24-of-33", "25 out of the 38" begins, and by which word. */
function wholeStart(atoms: readonly Atom[], from: number): { at: number; link: 'of' | 'in' } | null {
  const hyphens = isHyphen(atoms[from]) && isHyphen(atoms[from + 2]);
  const at = hyphens ? from + 1 : from;
  const word = atoms[at]?.lower;
  const out = word === 'out' && atoms[at + 1]?.lower === 'of';
  if (!out && word !== 'of' && word !== 'in') return null;
  const link = word === 'in' ? 'in' : 'of';
  let start = out || hyphens ? at + 2 : at + 1;
  if (DETERMINERS.has(atoms[start]?.lower ?? '') && (link === 'of' || atoms[start]?.lower === 'every'))
    start += 1;
  return { at: link === 'of' && LATEST.has(atoms[start]?.lower ?? '') ? start + 1 : start, link };
}

/** "in" links a share only to a small or round whole: "one in five", not "2 in 2019". */
const isShare = (part: Amount, whole: Amount): boolean =>
  part.value < 100 && (whole.value <= 10 || ROUND_WHOLES.has(whole.value) || !whole.numeral.digits);

const isPlain = (amount: Amount): boolean =>
  amount.unit === null && amount.numeral.kind === 'cardinal' && Number.isInteger(amount.value);

function partOf(atoms: readonly Atom[], first: Amount, lexicon: Lexicon): Pair | null {
  const start = isPlain(first) ? wholeStart(atoms, first.to) : null;
  const whole = start && readAmount(atoms, start.at, start.at, lexicon);
  if (!start || !whole || !isPlain(whole) || whole.value < 2 || first.value >= whole.value) return null;
  if (readOther(atoms, start.at, lexicon) !== null) return null;
  return start.link === 'of' || isShare(first, whole) ? { kind: 'part-of', first, second: whole } : null;
}

function connector(
  atoms: readonly Atom[],
  first: Amount,
  between: boolean,
): { at: number; word: string } | null {
  let at = first.to;
  if (isHyphen(atoms[at]) && LINKS.has(atoms[at + 1]?.lower ?? '')) at += 1;
  const atom = atoms[at];
  if (!atom) return null;
  if (at > first.to && isHyphen(atoms[at + 1])) return { at: at + 2, word: `-${atom.lower}-` };
  if (between)
    return atom.lower === 'and' || atom.lower === 'to' || isHyphen(atom) ? { at: at + 1, word: 'and' } : null;
  if (isHyphen(atom) || atom.text === '—' || atom.text === '~') return { at: at + 1, word: '-' };
  if (atom.lower === 'to' || atom.lower === 'through' || atom.lower === 'or')
    return { at: at + 1, word: atom.lower };
  return null;
}
const LINKS = new Set(['to', 'in', 'for', 'of']);

const TOLERANCES = [['±'], ['+', '/', '-'], ['+', '-'], ['plus', 'or', 'minus'], ['give', 'or', 'take']];
const TOLERANCE_STARTS = new Set(TOLERANCES.map(([first]) => first));

/** "4.5 billion years, give or take 50 million years", "36 ± 2": a number and how far it may be off. */
function tolerance(atoms: readonly Atom[], first: Amount, lexicon: Lexicon): Pair | null {
  const old = atoms[first.to]?.lower === 'old' ? first.to + 1 : first.to;
  const start = atoms[old]?.text === ',' ? old + 1 : old;
  if (!TOLERANCE_STARTS.has(atoms[start]?.lower ?? '')) return null;
  const words = TOLERANCES.find((list) => list.every((word, i) => atoms[start + i]?.lower === word));
  const second = words && readAmount(atoms, start + words.length, start + words.length, lexicon);
  if (!second || second.value > first.value || !sameUnit(first, second)) return null;
  return { kind: 'tolerance', first, second };
}

/** Numbers beside "or" are one vague number only when they are close: "five or six", "10 or 12"; never "150hp or 190hp". */
function isVague(atoms: readonly Atom[], first: Amount, other: Amount): boolean {
  const a = first.value;
  const b = other.value;
  const glued = (amount: Amount): boolean => amount.unit !== null && atoms[amount.numberTo]?.spaced === false;
  const own = glued(first) && amountEndsIn(first) && b > a + Math.min(first.step, other.step);
  return a > 0 && b > a && b <= a * 1.6 + 2 && !own;
}

/** Its unit stands behind it, not before it as a currency does. */
const amountEndsIn = (amount: Amount): boolean => amount.to > amount.numberTo;

/** "lost 1-3", "a 1-3 defeat", but "lost 10-15 men". */
function isScored(atoms: readonly Atom[], from: number, to: number, results: ReadonlySet<string>): boolean {
  const after = atoms[to];
  if (after !== undefined && results.has(after.lower)) return true;
  return after?.pos !== 'NOUN' && near(atoms, from - 2, from, results);
}

/** "6-7 (4)": what a tie-break ended with, behind a set. */
export const isTieBreak = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.text === '(' && atoms[at + 1]?.kind === 'number' && atoms[at + 2]?.text === ')';

/** The atom of "from" or "between" that opens a pair, hedges and "the ages of" skipped; null without one. */
function openerAt(atoms: readonly Atom[], from: number, floor: number, lexicon: Lexicon): number | null {
  for (let at = from - 1; at >= Math.max(floor, from - 5); at -= 1) {
    const word = atoms[at]?.lower ?? '';
    if (word === 'from' || word === 'between') return at;
    if (!lexicon.bridges.has(word) && !AGES.has(word)) return null;
  }
  return null;
}
const AGES = new Set(['the', 'ages', 'of']);

/** "3-1", "a 5-4 ruling", "won 2 to 1": a result, not a range. */
function isResult(
  atoms: readonly Atom[],
  first: Amount,
  other: Amount,
  word: string,
  lexicon: Lexicon,
): boolean {
  const small = (amount: Amount): boolean =>
    amount.unit === null && amount.value < MOST_VOTES && amount.numeral.scale === 1;
  if (!small(first) || !small(other)) return false;
  const { results } = lexicon.contexts;
  if (word === '-' || word === '-to-')
    return (
      first.value >= other.value ||
      isScored(atoms, first.from, other.to, results) ||
      isTieBreak(atoms, other.to)
    );
  if (word !== 'to' || atoms[first.from - 1]?.lower === 'from') return false;
  return near(atoms, first.from - 4, first.from, results) || results.has(atoms[other.to]?.lower ?? '');
}

interface Link {
  word: string;
  /** Atom of the opening "from" or "between". */
  opener: number | null;
}

/** "7-for-15", "1-in-100-year". */
const RESULT_LINKS = new Set(['-in-', '-for-', '-of-']);

function kindOf(
  atoms: readonly Atom[],
  first: Amount,
  other: Amount,
  { word, opener }: Link,
  lexicon: Lexicon,
): Pair['kind'] | null {
  if (RESULT_LINKS.has(word)) return 'result';
  if (opener === null && isResult(atoms, first, other, word, lexicon)) return 'result';
  if (!sameUnit(first, other)) return null;
  if (word === 'and') return 'range';
  if (word === 'or') return isVague(atoms, first, other) ? 'range' : null;
  if (opener !== null && word === 'to') return openedKind(atoms, opener, first, other, lexicon);
  const { changes } = lexicon.contexts;
  const before = atoms[leadOf(atoms, first.from, lexicon) - 1]?.lower ?? '';
  if (first.value >= other.value) return null;
  const moved = changes.has(before) && isStep(first, other);
  return word === 'to' && (before === 'by' || moved) ? null : 'range';
}

/** "from a to b": a change behind a verb of change, a range elsewhere and in "goes from 0 to 60 mph in 3 seconds". */
function openedKind(
  atoms: readonly Atom[],
  opener: number,
  first: Amount,
  other: Amount,
  lexicon: Lexicon,
): Pair['kind'] | null {
  const sprint = first.value === 0 && other.unit?.dimension === 'speed';
  if (!sprint && isMoved(atoms, opener, lexicon)) return 'change';
  return first.value === other.value ? null : 'range';
}

/** "fell from 5% to 4% in May and, for women, from 6% to 5%": a verb of change before this "from", or before one beside it. */
function isMoved(atoms: readonly Atom[], opener: number, lexicon: Lexicon): boolean {
  const { changes, ranging } = lexicon.contexts;
  if (ranging.has(atoms[opener - 1]?.lower ?? '')) return false;
  if (near(atoms, opener - NEAR, opener, changes)) return true;
  for (let at = opener - 1; at >= Math.max(0, opener - PARALLEL); at -= 1)
    if (atoms[at]?.lower === 'from' && atoms[at + 1]?.kind === 'number')
      return near(atoms, at - NEAR, at, changes);
  return false;
}
const PARALLEL = 16;

/** Where the hedges before a number begin: "by | a further 5,000", "rose | about $5". */
function leadOf(atoms: readonly Atom[], from: number, lexicon: Lexicon): number {
  const match = lexicon.hedgesBefore.longest(atoms, from - 1);
  return match ? match.end + 1 : from;
}

/** "rose 0.2 points to 4.3", "rose 9,000 to 408,000", too far apart for the ends of one range. */
const isStep = (first: Amount, other: Amount): boolean =>
  first.unit !== null || (other.unit === null && other.value > 4 * first.value);

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
  const around = tolerance(atoms, first, lexicon);
  if (around) return around;
  const opener = openerAt(atoms, first.from, floor, lexicon);
  const link = connector(atoms, first, opener !== null && atoms[opener]?.lower === 'between');
  if (!link) return null;
  const other = second(atoms, link.at, lexicon, link.word === 'or' ? 1 : 4);
  if (!other || other.numeral.kind === 'vague' || other.numeral.kind === 'none') return null;
  const lopsided = atoms[link.at]?.spaced !== atoms[link.at - 1]?.spaced && other.from === link.at;
  if (link.word === '-' && (lopsided || /^(?:under|over)$/u.test(atoms[link.at]?.lower ?? ''))) return null;
  const low = inWhole(scaled(first, other, link.word === 'and'), other);
  const kind = kindOf(atoms, low, other, { word: link.word, opener }, lexicon);
  if (!kind) return null;
  return {
    kind,
    first: { ...low, unit: low.unit ?? other.unit },
    second: { ...other, unit: other.unit ?? low.unit },
  };
}
