import { startsUpper } from '../../../letters.ts';
import type { Token } from '../../../sentence/sentence.ts';

const HEADS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const ENDS = new Set(['who', 'which', 'that', '(', '—', '–', '--']);

/** Where the head of a phrase ends: before "of", a comma, a relative clause, an adjective behind its noun. */
export function headEnd(tokens: readonly Token[], from: number, to: number): number {
  let noun = from;
  let last = from;
  for (let i = from; i <= to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (i > from && endsHead(token, tokens[i - 1])) break;
    if (HEADS.has(token.pos) || goesOnName(tokens, i, from)) noun = i;
    if (token.pos === 'ADJ') last = i;
  }
  // "the regional general": an adjective to the tagger, and there is no noun.
  return tokens[noun]?.pos === 'DET' ? Math.max(noun, last) : noun;
}

const endsHead = (token: Token, before: Token | undefined): boolean =>
  token.text === ',' ||
  (token.pos === 'ADP' && before?.text !== '-') ||
  (token.pos === 'VERB' && (before?.pos === 'NOUN' || before?.pos === 'PROPN') && !startsUpper(token.text)) ||
  ENDS.has(token.lower);

/** The phrase without commas, clauses and modifiers behind it; "in Cairo" and "of Health" stay. */
export function coreEnd(tokens: readonly Token[], end: number, to: number): number {
  let core = end;
  for (let i = end + 1; i <= to; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || /^(VERB|AUX|PUNCT|ADV|SCONJ)$/u.test(token.pos)) break;
    if (token.pos === 'ADJ' && tokens[i - 1]?.pos !== 'ADP' && tokens[i - 1]?.pos !== 'DET' && i === end + 1)
      break;
    if (/^(who|which|that|—|–)$/u.test(token.lower)) break;
    if (/^(on|with|by|during|after|against|over|about|following)$/u.test(token.lower)) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') core = i;
  }
  return core;
}

/** "the Philippine Red Cross": a word of a name that is tagged as a verb or an adjective. */
const goesOnName = (tokens: readonly Token[], i: number, from: number): boolean =>
  i > from && startsUpper(tokens[i]?.text ?? '') && startsUpper(tokens[i - 1]?.text ?? '');
