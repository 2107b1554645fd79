import type { Token } from '../../sentence/sentence.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

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
 */
export function isDestination(reading: Reading, first: number): boolean {
  const { tokens, chunkOf } = reading;
  let at = first - 1;
  const before = tokens[at]?.lower ?? '';
  if (before === 'with') return true;
  if (INSIDE.has(before) && HOUSE.has(tokens[at - 1]?.lower ?? ''))
    at = (chunkOf[at - 1]?.first ?? at - 1) - 1;
  const towards = tokens[at]?.lower;
  if (towards !== 'to' && towards !== 'into') return false;
  for (let i = at - 1; i >= 0 && at - i <= 3; i -= 1) {
    const token = tokens[i];
    if (token?.pos !== 'VERB') continue;
    if (BRING.has(token.lemma)) return true;
    return GO.has(token.lemma) && !isTrigger(reading, i);
  }
  return towards === 'to' && startsJourney(reading, at);
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

/** "51 people from Syria", "set sail from Egypt", "a train from Abuja": where somebody comes from. */
export function isLeftBehind(reading: Reading, first: number): boolean {
  const { tokens } = reading;
  let from = first - 1;
  while (
    from > 0 &&
    /^(?:the|northern|southern|eastern|western|central|town|city|village|of)$/.test(tokens[from]?.lower ?? '')
  )
    from -= 1;
  if (tokens[from]?.lower !== 'from') return false;
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
