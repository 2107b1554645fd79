import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { groundOf, siteOf } from '../vocabulary/sites.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { familyOf, isStructured, modalityClassOf } from './comparability-key.ts';
import { groupBy } from './group-by.ts';

/** A topic with more sites is about no few of them. */
const SITES = 64;

/** The claim as one of another place. */
export const atPlace = (claim: Claim, place: string): Claim => ({
  ...claim,
  scope: { ...claim.scope, place },
});

/**
 * Articles name one house in several ways, or only the town. The same site gets one key; and where nobody gives figures
 * for a site and for its town, or for another site in it, nobody draws the distinction: the town is meant.
 */
export function settleSites(claims: readonly Claim[], vocabulary: Vocabulary): readonly Claim[] {
  const keys = new Set(
    claims.flatMap(({ scope: { place } }) => (place !== null && siteOf(place) ? [place] : [])),
  );
  if (keys.size === 0 || keys.size > SITES) return claims;
  const names = oneKey([...keys].sort(byCodePoint), vocabulary);
  const named = claims.map((claim) => {
    const key = isStructured(claim) ? undefined : names.get(claim.scope.place ?? '');
    return key === undefined || key === claim.scope.place ? claim : atPlace(claim, key);
  });
  return toGrounds(named, vocabulary);
}

/** For each site the key under which it goes: the smallest ground, then the fullest name, then the first. */
function oneKey(keys: readonly string[], { places }: Vocabulary): ReadonlyMap<string, string> {
  const depth = (key: string): number => places.ancestors(key).size;
  const order = (a: string, b: string): number =>
    depth(b) - depth(a) || b.length - a.length || byCodePoint(a, b);
  const found = new Map<string, string>();
  for (const key of keys) {
    const same = keys.filter((other) => isSame(key, other, keys, { places }));
    const best = same.sort(order)[0];
    if (best !== undefined) found.set(key, best);
  }
  return found;
}

/** One told more fully than the other, or "the prison" where one prison alone has a name. */
function isSame(
  key: string,
  other: string,
  keys: readonly string[],
  { places }: Pick<Vocabulary, 'places'>,
): boolean {
  if (places.relate(key, other) === 'equal') return true;
  const [site, named] = [siteOf(key), siteOf(other)];
  if (!site || !named || site.kind !== named.kind || site.words.length > 0) return false;
  const grounds = places.relate(site.parent, named.parent);
  if (grounds === 'disjoint' || grounds === 'unknown') return false;
  const rivals = keys.filter((one) => {
    const rival = siteOf(one);
    const apart = rival !== null && places.relate(one, other) === 'disjoint';
    return apart && rival.kind === site.kind && places.relate(rival.parent, site.parent) !== 'disjoint';
  });
  return rivals.length === 0;
}

/** Puts the figures of one question into the town, where one site of it is told of and no article tells both. */
function toGrounds(claims: readonly Claim[], { predicates }: Vocabulary): readonly Claim[] {
  const question = (claim: Claim): string =>
    [
      familyOf('', claim, predicates.get(claim.predicate.id ?? '')),
      modalityClassOf(claim),
      claim.scope.population,
      claim.scope.time?.from?.slice(0, 10) ?? '',
    ].join('|');
  const meant = new Map<Claim, string>();
  for (const asked of groupBy(claims, question).values()) {
    const sites = new Set(asked.flatMap(({ scope: { place } }) => (place && siteOf(place) ? [place] : [])));
    const [site] = sites;
    if (site === undefined || sites.size > 1) continue;
    const ground = groundOf(site);
    const wide = asked.filter(({ scope: { place } }) => place === ground);
    const inside = new Set(
      asked.flatMap(({ documentId, scope }) => (scope.place === site ? [documentId] : [])),
    );
    if (wide.length === 0 || wide.some((claim) => isStructured(claim) || inside.has(claim.documentId)))
      continue;
    for (const claim of asked)
      if (claim.scope.place === site && !isStructured(claim)) meant.set(claim, ground);
  }
  return meant.size === 0
    ? claims
    : claims.map((claim) => {
        const ground = meant.get(claim);
        return ground === undefined ? claim : atPlace(claim, ground);
      });
}
