import type { NameMention, PlaceMention, QuantityMention, TimeMention } from '../../mention/mention.ts';
import { ByForm } from '../../sentence/by-form.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { triggersOf } from '../patterns/triggers.ts';
import { endOfAdjectives, isHeadless } from './adjectives.ts';
import { isInner } from './inner-words.ts';
import { joinsList, joinsNouns } from './joined-nouns.ts';
import { withoutShares, withSharedNouns } from './shared-noun.ts';

/** A noun phrase without what follows its head: "at least ten Palestinians", "the 48 Israeli captives", "362". */
export interface Chunk {
  /** Index of the first and of the last token, both included. */
  readonly first: number;
  readonly last: number;
  /**
   * Index of the head noun; null when the number stands alone ("362 detained", "20 of whom"). Behind `last` where the
   * noun is that of the next phrase: "34 male | and 28 female bodies".
   */
  readonly head: number | null;
  readonly quantity: QuantityMention | null;
  /** First token behind the number and its hedge; `first` when there is no number. */
  readonly wordsFrom: number;
  readonly determiner: string | null;
  readonly name: NameMention | null;
}

const VAGUE_PLURAL =
  /^(?:dozens|scores|tens|hundreds|thousands|millions|billions|lakhs|crores|couple|lots|majority|half|quarter|third|thirds|handful|number)$/;
/** Numbers that say nothing about how many: "a 10-year-old child" is one child. */
const NO_FIGURE = new Set<QuantityMention['role']>(['date-part', 'age', 'ordinal', 'name']);
const isNominal = (pos: string | undefined): boolean => pos === 'NOUN' || pos === 'PROPN';
const isInside = (pos: string | undefined): boolean =>
  isNominal(pos) || pos === 'ADJ' || pos === 'NUM' || pos === 'SYM';

interface Marks {
  quantityAt: readonly (QuantityMention | null)[];
  nameAt: readonly (NameMention | null)[];
  placeAt: readonly (PlaceMention | null)[];
  timeAt: readonly (TimeMention | null)[];
  /** Nouns that name people. */
  persons: ReadonlySet<string>;
}

/** Cuts the noun phrases out of a sentence, from left to right, in one pass. */
export function chunkTokens(
  tokens: readonly Token[],
  quantities: readonly QuantityMention[],
  names: readonly NameMention[],
  places: readonly PlaceMention[],
  times: readonly TimeMention[],
  vocabulary: Vocabulary,
): Chunk[] {
  const endings = triggersOf(vocabulary).afterNumber;
  const figures = quantities.length === 0 ? quantities : quantities.filter(isFigure);
  const marks: Marks = {
    quantityAt: cover(tokens, figures),
    nameAt: cover(tokens, names),
    placeAt: cover(tokens, places).map((place, i) => (tokens[i]?.text === ',' ? null : place)),
    timeAt: cover(tokens, times),
    persons: vocabulary.persons.nouns,
  };
  const chunks: Chunk[] = [];
  for (let i = 0; i < tokens.length; ) {
    const chunk = mayBegin(tokens[i], i, marks) ? readChunk(tokens, i, marks, endings) : null;
    if (chunk) chunks.push(chunk);
    i = chunk ? chunk.last + 1 : i + 1;
  }
  return withSharedNouns(tokens, withoutShares(tokens, chunks), marks.placeAt);
}

/** "several other suspected | insurgents": an adjective that a noun follows, over further ones and participles. */
function describesNoun(tokens: readonly Token[], adjective: number): boolean {
  let i = adjective + 1;
  while (i - adjective < 4 && (tokens[i]?.pos === 'ADJ' || /(?:ed|en)$/.test(tokens[i]?.lower ?? ''))) i += 1;
  return isNominal(tokens[i]?.pos);
}

const isFigure = ({ role }: QuantityMention): boolean => !NO_FIGURE.has(role);

/** A noun phrase begins at a number, a name, a place, an article or a word that can be part of one. */
const mayBegin = (token: Token | undefined, i: number, { quantityAt, nameAt, placeAt }: Marks): boolean =>
  token !== undefined &&
  (beginnings.of(token) || quantityAt[i] !== null || nameAt[i] !== null || placeAt[i] !== null);

const beginnings = new ByForm(({ pos, lower }) => isInside(pos) || pos === 'DET' || OPENERS.has(lower));

/** Nothing is marked in most sentences; they share these. A longer one is rare. */
const NO_MARKS: readonly null[] = new Array<null>(600).fill(null);

function cover<T extends { start: number; end: number }>(
  tokens: readonly Token[],
  spans: readonly T[],
): readonly (T | null)[] {
  if (spans.length === 0 && tokens.length < NO_MARKS.length) return NO_MARKS;
  const marks = new Array<T | null>(tokens.length).fill(null);
  let i = 0;
  for (const span of spans) {
    while (i < tokens.length && (tokens[i]?.end ?? 0) <= span.start) i += 1;
    for (let j = i; j < tokens.length && (tokens[j]?.start ?? 0) < span.end; j += 1) marks[j] = span;
  }
  return marks;
}

/** The chunk that starts at token `from`, or null. */
function readChunk(
  tokens: readonly Token[],
  from: number,
  marks: Marks,
  endings: ReadonlySet<string>,
): Chunk | null {
  const opened = skipOpeners(tokens, from, marks);
  const determiner = opened > from ? (tokens[opened - 1]?.lower ?? null) : null;
  const start = determiner === null ? opened : skipToNumber(tokens, opened, marks);
  const quantity = marks.quantityAt[start] ?? null;
  let numberEnd = start;
  while (quantity && marks.quantityAt[numberEnd] === quantity) numberEnd += 1;
  // "left dozens more wounded"
  if (quantity && tokens[numberEnd]?.lower === 'more' && endsNumber(tokens, numberEnd + 1, endings))
    numberEnd += 1;
  const wordsFrom = quantity ? skipOf(tokens, numberEnd, marks) : numberEnd;
  const head = readHead(
    tokens,
    wordsFrom,
    marks,
    endings,
    quantity !== null && wordsFrom === numberEnd,
    from,
  );
  if (!head) {
    return (
      quantity && {
        first: from,
        last: numberEnd - 1,
        head: null,
        quantity,
        wordsFrom: numberEnd,
        determiner,
        name: null,
      }
    );
  }
  return { first: from, ...head, quantity, wordsFrom, determiner, name: marks.nameAt[head.head] ?? null };
}

function skipOpeners(tokens: readonly Token[], from: number, marks: Marks): number {
  let i = from;
  while (i < tokens.length && isOpener(tokens[i]) && !marks.quantityAt[i]) i += 1;
  return i;
}

/** "an estimated 200", "the latest 48": words between the article and the number belong to the phrase. */
function skipToNumber(tokens: readonly Token[], from: number, marks: Marks): number {
  let i = from;
  while (i - from < 3 && !marks.quantityAt[i] && isBeforeNumber(tokens[i], marks)) i += 1;
  return marks.quantityAt[i] ? i : from;
}

/** Not "The incumbent | received 1,200 votes": whoever does it is tagged as an adjective. */
const isBeforeNumber = (token: Token | undefined, { persons }: Marks): boolean =>
  token !== undefined &&
  (token.pos === 'ADJ' || token.pos === 'VERB' || token.pos === 'ADV') &&
  !persons.has(token.lower);

/** Behind "dozens" or "two" over "of the" to the noun, where both are one phrase. */
function skipOf(tokens: readonly Token[], i: number, marks: Marks): number {
  return tokens[i]?.lower === 'of' && joinsBehindOf(tokens, i, marks) ? skipOpeners(tokens, i + 1, marks) : i;
}

const OPENERS = new Set('his her their its our my your another other all both'.split(' '));
const isOpener = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'DET' || OPENERS.has(token.lower));

/** "dozens of people" and "two of the victims" are one phrase; "25 of whom" and "a rise of five" are not. */
function joinsBehindOf(tokens: readonly Token[], of: number, marks: Marks): boolean {
  const next = tokens[of + 1];
  if (!next || marks.quantityAt[of + 1] || (next.pos === 'PRON' && !isOpener(next))) return false;
  const quantity = marks.quantityAt[of - 1];
  if (quantity?.unit === 'percent' || quantity?.role === 'fraction') return true;
  return VAGUE_PLURAL.test(tokens[of - 1]?.lower ?? '') || isOpener(next);
}

function readHead(
  tokens: readonly Token[],
  from: number,
  marks: Marks,
  endings: ReadonlySet<string>,
  afterNumber: boolean,
  opened: number,
): { head: number; last: number } | null {
  let head: number | null = null;
  const opening = endOfAdjectives(tokens, from) ?? from;
  let last = opening - 1;
  if (afterNumber && (endsNumber(tokens, from, endings) || beginsTime(tokens, from, marks))) return null;
  for (let i = opening; i < tokens.length && !(i > from && breaksOff(tokens, i, head, marks)); i += 1) {
    if (head === i - 1 && isFate(tokens, i, endings, marks)) break;
    if (isHead(tokens, i, head, marks)) head = i;
    else if (!isInside(tokens[i]?.pos)) {
      if (staysInside(tokens, i, head, opened, from, marks)) continue;
      break;
    }
    last = i;
  }
  return head === null ? null : { head, last: Math.max(head, trimmed(tokens, head, last)) };
}

/** "an Islamic Front (IF) leader": whether a bracket around a short form stands there that a noun follows. */
function isShortForm(tokens: readonly Token[], i: number): boolean {
  const open = tokens[i]?.text === ')' ? i - 2 : i;
  return (
    tokens[open]?.text === '(' &&
    /^\p{Lu}{2}/u.test(tokens[open + 1]?.text ?? '') &&
    tokens[open + 2]?.text === ')' &&
    tokens[open + 3]?.pos === 'NOUN'
  );
}

/** A number, or the edge of a time ("Negotiations | yesterday"), begins a phrase of its own. */
const isBreak = (i: number, marks: Marks): boolean =>
  marks.quantityAt[i] !== null || marks.timeAt[i] !== marks.timeAt[i - 1];

/** "under the plan | Israeli troops would leave": a demonym behind a common noun begins the next phrase. */
const opensNext = (tokens: readonly Token[], i: number, head: number | null, marks: Marks): boolean =>
  head === i - 1 && marks.placeAt[i]?.adjective === true && tokens[head]?.pos === 'NOUN';

/** Words that are passed over on the way to the head, without ending the phrase. */
const staysInside = (
  tokens: readonly Token[],
  i: number,
  head: number | null,
  opened: number,
  from: number,
  marks: Marks,
): boolean =>
  (i > opened && isInner(tokens, i, head)) ||
  (head !== null && isShortForm(tokens, i)) ||
  (head !== null && opened < from && goesOn(tokens, i, from, marks));

/** The number counts what is joined to its noun too. */
const goesOn = (tokens: readonly Token[], i: number, from: number, { quantityAt, persons }: Marks): boolean =>
  joinsNouns(tokens, i, persons) || (quantityAt[from - 1] != null && joinsList(tokens, i, persons));

const breaksOff = (tokens: readonly Token[], i: number, head: number | null, marks: Marks): boolean =>
  isBreak(i, marks) || opensNext(tokens, i, head, marks);

/** Whether a word is the head so far: a noun, more of the name that is it, an adjective for people ("a Hamas | militant"). */
function isHead(tokens: readonly Token[], i: number, head: number | null, marks: Marks): boolean {
  const named = marks.nameAt[i] !== null && marks.nameAt[i] === marks.nameAt[head ?? -1];
  return named || canHead(tokens, i, marks) || (isHeadless(tokens, i, head) && isPerson(tokens, i, marks));
}

const canHead = (tokens: readonly Token[], i: number, marks: Marks): boolean =>
  isNominal(tokens[i]?.pos) || marks.placeAt[i] !== null;

/** An adjective that stands for people where no noun follows: "one civilian", "two locals". */
const isPerson = (tokens: readonly Token[], i: number, { persons }: Marks): boolean =>
  tokens[i]?.pos === 'ADJ' && persons.has(tokens[i]?.lower ?? '') && !describesNoun(tokens, i);

/** "362 detained", "six dead": the word says what happened to them, unless a noun follows ("two dead soldiers"). */
const endsNumber = (tokens: readonly Token[], i: number, endings: ReadonlySet<string>): boolean =>
  endings.has(tokens[i]?.lower ?? '') &&
  !isNominal(tokens[i + 1]?.pos) &&
  endOfAdjectives(tokens, i) === null;

/** "several others | abducted": a participle that the tagger takes for one more noun. */
const isFate = (
  tokens: readonly Token[],
  i: number,
  endings: ReadonlySet<string>,
  { persons }: Marks,
): boolean => {
  if (tokens[i]?.pos !== 'NOUN' || !endsNumber(tokens, i, endings)) return false;
  const { lower = '' } = tokens[i] ?? {};
  const person = tokens[i - 1];
  // "two people shot | at them" are those who fired, "shot and/or stabbed" tells of neither.
  const next = `${tokens[i + 1]?.lower} ${tokens[i + 2]?.lower}`;
  if (lower === 'shot' && /^at | or$|^or /.test(next)) return false;
  return /ed$/.test(lower) || (lower === 'shot' && person !== undefined && persons.has(nounLemma(person)));
};

/** "rose to 428 | last week": a time begins right behind the number. */
const beginsTime = (tokens: readonly Token[], i: number, { timeAt }: Marks): boolean =>
  (timeAt[i]?.start ?? -1) >= (tokens[i]?.start ?? 0);

/** A phrase does not end on an adjective that belongs to what follows ("six people dead"). */
function trimmed(tokens: readonly Token[], head: number, last: number): number {
  let end = last;
  while (end > head && !isNominal(tokens[end]?.pos)) end -= 1;
  return end;
}
