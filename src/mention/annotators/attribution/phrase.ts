import type { Token } from '../../../sentence/sentence.ts';

/** A run of tokens: first and last index, both inside. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const OPENING = new Set(['“', '‘', '«', '„']);
const CLOSING = new Set(['”', '’', '»']);
const EITHER = new Set(['"', "''", '``', "'"]);
export const isQuoteMark = (token: Token | undefined): boolean =>
  token !== undefined && (OPENING.has(token.text) || CLOSING.has(token.text) || EITHER.has(token.text));
export const opensQuote = (token: Token | undefined, next: Token | undefined): boolean =>
  token !== undefined && (OPENING.has(token.text) || (EITHER.has(token.text) && (next?.inQuote ?? true)));
export const closesQuote = (token: Token | undefined, before: Token | undefined): boolean =>
  token !== undefined && (CLOSING.has(token.text) || (EITHER.has(token.text) && (before?.inQuote ?? true)));

const NAMELIKE = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const INSIDE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PART', 'SYM']);
const ATTACHED = new Set([
  'of',
  'for',
  'in',
  'from',
  'at',
  'on',
  'with',
  'to',
  'by',
  'near',
  'under',
  'about',
  'inside',
  'within',
  'against',
  'across',
]);
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);
const SUBJECT_PRONOUNS = new Set([
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  'you',
  'who',
  'which',
  'that',
  'this',
  'these',
  'those',
  'everyone',
  'everybody',
  'nobody',
  'someone',
  'somebody',
  'anyone',
]);
const DETERMINERS = new Set([
  'many',
  'some',
  'others',
  'most',
  'few',
  'several',
  'both',
  'all',
  'another',
  'one',
  'those',
  'these',
  'neither',
  'none',
  'each',
]);
const POSSESSIVE = new Set(["'s", '’s', '’', "'"]);

export const isPossessive = (token: Token | undefined): boolean =>
  token !== undefined && token.pos === 'PART' && POSSESSIVE.has(token.text);
export const isSubjectPronoun = (token: Token | undefined): boolean =>
  token !== undefined && SUBJECT_PRONOUNS.has(token.lower);

/** Can a noun phrase end with this token? */
export function endsPhrase(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return NAMELIKE.has(token.pos) || DETERMINERS.has(token.lower) || token.lower === 'officials';
}

/** Can a noun phrase begin with this token? */
export function beginsPhrase(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return NAMELIKE.has(token.pos) || token.pos === 'DET' || token.pos === 'ADJ';
}

const startsModifier = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (token === undefined || before === undefined || !(before.pos === 'NOUN' || before.pos === 'PROPN'))
    return false;
  return token.pos === 'ADJ' || (token.pos === 'VERB' && /(ed|ing|en|wn|ld|de)$/u.test(token.lower));
};

/**
 * The noun phrase that ends at `end`, with "of", "in" and the like and reduced modifiers
 * ("a Hamas official involved in the meetings in Egypt"); null when no noun phrase ends there.
 */
export function phraseBefore(tokens: readonly Token[], end: number, reach = 25): Run | null {
  if (!endsPhrase(tokens[end])) return null;
  if (isSubjectPronoun(tokens[end]) && tokens[end]?.pos === 'PRON') return { from: end, to: end };
  let from = end;
  for (let i = end - 1; i >= 0 && end - i < reach; i -= 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (INSIDE.has(token.pos) && !isQuoteMark(token)) {
      from = i;
      continue;
    }
    if (
      isPossessive(token) ||
      (token.pos === 'PRON' && /^(his|her|its|their|our|my|your)$/u.test(token.lower))
    ) {
      from = i;
      continue;
    }
    if ((token.text === '-' || token.text === '&' || token.text === '/' || token.text === '.') && i > 0) {
      from = i;
      continue;
    }
    if (
      token.lower === 'and' &&
      endsPhrase(tokens[i - 1]) &&
      isCapital(tokens[i + 1]) &&
      isCapital(tokens[i - 1])
    )
      continue;
    if (ATTACHED.has(token.lower) && (endsPhrase(tokens[i - 1]) || startsModifier(tokens, i - 1))) {
      if (!endsPhrase(tokens[i - 1])) i -= 1;
      continue;
    }
    break;
  }
  while (from < end && (tokens[from]?.pos === 'PART' || tokens[from]?.text === '-')) from += 1;
  return { from, to: end };
}

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

/** The noun phrase that begins at `start`, with what hangs on it by "of", "for", "at"; null when none begins there. */
export function phraseAfter(tokens: readonly Token[], start: number, reach = 25): Run | null {
  if (!beginsPhrase(tokens[start])) return null;
  if (isSubjectPronoun(tokens[start]) && tokens[start]?.pos === 'PRON') return { from: start, to: start };
  let to = -1;
  for (let i = start; i < tokens.length && i - start < reach; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const joins =
      token.text === '-' ||
      token.text === '&' ||
      isPossessive(token) ||
      (token.pos === 'PRON' && /^(his|her|its|their|our|my|your)$/u.test(token.lower)) ||
      (to === i - 1 && ATTACHED.has(token.lower) && beginsPhrase(tokens[i + 1])) ||
      (to === i - 1 && token.lower === 'and' && isCapital(tokens[i + 1]) && isCapital(tokens[i - 1]));
    if (joins && i > start) continue;
    if (!INSIDE.has(token.pos) || isQuoteMark(token)) {
      if (!(i === start && endsPhrase(token))) break;
    }
    if (endsPhrase(token)) to = i;
  }
  return to === -1 ? null : { from: start, to };
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
