import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { type Measure, meet } from '../value/compare.ts';
import { Components } from './text-reuse.ts';

const ANONYMOUS = new Set(['anonymous', 'witness']);

/** Whether a claim is put on somebody whom nobody can look up. */
const isAnonymous = (claim: Claim): boolean => {
  const deepest = claim.attribution.chain.at(-1);
  return claim.attribution.origin === null && deepest !== undefined && ANONYMOUS.has(deepest.kind);
};

/**
 * The independent unit behind each claim of a group: the deepest named source; else everybody who carries the same
 * text; else the outlet. An outlet that others cite is one unit with its own voice; unnamed sources of one outlet are
 * one. What a document says in its own voice and repeats from a source that it names belongs to the source.
 *
 *   reuse     component of each document that shares its text with another
 *   measures  the figure of each claim, where it has one
 *
 * Gives the origin of each claim, in the order of the claims.
 */
export function findOrigins(
  claims: readonly Claim[],
  reuse: ReadonlyMap<string, string>,
  measures: readonly (Measure | null)[] = [],
): string[] {
  const voices = findVoices(claims, reuse);
  const namedIn = new Map<string, number[]>();
  claims.forEach((claim, i) => {
    if (claim.attribution.origin === null) return;
    const found = namedIn.get(claim.documentId);
    if (found) found.push(i);
    else namedIn.set(claim.documentId, [i]);
  });
  return claims.map((claim, i) => {
    const { origin } = claim.attribution;
    if (origin !== null) return origin;
    const voice = voices.get(claim.outlet) ?? claim.outlet;
    if (isAnonymous(claim)) return `${voice}/anonymous`;
    const own = measures[i] ?? null;
    const named = namedIn.get(claim.documentId);
    if (own === null || named === undefined) return voice;
    const beside = named.slice(0, NEAR).flatMap((other) => {
      const [claimBeside, measure] = [claims[other], measures[other]];
      return claimBeside && measure && claimBeside.polarity === claim.polarity
        ? [{ origin: claimBeside.attribution.origin ?? '', measure }]
        : [];
    });
    return sourceRepeated(own, beside) ?? voice;
  });
}

/** The outlet that stands for everybody who carries the same text in a group: the first by name. */
function findVoices(
  claims: readonly Claim[],
  reuse: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const voices = new Components();
  const outlets = new Set<string>();
  for (const claim of claims) {
    outlets.add(claim.outlet);
    const component = reuse.get(claim.documentId);
    if (component !== undefined && claim.attribution.origin === null) {
      voices.join(`outlet ${claim.outlet}`, `text ${component}`);
    }
  }
  const firsts = new Map<string, string>();
  for (const outlet of outlets) {
    const voice = voices.find(`outlet ${outlet}`);
    const known = firsts.get(voice);
    if (known === undefined || byCodePoint(outlet, known) < 0) firsts.set(voice, outlet);
  }
  const named = new Map<string, string>();
  for (const outlet of outlets) named.set(outlet, firsts.get(voices.find(`outlet ${outlet}`)) ?? outlet);
  return named;
}

/** How many claims of one document are looked through for the source that it repeats: articles have few. */
const NEAR = 50;

/** The first by name of the sources that give the same figure, else of those that allow it. */
function sourceRepeated(
  own: Measure,
  beside: readonly { readonly origin: string; readonly measure: Measure }[],
): string | null {
  const first = (range: 'core' | 'halo'): string | null => {
    let least: string | null = null;
    for (const { origin, measure } of beside) {
      if (meet(measure[range], own[range]) && (least === null || byCodePoint(origin, least) < 0))
        least = origin;
    }
    return least;
  };
  return first('core') ?? first('halo');
}
