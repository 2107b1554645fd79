import type { Claim } from '../claim/claim.ts';
import type { Finding } from '../finding/finding.ts';
import type { Store } from '../store/store.ts';
import { type FindingView, slimClaim } from '../view/slim.ts';

/** Adds to each finding the claims that it is about: one query for the page. */
export async function withStoredClaims(store: Store, findings: readonly Finding[]): Promise<FindingView[]> {
  const ids = [...new Set(findings.flatMap((finding) => finding.claims))];
  return withClaims(new Map((await store.claimsById(ids)).map((claim) => [claim.id, claim])), findings);
}

/** The same with claims that are at hand. */
export const withClaims = (claims: ReadonlyMap<string, Claim>, findings: readonly Finding[]): FindingView[] =>
  findings.map((finding) => ({
    ...finding,
    _claims: finding.claims.flatMap((id) => {
      const claim = claims.get(id);
      return claim === undefined ? [] : [slimClaim(claim)];
    }),
  }));
