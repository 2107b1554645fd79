import type { Claim } from '../claim/claim.ts';
import { asOfOf } from '../group/as-of.ts';
import { WHOLE_VOICE } from '../group/voices.ts';
import { Camp } from './camp.ts';
import { membersOf } from './camp-side.ts';
import type { Desk } from './desk.ts';

/** Who a statement goes back to. */
export const originOf = (claim: Claim): string => claim.attribution.origin ?? claim.outlet;

/** What a statement says, apart from its words: rung, position, tone, members. */
export function contentOf(claim: Claim): string {
  if (claim.value.items) return membersOf(claim).join('+');
  return claim.value.label ?? claim.value.text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Claims that say the same thing, as one side. */
export function campOf(desk: Desk, claims: readonly Claim[]): Camp {
  const { predicate } = desk.cell;
  const { vocabulary } = desk.facts;
  const [first] = claims;
  if (!first) throw new RangeError('a camp has at least one claim');
  const origins = [...new Set(claims.map(originOf))];
  const parts = {
    claims,
    origins,
    weight: origins.length * WHOLE_VOICE,
    words: first,
    asOf: asOfOf(first, vocabulary.rules),
    predicate,
    vocabulary,
  };
  return new Camp(parts, { side: { label: contentOf(first) } });
}
