import type { Claim } from '../src/claim/claim.ts';
import { buildConsensus } from '../src/consensus/build-consensus.ts';
import type { Consensus } from '../src/consensus/consensus.ts';
import type { Document } from '../src/document/document.ts';
import { findDiscrepancies } from '../src/finding/find-discrepancies.ts';
import type { Finding } from '../src/finding/finding.ts';
import type { Group } from '../src/group/group.ts';
import { groupClaims } from '../src/group/group-claims.ts';
import { vocabulary } from './builders.ts';

/** From claims to what can be said of them, with the vocabulary of the tests. */
export function reconcile(
  claims: readonly Claim[],
  documents: readonly Document[] = [],
): { groups: Group[]; findings: Finding[]; consensus: Consensus[] } {
  const groups = groupClaims('story', claims, vocabulary);
  const findings = findDiscrepancies('story', groups, claims, documents, vocabulary);
  return { groups, findings, consensus: buildConsensus(groups, claims, documents, findings, vocabulary) };
}

/** Verdicts of the findings that name both claims, as "verdict/subtype", sorted. */
export function verdictsOf(claims: readonly [Claim, Claim], more: readonly Claim[] = []): string[] {
  const [a, b] = claims;
  return reconcile([...claims, ...more])
    .findings.filter((finding) => finding.claims.includes(a.id) && finding.claims.includes(b.id))
    .map(({ verdict, subtype }) => (subtype ? `${verdict}/${subtype}` : verdict))
    .sort();
}
