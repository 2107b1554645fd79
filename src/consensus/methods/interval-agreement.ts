import {
  compareNumbers,
  disputedRange,
  findPositions,
  takesNoSide,
  type Voice,
  WHOLE_VOICE,
} from '../../group/voices.ts';
import { holds, type Range } from '../../value/compare.ts';
import type { Estimate, Method } from './method.ts';

/** Sums of integer weights over sorted ends: how much weight covers a point, by two binary searches. */
class Cover {
  private readonly starts: Steps;
  private readonly ends: Steps;

  constructor(ranges: readonly { readonly range: Range; readonly weight: number }[]) {
    this.starts = new Steps(ranges.map(({ range, weight }) => [range.low, weight]));
    this.ends = new Steps(ranges.map(({ range, weight }) => [range.high, weight]));
  }

  at(point: number): number {
    return this.starts.upTo(point) - this.ends.below(point);
  }
}

class Steps {
  private readonly points: readonly number[];
  private readonly sums: readonly number[];

  constructor(steps: readonly (readonly [number, number])[]) {
    const sorted = [...steps].sort((a, b) => compareNumbers(a[0], b[0]));
    let sum = 0;
    this.points = sorted.map(([point]) => point);
    this.sums = sorted.map(([, weight]) => {
      sum += weight;
      return sum;
    });
  }

  /** Weight of the steps at or before a point. */
  upTo(point: number): number {
    return this.sums[this.search((step) => step <= point) - 1] ?? 0;
  }

  below(point: number): number {
    return this.sums[this.search((step) => step < point) - 1] ?? 0;
  }

  private search(holdsFor: (step: number) => boolean): number {
    let [low, high] = [0, this.points.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holdsFor(this.points[middle] ?? Infinity)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** So few voices are asked one by one. */
const FEW = 16;

/** How much weight covers a point. */
function coverOf(voices: readonly Voice[], range: 'core' | 'halo'): (point: number) => number {
  if (voices.length > FEW) {
    const cover = new Cover(voices.map((voice) => ({ range: voice[range], weight: voice.weight })));
    return (point) => cover.at(point);
  }
  return (point) => {
    let sum = 0;
    for (const voice of voices) if (holds(voice[range], point)) sum += voice.weight;
    return sum;
  };
}

interface Candidate {
  readonly point: number;
  readonly asserted: number;
  readonly consistent: number;
  readonly named: number;
}

/** Every finite end and every nominal, with its support. */
function candidatesOf(voices: readonly Voice[]): Candidate[] {
  const [asserted, consistent] = [coverOf(voices, 'core'), coverOf(voices, 'halo')];
  const named = new Map<number, number>();
  for (const { nominal, halo, weight } of voices) {
    if (nominal !== null && holds(halo, nominal)) named.set(nominal, (named.get(nominal) ?? 0) + weight);
  }
  const points = new Set<number>();
  for (const { core, halo, nominal } of voices) {
    for (const point of [core.low, core.high, halo.low, halo.high, nominal]) {
      if (point !== null && Number.isFinite(point) && holds(halo, point)) points.add(point);
    }
  }
  return [...points].map((point) => ({
    point,
    asserted: asserted(point),
    consistent: consistent(point),
    named: named.get(point) ?? 0,
  }));
}

/** Most asserted, then most allowed, then most often named, then the lower value. */
function pick(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>((best, next) => {
    if (best === null) return next;
    const order =
      next.asserted - best.asserted ||
      next.consistent - best.consistent ||
      next.named - best.named ||
      best.point - next.point;
    return order > 0 ? next : best;
  }, null);
}

/**
 * Interval agreement after Marzullo (the selection step of NTP) with weights and a majority rule: one position, and the
 * figures agree; several, and one of them needs two who assert it and more than half of those who take a side, or at
 * least more than any camp that rules it out. Otherwise it abstains.
 */
export const agreeOnInterval: Method = (voices) => {
  const positions = findPositions(voices);
  const dispute = disputedRange(voices);
  const sided = positions.length > 1 ? voices.filter((voice) => !takesNoSide(voice, dispute)) : voices;
  const candidates = candidatesOf(sided);
  const chosen = choose(candidates, sided, positions.length, new Set(voices.map((v) => v.origin)).size);
  const support = (range: (voice: Voice) => Range) =>
    chosen.best === null
      ? 0
      : voices.reduce(
          (sum, voice) => sum + (holds(range(voice), chosen.best ?? Number.NaN) ? voice.weight : 0),
          0,
        );
  return {
    ...chosen,
    asserted: support((voice) => voice.core),
    consistent: support((voice) => voice.halo),
    positions,
  };
};

function choose(
  candidates: readonly Candidate[],
  sided: readonly Voice[],
  positions: number,
  origins: number,
): Pick<Estimate, 'status' | 'best'> {
  const total = sided.reduce((sum, voice) => sum + voice.weight, 0);
  if (origins === 1) {
    const best = positions === 1 ? pick(candidates.filter((c) => c.consistent === total)) : null;
    return { status: 'single-origin', best: best?.point ?? null };
  }
  if (positions === 1) {
    const best = pick(candidates.filter((candidate) => candidate.consistent === total));
    const agreed = (best?.asserted ?? 0) >= 2 * WHOLE_VOICE;
    return { status: agreed ? 'agreed' : 'consistent', best: best?.point ?? null };
  }
  const backed = candidates.filter((c) => c.asserted >= 2 * WHOLE_VOICE);
  const best = pick(backed.filter((c) => 2 * c.consistent > total));
  if (best) return { status: 'majority', best: best.point };
  const most = pick(backed);
  if (most && strongestRival(most, sided) < most.asserted) return { status: 'plurality', best: most.point };
  return { status: 'disputed', best: null };
}

/** The weight of the largest camp among those that rule a point out. */
function strongestRival({ point }: Candidate, sided: readonly Voice[]): number {
  const rivals = sided.filter((voice) => !holds(voice.halo, point));
  const camps = findPositions(rivals).map(({ voices }) =>
    voices.reduce((sum, voice) => sum + voice.weight, 0),
  );
  return camps.reduce((most, weight) => Math.max(most, weight), 0);
}
