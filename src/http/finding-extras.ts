import type { Claim } from '../claim/claim.ts';
import type { Question } from '../consensus/consensus.ts';
import type { Finding } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import type { Past } from '../look-back.ts';
import { isAbout, showReview } from '../review/judgement.ts';
import type { Store } from '../store/store.ts';
import { type FindingExtra, type FindingView, slimClaim } from '../view/slim.ts';

/** Where the things stand that a finding names: today, or as they stood. */
export type FindingSource = Pick<Store, 'claimsById' | 'group' | 'reviewsOfClaims'>;

/** A topic as it stood; what people said of it is that of today. */
export function pastSource(store: Store, { claims, result }: Past): FindingSource {
  const groups = new Map(result.groups.map((group) => [group.id, group]));
  return {
    claimsById: async (ids) => ids.flatMap((id) => claims.get(id) ?? []),
    group: async (id) => groups.get(id) ?? null,
    reviewsOfClaims: (ids) => store.reviewsOfClaims(ids),
  };
}

/** A group without its claims. */
const questionOf = ({ id, question, subject, predicate, timeClass, unit, scope }: Group): Question => ({
  ...{ id, question, subject, predicate, timeClass, unit, scope },
});

/** Adds to each finding what is wanted of the things that it names: a query for the page, not for each. */
export async function withExtras(
  { claimsById, group, reviewsOfClaims }: FindingSource,
  findings: readonly Finding[],
  wanted: readonly FindingExtra[],
): Promise<FindingView[]> {
  const has = (extra: FindingExtra) => wanted.includes(extra);
  const ids = wanted.length === 0 ? [] : [...new Set(findings.flatMap(({ claims }) => claims))];
  const claims = has('claims') ? await claimsById(ids) : [];
  const reviews = has('reviews') ? await reviewsOfClaims(ids) : [];
  const groupIds = has('groups') ? [...new Set(findings.flatMap(({ groups }) => groups))] : [];
  const groups = await Promise.all(groupIds.map((id) => group(id)));
  const claimOf = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]));
  const groupOf = new Map(groups.flatMap((each) => (each === null ? [] : [[each.id, each]])));
  return findings.map((finding) => ({
    ...finding,
    ...(has('claims') && {
      _claims: finding.claims.flatMap((id) => claimOf.get(id) ?? []).map(slimClaim),
    }),
    ...(has('groups') && {
      _groups: finding.groups.flatMap((id) => groupOf.get(id) ?? []).map(questionOf),
    }),
    ...(has('reviews') && {
      _reviews: reviews
        .filter((review) => isAbout(review, finding))
        .reverse()
        .map(showReview),
    }),
  }));
}
