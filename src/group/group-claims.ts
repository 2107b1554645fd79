import type { Claim } from '../claim/claim.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Group } from './group.ts';

/** Classes of equal comparability key, sorted by id. */
export function groupClaims(topic: string, claims: readonly Claim[], vocabulary: Vocabulary): Group[] {
  throw new Error(`not written yet: ${topic} ${claims.length} ${vocabulary.version}`);
}
