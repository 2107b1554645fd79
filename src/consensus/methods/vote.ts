import { findPositions, type Voice, weightOf } from '../../group/voices.ts';
import { holds } from '../../value/compare.ts';
import type { Estimate, Method } from './method.ts';

/** What the voices say of a value that some rule chose from among them; null: it chose none. */
export function estimateAt(
  voices: readonly Voice[],
  best: number | null,
  positions = findPositions(voices),
): Estimate {
  const weigh = (allows: (voice: Voice) => boolean): number =>
    best === null ? 0 : voices.reduce((sum, voice) => sum + (allows(voice) ? voice.weight : 0), 0);
  const consistent = weigh(({ halo }) => holds(halo, best ?? Number.NaN));
  const all = weightOf(voices);
  const one = new Set(voices.map(({ origin }) => origin)).size === 1;
  const majority = 2 * consistent > all ? 'majority' : 'plurality';
  const several = best === null ? 'disputed' : consistent === all ? 'consistent' : majority;
  return {
    status: one ? 'single-origin' : several,
    best,
    asserted: weigh(({ core }) => holds(core, best ?? Number.NaN)),
    consistent,
    positions,
  };
}

/** The number that most origins write, the lower of two that as many do; hedges are not read. */
export const vote: Method = (voices, positions) => {
  const votes = new Map<number, number>();
  for (const { nominal, weight } of voices) {
    if (nominal !== null) votes.set(nominal, (votes.get(nominal) ?? 0) + weight);
  }
  const ranked = [...votes].sort(([x, a], [y, b]) => b - a || x - y);
  return estimateAt(voices, ranked[0]?.[0] ?? null, positions);
};
