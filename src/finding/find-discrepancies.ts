import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Group } from '../group/group.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Finding } from './finding.ts';

/** Everything that differs on its face inside a topic, each with a verdict and a reason; sorted by id. */
export function findDiscrepancies(
  topic: string,
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  vocabulary: Vocabulary,
): Finding[] {
  throw new Error(
    `not written yet: ${topic} ${groups.length} ${claims.length} ${documents.length} ${vocabulary.version}`,
  );
}
