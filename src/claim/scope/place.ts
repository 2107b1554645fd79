import type { PlaceMention } from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import { groundOf } from '../../vocabulary/sites.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Provenance } from '../claim.ts';
import type { Chunk } from '../reading/chunk.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { bracketedPlace } from './bracketed-place.ts';
import { isOnlyCompared } from './compared.ts';
import { isHome, type Manner, mannersOf } from './manner.ts';
import { nearest } from './nearest.ts';
import { DIRECTION, isInside } from './place-nouns.ts';
import { isWhereSaid } from './saying.ts';
import { isPassing } from './site-scene.ts';

type Places = Vocabulary['places'];

const REACH = 6;

type Standing = Readonly<Record<Manner, readonly PlaceMention[]>>;

const NOWHERE: Standing = { locates: [], touches: [], speaks: [], names: [] };
const stood = new WeakMap<Reading, Standing>();

/** The places of a sentence by how they stand in it; told once: every figure asks for it. */
function standing(reading: Reading, places: Places): Standing {
  if (reading.places.length === 0) return NOWHERE;
  const known = stood.get(reading);
  if (known) return known;
  const told = { locates: [], touches: [], speaks: [], names: [] } satisfies Record<Manner, PlaceMention[]>;
  const manners = mannersOf(reading, places);
  for (const [i, place] of reading.places.entries()) {
    const manner = manners[i] ?? 'names';
    const list: PlaceMention[] = told[manner];
    const real = isPassing(reading, place) ? townOf(place) : place;
    if (real && !(manner === 'locates' && isWhereSaid(reading, real))) list.push(real);
  }
  stood.set(reading, told);
  return told;
}

/** Of a site that is only named by the way the town counts, where that is told: "a college in Dovrin". */
const townOf = (site: PlaceMention): PlaceMention | null =>
  BEHIND_HOUSE.test(site.text) ? { ...site, key: groundOf(site.key) } : null;

const BEHIND_HOUSE = / (?:in|of) |, /;

/** Places that locate what the sentence tells. */
export const locatingPlaces = (reading: Reading, places: Places): readonly PlaceMention[] =>
  standing(reading, places).locates;

/** Places that the sentence is about without saying "in". */
export const touchedPlaces = (reading: Reading, places: Places): readonly PlaceMention[] =>
  standing(reading, places).touches;

/** Places whose officials speak. */
export const speakingPlaces = (reading: Reading, places: Places): readonly PlaceMention[] =>
  standing(reading, places).speaks;

/** Places of one sentence, a country or region behind the place in it: "grief in Italy for the victims in Genoa". */
export function finestFirst(found: readonly PlaceMention[], places: Vocabulary['places']): PlaceMention[] {
  const isAroundOther = ({ key }: PlaceMention): boolean =>
    (/^(?:country|region)$/.test(places.level(key) ?? '') &&
      found.some((other) => places.relate(other.key, key) === 'inside')) ||
    // "the largest lake in Africa": a part of the world stands back behind any place in a country.
    (places.nodes.has(key) &&
      places.countryOf(key) === null &&
      found.some((other) => places.countryOf(other.key) !== null));
  const wide = found.length < 2 ? [] : found.filter(isAroundOther);
  return wide.length === 0 ? [...found] : [...found.filter((one) => !wide.includes(one)), ...wide];
}

/** "Pakistan has | raised its death toll to 87,350". */
const setsItsToll = ({ tokens, words }: Reading, i: number): boolean =>
  tokens[i]?.pos === 'VERB' &&
  tokens[i + 1]?.lower === 'its' &&
  tokens.slice(i + 2, i + 5).some(({ lemma }) => words.count.totals.has(lemma));

/** "Texas | had 125,000 without power", "Lusaka | is the worst-hit province with 8,917 cases": what a place that opens its clause has. */
function hasItsOwn({ tokens, chunkOf }: Reading, { start, end, adjective }: PlaceMention): boolean {
  const verb = tokenAt(tokens, end);
  let behind = verb;
  while (tokens[behind]?.pos === 'AUX' || tokens[behind]?.pos === 'ADV') behind += 1;
  if (adjective) return false;
  const before = tokens[tokenAt(tokens, start) - 1];
  if (before && !/^(?:PUNCT|CCONJ|SCONJ)$/.test(before.pos) && !/^neighbou?ring$/.test(before.lower))
    return false;
  if (tokens[behind]?.lemma === 'see') return chunkOf[behind + 1]?.quantity != null;
  if (tokens[verb]?.lemma === 'have' && behind === verb + 1) return chunkOf[behind]?.quantity != null;
  if (tokens[verb]?.lemma !== 'be' || behind !== verb + 1) return false;
  const beside = (chunkOf[behind]?.last ?? behind) + 1;
  return tokens[beside]?.lower === 'with' && chunkOf[beside + 1]?.quantity != null;
}

/** How far behind what tells of a figure a place may stand that locates it: "had 12 soldiers killed | in Sinai". */
const BEHIND = 4;

/** The place whose clause tells what is counted, unless another one locates it. */
function ownerBefore(
  reading: Reading,
  at: number,
  located: readonly PlaceMention[],
): PlaceMention | undefined {
  const { tokens } = reading;
  const end = tokens[at]?.end ?? 0;
  const owner = reading.places.findLast((place) => place.end < end && hasItsOwn(reading, place));
  const until = tokens[Math.min(at + BEHIND, tokens.length - 1)]?.end ?? end;
  const isNearer = ({ start }: PlaceMention): boolean =>
    start > (owner?.start ?? 0) &&
    (start < end || (start < until && tokens[tokenAt(tokens, start) - 1]?.pos === 'ADP'));
  return located.some(isNearer) ? undefined : owner;
}

/** "India reported 360 dead", "Guinea’s ministry confirmed two cases": a place that tells its own figures. */
export function reportingPlaces(reading: Reading): PlaceMention[] {
  const {
    tokens,
    places,
    chunkOf,
    words: { scene },
  } = reading;
  return places.filter((place) => {
    if (place.adjective) return false;
    let i = tokenAt(tokens, place.end);
    // "Lusaka District recorded".
    if (scene.places.has(tokens[i]?.lower ?? '')) i += 1;
    if (/^[’']s?$/.test(tokens[i]?.lower ?? '')) i = (chunkOf[i + 1]?.last ?? i) + 1;
    while (tokens[i]?.pos === 'AUX' || tokens[i]?.pos === 'ADV') i += 1;
    if (setsItsToll(reading, i)) return true;
    if (!scene.registering.has(tokens[i]?.lemma ?? '')) return false;
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
  const bracketed = bracketedPlace(reading, at);
  if (bracketed) return { key: bracketed, provenance: 'explicit' };
  const compared = isOnlyCompared(reading, at) ? placeCompared(reading, at) : null;
  if (compared) return { key: compared.key, provenance: 'explicit' };
  const located = [...locatingPlaces(reading, places), ...reportingPlaces(reading)];
  const owner = ownerBefore(reading, at, located);
  if (owner) return { key: owner.key, provenance: 'explicit' };
  const here = nearest(reading, located, at);
  if (here && places.level(here.key) !== 'city' && isAround(reading, here)) {
    const inside = lent.find(
      ({ key }) => key !== here.key && (!places.nodes.has(key) || places.relate(key, here.key) === 'inside'),
    );
    return { key: inside?.key ?? here.key, provenance: 'inherited' };
  }
  // "John Doe, 35, of Dovrin, was shot": where he is from, if the article names where it happened.
  const elsewhere = here && isHome(reading, here) ? lent[0] : undefined;
  if (elsewhere) return { key: elsewhere.key, provenance: 'inherited' };
  if (here) return { key: here.key, provenance: 'explicit' };
  const whole = wholeCountry(reading, lent, places);
  if (whole) return { key: whole, provenance: 'inherited' };
  const touched = touchedPlaces(reading, places);
  const demonym = counted && demonymOf(reading, counted);
  // "Italy’s prime minister said": somewhere inside, which the article names elsewhere if at all. "Thailand’s premier
  // said 12 Thai hostages …" tells of people of that land who are abroad, unless the article is about the land.
  const speaking = speakingPlaces(reading, places);
  const isTheirs = ({ key }: PlaceMention): boolean =>
    demonym !== null && places.relate(key, demonym) === 'equal';
  const abroad = lent.length > 0 && speaking.some(isTheirs);
  const spoken = speaking.flatMap((place) => {
    const inside = lent.find(({ key }) => isWithin(key, place.key, places) || key === place.key);
    return inside ?? (abroad ? [] : { ...place, key: groundOf(place.key) });
  });
  const candidates = [...touched, ...spoken, ...lent];
  const suits = (place: PlaceMention): boolean =>
    demonym !== null && ['equal', 'inside', 'contains'].includes(places.relate(place.key, demonym));
  const found = candidates.find(suits) ?? candidates[0];
  const home = counted && homeOf(reading, counted);
  const wider = home && (!found || places.relate(found.key, home) === 'inside');
  if (wider) return { key: home, provenance: 'inherited' };
  return found ? { key: found.key, provenance: 'inherited' } : { key: null, provenance: 'unknown' };
}

/**
 * "More than 280,000 have been killed since 2011", in an article on one town: what has been counted for long is of the
 * land that the article names around it, else of the country.
 */
export function landAround(town: string, lent: readonly PlaceMention[], places: Places): string {
  if (places.level(groundOf(town)) !== 'city') return town;
  const named = lent.find(
    ({ key }) => places.relate(key, town) === 'contains' && places.level(key) !== 'city',
  );
  return named?.key ?? places.countryOf(town) ?? town;
}

/** "more than the 72 who died in | Nairobi": where what is compared with was. */
const placeCompared = (reading: Reading, at: number): PlaceMention | null =>
  nearest(
    reading,
    reading.places.filter(
      ({ start, adjective }) => !adjective && isOnlyCompared(reading, tokenAt(reading.tokens, start)),
    ),
    at,
  );

/** Inside it; of the officials of a town, whose province often has its name, anywhere in the same country. */
const isWithin = (key: string, ruled: string, places: Places): boolean =>
  places.relate(key, ruled) === 'inside' ||
  (places.level(ruled) === 'city' &&
    key !== ruled &&
    places.level(key) !== 'country' &&
    places.countryOf(key) !== null &&
    places.countryOf(key) === places.countryOf(ruled));

/** "The country has recorded 333 deaths", "across the nation", "the national toll": all of the country told of. */
function wholeCountry(
  { tokens, words: { scene } }: Reading,
  lent: readonly PlaceMention[],
  places: Places,
): string | null {
  const said = tokens.some(({ lower }, i) => {
    if (scene.everywhere.has(lower)) return true;
    if (lower === 'national')
      return tokens
        .slice(i + 1, i + 4)
        .some((noun) => /^(?:toll|totals?|count|tally|figures?)$/.test(noun.lower));
    if (!scene.lands.has(lower) || tokens[i - 1]?.lower !== 'the') return false;
    const before = tokens[i - 2]?.lower ?? '';
    if (ACROSS.test(before)) return true;
    const opens = i < 2 || /^(?:,|and|that|but)$/.test(before);
    return opens && /^(?:VERB|AUX|ADV|ADP)$/.test(tokens[i + 1]?.pos ?? '');
  });
  if (!said) return null;
  for (const { key } of lent) {
    const country = places.countryOf(key);
    if (country !== null) return country;
  }
  return null;
}

const ACROSS = /^(?:in|across|throughout|around|over)$/;

const STOP = /^(?:VERB|AUX|ADP|PUNCT)$/;

/** "a town in northern Syria": somewhere inside the place that is named, which the article names elsewhere if at all. */
function isAround(reading: Reading, place: PlaceMention): boolean {
  let i = tokenAt(reading.tokens, place.start) - 1;
  while (i > 0 && DIRECTION.test(reading.tokens[i]?.lower ?? '')) i -= 1;
  const noun = reading.tokens[i - 1];
  if (!/^(?:in|of)$/.test(reading.tokens[i]?.lower ?? '') || !noun) return false;
  if (!isInside(nounLemma(noun), reading.words)) return false;
  const before = reading.tokens.slice(Math.max(0, i - 1 - REACH), i - 1).reverse();
  // "a militant-held town": a participle behind a hyphen is no verb of the sentence.
  const end = before.findIndex(
    (token, k) => token.text !== '-' && before[k + 1]?.text !== '-' && STOP.test(token.pos),
  );
  return before.slice(0, end < 0 ? before.length : end).some((token) => /^an?$/.test(token.lower));
}

/** "Louisiana residents": the place whose people are counted, by its name. */
function homeOf({ tokens, places, words }: Reading, { first, head }: Chunk): string | null {
  const noun = head === null ? undefined : tokens[head];
  if (!noun || !words.scene.residents.has(nounLemma(noun))) return null;
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
