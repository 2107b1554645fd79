import type { Token } from '../../../sentence/sentence.ts';
import { beginsPhrase, closesQuote, isQuoteMark, opensQuote } from './phrase.ts';
import { WH } from './words.ts';

/** Does a clause, a quotation or a "to" stand behind the verb? */
export function hasClause(tokens: readonly Token[], after: number): boolean {
  let i = after;
  while (tokens[i]?.pos === 'ADV' && !WH.has(tokens[i]?.lower ?? '')) i += 1;
  const next = tokens[i];
  if (next === undefined) return false;
  if (next.lower === 'that' || (WH.has(next.lower) && next.lower !== 'which')) return true;
  if (next.text === ':' || opensQuote(next, tokens[i + 1])) return true;
  if (next.text === ',' && opensQuote(tokens[i + 1], tokens[i + 2])) return true;
  if (next.lower === 'to' && tokens[i + 1]?.pos === 'VERB') return false;
  return (
    (beginsPhrase(next) && hasFiniteVerb(tokens, i)) || boundedClause(tokens, after) || thatSoon(tokens, i)
  );
}

/** "estimate at least 7,000 civilians died": a clause that begins with a bound in front of a number. */
export function boundedClause(tokens: readonly Token[], start: number): boolean {
  let i = start;
  while (i - start < 3 && /^(?:ADP|ADV|ADJ)$/.test(tokens[i]?.pos ?? '')) i += 1;
  if (i === start || tokens[i]?.pos !== 'NUM') return false;
  // "estimates between 60,000 and 80,000 people fled": the clause has its subject behind the second number.
  const ranged = /^(?:and|to|or|-|–)$/.test(tokens[i + 1]?.lower ?? '') && tokens[i + 2]?.pos === 'NUM';
  return hasFiniteVerb(tokens, ranged ? i + 2 : i);
}

/** "at the time that", "on Monday that": a clause behind when and where. */
function thatSoon(tokens: readonly Token[], start: number): boolean {
  if (!/^(?:ADP|PROPN|ADV)$/.test(tokens[start]?.pos ?? '')) return false;
  for (let i = start; i < tokens.length && i - start < 7; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'PUNCT' || token.pos === 'VERB') return false;
    if (token.lower === 'that') return /^(?:NOUN|PROPN|ADV)$/.test(tokens[i - 1]?.pos ?? '');
  }
  return false;
}

export function hasFiniteVerb(tokens: readonly Token[], start: number): boolean {
  for (let i = start; i < tokens.length && i - start < 16; i += 1) {
    const token = tokens[i];
    if (token === undefined || /^[.;:,?!]$/u.test(token.text) || isQuoteMark(token)) return false;
    if (i > start && /^(which|who|that|whose|as|to|by|and|while|after|because|when)$/u.test(token.lower))
      return false;
    if (i > start && token.pos === 'AUX') return true;
    if (i > start && token.pos === 'VERB' && !/(ing|ed)$/u.test(token.lower)) return true;
    if (i > start + 1 && token.pos === 'VERB' && token.lower.endsWith('ed')) return true;
  }
  return false;
}

/** "told | reporters at the scene": to whom it is told, behind the verb. */
const LISTENERS = /^(?:reporters|journalists|newsmen|lawmakers|parliament|media)$/;
const toldTo = (tokens: readonly Token[], verb: number): number =>
  tokens[verb]?.lemma === 'tell' && LISTENERS.test(tokens[verb + 1]?.lower ?? '') ? verb + 1 : verb;

/** Does what is attributed stand before: "…, the ministry said." or "… ” he added"? */
export function contentBefore(tokens: readonly Token[], subjectFrom: number, verb: number): boolean {
  const verbTo = toldTo(tokens, verb);
  const before = tokens[subjectFrom - 1];
  if (before === undefined) return false;
  if (closesQuote(before, tokens[subjectFrom - 2])) return true;
  if (before.text !== ',') return false;
  const next = tokens[verbTo + 1];
  if (next === undefined || /^[.;!?—–―-]$/u.test(next.text) || isQuoteMark(next)) return true;
  if (next.text === ',' || next.text === ':') return !opensQuote(tokens[verbTo + 2], tokens[verbTo + 3]);
  return /^(ADV|ADP|PROPN)$/u.test(next.pos) && !hasVerbSoon(tokens, verbTo + 1);
}

/** Does the cue close its sentence, but for a day: "… a monitor said.", "… officials said on Monday."? */
export function isTerminal(tokens: readonly Token[], verbTo: number): boolean {
  for (let i = verbTo + 1; i < tokens.length && i - verbTo < 6; i += 1) {
    const token = tokens[i];
    if (token === undefined || /^[.!?]$/u.test(token.text)) return true;
    if (
      !/^(on|late|early|in|a|statement|the|day|yesterday|today|earlier|later)$/u.test(token.lower) &&
      token.pos !== 'PROPN' &&
      token.pos !== 'ADV'
    )
      return false;
  }
  return verbTo + 1 >= tokens.length - 5;
}

/** A verb before the next mark or conjunction: then what is said follows. */
function hasVerbSoon(tokens: readonly Token[], start: number): boolean {
  for (let i = start; i < tokens.length && i - start < 14; i += 1) {
    const token = tokens[i];
    if (token === undefined || /^[.;,!?]$/u.test(token.text)) return false;
    if (/^(after|as|when|while|before|because|who|which)$/u.test(token.lower)) return false;
    if (
      token.lower === 'that' ||
      opensQuote(token, tokens[i + 1]) ||
      token.pos === 'VERB' ||
      token.pos === 'AUX'
    )
      return true;
  }
  return false;
}

/** Does a quotation stand directly beside the verb? */
export const hasQuote = (tokens: readonly Token[], after: number): boolean =>
  tokens[after]?.text === ':' ||
  opensQuote(tokens[after], tokens[after + 1]) ||
  (tokens[after]?.text === ',' && opensQuote(tokens[after + 1], tokens[after + 2]));

/** Does something acted upon stand behind the verb? */
export function hasObject(tokens: readonly Token[], after: number): boolean {
  let i = after;
  while (tokens[i]?.pos === 'ADV') i += 1;
  const next = tokens[i];
  if (next === undefined) return false;
  return (
    (beginsPhrase(next) && !/^(that|which|who)$/u.test(next.lower)) ||
    next.lower === 'what' ||
    opensQuote(next, tokens[i + 1]) ||
    next.pos === 'PRON' ||
    (next.pos === 'VERB' && next.lower.endsWith('ing'))
  );
}

export const hasInfinitive = (tokens: readonly Token[], after: number): boolean => {
  const at = tokens[after]?.lower === 'not' ? after + 1 : after;
  return (
    tokens[at]?.lower === 'to' &&
    (tokens[at + 1]?.pos === 'VERB' || tokens[at + 1]?.pos === 'AUX' || tokens[at + 1]?.pos === 'ADV')
  );
};
