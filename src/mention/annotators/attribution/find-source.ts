import type { Token } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import { headOf } from './can-speak.ts';
import { isTerminal } from './complement.ts';
import { type Cue, skipAdverbs } from './find-cues.ts';
import {
  beforeRelative,
  beginsPhrase,
  closesQuote,
  endsPhraseAt,
  isPossessive,
  isQuoteMark,
  isSubjectPronoun,
  phraseAfter,
  phraseBefore,
  RELATIVE,
  type Run,
} from './phrase.ts';

/** The subject that stands before a verb group beginning at `group`. */
export function subjectBefore(tokens: readonly Token[], group: number): Run | null {
  const end = skipAdverbs(tokens, group - 1);
  const token = tokens[end];
  if (token === undefined) return null;
  if (/^[,—–)―]$/u.test(token.text)) return acrossParenthesis(tokens, end);
  if (isSubjectPronoun(token) && /^(who|which|that)$/u.test(token.lower)) return antecedentOf(tokens, end);
  if (!endsPhraseAt(tokens, end))
    return reducedRelative(tokens, end) ?? (end < group - 1 ? withParticiple(tokens, end) : null);
  const phrase = phraseBefore(tokens, end);
  if (phrase === null) return null;
  const left = tokens[phrase.from - 1];
  if (left?.pos === 'PROPN' && tokens[end]?.pos !== 'PRON' && !isTerminal(tokens, group)) {
    return { from: phraseBefore(tokens, phrase.from - 1)?.from ?? phrase.from, to: end };
  }
  const issuer = left?.pos === 'VERB' ? issuerOf(tokens, phrase) : null;
  if (issuer !== null) return issuer;
  if (left?.pos === 'VERB' || left?.pos === 'AUX' || left?.pos === 'ADP' || left?.pos === 'PART') {
    const head = beforeRelative(tokens, phrase.from - 1);
    if (head !== null) return { from: head.from, to: end };
    if (left.pos === 'ADP') return shortPhrase(tokens, end);
  }
  return phrase;
}

const ISSUED = /^(?:statement|communiqu[eé]|bulletin|notice|advisory|memo|letter|circular)$/u;
const ISSUING = /^(?:issue|release|publish|post|circulate|distribute|send)$/u;

/** "The ministry has released | a statement | saying": whoever issued it speaks in it. */
function issuerOf(tokens: readonly Token[], { from, to }: Run): Run | null {
  const verb = tokens[from - 1];
  if (!ISSUED.test(headOf(tokens, { from, to })?.lemma ?? '') || !ISSUING.test(verb?.lemma ?? ''))
    return null;
  let group = from - 1;
  while (/^(?:AUX|ADV)$/.test(tokens[group - 1]?.pos ?? '')) group -= 1;
  // "a statement was issued", "which issued a statement": nobody, or somebody named further on.
  return tokens[group]?.lower === 'be' ? null : subjectBefore(tokens, group);
}

/** "the mayor, | who": the phrase before, else the pronoun. */
function antecedentOf(tokens: readonly Token[], at: number): Run {
  const near = skipAdverbs(tokens, at - 1);
  const before = tokens[near]?.text === ',' ? near - 1 : near;
  return phraseBefore(tokens, before) ?? { from: at, to: at };
}

/** "a report released | last year | found" */
function withParticiple(tokens: readonly Token[], verb: number): Run | null {
  const token = tokens[verb];
  if (token?.pos !== 'VERB' || !/(?:ed|wn|en)$/u.test(token.lower)) return null;
  const head = phraseBefore(tokens, verb - 1);
  return head === null ? null : { from: head.from, to: verb };
}

/** "all the experts I interviewed said" */
function reducedRelative(tokens: readonly Token[], verb: number): Run | null {
  const subject =
    tokens[verb]?.pos === 'VERB' &&
    tokens[verb - 1]?.pos === 'PRON' &&
    !RELATIVE.has(tokens[verb - 2]?.lower ?? '');
  const head = subject ? phraseBefore(tokens, verb - 2) : null;
  return head === null ? null : { from: head.from, to: verb };
}

/** "Majed al-Ansari, a spokesman, said": from the name before the parenthesis to its end. */
function acrossParenthesis(tokens: readonly Token[], end: number): Run | null {
  const titled = titledName(tokens, end);
  if (titled !== null) return titled;
  const close = tokens[end]?.text;
  const open = close === ')' ? '(' : close;
  for (let i = end - 1; i > 0 && end - i < 40; i -= 1) {
    const token = tokens[i];
    if (token === undefined || isQuoteMark(token)) return null;
    if (token.text !== open) continue;
    const before = overState(tokens, phraseBefore(tokens, skipAdverbs(tokens, i - 1)));
    if (before === null) continue;
    const first = tokens[i + 1];
    if (first === undefined || /^(and|but|while|so)$/u.test(first.lower)) return null;
    const earlier = tokens[before.from - 1];
    if (earlier?.text === ',' && first.pos === 'PROPN' && close === ',') continue;
    // What stands in brackets says nothing of who speaks: "officials late Monday (local time) | put".
    return { from: before.from, to: close === ')' ? before.to : end - 1 };
  }
  return null;
}

/** "…, the capital's police chief, Jane Roe, | said": a title between commas belongs to the name behind it. */
function titledName(tokens: readonly Token[], end: number): Run | null {
  let comma = end - 1;
  while (tokens[comma]?.pos === 'PROPN') comma -= 1;
  if (tokens[end]?.text !== ',' || tokens[comma]?.text !== ',' || end - comma < 3) return null;
  const placed = tokens[comma - 1]?.pos === 'PROPN';
  for (let i = comma - 1; i >= 0 && comma - i < 10; i -= 1) {
    if (!/^(?:NOUN|ADJ|PROPN|PART|DET|ADP)$/.test(tokens[i]?.pos ?? '')) return null;
    if (tokens[i]?.pos !== 'DET' || (i > 0 && tokens[i - 1]?.text !== ',')) continue;
    // "Jane Roe, the mayor of Springfield, South Carolina,": what follows a place may be where it lies.
    return placed && tokens[i - 2]?.pos === 'PROPN' ? null : { from: i, to: end - 1 };
  }
  return null;
}

/** "Police in Owasso, Oklahoma": the state belongs to the town, not to the speaker. */
function overState(tokens: readonly Token[], run: Run | null): Run | null {
  if (run === null || tokens[run.from - 1]?.text !== ',') return run;
  const names = tokens.slice(run.from, run.to + 1).every((token) => token.pos === 'PROPN');
  const town = names && tokens[run.from - 2]?.pos === 'PROPN' ? phraseBefore(tokens, run.from - 2) : null;
  const placed =
    town &&
    !isPlaced(tokens, town.from) &&
    tokens.slice(town.from, town.to).some((token) => /^(?:in|of|at|near)$/u.test(token.lower));
  return town && placed ? { from: town.from, to: run.to } : run;
}

/** "In a packed briefing in Ankara, | Jane Roe": what stands behind a preposition is where it was said. */
function isPlaced(tokens: readonly Token[], from: number): boolean {
  let i = from - 1;
  while (i > 0 && from - i < 6 && /^(?:DET|ADJ|ADV|VERB|NUM)$/.test(tokens[i]?.pos ?? '')) i -= 1;
  return tokens[i]?.pos === 'ADP';
}

/** The speaker behind the verb: “…,” said the minister. */
export function subjectAfter(tokens: readonly Token[], cue: Cue): Run | null {
  const before = tokens[cue.from - 1];
  if (before !== undefined && !closesQuote(before, tokens[cue.from - 2]) && before.text !== ',')
    return closingSubject(tokens, cue);
  const phrase = phraseAfter(tokens, cue.to + 1);
  if (phrase === null) return null;
  const quoted = before !== undefined && (isQuoteMark(before) || isQuoteMark(tokens[cue.from - 2]));
  const next = tokens[phrase.to + 1];
  const ends =
    next === undefined ||
    /^[.,;:!?—–―-]$/u.test(next.text) ||
    /^(who|in|on|at|during|as|after|when|of)$/u.test(next.lower);
  return quoted || (ends && before !== undefined) ? phrase : null;
}

/** "… killing ten civilians said the Observatory.": a named speaker who closes the sentence, without a comma. */
function closingSubject(tokens: readonly Token[], cue: Cue): Run | null {
  const phrase = phraseAfter(tokens, cue.to + 1);
  if (phrase === null || !/^(say|add)$/u.test(cue.lemma) || cue.from < 4) return null;
  const ends = tokens.slice(phrase.to + 1).every((token) => token.pos === 'PUNCT');
  return ends && headOf(tokens, phrase)?.pos === 'PROPN' ? phrase : null;
}

/** First noun phrase of the main clause before its first verb, outside quotation marks. */
export function mainSubject(tokens: readonly Token[], limit: number): Run | null {
  for (let i = behindOpening(tokens, limit); i < limit; i += 1) {
    const token = tokens[i];
    if (token === undefined) return null;
    if (token.inQuote) continue;
    if ((token.pos === 'VERB' && !/(ing)$/u.test(token.lower)) || token.pos === 'AUX') {
      const run = subjectBefore(tokens, i);
      if (run !== null) return run;
    }
  }
  return null;
}

/** "After days of doubt over how many were taken, | the ministry issued …": where the main clause begins. */
function behindOpening(tokens: readonly Token[], limit: number): number {
  if (!/^(?:after|before|while|when|as|since|although|though|because|despite)$/u.test(tokens[0]?.lower ?? ''))
    return 0;
  const comma = tokens.findIndex((token) => token.text === ',');
  return comma > 0 && comma < limit - 1 ? comma + 1 : 0;
}

const NEAR_DAYS = new Set(['yesterday', 'today', 'tonight']);

/** "police said Monday", "Saturday’s report": when it was said, not who said it. */
export const isDay = (token: Token | undefined, { times }: Vocabulary): boolean =>
  token !== undefined && (times.weekdays.has(token.lower) || NEAR_DAYS.has(token.lower));

/** The owner before a noun: "the ministry’s statement", "Israeli claims", "her plan". */
export function ownerBefore(tokens: readonly Token[], noun: number, vocabulary: Vocabulary): Run | null {
  let i = noun - 1;
  while (tokens[i]?.pos === 'ADJ' || tokens[i]?.pos === 'NUM') i -= 1;
  if (isPossessive(tokens[i])) return isDay(tokens[i - 1], vocabulary) ? null : shortPhrase(tokens, i - 1);
  const token = tokens[i];
  if (token !== undefined && token.pos === 'PRON' && /^(his|her|its|their|our|my)$/u.test(token.lower))
    return { from: i, to: i };
  if (token !== undefined && token.pos === 'PROPN') return shortPhrase(tokens, i);
  return null;
}

/** The phrase that ends here, without what stands before "in", "over", "for". */
function shortPhrase(tokens: readonly Token[], end: number): Run | null {
  const phrase = phraseBefore(tokens, end);
  if (phrase === null) return null;
  for (let i = end; i >= phrase.from; i -= 1) {
    if (tokens[i]?.pos === 'ADP' && tokens[i]?.lower !== 'of') return { from: i + 1, to: end };
  }
  return phrase;
}

/** Owner behind a noun: "a statement by the ministry", "claims from Moscow". */
export function ownerAfter(tokens: readonly Token[], noun: number): Run | null {
  return /^(by|from)$/u.test(tokens[noun + 1]?.lower ?? '') ? phraseAfter(tokens, noun + 2) : null;
}

/** Agent of a passive: "was accused by prosecutors". */
export function agentAfter(tokens: readonly Token[], verb: number): Run | null {
  for (let i = verb + 1; i < tokens.length && i - verb < 10; i += 1) {
    const token = tokens[i];
    if (token === undefined || /^[.;:,]$/u.test(token.text) || isQuoteMark(token)) return null;
    if (token.lower === 'by' && beginsPhrase(tokens[i + 1])) return phraseAfter(tokens, i + 1);
  }
  return null;
}
