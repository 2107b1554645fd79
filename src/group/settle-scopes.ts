import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { sameName, soundOf } from '../mention/annotators/name-key.ts';
import { siteOf } from '../vocabulary/sites.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { familyOf, isStructured, modalityClassOf } from './comparability-key.ts';
import { groupBy } from './group-by.ts';
import { settleEvent } from './settle-event.ts';
import { settleFigures } from './settle-figures.ts';
import { atPlace, settleSites } from './settle-sites.ts';
import { settleTimes } from './settle-times.ts';

/** So many spellings that sound alike are held against each other; a topic has few. */
const ALIKE = 20;

/**
 * What the articles of one topic tell about each other’s scope, before their claims are grouped: that two spellings are
 * one place, that a name means the region and not the town in it, which days an article meant that named none. A
 * function of the set of claims: their order cannot matter, ids and figures stay, and what a claim states itself is
 * changed in its spelling at most.
 */
export function settleScopes(claims: readonly Claim[], vocabulary: Vocabulary): readonly Claim[] {
  const spelled = placeClaims(claims, oneSpelling(claims, vocabulary));
  const placed = settleNamesakes(settleSites(spelled, vocabulary), vocabulary);
  return settleFigures(settleEvent(settleTimes(placed, vocabulary), vocabulary), vocabulary);
}

function placeClaims(claims: readonly Claim[], names: ReadonlyMap<string, string>): readonly Claim[] {
  if (names.size === 0) return claims;
  return claims.map((claim) => {
    const name = names.get(claim.scope.place ?? '');
    return name === undefined ? claim : atPlace(claim, name);
  });
}

/** For each place that no gazetteer lists: the listed one, else the first, of which it is another spelling. */
function oneSpelling(claims: readonly Claim[], { places }: Vocabulary): ReadonlyMap<string, string> {
  const keys = new Set<string>();
  for (const { scope } of claims)
    if (scope.place !== null && siteOf(scope.place) === null) keys.add(scope.place);
  const found = new Map<string, string>();
  for (const alike of groupBy([...keys], soundOf).values()) {
    if (alike.length < 2 || alike.length > ALIKE) continue;
    const listed = (key: string): number => (places.nodes.has(key) ? 0 : 1);
    alike.sort((a, b) => listed(a) - listed(b) || byCodePoint(a, b));
    for (const key of alike) {
      if (places.nodes.has(key)) continue;
      const name = alike.find((other) => other !== key && sameName(other, key));
      if (name !== undefined && (listed(name) === 0 || byCodePoint(name, key) < 0)) found.set(key, name);
    }
  }
  return found;
}

/** The region that a town lies in and shares its name with: Herat, in the Herat region. */
function namesakeOf(town: string, { places }: Vocabulary): string | null {
  const name = places.nodes.get(town)?.name;
  if (name === undefined || siteOf(town)) return null;
  return (
    places.nodes.get(town)?.within.find((above) => sameName(places.nodes.get(above)?.name ?? '', name)) ??
    null
  );
}

/**
 * "in Herat" may mean the town or the province around it. Where others state the province, and no article gives
 * figures of one day for both, nobody draws the distinction, and the wider one is meant.
 */
function settleNamesakes(claims: readonly Claim[], vocabulary: Vocabulary): readonly Claim[] {
  const keys = new Set(claims.map((claim) => claim.scope.place));
  const regions = new Map<string, string>();
  for (const key of keys) {
    const region = key === null ? null : namesakeOf(key, vocabulary);
    if (key !== null && region !== null && keys.has(region)) regions.set(key, region);
  }
  if (regions.size === 0) return claims;
  const question = (claim: Claim): string =>
    [
      familyOf('', claim, vocabulary.predicates.get(claim.predicate.id ?? '')),
      modalityClassOf(claim),
      claim.scope.time?.from?.slice(0, 10) ?? '',
    ].join('|');
  const named = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (claim.scope.provenance.place !== 'explicit') continue;
    const key = `${question(claim)}|${claim.scope.place}`;
    named.set(key, (named.get(key) ?? new Set<string>()).add(claim.documentId));
  }
  return claims.map((claim) => {
    const region = regions.get(claim.scope.place ?? '');
    if (region === undefined || isStructured(claim)) return claim;
    const towns = named.get(`${question(claim)}|${claim.scope.place}`) ?? new Set();
    const wide = named.get(`${question(claim)}|${region}`) ?? new Set();
    return wide.size === 0 || [...towns].some((id) => wide.has(id)) ? claim : atPlace(claim, region);
  });
}
