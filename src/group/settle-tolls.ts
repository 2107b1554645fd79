import type { Claim } from '../claim/claim.ts';
import type { Relation } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { instantOf } from './calendar.ts';
import { isStructured, modalityClassOf } from './comparability-key.ts';
import { relatePlaces } from './scope-relation.ts';

/** The one event that a topic tells of. */
interface Event {
  readonly window: readonly [from: number, to: number];
  readonly time: NonNullable<Claim['scope']['time']>;
  readonly place: string | null;
}

const NEAR = new Set<Relation>(['equal', 'inside', 'contains']);

const isToll = (claim: Claim, { predicates }: Vocabulary): boolean =>
  claim.predicate.timeClass === 'cumulative' &&
  predicates.get(claim.predicate.id ?? '')?.toll != null &&
  !isStructured(claim) &&
  modalityClassOf(claim) === 'happened';

/** Whether an epidemic or the like is counted: its totals are of no one day. */
const isOfLasting = ({ scope: { cause } }: Claim, { causes }: Vocabulary): boolean =>
  cause !== null && [...causes.ancestors(cause)].some((id) => causes.nodes.get(id)?.lasting);

/**
 * "The toll rose to 24 on Friday" counts all who had died by then of what happened on a day that the article does not
 * name. Where a topic tells of one event, and nobody counts since some other day, it is that of the event.
 */
export function settleTolls(
  claims: readonly Claim[],
  event: Event,
  vocabulary: Vocabulary,
): readonly Claim[] {
  const tolls = claims.filter((claim) => isToll(claim, vocabulary));
  if (tolls.length === 0 || tolls.some(({ scope }) => scope.time?.from != null)) return claims;
  const meant = new Set(
    tolls.filter((claim) => {
      const { time, place } = claim.scope;
      const until = instantOf(time?.to ?? null);
      const here = place === null || NEAR.has(relatePlaces(vocabulary.places, place, event.place));
      return until !== null && until > event.window[0] && here && !isOfLasting(claim, vocabulary);
    }),
  );
  return claims.map((claim) =>
    meant.has(claim)
      ? {
          ...claim,
          predicate: { ...claim.predicate, timeClass: 'flow' as const },
          scope: {
            ...claim.scope,
            time: { ...event.time, asOf: claim.scope.time?.asOf ?? null },
            provenance: { ...claim.scope.provenance, time: 'default' as const },
          },
        }
      : claim,
  );
}
