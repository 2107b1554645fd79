import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { type Measure, meet } from '../value/compare.ts';
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
  const texts = new NamedTexts(claims, named, measures, sources);
  const units: string[] = [];
  for (let i = 0; i < claims.length; i++) {
    const [claim, own] = [claims[i], measures[i]];
    if (claim === undefined) continue;
    units.push(named[i] ?? (own ? texts.unitRepeated(claim, own) : null) ?? voiceOf(claim.outlet));
  }
  return settle(claims, units, voiceOf, measures, sources);
}

/** Which claims that name their source stand in which text. */
class NamedTexts {
  private readonly inDocument = new Map<string, number[]>();
  private readonly inCopies = new Map<string, number[]>();
  private readonly claims: readonly Claim[];
  private readonly named: readonly (string | null)[];
  private readonly measures: readonly (Measure | null)[];
  private readonly sources: Sources;

  constructor(
    claims: readonly Claim[],
    named: readonly (string | null)[],
    measures: readonly (Measure | null)[],
    sources: Sources,
  ) {
    this.claims = claims;
    this.named = named;
    this.measures = measures;
    this.sources = sources;
    if (!named.includes(null)) return;
    for (let i = 0; i < claims.length; i++) {
      const claim = claims[i];
      if (claim === undefined || named[i] === null) continue;
      addNear(this.inDocument, claim.documentId, i);
      for (const text of copiesOf(claim, sources)) addNear(this.inCopies, text, i);
    }
  }

  /** The source whose figure a claim repeats in the text in which the source is named, or in a copy of it. */
  unitRepeated(claim: Claim, own: Measure): string | null {
    const unit = this.among(this.inDocument.get(claim.documentId), claim, own);
    if (unit !== null || this.inCopies.size === 0) return unit;
    for (const text of copiesOf(claim, this.sources)) {
      const found = this.among(this.inCopies.get(text), claim, own);
      if (found !== null) return found;
    }
    return null;
  }

  private among(places: readonly number[] | undefined, claim: Claim, own: Measure): string | null {
    if (places === undefined) return null;
    let said: Said[] | null = null;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const measure = this.measures[place];
      // What does not even allow the figure is no word on it.
      if (!measure || !(meet(measure.core, own.core) || meet(measure.halo, own.halo))) continue;
      const unit = this.claims[place]?.polarity === claim.polarity ? this.named[place] : null;
      if (!unit) continue;
      said ??= [];
      said.push({ unit, measure });
    }
    return said && unitRepeated(own, said);
  }
}

/** Adds one more of what is found under a name, while there are few. */
function addNear<T>(found: Map<string, T[]>, name: string, item: T): void {
  const near = found.get(name);
  if (near === undefined) found.set(name, [item]);
  else if (near.length < NEAR) near.push(item);
}

const NONE: readonly string[] = [];

/** What prints the text that a claim stands in once more: the same paragraph, then the same article. */
function copiesOf({ id, documentId }: Claim, { reuse: { passages, documents } }: Sources): readonly string[] {
  if (passages.size + documents.size === 0) return NONE;
  const [passage, text] = [passages.get(id), documents.get(documentId)];
  const copies: string[] = [];
  if (passage !== undefined) copies.push(`passage ${passage}`);
  if (text !== undefined) copies.push(`text ${text}`);
  return copies;
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
  if (deepest === undefined) return origin;
  const node = chain.findLast(({ key }) => key === origin);
  const publisher = node ? sources.publisherOf(node) : null;
  if (publisher === null) return origin;
  const unit = voiceOf(publisher);
  return deepest !== node && NAMELESS.has(deepest.kind) ? `${unit}${ANONYMOUS}` : unit;
}

/**
 * The publisher that stands for everybody who carries the same text in a group: an agency, else the first by name. An
 * outlet that is not named here stands for itself.
 */
function findVoices(claims: readonly Claim[], sources: Sources): ReadonlyMap<string, string> {
  const { credits, isAgency, publisherNamed, publisherOf } = sources;
  const isCopied = sources.reuse.documents.size + sources.reuse.passages.size + credits.size > 0;
  const outlets = new Set<string>();
  for (let i = 0; i < claims.length; i++) outlets.add(claims[i]?.outlet ?? '');
  if (!isCopied && [...outlets].every((outlet) => publisherNamed(outlet) === outlet)) return new Map();
  const joined = new Components();
  const publishers = new Set<string>();
  const node = (outlet: string): string => {
    publishers.add(outlet);
    return `outlet ${outlet}`;
  };
  for (const outlet of outlets) joined.join(node(outlet), node(publisherNamed(outlet)));
  for (const claim of isCopied ? claims : []) {
    const own = node(claim.outlet);
    // Whose words a named source's are is settled; those of a publisher are its text.
    const { chain, origin } = claim.attribution;
    const source = chain.findLast(({ key }) => key === origin);
    if (origin !== null && (source === undefined || publisherOf(source) === null)) continue;
    for (const text of copiesOf(claim, sources)) joined.join(own, text);
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

/** Everybody who has a voice, and what those relay who never speak for themselves. */
function findRelayed(
  claims: readonly Claim[],
  units: readonly string[],
  voiceOf: (outlet: string) => string,
  measures: readonly (Measure | null)[],
): { voices: ReadonlySet<string>; relayed: ReadonlyMap<string, readonly Said[]> } {
  const speaking = new Set<string>();
  const voices = new Set<string>();
  for (let i = 0; i < claims.length; i++) {
    const voice = voiceOf(claims[i]?.outlet ?? '');
    voices.add(voice);
    if (units[i] === voice) speaking.add(voice);
  }
  const relayed = new Map<string, Said[]>();
  for (let i = 0; speaking.size < voices.size && i < claims.length; i++) {
    const voice = voiceOf(claims[i]?.outlet ?? '');
    if (speaking.has(voice)) continue;
    addNear(relayed, voice, { unit: units[i] ?? voice, measure: measures[i] ?? null });
  }
  return { voices, relayed };
}

/** Follows citations of outlets to their end, and marks ends that are none. */
function settle(
  claims: readonly Claim[],
  units: readonly string[],
  voiceOf: (outlet: string) => string,
  measures: readonly (Measure | null)[],
  { publisherOf, isAgency }: Sources,
): Origins {
  const { voices, relayed } = findRelayed(claims, units, voiceOf, measures);
  const isCitedOutlet = (claim: Claim): boolean => {
    const node = claim.attribution.chain.at(-1);
    if (!node || node.key !== claim.attribution.origin) return false;
    const publisher = publisherOf(node);
    return (publisher !== null && !isAgency(publisher)) || (publisher === null && node.kind === 'outlet');
  };
  const circular = new Set<string>();
  const withoutPrimary = new Set<string>();
  const of: string[] = [];
  for (let i = 0; i < claims.length; i++) {
    const claim = claims[i];
    if (claim === undefined) continue;
    const unit = units[i] ?? claim.outlet;
    const isOwn = unit === voiceOf(claim.outlet);
    const end: End | null =
      !isOwn && relayed.has(unit) ? followRelays(unit, measures[i] ?? null, relayed) : null;
    if (end?.circular) circular.add(end.unit);
    else if (!isOwn && (end?.unit ?? unit) === unit && !voices.has(unit) && isCitedOutlet(claim))
      withoutPrimary.add(unit);
    of.push(end?.unit ?? unit);
  }
  return { of, circular, withoutPrimary };
}
