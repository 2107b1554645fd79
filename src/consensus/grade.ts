import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { ConsensusStatus, Grade } from './consensus.ts';

/** How well founded a consensus is, derived from who speaks: two origins, one, a party alone, or sides that differ. */
export function gradeOf(status: ConsensusStatus, origins: readonly string[], vocabulary: Vocabulary): Grade {
  if (status === 'disputed' || status === 'majority' || status === 'plurality') return 'contested';
  const parties = origins.filter((origin) => vocabulary.sources.get(origin)?.kind === 'party');
  if (origins.length > 0 && parties.length === origins.length) return 'party-claim';
  return status === 'single-origin' ? 'single-origin' : 'corroborated';
}
