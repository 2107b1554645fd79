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
 *   reuse    component of each document that shares its text with another
 *   measure  the figure of a claim, if it has one
 */
export function findOrigins(
  claims: readonly Claim[],
  reuse: ReadonlyMap<string, string>,
  measure: (claim: Claim) => Measure | null,
): ReadonlyMap<string, string> {
  const voiceOf = findVoices(claims, reuse);
  const namedIn = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.attribution.origin === null) continue;
    const found = namedIn.get(claim.documentId);
    if (found) found.push(claim);
    else namedIn.set(claim.documentId, [claim]);
  }
  const origins = new Map<string, string>();
  for (const claim of claims) {
    const { origin } = claim.attribution;
    if (origin !== null) origins.set(claim.id, origin);
    else if (isAnonymous(claim)) origins.set(claim.id, `${voiceOf(claim)}/anonymous`);
    else origins.set(claim.id, sourceRepeated(claim, namedIn, measure) ?? voiceOf(claim));
  }
  return origins;
}

/** The outlet that stands for everybody who carries the same text in a group: the first by name. */
function findVoices(claims: readonly Claim[], reuse: ReadonlyMap<string, string>): (claim: Claim) => string {
  const voices = new Components();
  for (const claim of claims) {
    const component = reuse.get(claim.documentId);
    if (component !== undefined && claim.attribution.origin === null) {
      voices.join(`outlet ${claim.outlet}`, `text ${component}`);
    }
  }
  const outlets = new Map<string, string>();
  for (const claim of claims) {
    const voice = voices.find(`outlet ${claim.outlet}`);
    const known = outlets.get(voice);
    if (known === undefined || byCodePoint(claim.outlet, known) < 0) outlets.set(voice, claim.outlet);
  }
  return (claim) => outlets.get(voices.find(`outlet ${claim.outlet}`)) ?? claim.outlet;
}

/** How many claims of one document are looked through for the source that it repeats: articles have few. */
const NEAR = 50;

function sourceRepeated(
  claim: Claim,
  namedIn: ReadonlyMap<string, readonly Claim[]>,
  measure: (claim: Claim) => Measure | null,
): string | null {
  const own = measure(claim);
  if (own === null) return null;
  const keys = (test: (other: Measure) => boolean): string[] =>
    (namedIn.get(claim.documentId) ?? [])
      .slice(0, NEAR)
      .filter((other) => {
        const theirs = measure(other);
        return theirs !== null && other.polarity === claim.polarity && test(theirs);
      })
      .map((other) => other.attribution.origin ?? '')
      .sort(byCodePoint);
  return (
    keys((other) => meet(other.core, own.core))[0] ?? keys((other) => meet(other.halo, own.halo))[0] ?? null
  );
}
