import type { Claim } from '../claim/claim.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { decisiveOf, isStructured, modalityClassOf } from './comparability-key.ts';

/**
 * "Another 94 people are unaccounted for": people who are counted without a place, in an article that tells of the
 * victims of the one event of a topic at its place, are counted there.
 *
 *   victims  those of the event, settled
 *   place    where the event was
 */
export function placeRest(
  claims: readonly Claim[],
  victims: readonly Claim[],
  place: string | null,
  { predicates }: Vocabulary,
): ReadonlyMap<Claim, Claim> {
  const found = new Map<Claim, Claim>();
  if (place === null) return found;
  const telling = new Set(victims.flatMap((one) => (one.scope.place === place ? [one.documentId] : [])));
  for (const claim of claims) {
    const { scope, predicate, value, documentId } = claim;
    const isOpen = scope.place === null && predicate.timeClass === 'stock' && value.unit === 'person';
    if (!isOpen || !telling.has(documentId) || isStructured(claim)) continue;
    if (!decisiveOf(predicates.get(predicate.id ?? '')).includes('place')) continue;
    if (predicate.id === null || modalityClassOf(claim) !== 'happened') continue;
    const provenance = { ...scope.provenance, place: 'default' as const };
    found.set(claim, { ...claim, scope: { ...scope, place, provenance } });
  }
  return found;
}
