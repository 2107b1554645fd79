import type { Token } from '../sentence/sentence.ts';
import type { Cues } from '../vocabulary/cues.ts';
import type { Modality } from './claim.ts';
import type { Match } from './patterns/pattern.ts';
import { attributionFor, type Reading } from './reading/reading.ts';
import { type VerbGroup, verbGroup } from './reading/verb-group.ts';

type Ahead = Cues['ahead'];

/** How far before a noun the verb stands that has it for its object, and how far a noun that it hangs on. */
const OBJECT = 5;
const HANGS = 7;

/**
 * Whether a level that a noun gives is only looked forward to: "the toll may reach 1,000", "unemployment is forecast to
 * hit 7 %", "expects inflation of 4 %", "a forecast of growth of 2 %". Null: it is told as it is.
 */
export function lookAhead(reading: Reading, match: Match, { ahead, verbs }: Cues): Modality | null {
  const { tokens } = reading;
  const { hit } = match;
  const number = match.counted[0]?.first;
  // "were expecting one million to attend"
  const rows =
    hit.slot === 'active' && hit.first === hit.last ? verbs.get(tokens[hit.first]?.lemma ?? '') : [];
  if (rows?.some(({ stance }) => stance === 'expects')) return 'expected';
  if (match.group || number === undefined || number < hit.first) return null;
  const verb = verbBefore(tokens, number, hit.first) ?? verbBefore(tokens, hit.first, hit.first - OBJECT);
  const group = verb === null ? null : verbGroup(tokens, verb);
  const told = group && byVerb(tokens, group, ahead);
  if (told) return told;
  const named = tokens.slice(hit.first, hit.last + 2).some((token) => isForecast(token, ahead));
  if (named || hangsOnForecast(tokens, hit.first, ahead)) return 'expected';
  // "expected the rate to stay at 6 percent, but it | rose to 7": what is told as done was not only expected.
  if (group && !group.infinitive) return null;
  const said = attributionFor(reading, hit.first);
  return said?.stance === 'expects' && ahead.verbs.has(said.verb) ? 'expected' : null;
}

/** The nearest verb left of a token, no further than another one and over no mark. */
function verbBefore(tokens: readonly Token[], from: number, end: number): number | null {
  for (let i = from - 1; i > end && i >= 0; i -= 1) {
    const pos = tokens[i]?.pos;
    if (pos === 'VERB' || pos === 'AUX') return i;
    if (pos === 'PUNCT') return null;
  }
  return null;
}

function byVerb(
  tokens: readonly Token[],
  { first, verb, modal, perfect, passive, infinitive }: VerbGroup,
  ahead: Ahead,
): Modality | null {
  // "turnout would have been 56 %"
  if (perfect) return modal === 'would' ? 'conditional' : null;
  if (modal) return /^(?:could|may|might|can)$/.test(modal) ? 'conditional' : 'expected';
  const word = tokens[verb];
  if (!word) return null;
  if (infinitive)
    return tokens.slice(Math.max(0, first - 1), verb).some(({ lemma }) => ahead.verbs.has(lemma))
      ? 'expected'
      : null;
  return ahead.verbs.has(word.lemma) || (passive && ahead.passives.has(word.lower)) ? 'expected' : null;
}

const isForecast = (token: Token | undefined, { nouns }: Ahead): boolean =>
  token?.pos === 'NOUN' && nouns.has(token.lemma);

/** "forecast for the | jobless rate", "a forecast showing | growth of 3 percent". */
function hangsOnForecast(tokens: readonly Token[], noun: number, ahead: Ahead): boolean {
  for (let i = noun - 1; i >= 0 && noun - i <= HANGS; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX') return false;
    if (isForecast(token, ahead)) return true;
    if (token.pos === 'VERB' && !token.lower.endsWith('ing')) return false;
  }
  return false;
}
