import type { Claim } from '../claim/claim.ts';
import type { ClaimTie } from '../review/apply-reviews.ts';
import { Components } from './components.ts';

/** Between the key of a group and the claim that another part of it is not one with. */
const CUT = '|not ';

/** A claim with the key of its group, and the family beyond which nothing is comparable. */
export interface Keyed {
  readonly claim: Claim;
  readonly family: string;
  readonly key: string;
}

/**
 * Keys after what people said of pairs of claims. Two that answer two questions: the second leaves the group, with all
 * that it was said to be one with. Two that answer one: their groups become one, unless it would put together what is
 * to be apart, or the two could never be compared. The order of the claims does not matter.
 *
 *   ties  the last word on each pair, in the order in which these words came
 */
export function tieKeys(rows: readonly Keyed[], ties: readonly ClaimTie[]): readonly Keyed[] {
  const byId = new Map(rows.map((row) => [row.claim.id, row]));
  const here = ties.filter(({ claims: [a, b] }) => byId.has(a) && byId.has(b) && a !== b);
  if (here.length === 0) return rows;
  const united = joinTogether(here, (id) => id);
  const keys = new Map(rows.map(({ claim, key }) => [claim.id, key]));
  for (const {
    claims: [stays, leaves],
    together,
  } of here) {
    if (together || keys.get(stays) !== keys.get(leaves)) continue;
    const unit = united.find(leaves);
    if (unit === united.find(stays)) continue;
    const left = keys.get(leaves);
    for (const { claim } of rows) {
      if (united.find(claim.id) === unit && keys.get(claim.id) === left)
        keys.set(claim.id, `${left}${CUT}${stays}`);
    }
  }
  const merged = joinTogether(
    here,
    (id) => keys.get(id) ?? id,
    ({ claims: [a, b] }) => byId.get(a)?.family === byId.get(b)?.family,
  );
  return rows.map((row) => ({ ...row, key: merged.find(keys.get(row.claim.id) ?? row.key) }));
}

/** What is to be one, without putting together what is to be apart: the first of two words that clash stands. */
function joinTogether(
  ties: readonly ClaimTie[],
  nameOf: (claim: string) => string,
  mayJoin: (tie: ClaimTie) => boolean = () => true,
): Components {
  const apart = ties.filter(({ together }) => !together).map(({ claims }) => claims);
  let merged = new Components();
  let joins: (readonly [string, string])[] = [];
  for (const tie of ties) {
    if (!tie.together || !mayJoin(tie)) continue;
    const tried = new Components();
    const next = [...joins, tie.claims];
    for (const [a, b] of next) tried.join(nameOf(a), nameOf(b));
    if (apart.some(([a, b]) => tried.find(nameOf(a)) === tried.find(nameOf(b)))) continue;
    [merged, joins] = [tried, next];
  }
  return merged;
}

/** Whether two keys are those of one group that a person cut in two. */
export const wereCutApart = (a: string, b: string): boolean =>
  a !== b && (isCut(a) || isCut(b)) && a.split(CUT, 1)[0] === b.split(CUT, 1)[0];

/** Whether a key is that of a part of a group. */
export const isCut = (key: string): boolean => key.includes(CUT);
