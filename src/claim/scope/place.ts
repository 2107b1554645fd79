import { startsUpper } from '../../letters.ts';
import type { PlaceMention } from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Provenance } from '../claim.ts';
import type { Chunk } from '../reading/chunk.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { nearest } from './nearest.ts';
import { belongsToSaying } from './saying.ts';

const PLACING = new Set(
  'in within at near across on outside inside throughout from of around into over to'.split(' '),
);
const PLACE_NOUNS = new Set(
  'city town village province district region governorate state county area neighborhood neighbourhood camp strip suburb border valley peninsula island capital market hospital airport prison square street road university school mosque church station base checkpoint port coast countryside dam bridge mine factory refinery plant stadium'.split(
    ' ',
  ),
);
const REACH = 6;

type Manner = 'locates' | 'touches' | 'speaks' | 'names';

const manners = new WeakMap<Reading, readonly Manner[]>();

/** How each place of a sentence stands in it; told once: every figure asks for it. */
function mannersOf(reading: Reading): readonly Manner[] {
  const known = manners.get(reading);
  if (known) return known;
  const told = reading.places.map((place) => manner(reading, place));
  manners.set(reading, told);
  return told;
}

const standing = (reading: Reading, wanted: Manner): PlaceMention[] =>
  reading.places.length === 0 ? [] : reading.places.filter((_, i) => mannersOf(reading)[i] === wanted);

/**
 * How a place stands in its sentence: `locates` ("in Aleppo"), `touches` ("hit Aleppo", "Aleppo’s hospitals"), `speaks`
 * ("Syria’s ministry said"), or only names.
 */
function manner(reading: Reading, place: PlaceMention): Manner {
  if (place.adjective) return 'names';
  if (reading.sentence.kind === 'dateline') return 'locates';
  const { tokens } = reading;
  const first = tokenAt(tokens, place.start);
  const behind = tokenAt(tokens, place.end);
  if (/^[’']s?$/.test(tokens[behind]?.lower ?? '')) return isOfSpeaker(reading, place) ? 'speaks' : 'touches';
  if (tokens.slice(behind, behind + 2).some((token) => token.lower === 'where')) return 'locates';
  if (isBearing(reading, first) || holdsNext(tokens, behind) || isElsewhere(reading, first)) return 'names';
  if (isOffCoast(tokens, first, behind)) return 'locates';
  if (describesNoun(reading, place, behind) || namesBuilding(reading, place, behind)) return 'names';
  return mannerBefore(tokens, first);
}

/** "Italy’s prime minister declared": whose it is that speaks. */
const isOfSpeaker = ({ attributions }: Reading, { start, end }: PlaceMention): boolean =>
  attributions.some(({ source }) => source !== null && source.start <= start && end <= source.end);

/** Verbs that bring people away, and houses to which they are brought. */
const BRING = new Set(
  'airlift fly rush take transfer transport evacuate move bring send convey ferry drive travel'.split(' '),
);
const HOUSE = new Set('hospital hospitals clinic clinics morgue morgues mortuary mortuaries'.split(' '));
const INSIDE = new Set(['in', 'at', 'near', 'outside']);

/**
 * "airlifted to Nairobi", "rushed to a hospital in Nairobi", "near the border with Somalia": where it did not happen.
 */
function isElsewhere({ tokens, chunkOf }: Reading, first: number): boolean {
  let at = first - 1;
  const before = tokens[at]?.lower ?? '';
  if (before === 'with') return true;
  if (INSIDE.has(before) && HOUSE.has(tokens[at - 1]?.lower ?? ''))
    at = (chunkOf[at - 1]?.first ?? at - 1) - 1;
  const towards = tokens[at]?.lower;
  if (towards !== 'to' && towards !== 'into') return false;
  for (let i = at - 1; i >= 0 && at - i <= 3; i -= 1) {
    const token = tokens[i];
    if (token?.pos === 'VERB' && BRING.has(token.lemma)) return true;
  }
  return false;
}

/** How the words before a place make it stand. */
function mannerBefore(tokens: Reading['tokens'], first: number): Manner {
  for (let i = first - 1; i >= 0 && first - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'AUX') return 'names';
    if (PLACING.has(token.lower)) return 'locates';
    if (token.pos === 'VERB') return i === first - 1 ? 'touches' : 'names';
  }
  return 'names';
}

/** "the US state of Louisiana": the place that holds the one named behind it. */
const holdsNext = (tokens: Reading['tokens'], behind: number): boolean =>
  /^(?:state|province|region|governorate|territory|republic|prefecture)$/.test(tokens[behind]?.lower ?? '') &&
  tokens[behind + 1]?.lower === 'of' &&
  startsUpper(tokens[behind + 2]?.text ?? '');

/** "off the California coast". */
const isOffCoast = (tokens: Reading['tokens'], first: number, behind: number): boolean =>
  /^(?:coast|shores?|coastline)$/.test(tokens[behind]?.lower ?? '') &&
  tokens.slice(Math.max(0, first - 3), first).some(({ lower }) => lower === 'off');

const BEARING = /^(?:-|–|(?:north|south)?(?:east|west)?|north|south)$/;

/** "350 km northeast of Beijing": a measured way off, so that it did not happen there. */
function isBearing({ tokens, quantities }: Reading, first: number): boolean {
  if (tokens[first - 1]?.lower !== 'of') return false;
  let i = first - 2;
  while (i >= 0 && first - i < 6 && BEARING.test(tokens[i]?.lower ?? '')) i -= 1;
  const measure = i < first - 2 ? tokens[i] : undefined;
  return (
    measure !== undefined &&
    quantities.some(
      ({ role, start, end }) => role === 'measure' && start < measure.end && measure.start < end,
    )
  );
}

/** "U.S. air strikes", "Gaza talks": the place belongs to the noun behind it, unless that is a kind of place itself. */
function describesNoun(reading: Reading, place: PlaceMention, behind: number): boolean {
  const chunk = reading.chunkOf[behind - 1] ?? null;
  if (!chunk || chunk.last < behind) return false;
  const head = chunk.head === null ? undefined : reading.tokens[chunk.head];
  return head !== undefined && head.start >= place.end && !PLACE_NOUNS.has(nounLemma(head));
}

/** "Salem Mosque in Ariha", "the Baghdad Hotel, in Basra": the name of a house that stands elsewhere. */
function namesBuilding({ tokens, chunkOf, places }: Reading, place: PlaceMention, behind: number): boolean {
  const last = chunkOf[behind - 1]?.last ?? behind - 1;
  if (last < behind || !startsUpper(tokens[last]?.text ?? '')) return false;
  const comma = tokens[last + 1]?.text === ',' ? 1 : 0;
  if (!/^(?:in|near|outside)$/.test(tokens[last + 1 + comma]?.lower ?? '')) return false;
  const next = places.find((other) => !other.adjective && other.start >= (tokens[last + 2]?.start ?? 0));
  return next !== undefined && next !== place && tokenAt(tokens, next.start) - last <= 7 + comma;
}

/** Places that locate what the sentence tells. */
export const locatingPlaces = (reading: Reading): PlaceMention[] =>
  standing(reading, 'locates').filter((place) => !belongsToSaying(reading, place));

/** Places that the sentence is about without saying "in". */
export const touchedPlaces = (reading: Reading): PlaceMention[] => standing(reading, 'touches');

/** Places whose officials speak. */
export const speakingPlaces = (reading: Reading): PlaceMention[] => standing(reading, 'speaks');

/** Places of one sentence, a country or region behind the place in it: "grief in Italy for the victims in Genoa". */
export function finestFirst(found: readonly PlaceMention[], places: Vocabulary['places']): PlaceMention[] {
  const isAroundOther = ({ key }: PlaceMention): boolean =>
    /^(?:country|region)$/.test(places.level(key) ?? '') &&
    found.some((other) => places.relate(other.key, key) === 'inside');
  const wide = found.length < 2 ? [] : found.filter(isAroundOther);
  return wide.length === 0 ? [...found] : [...found.filter((one) => !wide.includes(one)), ...wide];
}

export const REPORTING = new Set('report record register confirm log count tally'.split(' '));

/** "India reported 360 dead", "Guinea’s ministry confirmed two cases": a place that tells its own figures. */
function reportingPlaces({ tokens, places, chunkOf }: Reading): PlaceMention[] {
  return places.filter((place) => {
    if (place.adjective) return false;
    let i = tokenAt(tokens, place.end);
    if (/^[’']s?$/.test(tokens[i]?.lower ?? '')) i = (chunkOf[i + 1]?.last ?? i) + 1;
    while (tokens[i]?.pos === 'AUX' || tokens[i]?.pos === 'ADV') i += 1;
    if (!REPORTING.has(tokens[i]?.lemma ?? '')) return false;
    const object = chunkOf[i + 1] ?? chunkOf[i + 2] ?? null;
    return object?.quantity != null;
  });
}

/**
 * Where a claim holds: the place named nearest to its trigger, else the first that the sentence touches or its
 * surroundings lend. Where the counted people carry a demonym, a place that suits it goes before one that does not.
 */
export function readPlace(
  reading: Reading,
  at: number,
  counted: Chunk | null,
  lent: readonly PlaceMention[],
  { places }: Vocabulary,
): { key: string | null; provenance: Provenance } {
  const here = nearest(reading, [...locatingPlaces(reading), ...reportingPlaces(reading)], at);
  if (here && isAround(reading, here)) {
    const inside = lent.find(
      ({ key }) => key !== here.key && (!places.nodes.has(key) || places.relate(key, here.key) === 'inside'),
    );
    return { key: inside?.key ?? here.key, provenance: 'inherited' };
  }
  if (here) return { key: here.key, provenance: 'explicit' };
  const touched = touchedPlaces(reading);
  // "Italy’s prime minister said": somewhere inside, which the article names elsewhere if at all.
  const spoken = speakingPlaces(reading).map(
    (place) => lent.find(({ key }) => places.relate(key, place.key) === 'inside') ?? place,
  );
  const candidates = [...touched, ...spoken, ...lent];
  const demonym = counted && demonymOf(reading, counted);
  const suits = (place: PlaceMention): boolean =>
    demonym !== null && ['equal', 'inside', 'contains'].includes(places.relate(place.key, demonym));
  const found = candidates.find(suits) ?? candidates[0];
  const home = counted && homeOf(reading, counted);
  const wider = home && (!found || places.relate(found.key, home) === 'inside');
  if (wider) return { key: home, provenance: 'inherited' };
  return found ? { key: found.key, provenance: 'inherited' } : { key: null, provenance: 'unknown' };
}

const DIRECTION =
  /^(?:the|north|south|east|west|central|(?:north|south|mid)?-?(?:east|west)?(?:ern)?|(?:north|south)ern)$/;

/** "a town in northern Syria": somewhere inside the place that is named, which the article names elsewhere if at all. */
function isAround(reading: Reading, place: PlaceMention): boolean {
  let i = tokenAt(reading.tokens, place.start) - 1;
  while (i > 0 && DIRECTION.test(reading.tokens[i]?.lower ?? '')) i -= 1;
  const noun = reading.tokens[i - 1];
  if (!/^(?:in|of)$/.test(reading.tokens[i]?.lower ?? '') || !noun) return false;
  if (!PLACE_NOUNS.has(nounLemma(noun))) return false;
  const before = reading.tokens.slice(Math.max(0, i - 1 - REACH), i - 1).reverse();
  const end = before.findIndex((token) => /^(?:VERB|AUX|ADP|PUNCT)$/.test(token.pos));
  return before.slice(0, end < 0 ? before.length : end).some((token) => /^an?$/.test(token.lower));
}

/** Who is where they live; soldiers of a country seldom are. */
const AT_HOME = new Set(
  'resident inhabitant villager household home house family voter customer consumer'.split(' '),
);

/** "Louisiana residents": the place whose people are counted, by its name. */
function homeOf({ tokens, places }: Reading, { first, head }: Chunk): string | null {
  const noun = head === null ? undefined : tokens[head];
  if (!noun || !AT_HOME.has(nounLemma(noun))) return null;
  const [start, end] = [tokens[first]?.start ?? 0, noun.start];
  return places.find((place) => !place.adjective && place.start >= start && place.end <= end)?.key ?? null;
}

function demonymOf(reading: Reading, chunk: Chunk): string | null {
  const start = reading.tokens[chunk.first]?.start ?? 0;
  const end = reading.tokens[chunk.last]?.end ?? 0;
  return (
    reading.places.find((place) => place.adjective && place.start >= start && place.end <= end)?.key ?? null
  );
}
