import { eachAs } from '../each-as.ts';
import { byCodePoint } from '../identity.ts';
import type { Columns } from './columns.ts';
import { Components } from './components.ts';
import { copiesOf, NamedTexts } from './named-texts.ts';
import { Names } from './names.ts';
import { joinOffices } from './offices.ts';
import { addNear, followRelays, type Said } from './relays.ts';
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
  /** Units that are an office, for which several may speak. */
  readonly offices: ReadonlySet<string>;
}

/**
 * The independent unit behind each claim of a group. In this order: the deepest named source; everybody who carries
 * the same text, or the text of an agency that they name; the outlet. What a document says in its own voice and
 * repeats from a source that it, or a copy of it, names belongs to the source. An outlet that is cited stands for what it relays
 * itself, so that a chain of citations ends in one unit. Those who speak for one office are one. Unnamed sources of one relay are one. An outlet never
 * confirms itself: in one group it has a single voice of its own.
 */
export function findOrigins(columns: Columns, sources: Sources): Origins {
  const { claims, outlets } = columns;
  const voices = findVoices(columns, sources);
  const voiceOf = (outlet: string): string => voices.get(outlet) ?? outlet;
  const own = eachAs(outlets.each, voiceOf);
  const units: (string | null)[] = new Array(claims.length);
  let areNamed = true;
  for (let i = 0; i < claims.length; i++) {
    const unit = namedUnit(columns, i, voiceOf, sources);
    units[i] = unit;
    areNamed = areNamed && unit !== null;
  }
  if (!areNamed) speakForThemselves(columns, units, own, sources);
  const settled = settle(columns, units, own, sources);
  return { ...settled, ...joinOffices(columns, settled.units, sources) };
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

/** The unit that the words of a claim name; null when it is told in the outlet's own voice. */
function namedUnit(
  columns: Columns,
  at: number,
  voiceOf: (outlet: string) => string,
  sources: Sources,
): string | null {
  const chain = columns.chainOf(at);
  const origin = columns.sources[at] ?? null;
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
 * What those relay who have a voice and never speak for themselves.
 *
 *   own     the voice of each outlet, by its number
 *   voices  these, each once
 */
function findRelayed(
  { claims, outlets, measures }: Columns,
  units: readonly (string | null)[],
  own: readonly string[],
  voices: ReadonlySet<string>,
): ReadonlyMap<string, readonly Said[]> {
  const speaking = new Set<string>();
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
  return relayed;
}

/** So few voices are looked through one by one. */
const FEW = 12;

/** The voices of a group, each once, as far as anybody asks for one of them. */
class OwnVoices {
  private readonly own: readonly string[];
  private known: ReadonlySet<string> | null = null;

  /** `own`: the voice of each outlet. */
  constructor(own: readonly string[]) {
    this.own = own;
  }

  has(unit: string): boolean {
    return this.own.length <= FEW ? this.own.includes(unit) : this.each.has(unit);
  }

  get each(): ReadonlySet<string> {
    this.known ??= new Set(this.own);
    return this.known;
  }
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
): Omit<Origins, 'offices'> {
  const { outlets, measures } = columns;
  const voices = new OwnVoices(own);
  // Hardly anybody cites an outlet of the group: what they relay is looked for when one does.
  let relayed: ReadonlyMap<string, readonly Said[]> | null = null;
  let circular: Set<string> | null = null;
  let withoutPrimary: Set<string> | null = null;
  const ends = new Names(units.length);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] ?? '';
    let last = unit;
    if (unit !== own[outlets.of[i] ?? 0]) {
      if (voices.has(unit)) {
        relayed ??= findRelayed(columns, units, own, voices.each);
        const end = followRelays(unit, measures[i] ?? null, relayed);
        last = end.unit;
        if (end.circular) circular = withOne(circular, last);
      } else if (citesOutlet(columns, i, sources)) withoutPrimary = withOne(withoutPrimary, unit);
    }
    ends.set(i, last);
  }
  return { units: ends, circular: circular ?? NO_UNITS, withoutPrimary: withoutPrimary ?? NO_UNITS };
}
