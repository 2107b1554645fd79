import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { baseFactor } from '../value/compare.ts';

/** The unit in which a group is shown: `factor` leads from it to the base unit in which figures are compared. */
export interface Scale {
  readonly unit: string | null;
  readonly denominator: number | null;
  readonly factor: number;
  readonly isDate: boolean;
}

/** The outlets that use a unit, and the first claim in it. */
interface User {
  readonly outlets: Set<string>;
  readonly claim: Claim;
}

/** The unit that most outlets use; "n of N" only when all use the same N. */
export function scaleOf(claims: readonly Claim[], durations: Readonly<Record<string, number>>): Scale {
  const isDate = claims.some((claim) => claim.value.kind === 'date');
  const users = new Map<string, User>();
  let last: User | undefined;
  for (const claim of claims) {
    const { core, denominator, unit } = claim.value;
    if (core === null) continue;
    // Nearly all claims of a group share their unit: its name is put together once for a run of them.
    if (last?.claim.value.unit !== unit || last.claim.value.denominator !== denominator) {
      const key = `${denominator ?? ''} ${unit ?? ''}`;
      last = users.get(key) ?? { outlets: new Set<string>(), claim };
      users.set(key, last);
    }
    last.outlets.add(claim.outlet);
  }
  const ranked = [...users].sort(([x, a], [y, b]) => b.outlets.size - a.outlets.size || byCodePoint(x, y));
  const first = ranked[0]?.[1].claim;
  if (!first) return { unit: null, denominator: null, factor: 1, isDate };
  if (first.value.kind === 'fraction' && ranked.length > 1) {
    return { unit: 'percent', denominator: null, factor: 0.01, isDate };
  }
  const factor = baseFactor(first.value, durations);
  const isShare = first.value.kind === 'fraction' && first.value.denominator === null && factor === 1;
  if (isShare) return { unit: 'percent', denominator: null, factor: 0.01, isDate };
  return { unit: first.value.unit, denominator: first.value.denominator, factor, isDate };
}

/** From the base unit to the shown one; null for an open end. Twelve digits hide the noise of the conversion. */
export function toShown(value: number, scale: Scale): number | null {
  if (!Number.isFinite(value)) return null;
  return scale.factor === 1 ? value + 0 : Number((value / scale.factor).toPrecision(12)) + 0;
}
