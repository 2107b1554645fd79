import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Finding } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Consensus } from './consensus.ts';

/** What each group says; in the order of the groups. */
export function buildConsensus(
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  findings: readonly Finding[],
  vocabulary: Vocabulary,
): Consensus[] {
  throw new Error(
    `not written yet: ${groups.length} ${claims.length} ${documents.length} ${findings.length} ${vocabulary.version}`,
  );
}
