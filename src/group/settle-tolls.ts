import type { Claim } from '../claim/claim.ts';
import { isLasting } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { instantOf } from './calendar.ts';
import { relatePlaces } from './scope-relation.ts';
import { countsVictims, type MainEvent } from './victims.ts';

const isToll = (claim: Claim, vocabulary: Vocabulary): boolean =>
  claim.predicate.timeClass === 'cumulative' && countsVictims(claim, vocabulary);

/**
 * "That raised the death toll to 22": told by its level, and its own sentence names no day. The day that another sentence
 * names is more often that of the report than that of the deaths.
 */
export const isToldByLevel = (claim: Claim, vocabulary: Vocabulary): boolean =>
  claim.predicate.timeClass === 'flow' &&
  claim.extractor.rule.split('/')[1] === 'nominal' &&
  claim.scope.provenance.time !== 'explicit' &&
  countsVictims(claim, vocabulary);

/** "The war has killed more than 10,000 people": a total of its own, which no sentence tells by its level or dates. */
const isOfWar = ({ extractor, scope }: Claim): boolean =>
  scope.provenance.time === 'inherited' && extractor.rule.split('/')[1] !== 'nominal';

/** An epidemic or the like: its totals are of no one day. */
const isOfLasting = ({ scope: { cause } }: Claim, { causes }: Vocabulary): boolean =>
  isLasting(cause, causes);

/**
 * "The toll rose to 24 on Friday" counts all who had died by then of what happened on a day that the article does not
 * name; so does a total that is told by its level, with a day of another sentence. Where a topic tells of one event, and
 * nobody counts since some other day, it is that of the event.
 */
export function settleTolls(
  claims: readonly Claim[],
  event: MainEvent,
  vocabulary: Vocabulary,
): readonly Claim[] {
  const tolls = claims.filter((claim) => isToll(claim, vocabulary));
  if (tolls.some(({ scope }) => scope.time?.from != null)) return claims;
  // A place that no gazetteer lists may be the very one, by its own name.
  const isHere = ({ scope: { place } }: Claim): boolean =>
    place === null || relatePlaces(vocabulary.places, place, event.place) !== 'disjoint';
  const isSince = ({ scope: { time } }: Claim): boolean =>
    (instantOf(time?.to ?? null) ?? Number.NEGATIVE_INFINITY) > event.window[0];
  const isLater = ({ scope: { time } }: Claim): boolean =>
    (instantOf(time?.from ?? null) ?? Number.NEGATIVE_INFINITY) >= event.window[1];
  const later = claims.filter((claim) => isToldByLevel(claim, vocabulary) && isLater(claim));
  const meant = new Set(
    [...tolls.filter(isSince), ...later].filter(
      (claim) => isHere(claim) && !isOfLasting(claim, vocabulary) && !isOfWar(claim),
    ),
  );
  if (meant.size === 0) return claims;
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
