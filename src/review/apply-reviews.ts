import type { Claim } from '../claim/claim.ts';
import { byCodePoint, canonicalJson, distinct } from '../identity.ts';
import type { Review } from './review.ts';

/** The last word on each thing, in the order in which these words came. */
function lastWords<R extends Review>(reviews: readonly R[], thingOf: (review: R) => string): R[] {
  const last = new Map<string, R>();
  for (const review of reviews) {
    const thing = thingOf(review);
    last.delete(thing);
    last.set(thing, review);
  }
  return [...last.values()];
}

/**
 * Claims with the scope that a person gave them, marked as reviewed.
 *
 *   reviews  in the order in which they were made
 */
export function applyScopes(claims: readonly Claim[], reviews: readonly Review[]): readonly Claim[] {
  const scopes = reviews.filter((review) => review.kind === 're-scope');
  if (scopes.length === 0) return claims;
  const byClaim = new Map<string, typeof scopes>();
  for (const review of lastWords(scopes, ({ claim, dimension }) => `${claim} ${dimension}`)) {
    byClaim.set(review.claim, [...(byClaim.get(review.claim) ?? []), review]);
  }
  return claims.map((claim) => {
    const own = byClaim.get(claim.id);
    if (!own) return claim;
    const values = own.map(({ dimension, value }) => [dimension, value]);
    const provenance = own.map(({ dimension }) => [dimension, 'review']);
    const scope = {
      ...claim.scope,
      ...Object.fromEntries(values),
      provenance: { ...claim.scope.provenance, ...Object.fromEntries(provenance) },
    };
    return { ...claim, scope };
  });
}

/** Two claims of which a person said that they answer one question, or two. */
export interface ClaimTie {
  readonly claims: readonly [string, string];
  readonly together: boolean;
}

/** The last word on each pair of claims, in the order in which these words came. */
export function claimTies(reviews: readonly Review[]): ClaimTie[] {
  const pairs = reviews.flatMap((review) =>
    (review.kind === 'same' || review.kind === 'not-same') && review.of === 'claims' ? [review] : [],
  );
  return lastWords(pairs, ({ pair }) => [...pair].sort(byCodePoint).join(' ')).map(({ pair, kind }) => ({
    claims: pair,
    together: kind === 'same',
  }));
}

/** What a review of a finding needs of it. */
export interface Judged {
  readonly claims: readonly string[];
  readonly verdict: string;
  readonly subtype: string | null;
}

/** What makes two verdicts the same for a person who judged one. */
export const judgedKey = ({ claims, verdict, subtype }: Judged): string =>
  canonicalJson([distinct(claims), verdict, subtype]);

/** Whether a person confirmed or dismissed a finding: the last word on the same verdict about the same claims. */
export function verdictReviews(
  reviews: readonly Review[],
): (finding: Judged) => 'open' | 'confirmed' | 'dismissed' {
  const status = new Map<string, 'confirmed' | 'dismissed'>();
  for (const review of reviews) {
    if (review.kind === 'confirm' || review.kind === 'dismiss')
      status.set(judgedKey(review), review.kind === 'confirm' ? 'confirmed' : 'dismissed');
  }
  return (finding) => (status.size === 0 ? 'open' : (status.get(judgedKey(finding)) ?? 'open'));
}
