import type { PlaceMention } from '../../mention/mention.ts';
import { type Found, lexiconOf } from '../../vocabulary/lexicon.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Taxonomy } from '../../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Provenance, Scope } from '../claim.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { Counted } from '../subject.ts';
import type { Surroundings } from './context.ts';
import { addDays, publicationDay } from './days.ts';
import { isCountedOn } from './lasting.ts';
import { distance, nearest } from './nearest.ts';
import { landAround, readPlace } from './place.ts';
import { readTime } from './time.ts';
import { isOfWar } from './war-total.ts';

/** "died of | torture", "killed in shelling in Aden": a noun that was tagged as a verb. */
const isNamedBehind = ({ tokens }: Reading, { first, last }: Found): boolean =>
  /^(?:of|from|under|in|by|during)$/.test(tokens[first - 1]?.lower ?? '') &&
  !/^(?:DET|PRON|NUM|NOUN|PROPN)$/.test(tokens[last + 1]?.pos ?? '');

/** A cause or an actor counts only this near to the trigger, in words; further off it belongs to something else. */
const NEAR = 18;
/** One that is named before it may stand further off: "fired rockets at … on Thursday, leaving three dead". */
const BEFORE = 26;

export interface ScopeInput {
  readonly reading: Reading;
  /** Token of the trigger. */
  readonly at: number;
  readonly agent: Chunk | null;
  /** Its place, where that is known already. */
  readonly place?: PlaceMention | undefined;
  /** The counted phrase, when there is one. */
  readonly chunk: Chunk | null;
  readonly counted: Counted;
  readonly predicate: Predicate;
  readonly lent: Surroundings;
  readonly vocabulary: Vocabulary;
}

/** What a claim is about: who, where, by what, by whom, when; each part with where it comes from. */
export function readScope(input: ScopeInput): { scope: Scope; timeClass: Predicate['timeClass'] } {
  const { reading, at, agent, counted, predicate, lent, vocabulary } = input;
  const cause = nearestNode(reading, at, vocabulary.causes, agent, ['NOUN', 'PROPN']);
  const goesOn = isCountedOn(reading, at, predicate, cause, lent.lasting, vocabulary.causes);
  const ofWar = isOfWar(reading, at, predicate);
  const running = { goesOn, ofWar };
  const { time, provenance: timeFrom, timeClass } = readTime(reading, at, predicate, lent, running);
  const place = placeOf(input, time, ofWar);
  const actor = agent ? nodeIn(reading, agent, vocabulary.actors) : null;
  return {
    timeClass,
    scope: {
      population: counted.population,
      place: place.key,
      cause,
      actor: actor ?? null,
      time,
      provenance: {
        population:
          counted.person !== 'bare' ? 'explicit' : counted.population === null ? 'default' : 'inherited',
        place: place.provenance,
        cause: known(cause),
        actor: known(actor),
        time: timeFrom,
      },
    },
  };
}

function placeOf(
  { reading, at, place, chunk, predicate, lent, vocabulary }: ScopeInput,
  time: Scope['time'],
  ofWar: boolean,
): { key: string | null; provenance: Provenance } {
  if (!predicate.decisive.includes('place')) return ELSEWHERE;
  if (place) return { key: place.key, provenance: 'explicit' };
  const found = readPlace(reading, at, chunk, lent.places, vocabulary);
  if (found.key === null || found.provenance !== 'inherited') return found;
  const country = predicate.land ? landOfCapital(found.key, vocabulary) : null;
  if (country) return { ...found, key: country };
  if (!ofWar && !isCountedForLong(reading, time)) return found;
  return { ...found, key: landAround(found.key, lent.places, vocabulary.places) };
}

/** "WASHINGTON — Employers added 20,000 jobs": those of the country; null for a town that is no capital. */
function landOfCapital(town: string, { places, capitals }: Vocabulary): string | null {
  const country = places.countryOf(town);
  return country !== null && capitals.get(country) === town ? country : null;
}

/** A town counts its own since January; a year and more are those of a war or an epidemic. */
const LONG = 365;

const isCountedForLong = ({ document }: Reading, time: Scope['time']): boolean =>
  time?.class === 'cumulative' && time.from !== null && time.from <= addDays(publicationDay(document), -LONG);

const ELSEWHERE = { key: null, provenance: 'unknown' } as const;

const known = (value: string | null): Provenance => (value === null ? 'unknown' : 'explicit');

function nodeIn(reading: Reading, chunk: Chunk, taxonomy: Taxonomy): string | null {
  const found = lexiconOf(taxonomy).find(reading.tokens, chunk.first, chunk.last);
  return withoutVerbs(reading, found, taxonomy)[0]?.id ?? null;
}

/**
 * "Militia Fires Rockets at Town": in the capitals of a headline a verb looks like a noun. A plural is no modifier, so
 * that one which stands right before another, unrelated node is a verb.
 */
function withoutVerbs({ tokens }: Reading, found: readonly Found[], taxonomy: Taxonomy): readonly Found[] {
  return found.filter((node, i) => {
    const next = found[i + 1];
    const isPlural = /s$/i.test(tokens[node.last]?.text ?? '');
    if (!next || !isPlural || next.first !== node.last + 1) return true;
    return taxonomy.relate(node.id, next.id) === 'inside' || taxonomy.relate(node.id, next.id) === 'contains';
  });
}

const nodes = new WeakMap<Reading, Map<Taxonomy, readonly Found[]>>();

/** The nodes of a taxonomy that a sentence names; looked up once. */
function nodesOf(reading: Reading, taxonomy: Taxonomy): readonly Found[] {
  const byTaxonomy = nodes.get(reading) ?? new Map<Taxonomy, readonly Found[]>();
  nodes.set(reading, byTaxonomy);
  const known =
    byTaxonomy.get(taxonomy) ??
    withoutVerbs(reading, lexiconOf(taxonomy).find(reading.tokens, 0, reading.tokens.length - 1), taxonomy);
  byTaxonomy.set(taxonomy, known);
  return known;
}

function nearestNode(
  reading: Reading,
  at: number,
  taxonomy: Taxonomy,
  agent: Chunk | null,
  kinds: string[],
): string | null {
  const own = agent ? nodeIn(reading, agent, taxonomy) : null;
  if (own) return own;
  const spans = nodesOf(reading, taxonomy)
    .filter(({ first, last }) => at - last <= BEFORE + 1 && first - at <= NEAR + 1)
    .filter((found) => kinds.includes(reading.tokens[found.last]?.pos ?? '') || isNamedBehind(reading, found))
    .map((found) => ({
      id: found.id,
      start: reading.tokens[found.first]?.start ?? 0,
      end: reading.tokens[found.last]?.end ?? 0,
    }));
  const best = nearest(reading, spans, at);
  const reach = best && best.end <= (reading.tokens[at]?.start ?? 0) ? BEFORE : NEAR;
  return best && distance(reading, best, at) <= reach ? best.id : null;
}
