import type { Claim } from '../claim/claim.ts';
import type { Rules } from '../vocabulary/rules.ts';
import { instantOf } from './calendar.ts';

const HOUR = 3_600_000;

/** The window in which a figure was current: [from, to) in milliseconds. `stated` is false when publication stands in. */
export interface AsOf {
  readonly from: number;
  readonly to: number;
  readonly stated: boolean;
}

/** A figure that grows or moves has an as-of; every other one is as old as its report. */
export const isTimed = (claim: Claim): boolean =>
  claim.predicate.timeClass === 'cumulative' || claim.predicate.timeClass === 'stock';

/** When a claim's figure was current; without a word about it, some time in the hours before publication. */
export function asOfOf(claim: Claim, rules: Rules): AsOf {
  const stated = claim.scope.time?.asOf;
  const from = instantOf(stated?.from ?? null);
  const to = instantOf(stated?.to ?? null);
  const provenance = claim.scope.provenance.time;
  const published = instantOf(claim.publishedAt) ?? 0;
  const sameMoment = rules.asOf.sameMomentHours * HOUR;
  if (from !== null && to !== null && to > from) {
    // "The toll rose to 100 on Tuesday", in a report of Tuesday evening: then, and not in the morning.
    if (!isTimed(claim) && from < published && published < to)
      return { from: Math.max(from, published - sameMoment), to: published, stated: false };
    return { from, to, stated: provenance !== 'default' && provenance !== 'unknown' };
  }
  const end = isTimed(claim) ? instantOf(claim.scope.time?.to ?? null) : null;
  if (end !== null) return { from: end - 24 * HOUR, to: end, stated: provenance !== 'default' };
  // A count of one event is as old as its report; a level or a total may have been current for longer.
  const before = isTimed(claim) ? rules.asOf.defaultHours * HOUR : sameMoment;
  return { from: published - before, to: published, stated: false };
}

/** Tells when claims were current as `asOfOf` does, and of those that publication alone tells, once for each moment. */
export class AsOfs {
  private readonly byPublication = new Map<string, AsOf>();
  private readonly rules: Rules;
  private last = '';
  private lastAsOf: AsOf | null = null;

  constructor(rules: Rules) {
    this.rules = rules;
  }

  of(claim: Claim): AsOf {
    if (claim.scope.time?.asOf || isTimed(claim)) return asOfOf(claim, this.rules);
    if (this.lastAsOf !== null && claim.publishedAt === this.last) return this.lastAsOf;
    const asOf = this.byPublication.get(claim.publishedAt) ?? asOfOf(claim, this.rules);
    this.byPublication.set(claim.publishedAt, asOf);
    this.last = claim.publishedAt;
    this.lastAsOf = asOf;
    return asOf;
  }
}

export type Order = 'same' | 'earlier' | 'later' | 'overlapping';

/**
 * How the as-of of `a` stands to that of `b`. Two stated windows are the same when they are equal; two that come from
 * publication, when the reports are less than `sameMomentHours` apart.
 */
export function orderOf(a: AsOf, b: AsOf, rules: Rules): Order {
  if (a.from === b.from && a.to === b.to) return 'same';
  if (a.to <= b.from) return 'earlier';
  if (b.to <= a.from) return 'later';
  const close = Math.abs(a.to - b.to) < rules.asOf.sameMomentHours * HOUR;
  return !a.stated && !b.stated && close ? 'same' : 'overlapping';
}
