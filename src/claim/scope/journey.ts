import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { PLACE_NOUNS } from './place-nouns.ts';

/** Verbs that bring people away, and houses to which they are brought. */
const BRING = new Set(
  'airlift fly rush take transfer transport evacuate move bring send convey ferry drive travel'.split(' '),
);
/** Verbs of those who go themselves: where they go is a place of the story if it counts them. */
const GO = new Set('go head sail smuggle return migrate walk march journey'.split(' '));
const HOUSE = new Set('hospital hospitals clinic clinics morgue morgues mortuary mortuaries'.split(' '));
const INSIDE = new Set(['in', 'at', 'near', 'outside']);
/** How far before "to" or "from" its verb may stand. */
const NEAR = 6;

/**
 * "airlifted to Nairobi", "rushed to a hospital in Nairobi", "near the border with Somalia", "from Belgium to Purfleet":
 * where it did not happen.
 * @param isHospital whether the place is one itself
 */
export function isDestination(reading: Reading, first: number, isHospital = false): boolean {
  const { tokens, chunkOf } = reading;
  let at = governorOf(tokens, first);
  const before = tokens[at]?.lower ?? '';
  if (before === 'with' || isOnBorder(tokens, first) || isWhereCaredFor(tokens, at, isHospital)) return true;
  if (INSIDE.has(before) && HOUSE.has(tokens[at - 1]?.lower ?? ''))
    at = (chunkOf[at - 1]?.first ?? at - 1) - 1;
  const towards = tokens[at]?.lower;
  if (towards !== 'to' && towards !== 'into') return false;
  if (WAY.test(tokens[at - 1]?.lower ?? '')) return true;
  for (let i = at - 1; i >= 0 && at - i <= 3; i -= 1) {
    const token = tokens[i];
    if (token?.pos !== 'VERB') continue;
    if (BRING.has(token.lemma)) return true;
    return GO.has(token.lemma) && !isTrigger(reading, i);
  }
  return towards === 'to' && startsJourney(reading, at);
}

/** What leads to a place, or is near to it. */
const WAY = /^(?:proximity|close|closer|route|road|flight|train|bus|trip|bound|next|access|similar)$/;

/** Words between a preposition and the name of a place: "to the capital city of | Nairobi". */
const ASIDE =
  /^(?:the|its|their|nearby|neighbou?ring|mainland|(?:north|south)?-?(?:east|west)?(?:ern)?|central)$/;
const KIND = new Set('capital city town village port province state district region county'.split(' '));

/** The token before a name of a place and whatever only tells what kind of place it is: mostly a preposition. */
export function governorOf(tokens: readonly Token[], first: number): number {
  let i = first - 1;
  for (; i > 0; i -= 1) {
    const word = tokens[i]?.lower ?? '';
    const joins = word === 'of' && KIND.has(tokens[i - 1]?.lower ?? '');
    if (!joins && !KIND.has(word) && !ASIDE.test(word)) break;
  }
  return i;
}

const CARED = /^(?:die|succumb|treat|admit|hospitali[sz]e|pronounce|recover|operate)$/;
/** How far before "in Nairobi" the verb may stand, over the name of the hospital. */
const AT_HOSPITAL = 9;

/** "died at a hospital | in Nairobi", "treated at Mercy Hospital Centre | in Nairobi": where the hurt were looked after. */
function isWhereCaredFor(tokens: readonly Token[], at: number, isHospital: boolean): boolean {
  if (!INSIDE.has(tokens[at]?.lower ?? '')) return false;
  let house = isHospital;
  for (let i = at - 1; i >= 0 && at - i <= AT_HOSPITAL; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX') return false;
    house ||= HOUSE.has(token.lower) || token.lower === 'medical';
    if (token.pos === 'VERB') return house && CARED.test(token.lemma);
  }
  return false;
}

const BORDER = /^(?:borders?|frontiers?)$/;

/** "the border between Kenya and | Somalia", "the frontier with | Somalia". */
function isOnBorder(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1; i > 0 && first - i <= NEAR; i -= 1) {
    const word = tokens[i]?.lower ?? '';
    if (BORDER.test(word)) return true;
    if (!/^(?:with|between|from|and|,|the)$/.test(word) && tokens[i]?.pos !== 'PROPN') return false;
  }
  return false;
}

/** "from Belgium | to Purfleet". */
const startsJourney = ({ tokens, places }: Reading, to: number): boolean =>
  places.some(
    (place) =>
      place.end <= (tokens[to]?.start ?? 0) &&
      tokenAt(tokens, place.end) >= to - 1 &&
      tokens[tokenAt(tokens, place.start) - 1]?.lower === 'from',
  );

/** Verbs of what is taken out of the place where it was. */
const TAKEN = new Set(
  'abduct kidnap take seize snatch capture evacuate rescue pull recover retrieve displace flee free release deport expel withdraw remove escape lift save drive drag'.split(
    ' ',
  ),
);

/** The "from" before a place, or before a house in it: "from two clinics in Kigali". */
function originOf(tokens: readonly Token[], first: number): number | null {
  const before = governorOf(tokens, first);
  if (tokens[before]?.lower === 'from') return before;
  const house = tokens[before - 1];
  if (!INSIDE.has(tokens[before]?.lower ?? '') || !house || !isHouse(house)) return null;
  for (let i = before - 1; i > 0 && before - i <= 4; i -= 1) {
    if (tokens[i]?.lower === 'from') return i;
    if (!/^(?:NOUN|ADJ|NUM|DET|PROPN)$/.test(tokens[i]?.pos ?? '')) return null;
  }
  return null;
}

const isHouse = (token: Token): boolean =>
  PLACE_NOUNS.has(nounLemma(token)) || /^(?:facility|facilities|centers?|centres?)$/.test(token.lower);

/** "51 people from Syria", "set sail from Egypt", "a train from Abuja": where somebody comes from. */
export function isLeftBehind(reading: Reading, first: number): boolean {
  const { tokens } = reading;
  const from = originOf(tokens, first);
  if (from === null) return false;
  for (let i = from - 1; i >= 0 && from - i <= NEAR; i -= 1) {
    const token = tokens[i];
    if (token && isTaking(token)) return false;
    if (token?.pos === 'VERB') return true;
    if (token?.pos === 'PUNCT') break;
  }
  // "the toll from Aleppo": where no verb stands before it.
  return (
    /^(?:NOUN|PROPN)$/.test(tokens[from - 1]?.pos ?? '') &&
    !/^(?:toll|report|evacuation|rescue|abduction|kidnapping|withdrawal|release)s?$/.test(
      tokens[from - 1]?.lower ?? '',
    )
  );
}

/** A verb that is taken for an adjective keeps its ending: "abducted". */
const isTaking = ({ lemma, lower }: Token): boolean =>
  TAKEN.has(lemma) || TAKEN.has(lower.replace(/p?ed$/, '')) || TAKEN.has(lower.replace(/d$/, ''));

const isTrigger = ({ triggers }: Reading, i: number): boolean =>
  triggers.some(({ first, last }) => first <= i && i <= last);
