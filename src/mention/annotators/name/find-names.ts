import { startsLetter, startsUpper } from '../../../letters.ts';
import type { Sentence, Token } from '../../../sentence/sentence.ts';
import type { NameWords } from '../../../vocabulary/titles.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { PlaceMention } from '../../mention.ts';
import { textOf } from '../text-of.ts';

/** A name, or a short form of one, before it is decided whose it is. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: 'person' | 'organisation' | 'unknown';
  /** "the ministry": not a name itself; holds its head noun. */
  readonly shortFor: string | null;
  /** One word at the start of a sentence, or anything in a title: a name only if the text proves it elsewhere. */
  readonly weak: boolean;
  /** What the form of address before it tells: "Mr. Roe", "Mrs. Roe". */
  readonly sex: 'man' | 'woman' | null;
}

const LINKS = new Set([
  'al',
  'el',
  'ul',
  'bin',
  'ibn',
  'bint',
  'abu',
  'de',
  'la',
  'van',
  'von',
  'der',
  'den',
  'del',
  'della',
  'di',
  'da',
  'du',
  'of',
  'for',
  'the',
  'and',
  '-',
  '&',
  '’',
  "'",
  '.',
]);
/** Links that may only join the words of a body: "Ministry of Foreign Affairs", not "President of Egypt". */
const BODY_LINKS = new Set(['of', 'for', 'the', 'and', '&']);
/** What the tagger takes a name for, besides a name. */
const NAMELIKE = new Set(['NOUN', 'ADJ', 'X', 'VERB']);
const JOINTS = new Set(['-', '’', "'", '.']);

const isUpper = (token: Token | undefined): token is Token => token !== undefined && startsUpper(token.text);

/** What the words of one sentence are, besides capitals. */
interface Reading {
  readonly tokens: readonly Token[];
  /** Tokens of a place name, and of a demonym. */
  readonly place: ReadonlySet<number>;
  readonly words: NameWords;
  readonly titleCase: boolean;
  /** "Ted Roe was there": a given name, whatever else the word may be. */
  readonly isGiven: (lower: string) => boolean;
}

/** Runs of capitals of one sentence, cut into titles and names, and definite short forms such as "the ministry". */
export function findNames(
  sentence: Sentence,
  vocabulary: Vocabulary,
  places: readonly PlaceMention[],
): FoundName[] {
  const { tokens } = sentence;
  const { men, women } = vocabulary.persons;
  const reading: Reading = {
    tokens,
    isGiven: (lower) => men.has(lower) || women.has(lower),
    place: placeTokens(tokens, places),
    words: vocabulary.nameWords,
    titleCase: isTitleCase(tokens),
  };
  const found: FoundName[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const short = tokens[i]?.lower === 'the' ? shortForm(tokens, i, vocabulary) : null;
    if (short !== null) {
      found.push(short);
      i += 1;
    } else if (startsName(reading, i)) {
      const end = runEnd(reading, i);
      const name = cutRun(reading, i, end, vocabulary);
      if (name !== null) found.push(name);
      i = end;
    }
  }
  return found;
}

function placeTokens(tokens: readonly Token[], places: readonly PlaceMention[]): ReadonlySet<number> {
  const found = new Set<number>();
  let at = 0;
  for (const place of places) {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < place.start) at += 1;
    for (let i = at; i < tokens.length && (tokens[i]?.end ?? Infinity) <= place.end; i += 1) found.add(i);
  }
  return found;
}

/** Most longer words in capitals, no full stop: a title, where a capital tells nothing. */
function isTitleCase(tokens: readonly Token[]): boolean {
  if (/^[.!?”"]$/u.test(tokens.at(-1)?.text ?? '')) return false;
  let long = 0;
  let capitals = 0;
  for (const { text } of tokens) {
    if (text.length < 4 || !FOUR_LETTERS.test(text)) continue;
    long += 1;
    if (startsUpper(text)) capitals += 1;
  }
  return long > 3 && capitals > long * 0.7;
}
const FOUR_LETTERS = /^(?:[A-Za-z]{4}|\p{L}{4})/u;

const opensSentence = (tokens: readonly Token[], i: number): boolean =>
  i === 0 || /^[“"‘:—–•-]$/u.test(tokens[i - 1]?.text ?? '');

function startsName({ tokens, words, titleCase, isGiven }: Reading, i: number): boolean {
  const token = tokens[i];
  if (!isUpper(token) || words.never.has(token.text)) return false;
  if (token.pos === 'PROPN') return true;
  if (titleCase) return false;
  if (opensSentence(tokens, i))
    return isUpper(tokens[i + 1]) && (!/^(?:VERB|ADP)$/u.test(token.pos) || isGiven(token.lower));
  return NAMELIKE.has(token.pos);
}

function runEnd({ tokens, words }: Reading, start: number): number {
  let end = start;
  let body = words.organisations.has(tokens[start]?.text ?? '');
  for (let i = start + 1; i < tokens.length && i - start < 14; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    // "40 Rebels Killed in …": behind a number the verb is no part of whoever is counted.
    if (token.pos === 'VERB' && tokens[start - 1]?.pos === 'NUM') break;
    if (isUpper(token) && !words.never.has(token.text)) {
      end = i;
      body ||= words.organisations.has(token.text);
    } else if (isTorn(tokens, i)) end = i;
    else if (i - end > 2 || !links(tokens, i, body)) break;
  }
  return end;
}

/** A piece that the tokeniser cut off a word: "Erdo|ğan". */
const isTorn = (tokens: readonly Token[], i: number): boolean =>
  startsLetter(tokens[i]?.text ?? '') &&
  tokens[i]?.start === tokens[i - 1]?.end &&
  /\p{L}$/u.test(tokens[i - 1]?.text ?? '') &&
  tokens[i]?.pos !== 'PART';

function links(tokens: readonly Token[], i: number, body: boolean): boolean {
  const token = tokens[i];
  if (token === undefined || token.pos === 'PART' || !LINKS.has(token.lower)) return false;
  if (BODY_LINKS.has(token.lower)) return body;
  return !JOINTS.has(token.text) || token.start === tokens[i - 1]?.end;
}

/** Leaves out leading demonyms and titles, and runs that are nothing but places. */
function cutRun(reading: Reading, start: number, end: number, vocabulary: Vocabulary): FoundName | null {
  const { tokens, words, titleCase } = reading;
  const body = isBody(reading, start, end);
  const from = body ? start : skipTitles(reading, start, end);
  const titled = from > start && !reading.place.has(from - 1);
  const last = body || titled ? end : skipPlacesBack(reading, from, end);
  const first = tokens[from];
  const final = tokens[last];
  if (first === undefined || final === undefined || last < from) return null;
  if (allPlaces(reading, from, last) && !titled) return null;
  if (from === last && words.titles.has(first.text)) return null;
  const single = !tokens.slice(from + 1, last + 1).some(isUpper);
  return {
    start: first.start,
    end: final.end,
    text: textOf(tokens, from, last),
    type: body ? 'organisation' : titled ? 'person' : typeOf(tokens, from, last, vocabulary),
    shortFor: null,
    weak:
      titleCase || (single && !titled && opensSentence(tokens, from) && !/^\p{Lu}{2,}$/u.test(first.text)),
    sex: titled ? addressed(tokens, from) : null,
  };
}

function addressed(tokens: readonly Token[], from: number): FoundName['sex'] {
  const dot = tokens[from - 1]?.text === '.' ? 1 : 0;
  const title = (tokens[from - 1 - dot]?.lower ?? '').replace(/\.$/u, '');
  if (title === 'mr') return 'man';
  return /^(?:mrs|ms|miss)$/u.test(title) ? 'woman' : null;
}

/** A run is a body of people when it ends in such a word ("Foreign Ministry") or has one before "of" or "for". */
function isBody({ tokens, words }: Reading, start: number, end: number): boolean {
  const last = tokens[end]?.text ?? '';
  if (words.organisations.has(last) && (end > start || !words.titles.has(last))) return true;
  for (let i = start; i < end; i += 1) {
    if (/^(of|for)$/u.test(tokens[i + 1]?.lower ?? '') && words.organisations.has(tokens[i]?.text ?? ''))
      return true;
  }
  return false;
}

/** Behind the last title of the run, or behind demonyms at its front. */
function skipTitles({ tokens, words, place }: Reading, start: number, end: number): number {
  let from = start;
  for (let i = start; i < end; i += 1) {
    if (words.titles.has(tokens[i]?.text ?? '')) from = i + 1;
  }
  while (from < end && (place.has(from) || JOINTS.has(tokens[from]?.text ?? ''))) from += 1;
  return from;
}

function skipPlacesBack({ place }: Reading, from: number, end: number): number {
  let last = end;
  while (last > from && place.has(last)) last -= 1;
  return last;
}

function allPlaces({ tokens, place }: Reading, from: number, to: number): boolean {
  for (let i = from; i <= to; i += 1) if (isUpper(tokens[i]) && !place.has(i)) return false;
  return true;
}

function typeOf(
  tokens: readonly Token[],
  from: number,
  end: number,
  vocabulary: Vocabulary,
): FoundName['type'] {
  const before = tokens[from - 1];
  const kind = before && vocabulary.speakers.get(before.lower);
  if (before?.pos === 'NOUN' && (kind === 'person' || kind === 'authority') && !/[^s]s$/u.test(before.lower))
    return 'person';
  const letters = tokens.slice(from, end + 1).filter(isUpper);
  if (letters.length === 1 && /^\p{Lu}{2,6}$/u.test(letters[0]?.text ?? '')) return 'organisation';
  if (tokens[end + 1]?.text === ',' && tokens[end + 2]?.pos === 'NUM' && tokens[end + 3]?.text === ',')
    return 'person';
  return 'unknown';
}

/** "the ministry", "the group": a definite noun that a body of people named before may be meant by. */
function shortForm(tokens: readonly Token[], i: number, vocabulary: Vocabulary): FoundName | null {
  const token = tokens[i];
  const noun = tokens[i + 1];
  if (token?.lower !== 'the' || noun === undefined || noun.pos !== 'NOUN' || startsUpper(noun.text))
    return null;
  const kind = vocabulary.speakers.get(noun.lower);
  if (kind === undefined || /^(reads|witness|anonymous)$/u.test(kind)) return null;
  if (/^(NOUN|PROPN|PART)$/u.test(tokens[i + 2]?.pos ?? '') || tokens[i + 2]?.lower === 'of') return null;
  const text = textOf(tokens, i, i + 1);
  return {
    start: token.start,
    end: noun.end,
    text,
    type: 'unknown',
    shortFor: noun.lower,
    weak: false,
    sex: null,
  };
}
