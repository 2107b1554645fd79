import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';
import { isHyphen, type Numeral, readCardinal, stepOf } from './numeral.ts';

export const numeral = (start: number, end: number, value: number, more: Partial<Numeral> = {}): Numeral => ({
  start,
  end,
  value,
  step: stepOf(value),
  scale: 1,
  kind: 'cardinal',
  digits: false,
  vague: null,
  ...more,
});
export const isArticle = (atom: Atom | undefined): boolean => atom?.lower === 'a' || atom?.lower === 'an';
/** Behind "a third", one of these makes it an ordinal. */
const NOUNISH = new Set(['NOUN', 'ADJ', 'PROPN', 'NUM', 'VERB']);

/** "twenty-first" as a part, from its first word; null when it is none. */
function compoundPart(
  atoms: readonly Atom[],
  at: number,
  tens: number,
  lexicon: Lexicon,
  count: number,
): number | null {
  if (tens < 20 || tens >= 100 || tens % 10 !== 0) return null;
  const rest = lexicon.words.get(atoms[isHyphen(atoms[at + 1]) ? at + 2 : at + 1]?.lower ?? '');
  return rest?.kind === 'ordinal' && rest.value < 10 && (rest.plural || count === 1)
    ? 1 / (tens + rest.value)
    : null;
}

/** The value of "third" in "one third", "thirds" in "two thirds"; null when the word is no part. */
function partAt(atoms: readonly Atom[], at: number, lexicon: Lexicon, count: number): number | null {
  const atom = atoms[at];
  const word = atom && lexicon.words.get(atom.lower);
  if (!atom || !word) return null;
  if (word.kind === 'part') {
    const singular = atom.lower === 'half' || atom.lower === 'quarter';
    return singular === count <= 1 ? 1 / word.value : null;
  }
  if (word.kind === 'unit') return compoundPart(atoms, at, word.value, lexicon, count);
  if (word.kind !== 'ordinal' || word.value < 3) return null;
  return word.plural === count > 1 ? 1 / word.value : null;
}
const partEnd = (atoms: readonly Atom[], at: number, lexicon: Lexicon): number =>
  lexicon.words.get(atoms[at]?.lower ?? '')?.kind === 'unit'
    ? isHyphen(atoms[at + 1])
      ? at + 3
      : at + 2
    : at + 1;

/** The number before a part: "two" of "two thirds"; 1 for an article or nothing. Null for digits. */
function countBefore(
  atoms: readonly Atom[],
  at: number,
  lexicon: Lexicon,
): { count: number; end: number } | null {
  const start = isArticle(atoms[at]) ? at + 1 : at;
  const plain = start > at && lexicon.words.get(atoms[start]?.lower ?? '')?.kind !== 'scale';
  const cardinal = plain ? null : readCardinal(atoms, start, lexicon, false, start > at);
  if (cardinal === null) return { count: 1, end: start };
  if (cardinal.digits) return null;
  const tens = lexicon.words.get(atoms[cardinal.end - 1]?.lower ?? '')?.value ?? 0;
  const shared = cardinal.end - start > 1 && compoundPart(atoms, cardinal.end - 1, tens, lexicon, 2) !== null;
  return shared
    ? { count: cardinal.value - tens, end: cardinal.end - 1 }
    : { count: cardinal.value, end: cardinal.end };
}

/** "one-hundredth", "hundred and fifth", "ten-thousandths" behind a count: into how many parts, and where it ends. */
function longPart(
  atoms: readonly Atom[],
  at: number,
  lexicon: Lexicon,
): { whole: number; end: number } | null {
  const opens = lexicon.words.get(atoms[at]?.lower ?? '')?.kind;
  if (opens !== 'unit' && opens !== 'scale') return null;
  const tens = readCardinal(atoms, at, lexicon, false);
  if (!tens) return null;
  const end = isHyphen(atoms[tens.end]) || atoms[tens.end]?.lower === 'and' ? tens.end + 1 : tens.end;
  const word = lexicon.words.get(atoms[end]?.lower ?? '');
  if (word?.kind !== 'ordinal') return null;
  if (word.value >= 100) return { whole: tens.value * word.value, end: end + 1 };
  return tens.value % 100 === 0 ? { whole: tens.value + word.value, end: end + 1 } : null;
}

/** "half", "a third", "two thirds", "three-quarters": a part of one. */
export function readPart(atoms: readonly Atom[], at: number, lexicon: Lexicon): Numeral | null {
  const number = countBefore(atoms, at, lexicon);
  if (!number) return null;
  const word = number.end > at && isHyphen(atoms[number.end]) ? number.end + 1 : number.end;
  const long = number.end > at && !isArticle(atoms[number.end - 1]) ? longPart(atoms, word, lexicon) : null;
  if (long) {
    const value = number.count / long.whole;
    return numeral(at, long.end, value, { kind: 'part', step: value });
  }
  const part = partAt(atoms, word, lexicon, number.count);
  if (part === null) return null;
  const use = { atoms, at, word, end: partEnd(atoms, word, lexicon), count: number.count };
  if (!isPartUse(use, lexicon)) return null;
  return numeral(at, use.end, number.count * part, { kind: 'part', step: number.count * part });
}

interface PartUse {
  atoms: readonly Atom[];
  at: number;
  word: number;
  end: number;
  count: number;
}

const isScaleWord = (atom: Atom | undefined, lexicon: Lexicon): boolean =>
  atom !== undefined && lexicon.words.get(atom.lower)?.kind === 'scale';

const QUARTERED = /^(?:length|mass|ratio|points)$/u;

/** "a quarter mile", "a quarter hour": of a measure, which no three months are. */
function isQuarterOf(atoms: readonly Atom[], word: number, at: number, lexicon: Lexicon): boolean {
  if (atoms[word]?.lower !== 'quarter') return false;
  const unit = lexicon.unitWords.longest(atoms, at)?.found;
  return unit !== undefined && (QUARTERED.test(unit.dimension) || /^(?:hour|century)$/u.test(unit.id));
}

/** Tells "a third of" from "a third year", and "half the town" from "the first half" and "half brother". */
function isPartUse({ atoms, at, word, end, count }: PartUse, lexicon: Lexicon): boolean {
  const after = atoms[end];
  const { notPart } = lexicon;
  if (count > 1) return true;
  const noun = isHyphen(after) ? atoms[end + 1] : after;
  if (noun !== undefined && notPart.after.has(noun.lower)) return false;
  const article = isArticle(atoms[at]);
  if (word > at && !article) return true;
  const before = atoms[at - 1];
  if (!article && (before?.pos === 'ADJ' || notPart.before.has(before?.lower ?? ''))) return false;
  const half =
    atoms[word]?.lower === 'half' || isQuarterOf(atoms, word, isHyphen(after) ? end + 1 : end, lexicon);
  if (isHyphen(after)) return half;
  if (half) return true;
  const of = after?.lower === 'of' || isScaleWord(after, lexicon);
  if (!article) return of && lexicon.words.get(atoms[word]?.lower ?? '')?.kind === 'part';
  return of || after === undefined || after.lower === 'more' || !NOUNISH.has(after.pos);
}

/** A scale word behind a part: "half a million", "two thirds of a million", "a quarter million", "half a dozen". */
export function scaledPart(atoms: readonly Atom[], part: Numeral, lexicon: Lexicon): Numeral {
  let at = part.end;
  if (isHyphen(atoms[at])) at += 1;
  if (atoms[at]?.lower === 'of') at += 1;
  if (isArticle(atoms[at])) at += 1;
  const word = lexicon.words.get(atoms[at]?.lower ?? '');
  if (word?.kind !== 'scale') return part;
  const value = part.value * word.value;
  return {
    ...part,
    end: at + 1,
    value,
    kind: 'cardinal',
    scale: word.value,
    step: stepOf(Math.round(value)),
  };
}

/** "3/4", "⅓", and behind a whole number "2 1/2", "2½". */
export function readFraction(atoms: readonly Atom[], at: number, lexicon: Lexicon): Numeral | null {
  const atom = atoms[at];
  if (!atom) return null;
  const character = lexicon.characters.get(atom.text);
  if (character !== undefined)
    return numeral(at, at + 1, character, { kind: 'part', digits: true, step: character });
  const below = atoms[at + 2];
  if (atom.kind !== 'number' || atoms[at + 1]?.text !== '/' || below?.kind !== 'number') return null;
  if (
    atoms[at + 3]?.text === '/' ||
    below.value < 2 ||
    !Number.isInteger(below.value) ||
    !Number.isInteger(atom.value)
  )
    return null;
  if (
    atoms[at - 1]?.text === '/' ||
    atom.value >= below.value ||
    below.value > 1000 ||
    below.text.startsWith('0')
  )
    return null;
  if (below.value > 12 && ![15, 16, 20, 24, 25, 30, 32, 40, 50, 60, 64, 100, 120, 1000].includes(below.value))
    return null;
  return numeral(at, at + 3, atom.value / below.value, { kind: 'part', digits: true, step: 1 / below.value });
}
