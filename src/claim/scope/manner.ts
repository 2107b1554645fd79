import { startsUpper } from '../../letters.ts';
import type { PlaceMention } from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import { siteOf } from '../../vocabulary/sites.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Words } from '../../vocabulary/words.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { isTitle } from '../reading/title.ts';
import { isOnlyCompared } from './compared.ts';
import { governorOf, isDestination, isLeftBehind } from './journey.ts';
import { DIRECTION, isInside } from './place-nouns.ts';

type Places = Vocabulary['places'];

const PLACING = new Set(
  'in within at near off across on outside inside throughout from of around into over to'.split(' '),
);
const REACH = 6;

/**
 * How a place stands in its sentence: `locates` ("in Aleppo"), `touches` ("hit Aleppo", "Aleppo’s hospitals"), `speaks`
 * ("Syria’s ministry said"), or only names.
 */
export type Manner = 'locates' | 'touches' | 'speaks' | 'names';

const manners = new WeakMap<Reading, readonly Manner[]>();

/** How each place of a sentence stands in it; told once: every figure asks for it. */
export function mannersOf(reading: Reading, places: Places): readonly Manner[] {
  const known = manners.get(reading);
  if (known) return known;
  const told = reading.places.map((place) => manner(reading, place, places));
  manners.set(reading, told);
  return told;
}

function manner(reading: Reading, place: PlaceMention, places: Places): Manner {
  if (place.adjective) return 'names';
  if (reading.sentence.kind === 'dateline') return 'locates';
  const site = siteOf(place.key);
  if (site && isBeforeCue(reading, place)) return 'speaks';
  const { tokens } = reading;
  const first = tokenAt(tokens, place.start);
  const behind = tokenAt(tokens, place.end);
  if (/^[’']s?$/.test(tokens[behind]?.lower ?? '')) return mannerOfOwner(reading, place, behind, places);
  if (tokens.slice(behind, behind + 2).some((token) => token.lower === 'where')) return 'locates';
  if (isBearing(reading, first) || holdsNext(reading, behind)) return 'names';
  if (isDestination(reading, first, site?.kind === HOSPITAL) || isLeftBehind(reading, first)) return 'names';
  if (isOnlyCompared(reading, first) || isNationOf(reading, first)) return 'names';
  if (isOfBranch(reading, first)) return 'names';
  if (isOffCoast(tokens, first, behind)) return 'locates';
  if (isOfEvent(reading, place, behind, places)) return 'touches';
  if (describesNoun(reading, place, behind) || namesBuilding(reading, place, behind)) return 'names';
  if (isOfOffice(reading, first)) return 'speaks';
  if (isStruck(reading, first, behind)) return 'touches';
  return mannerBefore(reading, first);
}

const WITHIN = /^(?:in|at|on|near|outside|inside)$/;

function mannerOfOwner(reading: Reading, place: PlaceMention, behind: number, places: Places): Manner {
  if (isOfSpeaker(reading, place)) return 'speaks';
  const {
    tokens,
    chunkOf,
    words: { scene },
  } = reading;
  const owned = tokens[chunkOf[behind + 1]?.head ?? behind + 1];
  const noun = owned ? nounLemma(owned) : '';
  const governor = tokens[governorOf(reading, tokenAt(tokens, place.start))]?.lower ?? '';
  if (WITHIN.test(governor) && scene.parts.has(noun)) return 'locates';
  const best = /^(?:\w{2,}est|most|second|only)$/.test(tokens[behind + 1]?.lower ?? '');
  if (best && (scene.landmarks.has(noun) || scene.places.has(noun))) return 'names';
  return scene.doings.has(noun) && places.level(place.key) === 'country' && !best ? 'names' : 'touches';
}

/** "Italy’s prime minister declared": whose it is that speaks. */
const isOfSpeaker = ({ attributions }: Reading, { start, end }: PlaceMention): boolean =>
  attributions.some(({ source }) => source !== null && source.start <= start && end <= source.end);

/** "citizens of the republic of | Tajikistan", "supporters of | Palestine". */
function isNationOf({ tokens, words: { scene } }: Reading, first: number): boolean {
  for (let i = first - 1; i > 0 && first - i <= REACH; i -= 1) {
    if (scene.belongers.has(tokens[i]?.lower ?? '')) return tokens[i + 1]?.lower === 'of';
    if (!/^(?:of|the|republic|state|kingdom|ex-soviet|former|soviet|-|ex)$/.test(tokens[i]?.lower ?? ''))
      return false;
  }
  return false;
}

/** "Islamic State in Iraq and | Syria", "al-Qaeda in the | Maghreb": part of the name of a body. */
function isOfBranch({ tokens, words: { scene } }: Reading, first: number): boolean {
  let i = first - 1;
  // "in Iraq | and"
  if (tokens[i]?.lower === 'and') i -= 2;
  while (AROUND.test(tokens[i]?.lower ?? '')) i -= 1;
  if (!/^(?:in|of)$/.test(tokens[i]?.lower ?? '')) return false;
  const [before, last] = [tokens[i - 2]?.lower ?? '', tokens[i - 1]?.lower ?? ''];
  return scene.branches.has(last) || scene.branches.has(`${before} ${last}`);
}

/** "John Doe, 35, of | Dovrin,": where somebody is from. */
export function isHome({ tokens }: Reading, { start }: PlaceMention): boolean {
  const of = tokenAt(tokens, start) - 1;
  const age = tokens[of - 1]?.text === ',' ? tokens[of - 2] : undefined;
  return tokens[of]?.lower === 'of' && age?.pos === 'NUM' && tokens[of - 3]?.text === ',';
}

/** Where the hurt are brought. */
const HOSPITAL = 'hospital';

/** "Doctors at Al-Noor Hospital in Dovrin | said": where those are who speak. */
const isBeforeCue = ({ attributions, tokens }: Reading, { start, end }: PlaceMention): boolean =>
  attributions.some(
    ({ source, cue }) =>
      source !== null &&
      source.start <= start &&
      end <= cue.start &&
      !tokens.some((token) => token.pos === 'VERB' && token.start > source.start && token.start < cue.start),
  );

const AROUND = /^(?:the|province|region|state|district|city|county|north|south|east|west|central|\w+ern)$/;

/** "Dmytro Lunin, governor of Poltava", "reports from the authorities in Mwanza": over what somebody rules. */
function isOfOffice({ tokens, words: { scene } }: Reading, first: number): boolean {
  let i = first - 1;
  while (
    AROUND.test(tokens[i]?.lower ?? '') ||
    (tokens[i]?.lower === 'of' && AROUND.test(tokens[i - 1]?.lower ?? ''))
  )
    i -= 1;
  const noun = tokens[i - 1];
  if (!noun || isAtHouse(tokens, i - 1, scene.missions)) return false;
  if (tokens[i]?.lower === 'of') return scene.rulers.has(nounLemma(noun)) || scene.rulers.has(noun.lower);
  return /^(?:in|at)$/.test(tokens[i]?.lower ?? '') && scene.authorities.has(nounLemma(noun));
}

/** "a bomb | at the US embassy | in Nairobi": what happens there; where its people speak is told before. */
function isAtHouse(tokens: Reading['tokens'], at: number, missions: ReadonlySet<string>): boolean {
  const noun = tokens[at];
  if (!noun || !missions.has(nounLemma(noun))) return false;
  let i = at - 1;
  while (/^(?:DET|ADJ|PROPN|NOUN)$/.test(tokens[i]?.pos ?? '')) i -= 1;
  return /^(?:at|on|outside|near|inside|against)$/.test(tokens[i]?.lower ?? '');
}

/** "Kerala was devastated by floods": what something was done to. */
function isStruck(reading: Reading, first: number, behind: number): boolean {
  const { tokens } = reading;
  const aux = tokens[behind];
  if (aux?.pos !== 'AUX' || PLACING.has(tokens[first - 1]?.lower ?? '')) return false;
  let i = behind + 1;
  while (tokens[i]?.pos === 'AUX' || tokens[i]?.pos === 'ADV') i += 1;
  const verb = tokens[i];
  return verb?.pos === 'VERB' && reading.words.scene.struck.has(verb.lower) && !isCue(reading, i);
}

/** Where another clause begins: "in Gaza, although | Washington had asked". */
const CLAUSE = /^(?:although|though|while|whereas|but|because|if|unless|whether|that|when)$/;

/** How the words before a place make it stand. */
function mannerBefore(reading: Reading, first: number): Manner {
  const { tokens } = reading;
  // "struck the central | Philippines"
  let start = first;
  while (start > 0 && tokens[start - 1]?.pos !== 'VERB' && DIRECTION.test(tokens[start - 1]?.lower ?? ''))
    start -= 1;
  for (let i = first - 1; i >= 0 && first - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'AUX' || CLAUSE.test(token.lower)) return 'names';
    if (PLACING.has(token.lower) || countsFor(tokens, i)) return 'locates';
    if (token.pos !== 'VERB') continue;
    return i === start - 1 && !reading.words.scene.lying.has(token.lemma) && !isCue(reading, i)
      ? 'touches'
      : 'names';
  }
  return 'names';
}

/** "The total for Lusaka is 4,266". */
const countsFor = (tokens: Reading['tokens'], i: number): boolean =>
  tokens[i]?.lower === 'for' &&
  /^(?:totals?|tolls?|count|tally|figures?|numbers?)$/.test(tokens[i - 1]?.lower ?? '');

/** "The governor said | Russia fired six missiles": what is said begins there. */
const isCue = ({ attributions, tokens }: Reading, i: number): boolean =>
  attributions.some(({ cue }) => cue.start <= (tokens[i]?.start ?? 0) && (tokens[i]?.start ?? 0) < cue.end);

/** "the US state of Louisiana", "the Mediterranean coastal city of Tartus": the place that holds the one named behind it. */
function holdsNext({ tokens, words: { scene } }: Reading, behind: number): boolean {
  const lies = tokens[behind]?.pos === 'ADJ' ? 1 : 0;
  const kind = tokens[behind + lies]?.lower ?? '';
  return (
    (scene.regions.has(kind) || (lies > 0 && /^(?:city|town|village|port)$/.test(kind))) &&
    tokens[behind + lies + 1]?.lower === 'of' &&
    startsUpper(tokens[behind + lies + 2]?.text ?? '')
  );
}

/** "off the California coast". */
const isOffCoast = (tokens: Reading['tokens'], first: number, behind: number): boolean =>
  /^(?:coast|shores?|coastline)$/.test(tokens[behind]?.lower ?? '') &&
  tokens.slice(Math.max(0, first - 3), first).some(({ lower }) => lower === 'off');

const BEARING = /^(?:-|–|(?:north|south)?(?:east|west)?|north|south)$/;

/** "350 km northeast of Beijing": a measured way off, so that it did not happen there. */
function isBearing(reading: Reading, first: number): boolean {
  const { tokens, quantities } = reading;
  // "390 miles south of the capital, | Manila"
  const apposed =
    tokens[first - 1]?.text === ',' && /^(?:capital|city|town)$/.test(tokens[first - 2]?.lower ?? '');
  const of = governorOf(reading, apposed ? first - 2 : first);
  if (!/^(?:of|from)$/.test(tokens[of]?.lower ?? '')) return false;
  let i = of - 1;
  while (i >= 0 && of - i < 5 && BEARING.test(tokens[i]?.lower ?? '')) i -= 1;
  const measure = i < of - 1 || tokens[of]?.lower === 'from' ? tokens[i] : undefined;
  // "in Kremenchuk, southeast of Kyiv": told by a place that is better known.
  if (measure?.text === ',') return true;
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
  return head !== undefined && head.start >= place.end && !reading.words.scene.places.has(nounLemma(head));
}

/** Nouns of what happens in a place, and houses in it: "the Garissa attack", "two Garissa nightclubs". */
const isEventful = (noun: string, words: Words): boolean =>
  isInside(noun, words) && !words.scene.places.has(noun);

/**
 * "the Garissa building collapse", "a Garissa home": what happened in the town whose name stands before it. What a
 * country or a capital does is no such thing, where something stands behind that it was done to ("the Kyiv attack on …").
 */
function isOfEvent(reading: Reading, place: PlaceMention, behind: number, places: Places): boolean {
  const { tokens, chunkOf } = reading;
  const chunk = chunkOf[behind - 1] ?? null;
  const head = chunk?.head === null ? undefined : tokens[chunk?.head ?? -1];
  if (!chunk || !head || head.start < place.end || !startsUpper(place.text)) return false;
  const noun = nounLemma(head);
  // "the Hollywood Recreation Center" is a name.
  if (!isEventful(noun, reading.words) || (startsUpper(head.text) && !isTitle(reading))) return false;
  if (places.level(place.key) === 'country' || /^(?:on|against)$/.test(tokens[chunk.last + 1]?.lower ?? ''))
    return false;
  return noun !== 'court';
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
