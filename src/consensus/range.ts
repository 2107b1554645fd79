import type { Voice } from '../group/voices.ts';
import { contains, type Range, sameRange } from '../value/compare.ts';
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

/** What a voice may be meant to say: more than its words allow where all that it says is one loose figure. */
function reachOf({ halo, words }: Voice): Range {
  if (halo.low === halo.high || !Number.isFinite(halo.high - halo.low)) return halo;
  if (!sameRange(halo, words.measure.halo)) return halo;
  const loose = looseRange(words.claim.value);
  if (loose === null || contains(halo, loose)) return halo;
  return { low: Math.min(halo.low, loose.low), high: Math.max(halo.high, loose.high) };
}

const isSharper = (a: Range, b: Range): boolean => contains(b, a) && !sameRange(a, b);

/**
 * The loose figures that widen what the words of all allow. One that a sharper figure bears out, by lying within what it
 * may mean, does not: “400” beside “412” is its rounding. One voice for each reach; only few figures lie so near an end.
 */
export function estimatesOf(voices: readonly Voice[]): Estimated[] {
  const said = outermost(voices);
  const reaches = voices.map(reachOf);
  const widening = new Map<string, Estimated>();
  reaches.forEach((reach, i) => {
    const voice = voices[i];
    if (!voice || reach === voice.halo || contains(said, reach)) return;
    const key = `${reach.low} ${reach.high}`;
    if (!widening.has(key)) widening.set(key, { voice, reach });
  });
  return [...widening.values()].filter(({ reach }) => !reaches.some((other) => isSharper(other, reach)));
}

/**
 * From the smallest to the largest value that anybody’s words allow; an estimate that no sharper figure bears out counts
 * as loosely as it may be meant.
 */
export function rangeOf(voices: readonly Voice[]): Range {
  let { low, high } = outermost(voices);
  for (const { reach } of estimatesOf(voices)) {
    if (reach.low < low) low = reach.low;
    if (reach.high > high) high = reach.high;
  }
  return { low, high };
}
