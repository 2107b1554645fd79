import type { Token } from '../sentence/sentence.ts';
import type { Modality } from './claim.ts';
import type { Draft } from './draft.ts';
import type { Match } from './patterns/pattern.ts';
import type { Chunk } from './reading/chunk.ts';
import type { Reading } from './reading/reading.ts';
import type { Reason } from './trace/reasons.ts';

const isAny = ({ lower }: Token): boolean => lower === 'any';

/** "Either Jane Roe or John Doe was shot": nobody says which. */
const isEither = (tokens: Reading['tokens'], counted: readonly Chunk[]): boolean =>
  counted.length > 1 &&
  tokens.slice(counted[0]?.last, counted.at(-1)?.first).some((token) => token.lower === 'or');

/**
 * Why people without a number are not counted, if they are not: in what is only expected or feared, in a headline, in
 * "may have been killed", in what goes on at any time, and where one name alone stands before "were".
 */
export function uncounted(
  modality: Modality,
  polarity: Draft['polarity'],
  { group, counted }: Match,
  chunk: Chunk,
  { tokens, sentence }: Reading,
): Reason | null {
  if (isEither(tokens, counted)) return 'alternative';
  if (modality !== 'occurred' || group?.modal) return 'unreal';
  // "no sign that any passengers were hurt", "unclear if any were": whoever says "any" vouches for nobody.
  if (polarity === 'affirmed' && tokens.slice(Math.max(0, chunk.first - 1), chunk.last).some(isAny))
    return 'unreal';
  if (sentence.kind === 'headline') return 'headline';
  const verb = tokens[group?.first ?? -1]?.lower ?? '';
  // "civilians are killed by such devices", "guns do not kill people": whenever it may be.
  if (/^(?:are|['’]re|do|does)$/.test(verb) && chunk.determiner === null && !chunk.name) return 'unreal';
  const plural = /^(?:were|are|have)$/.test(verb);
  return plural && counted.length === 1 && counted[0]?.name ? 'unreal' : null;
}
