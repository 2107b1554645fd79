import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Words } from '../../vocabulary/words.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

const INSIDE = new Set(['in', 'at', 'near', 'outside']);
/** How far before "to" or "from" its verb may stand. */
const NEAR = 6;

/**
 * "airlifted to Nairobi", "rushed to a hospital in Nairobi", "near the border with Somalia", "from Belgium to Purfleet":
 * where it did not happen.
 * @param isHospital whether the place is one itself
 */
export function isDestination(reading: Reading, first: number, isHospital = false): boolean {
  const {
    tokens,
    chunkOf,
    words: { scene },
  } = reading;
  let at = governorOf(reading, first);
  const before = tokens[at]?.lower ?? '';
  if (before === 'with' || isOnBorder(tokens, first) || isWhereCaredFor(reading, at, isHospital)) return true;
  if (INSIDE.has(before) && scene.hospitals.has(tokens[at - 1]?.lower ?? ''))
    at = (chunkOf[at - 1]?.first ?? at - 1) - 1;
  const towards = tokens[at]?.lower;
  if (towards !== 'to' && towards !== 'into') return false;
  if (scene.ways.has(tokens[at - 1]?.lower ?? '')) return true;
  for (let i = at - 1; i >= 0 && at - i <= 3; i -= 1) {
    const token = tokens[i];
    if (token?.pos !== 'VERB') continue;
    if (scene.bringing.has(token.lemma)) return true;
    return scene.going.has(token.lemma) && !isTrigger(reading, i);
  }
  return towards === 'to' && startsJourney(reading, at);
}

/** Words between a preposition and the name of a place: "to the capital city of | Nairobi". */
const ASIDE =
  /^(?:the|its|their|nearby|neighbou?ring|mainland|(?:north|south)?-?(?:east|west)?(?:ern)?|central)$/;

/** The token before a name of a place and whatever only tells what kind of place it is: mostly a preposition. */
export function governorOf({ tokens, words: { scene } }: Reading, first: number): number {
  let i = first - 1;
  for (; i > 0; i -= 1) {
    const word = tokens[i]?.lower ?? '';
    const joins = word === 'of' && scene.kinds.has(tokens[i - 1]?.lower ?? '');
    if (!joins && !scene.kinds.has(word) && !ASIDE.test(word)) break;
  }
  return i;
}

/** How far before "in Nairobi" the verb may stand, over the name of the hospital. */
const AT_HOSPITAL = 9;

/** "died at a hospital | in Nairobi", "treated at Mercy Hospital Centre | in Nairobi": where the hurt were looked after. */
function isWhereCaredFor({ tokens, words: { scene } }: Reading, at: number, isHospital: boolean): boolean {
  if (!INSIDE.has(tokens[at]?.lower ?? '')) return false;
  let house = isHospital;
  for (let i = at - 1; i >= 0 && at - i <= AT_HOSPITAL; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX') return false;
    house ||= scene.hospitals.has(token.lower) || token.lower === 'medical';
    if (token.pos === 'VERB') return house && scene.caring.has(token.lemma);
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

/** The "from" before a place, or before a house in it: "from two clinics in Kigali". */
function originOf(reading: Reading, first: number): number | null {
  const { tokens } = reading;
  const before = governorOf(reading, first);
  if (tokens[before]?.lower === 'from') return before;
  const house = tokens[before - 1];
  if (!INSIDE.has(tokens[before]?.lower ?? '') || !house || !isHouse(house, reading.words)) return null;
  for (let i = before - 1; i > 0 && before - i <= 4; i -= 1) {
    if (tokens[i]?.lower === 'from') return i;
    if (!/^(?:NOUN|ADJ|NUM|DET|PROPN)$/.test(tokens[i]?.pos ?? '')) return null;
  }
  return null;
}

const isHouse = (token: Token, { scene }: Words): boolean =>
  scene.places.has(nounLemma(token)) || /^(?:facility|facilities|centers?|centres?)$/.test(token.lower);

/** "51 people from Syria", "set sail from Egypt", "a train from Abuja": where somebody comes from. */
export function isLeftBehind(reading: Reading, first: number): boolean {
  const { tokens } = reading;
  const from = originOf(reading, first);
  if (from === null) return false;
  for (let i = from - 1; i >= 0 && from - i <= NEAR; i -= 1) {
    const token = tokens[i];
    if (token && isTaking(token, reading.words)) return false;
    if (token?.pos === 'VERB') return true;
    if (token?.pos === 'PUNCT') break;
  }
  // "the toll from Aleppo": where no verb stands before it.
  return (
    /^(?:NOUN|PROPN)$/.test(tokens[from - 1]?.pos ?? '') &&
    !reading.words.scene.outgoing.has(tokens[from - 1]?.lower ?? '')
  );
}

/** A verb that is taken for an adjective keeps its ending: "abducted". */
const isTaking = ({ lemma, lower }: Token, { scene: { taking } }: Words): boolean =>
  taking.has(lemma) || taking.has(lower.replace(/p?ed$/, '')) || taking.has(lower.replace(/d$/, ''));

const isTrigger = ({ triggers }: Reading, i: number): boolean =>
  triggers.some(({ first, last }) => first <= i && i <= last);
