import type { Voice } from '../../group/voices.ts';
import { agreeOnInterval } from './interval-agreement.ts';
import { lowest } from './lowest.ts';
import { median } from './median.ts';
import type { Estimate, Method } from './method.ts';
import { vote } from './vote.ts';

/** What each origin’s word counts for, 0 to 1; an origin that is not named counts in full. Set by operators, never learned. */
type Weights = Readonly<Record<string, number>>;

/** Voices that count for as much as the operator says; one that counts for nothing is left out. */
const weigh = (voices: readonly Voice[], weights: Weights): Voice[] =>
  voices.flatMap((voice) => {
    const share = Math.min(1, Math.max(0, weights[voice.origin] ?? 1));
    const weight = Math.round(voice.weight * share);
    return weight > 0 ? [{ ...voice, weight }] : [];
  });

/** The ways from voices to a figure, by name; `interval` is the one that the consensus shows. */
export const METHODS = { interval: agreeOnInterval, vote, median, lowest } as const satisfies Record<
  string,
  Method
>;
export type MethodName = keyof typeof METHODS;

/** What every method makes of the same voices, side by side; `weighted` is interval agreement with the operator’s weights. */
export const estimateAll = (
  voices: readonly Voice[],
  weights: Weights = {},
): Record<MethodName | 'weighted', Estimate> => ({
  interval: agreeOnInterval(voices),
  vote: vote(voices),
  median: median(voices),
  lowest: lowest(voices),
  weighted: agreeOnInterval(weigh(voices, weights)),
});
