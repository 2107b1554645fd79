import type { Claim } from '../claim/claim.ts';
import type { Statement } from '../group/statements.ts';
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

/** What a scale is read from. */
type Said = Pick<Statement, 'claim' | 'outlet'>;

const shareUnit = ({ value: a }: Claim, { value: b }: Claim): boolean =>
  a.unit === b.unit && a.denominator === b.denominator;

/** Claims by the unit that they use, the one of most outlets first. */
function usersOf(said: readonly Said[]): [string, User][] {
  const users = new Map<string, User>();
  for (const { claim, outlet } of said) {
    const { core, denominator, unit } = claim.value;
    if (core === null) continue;
    const key = `${denominator ?? ''} ${unit ?? ''}`;
    const user = users.get(key) ?? { outlets: new Set<string>(), claim };
    if (user.outlets.size === 0) users.set(key, user);
    user.outlets.add(outlet);
  }
  return [...users].sort(([x, a], [y, b]) => b.outlets.size - a.outlets.size || byCodePoint(x, y));
}

/** Nearly always all claims share a unit, which is then used by nobody else. */
function readUnits(said: readonly Said[]): { isDate: boolean; first: Claim | null; several: boolean } {
  let [isDate, several] = [false, false];
  let first: Claim | null = null;
  for (let i = 0; i < said.length; i++) {
    const claim = said[i]?.claim;
    if (claim === undefined) continue;
    if (claim.value.kind === 'date') isDate = true;
    if (claim.value.core === null) continue;
    if (first === null) first = claim;
    else if (!shareUnit(claim, first)) several = true;
  }
  return { isDate, first, several };
}

/**
 * The unit that most outlets use; "n of N" only when all use the same N.
 *
 *   shareUnit  whether all are known to be of one kind and unit
 */
export function scaleOf(
  said: readonly Said[],
  durations: Readonly<Record<string, number>>,
  shareUnit = false,
): Scale {
  const { isDate, first: one, several } = readUnits(shareUnit ? said.slice(0, 1) : said);
  const ranked = several ? usersOf(said) : [];
  const first = ranked[0]?.[1].claim ?? one;
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
