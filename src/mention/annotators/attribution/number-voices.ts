import { startsDigit } from '../../../letters.ts';
import type { Token } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { Words } from '../../../vocabulary/words.ts';
import { canSpeak } from './can-speak.ts';
import { isPossessive, phraseBefore, type Run } from './phrase.ts';

/** A number with a voice of its own, and no verb between them. All by token index, both ends inside. */
export interface NumberVoice {
  readonly cue: Run;
  readonly source: Run;
  readonly content: Run;
}

const LOOSE =
  /^(?:about|around|some|nearly|almost|roughly|over|under|only|just|at|least|most|more|than|up|to)$/;
const REACH = 6;
const BRACKET = 16;

/**
 * "(organisers' estimate: 200,000; police: 55,000)", "the police had counted 30,000 demonstrators and the unions 245,000",
 * "the ministry spoke of 1.1 million people, the union of 3.5 million".
 */
export function numberVoices(
  tokens: readonly Token[],
  { speakers, words: { voice } }: Vocabulary,
): NumberVoice[] {
  const found: NumberVoice[] = [];
  for (let i = 1; i < tokens.length; i += 1) {
    const told =
      tokens[i]?.text === ':'
        ? labelled(tokens, i, speakers, voice)
        : isNumber(tokens[i])
          ? gapped(tokens, i, speakers, voice)
          : null;
    if (told) found.push(told);
  }
  return found;
}

const isNumber = (token: Token | undefined): boolean => token !== undefined && startsDigit(token.text);

/** The number that stands at a token, past the words that loosen it. */
function numberFrom(tokens: readonly Token[], from: number): number | null {
  let i = from;
  while (i - from < 3 && LOOSE.test(tokens[i]?.lower ?? '')) i += 1;
  return isNumber(tokens[i]) ? i : null;
}

/** "organisers' estimate | : | 200,000": a voice, a colon, a number. */
function labelled(
  tokens: readonly Token[],
  colon: number,
  speakers: Vocabulary['speakers'],
  { labels }: Words['voice'],
): NumberVoice | null {
  const number = numberFrom(tokens, colon + 1);
  if (number === null) return null;
  let end = colon - 1;
  const label = labels.has(tokens[end]?.lower ?? '');
  if (label) end -= 1;
  if (isPossessive(tokens[end]) || /^['’]$/u.test(tokens[end]?.text ?? '')) end -= 1;
  const source = speakerBefore(tokens, end, speakers);
  if (!source || !(label || inBrackets(tokens, source.from))) return null;
  return { cue: { from: colon, to: colon }, source, content: { from: colon + 1, to: endOf(tokens, number) } };
}

/** "Police: 4 shot" heads an article; in brackets behind what is counted it is a voice. */
function inBrackets(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= 0 && from - i <= BRACKET; i -= 1) {
    if (tokens[i]?.text === '(') return true;
    if (/^[).!?]$/.test(tokens[i]?.text ?? '')) return false;
  }
  return false;
}

/** "… had counted 30,000 demonstrators and | the unions | 245,000": the verb is left out. */
function gapped(
  tokens: readonly Token[],
  number: number,
  speakers: Vocabulary['speakers'],
  { giving }: Words['voice'],
): NumberVoice | null {
  const particle = verbOf(tokens, number) ?? number;
  const own = tokens[particle]?.pos === 'VERB';
  const source = speakerBefore(tokens, own ? beforeAuxiliary(tokens, particle) : particle - 1, speakers);
  if (!source || !(JOINER.test(tokens[source.from - 1]?.lower ?? '') || (own && source.from === 0)))
    return null;
  const next = tokens[number + 1];
  const scaled = /^(?:million|billion|thousand|hundred)$/.test(next?.lower ?? '') ? number + 1 : number;
  const after = tokens[scaled + 1];
  if (after !== undefined && !/^(?:PUNCT|ADP)$/.test(after.pos)) return null;
  const cue = { from: particle, to: number };
  const voice = { cue, source, content: { from: number, to: scaled } };
  // "10,000 turned out, but officials | put it at | 1,500", "The ministry has | counted | 480,000": a verb of its own.
  if (own) return voice;
  // A number before it, which a verb of saying or counting governs.
  for (let i = source.from - 2; i > 0 && source.from - i <= REACH; i -= 1) {
    if (!isNumber(tokens[i])) continue;
    const said = [1, 2, 3].some((step) => {
      const verb = tokens[i - step];
      return verb?.pos === 'VERB' && giving.has(verb.lemma);
    });
    return said ? voice : null;
  }
  return null;
}

const JOINER = /^(?:,|;|and|while|but|whereas|though|although)$/;

/** The last token of whoever does it: "the ministry | has | counted". */
function beforeAuxiliary(tokens: readonly Token[], verb: number): number {
  let i = verb - 1;
  while (/^(?:AUX|ADV)$/.test(tokens[i]?.pos ?? '')) i -= 1;
  return i;
}

/** Where what joins a voice to its number begins: "put it at", "counted only", "of"; null where nothing stands between. */
function verbOf(tokens: readonly Token[], number: number): number | null {
  let i = number - 1;
  while (number - i < 4 && LOOSE.test(tokens[i]?.lower ?? '')) i -= 1;
  if (tokens[i]?.lemma === 'count') return i;
  if (tokens[i]?.lower === 'it' && tokens[i - 1]?.lemma === 'put') return i - 1;
  return /^(?:of|at)$/.test(tokens[number - 1]?.lower ?? '') ? number - 1 : null;
}

function speakerBefore(tokens: readonly Token[], end: number, speakers: Vocabulary['speakers']): Run | null {
  const run = end < 0 ? null : phraseBefore(tokens, end, REACH);
  return run && canSpeak(tokens, run, speakers) === 2 && !isNumber(tokens[run.from]) ? run : null;
}

/** Where the words of a number in a list end. */
function endOf(tokens: readonly Token[], number: number): number {
  let i = number;
  while (i + 1 < tokens.length && !/^[;).:]$/.test(tokens[i + 1]?.text ?? '')) i += 1;
  return i;
}
