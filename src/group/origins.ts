import { byCodePoint } from '../identity.ts';
import { type Measure, meet } from '../value/compare.ts';
import type { Columns } from './columns.ts';
import { Components } from './components.ts';
import { Names } from './names.ts';
import { type End, followRelays, NEAR, type Said } from './relays.ts';
import type { Sources } from './sources.ts';

const NAMELESS = new Set(['anonymous', 'witness']);
export const ANONYMOUS = '/anonymous';

/** Who is behind the claims of a group. */
export interface Origins {
  /** The independent unit of each claim, in the order of the claims. */
  readonly units: Names;
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
 */
export function findOrigins(columns: Columns, sources: Sources): Origins {
  const { claims, outlets } = columns;
  const voices = findVoices(columns, sources);
  const voiceOf = (outlet: string): string => voices.get(outlet) ?? outlet;
  const own = outlets.each.map(voiceOf);
  const units: (string | null)[] = new Array(claims.length);
  let areNamed = true;
  for (let i = 0; i < claims.length; i++) {
    const unit = namedUnit(columns, i, voiceOf, sources);
    units[i] = unit;
    areNamed = areNamed && unit !== null;
  }
  if (!areNamed) speakForThemselves(columns, units, own, sources);
  return settle(columns, units, own, sources);
}

/** Fills in who is behind the claims that name nobody. `own`: the voice of each outlet, by its number. */
function speakForThemselves(
  columns: Columns,
  units: (string | null)[],
  own: readonly string[],
  sources: Sources,
): void {
  const { outlets, measures } = columns;
  const texts = new NamedTexts(columns, units, sources);
  for (let i = 0; i < units.length; i++) {
    if (units[i] !== null) continue;
    const measure = measures[i];
    units[i] = (measure ? texts.unitRepeated(i, measure) : null) ?? own[outlets.of[i] ?? 0] ?? '';
  }
}

/** Which claims that name their source stand in which text. */
class NamedTexts {
  /** By the number of the document. */
  private readonly inDocument: (number[] | undefined)[];
  private readonly inCopies = new Map<string, number[]>();
  private readonly columns: Columns;
  /** What was named before anything is filled in: no other places are asked for. */
  private readonly named: readonly (string | null)[];
  private readonly sources: Sources;

  constructor(columns: Columns, named: readonly (string | null)[], sources: Sources) {
    this.columns = columns;
    this.named = named;
    this.sources = sources;
    const { documents } = columns;
    this.inDocument = new Array(documents.each.length);
    for (let i = 0; i < named.length; i++) {
      if (named[i] === null) continue;
      const document = documents.of[i] ?? 0;
      const near = this.inDocument[document];
      if (near === undefined) this.inDocument[document] = [i];
      else if (near.length < NEAR) near.push(i);
      for (const text of copiesOf(columns, i, sources)) addNear(this.inCopies, text, i);
    }
  }

  /** The source whose figure a claim repeats in the text in which the source is named, or in a copy of it. */
  unitRepeated(at: number, own: Measure): string | null {
    const unit = this.among(this.inDocument[this.columns.documents.of[at] ?? 0], at, own);
    if (unit !== null || this.inCopies.size === 0) return unit;
    for (const text of copiesOf(this.columns, at, this.sources)) {
      const found = this.among(this.inCopies.get(text), at, own);
      if (found !== null) return found;
    }
    return null;
  }

  /** The first by name of the units there that give the same figure, else of those that allow it. */
  private among(places: readonly number[] | undefined, at: number, own: Measure): string | null {
    if (places === undefined) return null;
    const { columns, named } = this;
    let [giving, allowing]: [string | null, string | null] = [null, null];
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const [measure, unit] = [columns.measures[place], named[place]];
      if (!measure || !unit || columns.isNegated(place) !== columns.isNegated(at)) continue;
      if (meet(measure.core, own.core)) giving = firstOf(giving, unit);
      else if (meet(measure.halo, own.halo)) allowing = firstOf(allowing, unit);
    }
    return giving ?? allowing;
  }
}

const firstOf = (a: string | null, b: string): string => (a === null || byCodePoint(b, a) < 0 ? b : a);

/** Adds one more of what is found under a name, while there are few. */
function addNear<T>(found: Map<string, T[]>, name: string, item: T): void {
  const near = found.get(name);
  if (near === undefined) found.set(name, [item]);
  else if (near.length < NEAR) near.push(item);
}

const NONE: readonly string[] = [];

/** What prints the text that a claim stands in once more: the same paragraph, then the same article. */
function copiesOf(
  columns: Columns,
  at: number,
  { reuse: { passages, documents } }: Sources,
): readonly string[] {
  if (passages.size + documents.size === 0) return NONE;
  const [passage, text] = [passages.get(columns.ids[at] ?? ''), documents.get(columns.documents.at(at))];
  const copies: string[] = [];
  if (passage !== undefined) copies.push(`passage ${passage}`);
  if (text !== undefined) copies.push(`text ${text}`);
  return copies;
}

/** The unit that the words of a claim name; null when it is told in the outlet's own voice. */
function namedUnit(
  columns: Columns,
  at: number,
  voiceOf: (outlet: string) => string,
  sources: Sources,
): string | null {
  const [chain, origin] = [columns.chainOf(at), columns.sources[at] ?? null];
  const deepest = chain[chain.length - 1];
  if (deepest === undefined) return origin;
  if (origin === null)
    return NAMELESS.has(deepest.kind) ? `${voiceOf(columns.outlets.at(at))}${ANONYMOUS}` : null;
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
function findVoices(columns: Columns, sources: Sources): ReadonlyMap<string, string> {
  const { credits, isAgency, publisherNamed } = sources;
  const isCopied = sources.reuse.documents.size + sources.reuse.passages.size + credits.size > 0;
  const { each } = columns.outlets;
  if (!isCopied && each.every((outlet) => publisherNamed(outlet) === outlet)) return NO_VOICES;
  const joined = new Components();
  const publishers = new Set<string>();
  const node = (outlet: string): string => {
    publishers.add(outlet);
    return `outlet ${outlet}`;
  };
  for (const outlet of each) joined.join(node(outlet), node(publisherNamed(outlet)));
  if (isCopied) joinCopies(columns, sources, joined, node);
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

/** Joins those who carry the same text, and those who print what they say is an agency's. */
function joinCopies(
  columns: Columns,
  sources: Sources,
  joined: Components,
  node: (outlet: string) => string,
): void {
  for (let i = 0; i < columns.claims.length; i++) {
    const own = node(columns.outlets.at(i));
    // Whose words a named source's are is settled; those of a publisher are its text.
    const [chain, origin] = [columns.chainOf(i), columns.sources[i] ?? null];
    const source = chain.findLast(({ key }) => key === origin);
    if (origin !== null && (source === undefined || sources.publisherOf(source) === null)) continue;
    for (const text of copiesOf(columns, i, sources)) joined.join(own, text);
    const credit = sources.credits.get(columns.documents.at(i));
    if (credit !== undefined) joined.join(own, node(credit));
  }
}

const NO_VOICES: ReadonlyMap<string, string> = new Map();

/**
 * Everybody who has a voice, and what those relay who never speak for themselves.
 *
 *   own  the voice of each outlet, by its number
 */
function findRelayed(
  { claims, outlets, measures }: Columns,
  units: readonly (string | null)[],
  own: readonly string[],
): { voices: ReadonlySet<string>; relayed: ReadonlyMap<string, readonly Said[]> } {
  const speaking = new Set<string>();
  const voices = new Set(own);
  for (let i = 0; speaking.size < voices.size && i < claims.length; i++) {
    const voice = own[outlets.of[i] ?? 0];
    if (voice !== undefined && units[i] === voice) speaking.add(voice);
  }
  const relayed = new Map<string, Said[]>();
  for (let i = 0; speaking.size < voices.size && i < claims.length; i++) {
    const voice = own[outlets.of[i] ?? 0];
    if (voice === undefined || speaking.has(voice)) continue;
    addNear(relayed, voice, { unit: units[i] ?? voice, measure: measures[i] ?? null });
  }
  return { voices, relayed };
}

/** Whether a claim goes back to an outlet that is no agency. */
function citesOutlet(columns: Columns, at: number, { publisherOf, isAgency }: Sources): boolean {
  const chain = columns.chainOf(at);
  const node = chain[chain.length - 1];
  if (!node || node.key !== columns.sources[at]) return false;
  const publisher = publisherOf(node);
  return (publisher !== null && !isAgency(publisher)) || (publisher === null && node.kind === 'outlet');
}

/** Hardly any group has a unit of this kind. */
const NO_UNITS: ReadonlySet<string> = new Set();

/** Units with one more; the first makes the set. */
function withOne(units: Set<string> | null, unit: string): Set<string> {
  const all = units ?? new Set<string>();
  return all.add(unit);
}

/** Follows citations of outlets to their end, and marks ends that are none. */
function settle(
  columns: Columns,
  units: readonly (string | null)[],
  own: readonly string[],
  sources: Sources,
): Origins {
  const { outlets, measures } = columns;
  const { voices, relayed } = findRelayed(columns, units, own);
  let circular: Set<string> | null = null;
  let withoutPrimary: Set<string> | null = null;
  const ends = new Names(units.length);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] ?? '';
    const isOwn = unit === own[outlets.of[i] ?? 0];
    const end: End | null =
      !isOwn && relayed.has(unit) ? followRelays(unit, measures[i] ?? null, relayed) : null;
    const last = end?.unit ?? unit;
    if (end?.circular) circular = withOne(circular, last);
    else if (!isOwn && last === unit && citesOutlet(columns, i, sources) && !voices.has(unit))
      withoutPrimary = withOne(withoutPrimary, unit);
    ends.set(i, last);
  }
  return { units: ends, circular: circular ?? NO_UNITS, withoutPrimary: withoutPrimary ?? NO_UNITS };
}
