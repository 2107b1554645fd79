import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import type { Measure } from '../value/compare.ts';
import { Components } from './components.ts';
import { type End, followRelays, NEAR, type Said, unitRepeated } from './relays.ts';
import type { Sources } from './sources.ts';

const NAMELESS = new Set(['anonymous', 'witness']);
export const ANONYMOUS = '/anonymous';

/** Who is behind the claims of a group. */
export interface Origins {
  /** The independent unit of each claim, in the order of the claims. */
  readonly of: readonly string[];
  /** Units that are a ring of outlets which cite each other. */
  readonly circular: ReadonlySet<string>;
  /** Units that are an outlet which is cited while nobody in the group shows where it knows it from. */
  readonly withoutPrimary: ReadonlySet<string>;
}

/**
 * The independent unit behind each claim of a group. In this order: the deepest named source; everybody who carries
 * the same text, or the text of an agency that they name; the outlet. What a document says in its own voice and
 * repeats from a source that it, or a copy of it, names belongs to the source. An outlet that is cited stands for what it relays
 * itself, so that a chain of citations ends in one unit. Unnamed sources of one relay are one. An outlet never
 * confirms itself: in one group it has a single voice of its own.
 *
 *   measures  the figure of each claim, where it has one
 */
export function findOrigins(
  claims: readonly Claim[],
  sources: Sources,
  measures: readonly (Measure | null)[] = [],
): Origins {
  const voices = findVoices(claims, sources);
  const voiceOf = (outlet: string): string => voices.get(outlet) ?? outlet;
  const named = claims.map((claim) => namedUnit(claim, voiceOf, sources));
  const namedIn = new Map<string, number[]>();
  claims.forEach((claim, i) => {
    if (named[i] === null) return;
    for (const text of textsOf(claim, sources)) {
      const found = namedIn.get(text);
      if (found && found.length < NEAR) found.push(i);
      else if (!found) namedIn.set(text, [i]);
    }
  });
  const repeated = (claim: Claim, own: Measure): string | null => {
    for (const text of textsOf(claim, sources)) {
      const said = (namedIn.get(text) ?? []).flatMap((other) => {
        const unit = claims[other]?.polarity === claim.polarity ? named[other] : null;
        return unit ? [{ unit, measure: measures[other] ?? null }] : [];
      });
      const unit = unitRepeated(own, said);
      if (unit !== null) return unit;
    }
    return null;
  };
  const units = claims.map((claim, i) => {
    const own = measures[i];
    return named[i] ?? (own ? repeated(claim, own) : null) ?? voiceOf(claim.outlet);
  });
  return settle(claims, units, voiceOf, measures, sources);
}

/** The texts that a claim stands in: its document, then those that print the same paragraph or the same article. */
function textsOf({ id, documentId }: Claim, { reuse }: Sources): string[] {
  const [passage, text] = [reuse.passages.get(id), reuse.documents.get(documentId)];
  const texts = [`document ${documentId}`];
  if (passage !== undefined) texts.push(`passage ${passage}`);
  if (text !== undefined) texts.push(`text ${text}`);
  return texts;
}

/** The unit that the words of a claim name; null when it is told in the outlet's own voice. */
function namedUnit(claim: Claim, voiceOf: (outlet: string) => string, sources: Sources): string | null {
  const { chain, origin } = claim.attribution;
  const deepest = chain.at(-1);
  if (origin === null) {
    return deepest !== undefined && NAMELESS.has(deepest.kind)
      ? `${voiceOf(claim.outlet)}${ANONYMOUS}`
      : null;
  }
  const node = chain.findLast(({ key }) => key === origin);
  const publisher = node ? sources.publisherOf(node) : null;
  if (publisher === null) return origin;
  const unit = voiceOf(publisher);
  return deepest !== node && deepest !== undefined && NAMELESS.has(deepest.kind)
    ? `${unit}${ANONYMOUS}`
    : unit;
}

/** The publisher that stands for everybody who carries the same text in a group: an agency, else the first by name. */
function findVoices(claims: readonly Claim[], sources: Sources): ReadonlyMap<string, string> {
  const { credits, isAgency, publisherNamed, publisherOf } = sources;
  const joined = new Components();
  const publishers = new Set<string>();
  const node = (outlet: string): string => {
    publishers.add(outlet);
    return `outlet ${outlet}`;
  };
  const seen = new Set<string>();
  const isCopied = sources.reuse.documents.size + sources.reuse.passages.size + credits.size > 0;
  for (const claim of claims) {
    if (!seen.has(claim.outlet)) joined.join(node(claim.outlet), node(publisherNamed(claim.outlet)));
    seen.add(claim.outlet);
    if (!isCopied) continue;
    const own = node(claim.outlet);
    // Whose words a named source's are is settled; those of a publisher are its text.
    const { chain, origin } = claim.attribution;
    const source = chain.findLast(({ key }) => key === origin);
    if (origin !== null && (source === undefined || publisherOf(source) === null)) continue;
    for (const text of textsOf(claim, sources).slice(1)) joined.join(own, text);
    const credit = credits.get(claim.documentId);
    if (credit !== undefined) joined.join(own, node(credit));
  }
  const before = (a: string, b: string): number =>
    Number(isAgency(b)) - Number(isAgency(a)) || byCodePoint(a, b);
  const firsts = new Map<string, string>();
  for (const outlet of publishers) {
    const voice = joined.find(node(outlet));
    const known = firsts.get(voice);
    if (known === undefined || before(outlet, known) < 0) firsts.set(voice, outlet);
  }
  return new Map([...publishers].map((outlet) => [outlet, firsts.get(joined.find(node(outlet))) ?? outlet]));
}

/** Follows citations of outlets to their end, and marks ends that are none. */
function settle(
  claims: readonly Claim[],
  units: readonly string[],
  voiceOf: (outlet: string) => string,
  measures: readonly (Measure | null)[],
  { publisherOf, isAgency }: Sources,
): Origins {
  const speaking = new Set<string>();
  const said = new Map<string, Said[]>();
  claims.forEach(({ outlet }, i) => {
    const [voice, unit] = [voiceOf(outlet), units[i] ?? outlet];
    if (unit === voice) speaking.add(voice);
    const found = said.get(voice);
    const one = { unit, measure: measures[i] ?? null };
    if (found && found.length < NEAR) found.push(one);
    else if (!found) said.set(voice, [one]);
  });
  const relayed = new Map([...said].filter(([voice]) => !speaking.has(voice)));
  const isCitedOutlet = (claim: Claim): boolean => {
    const node = claim.attribution.chain.at(-1);
    if (!node || node.key !== claim.attribution.origin) return false;
    const publisher = publisherOf(node);
    return (publisher !== null && !isAgency(publisher)) || (publisher === null && node.kind === 'outlet');
  };
  const circular = new Set<string>();
  const withoutPrimary = new Set<string>();
  const of = claims.map((claim, i) => {
    const unit = units[i] ?? claim.outlet;
    if (unit === voiceOf(claim.outlet)) return unit;
    const end: End = followRelays(unit, measures[i] ?? null, relayed);
    if (end.circular) circular.add(end.unit);
    else if (end.unit === unit && !said.has(unit) && isCitedOutlet(claim)) withoutPrimary.add(unit);
    return end.unit;
  });
  return { of, circular, withoutPrimary };
}
