import { isAsciiLetter, startsLetter, startsUpper } from '../../../letters.ts';
import type { Token } from '../../../sentence/sentence.ts';

/** A run of tokens: first and last index, both inside. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const OPENING = new Set(['“', '‘', '«', '„']);
const CLOSING = new Set(['”', '’', '»']);
const EITHER = new Set(['"', "''", '``', "'"]);
const BEFORE_CLOSING = /^[,.?!…'"]$/u;

/** Asked of nearly every word: only what begins with no letter is looked up. */
export const isQuoteMark = (token: Token | undefined): boolean =>
  token !== undefined &&
  !isAsciiLetter(token.text.charCodeAt(0)) &&
  token.pos !== 'PART' &&
  (OPENING.has(token.text) || CLOSING.has(token.text) || EITHER.has(token.text));

/** A mark that opens a quotation; a straight one is told by its neighbours. */
export const opensQuote = (token: Token | undefined, next: Token | undefined): boolean =>
  token !== undefined &&
  isQuoteMark(token) &&
  (OPENING.has(token.text) ||
    (EITHER.has(token.text) && (next === undefined || next.inQuote || token.text === "'")));

/** A mark that closes a quotation; a straight one is told by its neighbours. */
export const closesQuote = (token: Token | undefined, before: Token | undefined): boolean =>
  token !== undefined &&
  isQuoteMark(token) &&
  (CLOSING.has(token.text) ||
    (EITHER.has(token.text) && (before === undefined || before.inQuote || BEFORE_CLOSING.test(before.text))));

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const NAMELIKE = words('NOUN PROPN PRON NUM');
const INSIDE = words('NOUN PROPN ADJ NUM DET SYM');
const ATTACHED = words(
  'of for in into from at on with to by near under about inside within against across around throughout over among outside behind between',
);
export const RELATIVE = words('who which that whom whose');
const SUBJECT_PRONOUNS = words(
  'he she they it i we you who which that this these those everyone everybody nobody someone somebody anyone',
);
const DETERMINERS = words(
  'many some others most few several both all another one those these neither none each',
);
const OWNERS = words('his her its their our my your');
const POSSESSIVE = words("'s ’s ’ '");

export const isPossessive = (token: Token | undefined): boolean =>
  token !== undefined && token.pos === 'PART' && POSSESSIVE.has(token.text);
export const isOwner = (token: Token | undefined): boolean => token !== undefined && OWNERS.has(token.lower);
export const isSubjectPronoun = (token: Token | undefined): boolean =>
  token !== undefined && token.pos !== 'PROPN' && SUBJECT_PRONOUNS.has(token.lower);
export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && startsUpper(token.text) && /^.\p{L}/u.test(token.text);

/** A name that the tagger took for a verb or an adjective: "Lynch", "Close". */
const isHiddenName = (token: Token): boolean =>
  isCapital(token) &&
  (token.pos === 'VERB' || token.pos === 'ADJ' || token.pos === 'X') &&
  !/(ing|ed)$/u.test(token.lower);

/** Can a noun phrase end with this token? */
export const endsPhrase = (token: Token | undefined): boolean =>
  token !== undefined && (NAMELIKE.has(token.pos) || DETERMINERS.has(token.lower) || isHiddenName(token));

/** The same, or an adjective that stands for a noun: "the general", "the regional general", "the wounded". */
export const endsPhraseAt = (tokens: readonly Token[], i: number): boolean =>
  endsPhrase(tokens[i]) ||
  (tokens[i]?.pos === 'ADJ' && tokens[tokens[i - 1]?.pos === 'ADJ' ? i - 2 : i - 1]?.pos === 'DET');

/** Can a noun phrase begin with this token? */
export const beginsPhrase = (token: Token | undefined): boolean =>
  token !== undefined && (endsPhrase(token) || token.pos === 'DET' || token.pos === 'ADJ');

const isLink = (token: Token): boolean => /^[-&/.]$/u.test(token.text);
const isInside = (token: Token | undefined): boolean =>
  token !== undefined &&
  !isQuoteMark(token) &&
  (INSIDE.has(token.pos) || isPossessive(token) || isOwner(token) || isHiddenName(token));

/** Capitalised on both sides: "Iran and Qatar", "Health and Safety". */
const joinsNames = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === 'and' && isCapital(tokens[i + 1]) && isCapital(tokens[i - 1]);

/** "involved in", "familiar with": a modifier that hangs on the noun before it. */
function startsModifier(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (token === undefined || before === undefined) return false;
  if (!(before.pos === 'NOUN' || before.pos === 'PROPN' || DETERMINERS.has(before.lower))) return false;
  return token.pos === 'ADJ' || (token.pos === 'VERB' && /(ed|ing|en|wn|ld|de|close)$/u.test(token.lower));
}

/** Half of a compound ("closed | - | door"), or a participle in a name ("Associated Press"). */
function inCompound(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const [left, right] = [tokens[i - 1], tokens[i + 1]];
  return (
    token !== undefined &&
    startsLetter(token.text) &&
    ((token.pos === 'VERB' && isCapital(token) && right?.pos === 'PROPN' && i > 0) ||
      (right?.text === '-' && right.start === token.end) ||
      (left?.text === '-' && left.end === token.start))
  );
}

const isArticle = (word: string | undefined): boolean => word === 'the' || word === 'a' || word === 'an';

/** An article begins a phrase: in "ten children | the ministry said" nothing before it belongs to it. */
const closesPhrase = (tokens: readonly Token[], i: number): boolean =>
  isArticle(tokens[i + 1]?.lower) && /^(NOUN|PROPN|PRON|NUM|ADJ)$/u.test(tokens[i]?.pos ?? '');

/** How many tokens to the left of `i` still belong to the phrase: 0 ends it. */
function stepLeft(tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  if (token === undefined || closesPhrase(tokens, i)) return 0;
  if (isInside(token) || inCompound(tokens, i) || (isLink(token) && i > 0)) return 1;
  if (endsPhrase(tokens[i - 1]) && joinsNames(tokens, i)) return 1;
  if (!ATTACHED.has(token.lower)) return 0;
  if (endsPhrase(tokens[i - 1])) return 1;
  return startsModifier(tokens, i - 1) ? 2 : 0;
}

/**
 * The noun phrase that ends at `end`, with "of", "in" and the like and reduced modifiers
 * ("a Hamas official involved in the meetings in Egypt"); null when no noun phrase ends there.
 */
export function phraseBefore(tokens: readonly Token[], end: number, reach = 25): Run | null {
  if (!endsPhraseAt(tokens, end)) return null;
  if (isSubjectPronoun(tokens[end]) && tokens[end]?.pos === 'PRON') return { from: end, to: end };
  let from = end;
  for (let i = end - 1; i >= 0 && end - i < reach; ) {
    const step = stepLeft(tokens, i);
    if (step === 0) break;
    if (isInside(tokens[i]) || inCompound(tokens, i)) from = i;
    i -= step;
  }
  while (from < end && (isPossessive(tokens[from]) || tokens[from]?.text === '-')) from += 1;
  return { from, to: end };
}

/** The noun phrase that begins at `start`, with what hangs on it by "of", "for", "at"; null when none begins there. */
export function phraseAfter(tokens: readonly Token[], start: number, reach = 25): Run | null {
  if (!(beginsPhrase(tokens[start]) || inCompound(tokens, start)) || isQuoteMark(tokens[start])) return null;
  if (isSubjectPronoun(tokens[start]) && tokens[start]?.pos === 'PRON') return { from: start, to: start };
  let to = -1;
  for (let i = start; i < tokens.length && i - start < reach; i += 1) {
    const token = tokens[i];
    if (token === undefined || isQuoteMark(token) || (i > start && token.lower === 'that')) break;
    if (endsPhrase(token)) to = i;
    else if (!isInside(token) && !inCompound(tokens, i) && !continuesRight(tokens, i, to)) break;
  }
  return to === -1 ? null : { from: start, to };
}

function continuesRight(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (/^[-&]$/u.test(token.text)) return true;
  return (
    to === i - 1 && ((ATTACHED.has(token.lower) && beginsPhrase(tokens[i + 1])) || joinsNames(tokens, i))
  );
}

/** From `start` to the next comma or other mark: what "according to" names when its words are hard to read. */
export function untilMark(tokens: readonly Token[], start: number, reach = 12): Run | null {
  let to = start - 1;
  while (to + 1 < tokens.length && to - start < reach && tokens[to + 1]?.pos !== 'PUNCT') to += 1;
  return to < start ? null : { from: start, to };
}

/** The noun phrase before a relative clause that ends at `end`: "officials who attended the meeting". */
export function beforeRelative(tokens: readonly Token[], end: number): Run | null {
  for (let i = end; i > 0 && end - i < 14; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || isQuoteMark(token)) return null;
    if (RELATIVE.has(token.lower) && i < end) return phraseBefore(tokens, i - 1);
  }
  return null;
}
