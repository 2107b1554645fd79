import type { Finding } from '../../finding/finding.ts';
import type { Review } from '../../review/review.ts';
import { VERDICT_WORDS } from '../words.ts';
import { appearanceOf, contextOf, urnOf, type World } from './context.ts';

/** What search engines take for the claim of a review, in characters. */
const LONGEST = 75;

const shortened = (text: string): string => (text.length < LONGEST ? text : `${text.slice(0, LONGEST - 2)}…`);

function itemOf(finding: Finding, world: World) {
  const claims = finding.claims.flatMap((id) => world.claims.get(id) ?? []);
  return {
    '@type': 'Claim',
    '@id': urnOf('finding', finding.id),
    text: finding.because,
    relation: `rel:${finding.verdict}`,
    appearance: claims.map((claim) => appearanceOf(claim, world)),
  };
}

/** The last judgement of a person on a finding; null when nobody judged it. */
function reviewOf(
  finding: Finding,
  reviews: readonly Review[],
): Extract<Review, { claims: string[] }> | null {
  const key = [...finding.claims].sort().join(' ');
  const own = reviews.filter(
    (review): review is Extract<Review, { claims: string[] }> =>
      'claims' in review &&
      review.verdict === finding.verdict &&
      review.subtype === finding.subtype &&
      [...review.claims].sort().join(' ') === key,
  );
  return own.at(-1) ?? null;
}

/** A ClaimReview only where a person has judged: the engine reviews nothing. */
function reviewNode(finding: Finding, reviews: readonly Review[], world: World): object[] {
  const review = finding.review.status === 'open' ? null : reviewOf(finding, reviews);
  if (!review) return [];
  const judged = review.kind === 'confirm' ? 'Confirmed' : 'Dismissed';
  return [
    {
      '@type': 'ClaimReview',
      '@id': `${urnOf('finding', finding.id)}:review`,
      url: `${world.base}/topics/${encodeURIComponent(finding.topic)}#${finding.id}`,
      claimReviewed: shortened(finding.because),
      reviewBody: review.reason,
      author: { '@type': 'Person', name: review.actor },
      datePublished: review.at,
      reviewRating: { '@type': 'Rating', alternateName: `${judged}: ${VERDICT_WORDS[finding.verdict]}` },
      itemReviewed: itemOf(finding, world),
    },
  ];
}

/** Findings as claims that several articles bear on, and a ClaimReview for each that a person judged. */
export const linkFindings = (findings: readonly Finding[], reviews: readonly Review[], world: World) => ({
  '@context': contextOf(world.base),
  '@graph': findings.flatMap((finding) => [itemOf(finding, world), ...reviewNode(finding, reviews, world)]),
});
