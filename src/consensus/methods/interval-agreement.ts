import {
  compareNumbers,
  disputedRange,
  findPositions,
  takesNoSide,
  type Voice,
  WHOLE_VOICE,
  weightOf,
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

/** A value that somebody names or bounds, with the thousandths of voices that assert, allow and name it. */
interface Candidate {
  readonly point: number;
  readonly asserted: number;
  readonly consistent: number;
  readonly named: number;
}

/** Every finite end and every nominal, with its support. */
export function candidatesOf(voices: readonly Voice[]): Candidate[] {
  const [asserted, consistent] = [coverOf(voices, 'core'), coverOf(voices, 'halo')];
  const named = new Map<number, number>();
  for (const { core, halo, nominal, weight } of voices) {
    if (nominal !== null && holds(halo, nominal)) named.set(nominal, (named.get(nominal) ?? 0) + weight);
    for (const point of [core.low, core.high, halo.low, halo.high]) {
      if (Number.isFinite(point) && holds(halo, point) && !named.has(point)) named.set(point, 0);
    }
  }
  const candidates: Candidate[] = [];
  for (const [point, times] of named)
    candidates.push({ point, asserted: asserted(point), consistent: consistent(point), named: times });
  return candidates;
}

/** Most asserted, then most allowed, then most often named, then the lower value. */
export const bySupport = (a: Candidate, b: Candidate): number =>
  b.asserted - a.asserted || b.consistent - a.consistent || b.named - a.named || a.point - b.point;

/** The best supported of those that stand. */
function pick(candidates: readonly Candidate[], stands: (candidate: Candidate) => boolean): Candidate | null {
  let best: Candidate | null = null;
  for (const next of candidates) {
    if (stands(next) && (best === null || bySupport(next, best) < 0)) best = next;
  }
  return best;
}

/**
 * Interval agreement after Marzullo (the selection step of NTP) with weights and a majority rule: one position, and the
 * figures agree; several, and one of them needs two who assert it and more than half of those who take a side, or at
 * least more than any camp that rules it out. Otherwise it abstains.
 */
export const agreeOnInterval: Method = (voices, positions = findPositions(voices)) => {
  const dispute = disputedRange(voices);
  const sided = positions.length > 1 ? voices.filter((voice) => !takesNoSide(voice, dispute)) : voices;
  const { status, best } = choose(sided, positions.length, haveOneOrigin(voices));
  let [asserted, consistent] = [0, 0];
  for (const { core, halo, weight } of best === null ? [] : voices) {
    if (holds(core, best ?? Number.NaN)) asserted += weight;
    if (holds(halo, best ?? Number.NaN)) consistent += weight;
  }
  return { status, best, asserted, consistent, positions };
};

function haveOneOrigin(voices: readonly Voice[]): boolean {
  const [first] = voices;
  return first !== undefined && voices.every(({ origin }) => origin === first.origin);
}

function choose(
  sided: readonly Voice[],
  positions: number,
  oneOrigin: boolean,
): Pick<Estimate, 'status' | 'best'> {
  if (oneOrigin && positions > 1) return { status: 'single-origin', best: null };
  const candidates = candidatesOf(sided);
  const total = weightOf(sided);
  if (positions === 1) {
    const best = pick(candidates, ({ consistent }) => consistent === total);
    const agreed = (best?.asserted ?? 0) >= 2 * WHOLE_VOICE ? 'agreed' : 'consistent';
    return { status: oneOrigin ? 'single-origin' : agreed, best: best?.point ?? null };
  }
  const isBacked = ({ asserted }: Candidate): boolean => asserted >= 2 * WHOLE_VOICE;
  const best = pick(candidates, (one) => isBacked(one) && 2 * one.consistent > total);
  if (best) return { status: 'majority', best: best.point };
  const most = pick(candidates, isBacked);
  if (most && strongestRival(most, sided) < most.asserted) return { status: 'plurality', best: most.point };
  return { status: 'disputed', best: null };
}

/** The weight of the largest camp among those that rule a point out. */
function strongestRival({ point }: Candidate, sided: readonly Voice[]): number {
  const rivals = sided.filter((voice) => !holds(voice.halo, point));
  const camps = findPositions(rivals).map(({ voices }) => weightOf(voices));
  return camps.reduce((most, weight) => Math.max(most, weight), 0);
}
