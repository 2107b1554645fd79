import {
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

  constructor(voices: readonly Voice[], range: 'core' | 'halo') {
    const [starts, ends] = [new Map<number, number>(), new Map<number, number>()];
    for (const { [range]: covered, weight } of voices) {
      starts.set(covered.low, (starts.get(covered.low) ?? 0) + weight);
      ends.set(covered.high, (ends.get(covered.high) ?? 0) + weight);
    }
    this.starts = new Steps(starts);
    this.ends = new Steps(ends);
  }

  at(point: number): number {
    return this.starts.upTo(point) - this.ends.below(point);
  }
}

class Steps {
  private readonly points: Float64Array;
  private readonly sums: Float64Array;

  constructor(steps: ReadonlyMap<number, number>) {
    this.points = Float64Array.from(steps.keys()).sort();
    this.sums = new Float64Array(steps.size);
    let sum = 0;
    for (let i = 0; i < this.points.length; i++) {
      sum += steps.get(this.points[i] ?? 0) ?? 0;
      this.sums[i] = sum;
    }
  }

  /** Weight of the steps at or before a point. */
  upTo(point: number): number {
    return this.sums[this.placeOf(point, true) - 1] ?? 0;
  }

  below(point: number): number {
    return this.sums[this.placeOf(point, false) - 1] ?? 0;
  }

  /** How many steps come before a point, itself among them or not. */
  private placeOf(point: number, isIncluded: boolean): number {
    const { points } = this;
    let [low, high] = [0, points.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const step = points[middle] ?? Infinity;
      if (isIncluded ? step <= point : step < point) low = middle + 1;
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
    let cover: Cover | null = null;
    return (point) => {
      cover ??= new Cover(voices, range);
      return cover.at(point);
    };
  }
  return (point) => {
    let sum = 0;
    for (const voice of voices) if (holds(voice[range], point)) sum += voice.weight;
    return sum;
  };
}

/** A value that somebody names or bounds, with the thousandths of voices that assert, allow and name it. */
class Candidate {
  readonly point: number;
  readonly asserted: number;
  readonly named: number;
  private readonly allowing: (point: number) => number;
  private allowed: number | null = null;

  constructor(point: number, asserted: number, named: number, allowing: (point: number) => number) {
    this.point = point;
    this.asserted = asserted;
    this.named = named;
    this.allowing = allowing;
  }

  /** Of many values nobody asks it: none of those that assert them has a second one beside it. */
  get consistent(): number {
    this.allowed ??= this.allowing(this.point);
    return this.allowed;
  }
}

/** Every finite end and every nominal, with its support. */
export function candidatesOf(voices: readonly Voice[]): Candidate[] {
  const [asserted, consistent] = [coverOf(voices, 'core'), coverOf(voices, 'halo')];
  const named = new Map<number, number>();
  for (const { core, halo, nominal, weight } of voices) {
    if (nominal !== null && holds(halo, nominal)) named.set(nominal, (named.get(nominal) ?? 0) + weight);
    nameEnd(core.low, halo, named);
    nameEnd(core.high, halo, named);
    nameEnd(halo.low, halo, named);
    nameEnd(halo.high, halo, named);
  }
  const candidates: Candidate[] = [];
  for (const [point, times] of named)
    candidates.push(new Candidate(point, asserted(point), times, consistent));
  return candidates;
}

function nameEnd(point: number, halo: Range, named: Map<number, number>): void {
  if (Number.isFinite(point) && holds(halo, point) && !named.has(point)) named.set(point, 0);
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
