import type { Voice } from '../group/voices.ts';
import { contains, type Measure, type Range, sameRange } from '../value/compare.ts';
import { looseRange } from '../value/loose-range.ts';

/** A loose figure that no sharper one bears out, and how far it may be meant. */
export interface Estimated {
  readonly voice: Voice;
  readonly reach: Range;
}

/** The least low end of several voices, and the greatest high one. */
export function outermost(voices: readonly Voice[]): Range {
  let [low, high] = [Infinity, -Infinity];
  for (const { halo } of voices) {
    if (halo.low < low) low = halo.low;
    if (halo.high > high) high = halo.high;
  }
  return { low, high };
}

/** What a figure may be meant to say, where that is more than its words allow. */
function loosen({ halo, words }: Voice): Range {
  const loose = looseRange(words.claim.value);
  if (loose === null || contains(halo, loose)) return halo;
  return { low: Math.min(halo.low, loose.low), high: Math.max(halo.high, loose.high) };
}

/** How far voices reach: as their words, or further where all that one says is a loose figure; each figure is read once. */
function reaches(): (voice: Voice) => Range {
  let known: Map<Measure, Range> | null = null;
  return (voice) => {
    const { halo, words } = voice;
    if (halo.low === halo.high || halo.high === Infinity || halo.low === -Infinity) return halo;
    if (!sameRange(halo, words.measure.halo)) return halo;
    known ??= new Map();
    const found = known.get(words.measure);
    if (found !== undefined) return found;
    const reach = loosen(voice);
    known.set(words.measure, reach);
    return reach;
  };
}

const isSharper = (a: Range, b: Range): boolean => contains(b, a) && !sameRange(a, b);

/**
 * The loose figures that widen what the words of all allow. One that a sharper figure bears out, by lying within what it
 * may mean, does not: “400” beside “412” is its rounding. One voice for each reach; only few figures lie so near an end.
 * @param said what the words of all allow
 */
export function estimatesOf(voices: readonly Voice[], said = outermost(voices)): Estimated[] {
  const reachOf = reaches();
  let widening: Map<Range, Voice> | null = null;
  for (const voice of voices) {
    const reach = reachOf(voice);
    if (contains(said, reach)) continue;
    widening ??= new Map();
    if (!widening.has(reach)) widening.set(reach, voice);
  }
  if (widening === null) return [];
  const each = new Map<string, Estimated>();
  for (const [reach, voice] of widening) {
    const key = `${reach.low} ${reach.high}`;
    if (!each.has(key)) each.set(key, { voice, reach });
  }
  return [...each.values()].filter(({ reach }) => !voices.some((voice) => isSharper(reachOf(voice), reach)));
}

/**
 * From the smallest to the largest value that anybody’s words allow; an estimate that no sharper figure bears out counts
 * as loosely as it may be meant.
 * @param said what the words of all allow
 */
export function rangeOf(voices: readonly Voice[], said = outermost(voices)): Range {
  let { low, high } = said;
  for (const { reach } of estimatesOf(voices, said)) {
    if (reach.low < low) low = reach.low;
    if (reach.high > high) high = reach.high;
  }
  return { low, high };
}
