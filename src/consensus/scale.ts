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

/** The unit that most outlets use; "n of N" only when all use the same N. */
export function scaleOf(claims: readonly Claim[], durations: Readonly<Record<string, number>>): Scale {
  const isDate = claims.some((claim) => claim.value.kind === 'date');
  const users = new Map<string, { outlets: Set<string>; claim: Claim }>();
  for (const claim of claims) {
    if (claim.value.core === null) continue;
    const key = `${claim.value.denominator ?? ''} ${claim.value.unit ?? ''}`;
    const found = users.get(key) ?? { outlets: new Set<string>(), claim };
    found.outlets.add(claim.outlet);
    users.set(key, found);
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
