import { startsLetter } from '../../letters.ts';
import { onceEach } from '../../remember.ts';
import { ByForm } from '../../sentence/by-form.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { QuantityMention } from '../mention.ts';
import { type Amount, readAmount } from './quantity/amount.ts';
import { type Atom, cutAtoms } from './quantity/atoms.ts';
import { joinBounds } from './quantity/bounds.ts';
import { readOther } from './quantity/dates.ts';
import { type Lexicon, lexiconOf } from './quantity/lexicon.ts';
import { mentionOf, mentionsOf, type Reader } from './quantity/mentions.ts';
import { isName, pageEnd } from './quantity/names.ts';
import { isHyphen } from './quantity/numeral.ts';
import { isTieBreak, readPair } from './quantity/pairs.ts';
import { isPronounOne } from './quantity/pronoun-one.ts';

/** Languages that write 1.234,5 where English writes 1,234.5. */
const COMMA_DECIMAL = /^(?:de|fr|es|it|pt|nl|ru|uk|pl|tr|sv|da|nb|no|fi|cs|el|id|vi)\b/u;
const ANY_DIGIT = /[\p{Nd}\p{No}]/u;

/** Why a number is no quantity. */
export type SkipReason = 'web-address' | 'name' | 'date' | 'pronoun' | 'vague-measure' | 'score';
/** A number that is left out. */
export interface Skip {
  readonly start: number;
  readonly end: number;
  readonly reason: SkipReason;
}

interface Found {
  mentions: QuantityMention[];
  end: number;
  /** Where no mention is: why, and from which atom on. */
  skipped?: { from: number; reason: SkipReason };
}

/** Nothing is counted from one atom to another. */
const skip = (from: number, end: number, reason: SkipReason): Found => ({
  mentions: [],
  end,
  skipped: { from, reason },
});

/** Behind a web address or a handle, which run to the next white space. */
function addressEnd(atoms: readonly Atom[], at: number): number | null {
  const atom = atoms[at];
  const web =
    atom?.lower === 'http' ||
    atom?.lower === 'https' ||
    (atom?.lower === 'www' && atoms[at + 1]?.text === '.');
  if (!web && !(atom?.text === '@' && atoms[at + 1]?.spaced === false)) return null;
  let end = at + 1;
  while (end < atoms.length && !atoms[end]?.spaced) end += 1;
  return end;
}

/** A name, date or time at an atom: nothing is counted there. */
function skipAt(reader: Reader, at: number): Found | null {
  const { atoms, lexicon } = reader;
  const address = addressEnd(atoms, at);
  if (address !== null) return skip(at, address, 'web-address');
  const named = lexicon.names.longest(atoms, at);
  if (named) return skip(at, named.end, 'name');
  const other = readOther(atoms, at, lexicon);
  return other && skip(at, other.end, 'date');
}

function readAt(reader: Reader, at: number, floor: number): Found | null {
  const { atoms, lexicon, headline } = reader;
  const skipped = skipAt(reader, at);
  if (skipped) return skipped;
  const between = near(atoms, at, floor, 'between');
  const amount = (between ? betweenAmount(reader, at, floor) : null) ?? readAmount(atoms, at, floor, lexicon);
  if (!amount) return null;
  const page = pageEnd(atoms, amount, lexicon);
  if (page !== null) return skip(at, page, 'name');
  if (isName(atoms, amount, lexicon, headline)) return skip(at, dashedEnd(atoms, amount.to), 'name');
  if (isPronounOne(atoms, amount, lexicon)) return skip(at, amount.to, 'pronoun');
  if (
    amount.numeral.kind === 'vague' &&
    (amount.value < 10 || amount.numeral.vague === 'several') &&
    amount.unit !== null
  )
    return skip(at, amount.to, 'vague-measure');
  const pair = readPair(atoms, amount, floor, lexicon);
  if (pair?.kind === 'result') {
    const { to } = pair.second;
    return skip(pair.first.from, isTieBreak(atoms, to) ? to + 3 : to, 'score');
  }
  if (pair) return { mentions: mentionsOf(reader, pair, floor), end: pair.second.to };
  return { mentions: [mentionOf(reader, amount, floor)], end: amount.to };
}

/** Behind "-16" of "Articles 14-16" and "Road 17-16": what a dash joins to a name is part of it. */
function dashedEnd(atoms: readonly Atom[], at: number): number {
  const joined = isHyphen(atoms[at]) && !atoms[at]?.spaced && atoms[at + 1]?.kind === 'number';
  return joined && !atoms[at + 1]?.spaced ? at + 2 : at;
}

function near(atoms: readonly Atom[], at: number, floor: number, word: string): boolean {
  for (let i = at - 1; i >= Math.max(floor, at - 4); i -= 1) if (atoms[i]?.lower === word) return true;
  return false;
}

/** Behind "between", the first "and" belongs to the range, not to the number. */
function betweenAmount(reader: Reader, at: number, floor: number): Amount | null {
  const amount = readAmount(reader.atoms, at, floor, reader.lexicon, false);
  return amount &&
    reader.atoms[amount.to]?.lower === 'and' &&
    readPair(reader.atoms, amount, floor, reader.lexicon)
    ? amount
    : null;
}

function readAll(reader: Reader, onSkip: OnSkip | null): QuantityMention[] {
  const found: QuantityMention[] = [];
  let floor = 0;
  for (let at = 0; at < reader.atoms.length; ) {
    const atom = reader.atoms[at];
    const opens = atom?.kind === 'number' || reader.lexicon.openers.has(atom?.lower ?? '');
    const here = opens ? readAt(reader, at, floor) : null;
    if (!here) {
      at += 1;
      continue;
    }
    for (const mention of here.mentions) found.push(mention);
    if (here.skipped) onSkip?.(skipOf(reader, here.skipped, here.end));
    at = Math.max(at + 1, here.end);
    floor = at;
    if (here.mentions.length > 0) reader.read = at;
  }
  return joinBounds(found, reader.text);
}

type OnSkip = (skip: Skip) => void;

const skipOf = ({ atoms }: Reader, { from, reason }: Required<Found>['skipped'], end: number): Skip => ({
  start: atoms[from]?.start ?? 0,
  end: atoms[end - 1]?.end ?? 0,
  reason,
});

/** Most longer words have a capital: a title in the body, or a text in capitals. Capitals mark no names there. */
function isTitle({ tokens }: Sentence): boolean {
  let long = 0;
  let capitals = 0;
  for (const { text, lower } of tokens) {
    if (text.length <= 3 || !(startsLetter(text) || /\p{L}/u.test(text))) continue;
    long += 1;
    if (text !== lower) capitals += 1;
  }
  return long > 2 && capitals > long * 0.7;
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    // A half of a pair that stands for one character tells nothing alone.
    if (code >= 0xd800 && code < 0xe000) return ANY_DIGIT.test(text.slice(from, to));
    if (code < 128 ? code >= 48 && code <= 57 : ANY_DIGIT.test(text.charAt(i))) return true;
  }
  return false;
}

const startsOf = onceEach(({ starts }: Lexicon) => new ByForm(({ lower }) => starts.has(lower)));

function hasStart({ tokens }: Sentence, lexicon: Lexicon): boolean {
  const starts = startsOf(lexicon);
  for (const token of tokens) if (starts.of(token)) return true;
  return false;
}

/**
 * The quantities of a sentence, in text order: numbers with hedge, unit and role. Dates, times of day, ordinals and
 * numbers that are names are left out. Linear in the sentence's length.
 * @param text the document's text, into which the sentence's offsets point
 * @param onSkip told of every number that is left out, and why
 */
export function annotateQuantities(
  sentence: Sentence,
  vocabulary: Vocabulary,
  text: string,
  language = 'en',
  onSkip: OnSkip | null = null,
): QuantityMention[] {
  const lexicon = lexiconOf(vocabulary);
  if (!hasDigit(text, sentence.start, sentence.end) && !hasStart(sentence, lexicon)) return [];
  const atoms = cutAtoms(text, sentence.start, sentence.end, sentence.tokens, COMMA_DECIMAL.test(language));
  const headline = sentence.kind === 'headline' || isTitle(sentence);
  return readAll({ atoms, lexicon, text, headline, read: -1 }, onSkip);
}

/**
 * Reads the quantity that a short text states ("at least 24", "25 of 38", "£3.4bn", "dozens"); null without one.
 * Offsets point into that text.
 */
export function parseQuantity(text: string, vocabulary: Vocabulary, language = 'en'): QuantityMention | null {
  const lexicon = lexiconOf(vocabulary);
  const atoms = cutAtoms(text, 0, text.length, [], COMMA_DECIMAL.test(language));
  return readAll({ atoms, lexicon, text, headline: false, read: -1 }, null)[0] ?? null;
}
