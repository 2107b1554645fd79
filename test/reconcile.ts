import type { Claim } from '../src/claim/claim.ts';
import type { Consensus } from '../src/consensus/consensus.ts';
import type { Document } from '../src/document/document.ts';
import type { Finding } from '../src/finding/finding.ts';
import type { Group } from '../src/group/group.ts';
import { reconcile as reconcileTopic } from '../src/pipeline.ts';
import type { Vocabulary } from '../src/vocabulary/vocabulary.ts';
import { vocabulary as ofTests } from './builders.ts';

/** From claims to what can be said of them, with the vocabulary of the tests. */
export function reconcile(
  claims: readonly Claim[],
  documents: readonly Document[] = [],
  vocabulary: Vocabulary = ofTests,
): { groups: Group[]; findings: Finding[]; consensus: Consensus[] } {
  return reconcileTopic('story', documents, claims, vocabulary);
}

/** Verdicts of the findings that name both claims, as "verdict/subtype", sorted. */
export function verdictsOf(claims: readonly [Claim, Claim], more: readonly Claim[] = []): string[] {
  const [a, b] = claims;
  return reconcile([...claims, ...more])
    .findings.filter((finding) => finding.claims.includes(a.id) && finding.claims.includes(b.id))
    .map(({ verdict, subtype }) => (subtype ? `${verdict}/${subtype}` : verdict))
    .sort();
}
