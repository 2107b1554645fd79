import type { Token } from '../../sentence/sentence.ts';
import type { Words } from '../../vocabulary/words.ts';
import type { Chunk } from '../reading/chunk.ts';
import { isFormerCount, isLeft, newerLevel } from '../reading/levels.ts';
import { headLemma, type Reading, tokenAt } from '../reading/reading.ts';
import type { Pattern } from './pattern.ts';
import { isOfAnotherKind, tellsOf } from './shares.ts';
import type { TriggerHit } from './triggers.ts';

const INTO = new Set(['to', 'at', 'of', 'over', 'past', 'above', 'near', 'from']);
const REACH = 24;

/** "The death toll rose to 24", "put the toll at 24", "a death toll of 24". A difference ("rose by five") is no level. */
export const nominal: Pattern = {
  id: 'nominal',
  slot: 'nominal',
  find(reading, hit) {
    if (isFormerCount(reading, hit.first) || isCountedItself(reading, hit)) return null;
    if (hit.loose && !isBareNoun(reading, hit)) return null;
    const chunk = levelAfter(reading, hit);
    return chunk && !isOfBenchmark(reading, chunk) && !isOfOtherState(reading, chunk, hit)
      ? { hit, pattern: 'nominal', group: null, counted: [chunk], agent: null, certainty: 0.9 }
      : null;
  },
};

/** "put the toll at 136 pupils | missing": a word behind the figure says what else became of them. */
const isOfOtherState = ({ triggers }: Reading, { last, head }: Chunk, { predicate }: TriggerHit): boolean =>
  head !== null &&
  triggers.some(
    (other) => other.slot === 'state' && other.first === last + 1 && other.predicate !== predicate,
  );

/** "15 deaths but later revised the figure to 12": a noun with a number of its own takes none from further on. */
const isCountedItself = ({ chunkOf }: Reading, { last }: TriggerHit): boolean => {
  const own = chunkOf[last] ?? null;
  return own?.quantity?.role === 'count' && own.head === last;
};

/** "Prices rose", not "oil prices rose", and nothing but prices of the kind that the article tells of. */
function isBareNoun(reading: Reading, hit: TriggerHit): boolean {
  const { tokens, document } = reading;
  const before = tokens[hit.first - 1];
  // "police put | turnout at 12,000": its verb, and no word that says of what kind it is.
  const isGiven = before?.pos === 'VERB' && reading.words.count.giving.has(before.lemma);
  if (!isGiven && /^(?:NOUN|PROPN|ADJ|VERB|PART)$/.test(before?.pos ?? '')) return false;
  const noun = tokens[hit.first];
  return (
    noun !== undefined &&
    tellsOf(document, hit.predicate) &&
    !isOfAnotherKind(document, noun.lemma, noun.start)
  );
}

/** The figure that the words behind a trigger give as its newest level: "… rose from 19 to 24", "… of 24". */
export function levelAfter(reading: Reading, hit: TriggerHit): Chunk | null {
  const level = firstLevelAfter(reading, hit);
  return level && (newerLevel(reading, level) ?? level);
}

function firstLevelAfter(reading: Reading, hit: TriggerHit): Chunk | null {
  const { tokens, chunkOf } = reading;
  const from = hit.last;
  let verbs = 0;
  for (let i = from + 1; i < tokens.length && i - from <= REACH; i += 1) {
    const chunk = chunkOf[i] ?? null;
    const step = chunk && stepPassed(reading, chunk, hit);
    if (step) {
      i = step;
      continue;
    }
    if (chunk?.quantity && chunk.first === i && takesLevel(reading, chunk, hit, verbs)) return chunk;
    if (chunk && endsSearch(reading, chunk, hit, verbs)) return null;
    const next = chunk ? chunk.last : stepRight(reading, i);
    if (next === null) return null;
    if (!chunk && next === i && /^(?:VERB|AUX)$/.test(tokens[i]?.pos ?? '')) verbs += 1;
    i = next;
  }
  return null;
}

/** "cut by | half a point | to 4.5 percent": how far it went, then where it is. */
function endOfStep({ tokens, words }: Reading, { first, last, quantity }: Chunk): number | null {
  if (!quantity) return null;
  const before = tokens[first - 1]?.lower;
  let end = last;
  while (end - last < 3 && /^(?:of|an?|points?)$/.test(tokens[end + 1]?.lower ?? '')) end += 1;
  const moved = words.count.moving.has(tokens[first - 1]?.lemma ?? '') && tokens[first - 1]?.pos === 'VERB';
  const size = moved || /^(?:by|up|down)$/.test(before ?? '') || /points?$/.test(tokens[end]?.lower ?? '');
  if (!size) return null;
  while (end - last < 6 && DATING.test(tokens[end + 1]?.lower ?? '')) end += 1;
  const comma = tokens[end + 1]?.text === ',' ? 1 : 0;
  return tokens[end + 1 + comma]?.lower === 'to' ? end + comma : null;
}

/** "fell by 4,000 | last week | to 227,000", "fell 6% | from the prior year | to $12.8 billion": when it went so far, or since when. */
const DATING =
  /^(?:last|this|on|in|over|during|from|an?|the|past|prior|previous|same|earlier|ago|period|week|month|quarter|year|day|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "raised its rate | by 25 basis points | to 4.5%", "earnings rose | 0.2 percent | to $33": how far it went is itself what is asked. */
const isStepWanted = (reading: Reading, chunk: Chunk, { predicate, last }: TriggerHit): boolean =>
  predicate?.unit?.endsWith('-point') === true
    ? chunk.quantity?.unit?.endsWith('-point') === true || headLemma(reading, chunk) === 'point'
    : predicate?.unit === 'percent' && chunk.quantity?.unit === 'percent' && isMoving(reading, last);

/** A trigger that ends with how it moved: "earnings rise", "prices rise by". */
const isMoving = ({ tokens, words }: Reading, last: number): boolean =>
  words.count.moving.has(tokens[tokens[last]?.lower === 'by' ? last - 1 : last]?.lemma ?? '');

const stepPassed = (reading: Reading, chunk: Chunk, hit: TriggerHit): number | null =>
  isExtreme(reading, chunk)
    ? chunk.last
    : isStepWanted(reading, chunk, hit)
      ? null
      : endOfStep(reading, chunk);

const takesLevel = (reading: Reading, chunk: Chunk, hit: TriggerHit, verbs: number): boolean =>
  (isStepWanted(reading, chunk, hit) && endOfStep(reading, chunk) !== null) ||
  followsLevel(reading, chunk, hit, verbs);

/** "rose to | a 41-year high | of 11.1%": since when it has not been so. */
function isExtreme({ tokens, words }: Reading, { quantity, head, last }: Chunk): boolean {
  // "high" is often taken for an adjective.
  const noun = head ?? last + 1;
  const named = words.count.numbers.has(tokens[noun]?.lower ?? '');
  return quantity?.role === 'duration' && named && tokens[noun + 1]?.lower === 'of';
}

/** A figure that is none of the noun's, or is counted by another noun, ends the search. */
function endsSearch(reading: Reading, chunk: Chunk, hit: TriggerHit, verbs: number): boolean {
  if (wasLeft(reading, chunk, hit, verbs)) return false;
  if (verbs === 0 && chunk.quantity && isCountInside(reading, chunk)) return false;
  if (chunk.quantity && (verbs > 0 || !isMeasureInside(reading, chunk))) return true;
  return isOtherFigure(reading, chunk, hit);
}

/** "rose from 19 to 24", "its rate from 4 to 4.5 percent"; the trigger may be "rose from" itself. */
const wasLeft = (reading: Reading, chunk: Chunk, hit: TriggerHit, verbs: number): boolean =>
  chunk.quantity !== null && (verbs > 0 || chunk.first - 2 <= hit.last) && isLeft(reading, chunk);

/** The last token of what is passed over at once: a clause about the noun, an aside, one word; null ends the search. */
function stepRight(reading: Reading, i: number): number | null {
  const token = reading.tokens[i];
  if (CLAUSE.has(token?.lower ?? '')) {
    const end = endOfClause(reading, i);
    return endsInObject(reading, i, end) ? null : end;
  }
  if (token?.lower === 'according') return endOfAside(reading, i);
  if (isReduced(reading, i)) return i + 1;
  return isForeign(token, reading.words) && !isNoun(reading.tokens, i) ? null : i;
}

/** "the toll in the landslides triggered | by rain", "from the fire raging | in the hills": about a noun on the way. */
function isReduced({ tokens, chunkOf }: Reading, i: number): boolean {
  const token = tokens[i];
  const noun = chunkOf[i - 1] ?? null;
  if (token?.pos !== 'VERB' || noun === null) return false;
  if (tokens[i + 1]?.lower === 'by') return true;
  const behind = tokens[noun.first - 1]?.pos === 'ADP';
  return behind && token.lower.endsWith('ing') && tokens[i + 1]?.pos === 'ADP';
}

/** "the toll from flooding", "in the state of Kano": a noun that the tagger takes for a verb. */
const isNoun = (tokens: Reading['tokens'], i: number): boolean =>
  tokens[i]?.pos === 'VERB' &&
  (tokens[i + 1]?.lower === 'of' || (/ing$/.test(tokens[i]?.lower ?? '') && tokens[i - 1]?.pos === 'ADP'));

/** Words that open a clause about the noun: "the toll since the war began", "the toll of the quake that struck". */
const CLAUSE = new Set(['since', 'that', 'which', 'after', 'when']);

/** Behind the verb of a clause that only says since when, or which; its opening word when there is none. */
function endOfClause({ tokens }: Reading, opening: number): number {
  for (let i = opening; i - opening <= 4; i += 1) if (tokens[i]?.pos === 'VERB') return i;
  return opening;
}

/** "since the group kidnapped | 276 of them": what the verb of a clause of time acts upon is no level. */
const endsInObject = ({ tokens, chunkOf, words }: Reading, opening: number, verb: number): boolean => {
  const total = /^(?:an?)$/.test(tokens[verb + 1]?.lower ?? '') && tokens[verb + 3]?.lower === 'of' ? 3 : 0;
  return (
    verb > opening &&
    /^(?:since|after|when)$/.test(tokens[opening]?.lower ?? '') &&
    !words.count.levels.has(tokens[verb]?.lemma ?? '') &&
    chunkOf[verb + 1 + total]?.quantity != null
  );
};

/** "turnout, according to the commission, was 55%": the comma behind the source. */
function endOfAside({ tokens }: Reading, according: number): number {
  for (let i = according; i - according <= REACH && i < tokens.length; i += 1)
    if (tokens[i]?.text === ',') return i;
  return according;
}

/** "the toll from the 7.9-magnitude quake": a measure of the noun behind a preposition. */
const isMeasureInside = ({ tokens }: Reading, { quantity, head, first }: Chunk): boolean =>
  quantity?.role === 'measure' && head !== null && tokens[first - 1]?.pos === 'ADP';

/** "the toll in 12 provinces | rose to 24", "of a quake and 300 aftershocks | topped 5,000": a count before the verb. */
function isCountInside({ tokens, chunkOf, words }: Reading, chunk: Chunk): boolean {
  if (chunk.head === null || !/^(?:ADP|CCONJ)$/.test(tokens[chunk.first - 1]?.pos ?? '')) return false;
  for (let i = chunk.last + 1; i < tokens.length && i - chunk.last <= REACH; i += 1) {
    const token = tokens[i];
    if (!token || /^[,;:.!?()]$/.test(token.text)) return false;
    if (token.pos === 'VERB') return words.count.levels.has(token.lemma);
    if (token.pos === 'AUX' && (chunkOf[i + 1]?.quantity || tokens[i + 1]?.lower === 'at')) return true;
  }
  return false;
}

/** "the death of one man | and injuries to five": what follows is counted by another noun. */
const isOtherFigure = ({ tokens, triggers }: Reading, { first, head }: Chunk, hit: TriggerHit): boolean =>
  tokens[first - 1]?.pos === 'CCONJ' &&
  triggers.some(
    (other) => other.first === head && other.slot === 'counted' && other.predicate !== hit.predicate,
  );

/** "150 percent of the national average". */
function isOfBenchmark({ tokens, words }: Reading, { quantity, last, wordsFrom }: Chunk): boolean {
  if (quantity?.unit !== 'percent') return false;
  const behind = tokens.slice(wordsFrom, last + 4).map((token) => token.lemma);
  const of = tokenAt(tokens, quantity.end);
  return tokens[of]?.lower === 'of' && behind.some((lemma) => words.count.benchmarks.has(lemma));
}

/** A stop, or a verb that sets no level: what follows belongs to something else. */
const isForeign = (token: Token | undefined, { count }: Words): boolean =>
  token === undefined ||
  /^[;:.!?()]$/.test(token.text) ||
  (token.pos === 'VERB' && !count.levels.has(token.lemma));

/** "a toll of 24", "the killing in the port of two men", "a total of 24"; not "the death of a father of two". */
function isOfTrigger(
  { tokens, words }: Reading,
  { first, quantity }: Chunk,
  { last, predicate }: TriggerHit,
): boolean {
  const owner = tokens[first - 2];
  if (first - 2 <= last || owner?.pos !== 'NOUN') return true;
  // "deaths with a fatality rate of 1.4%" is a share of other people than those who are counted.
  if (owner.lemma === 'rate' && quantity?.unit === 'percent' && predicate.kind !== 'fraction') return false;
  return words.count.numbers.has(owner.lemma);
}

/** The token before the words that only say what kind of number it is: "a moderate", "a seasonally adjusted", "just". */
function beforeQualifiers({ tokens }: Reading, at: number, from: number): number {
  let i = at;
  while (i > from && at - i < 4 && /^(?:ADJ|ADV)$/.test(tokens[i]?.pos ?? '')) i -= 1;
  if (i > from && /^(?:adjusted|revised|annualised|annualized)$/.test(tokens[i]?.lower ?? '')) i -= 1;
  while (i > from && at - i < 4 && tokens[i]?.pos === 'ADV') i -= 1;
  if (/^an?$/.test(tokens[i]?.lower ?? '')) return i - 1;
  return tokens[at]?.pos === 'ADV' && /^(?:just|only|still|barely|merely|even)$/.test(tokens[at]?.lower ?? '')
    ? at - 1
    : at;
}

/** "was estimated | as 24"; "the toll could rise further | as 37 of the injured …" says why it may rise, and not how far. */
function isGivenAs({ tokens, words: { count } }: Reading, as: number, { first }: TriggerHit): boolean {
  const before = tokens.slice(Math.max(0, first - 3), first);
  if (before.some(({ pos, lemma }) => pos === 'VERB' && count.giving.has(lemma))) return true;
  let verb = as - 1;
  while (tokens[verb]?.pos === 'ADV') verb -= 1;
  // \"the toll came | as 24 rescuers …\": when it came.
  if (tokens[verb]?.lemma === 'come') return false;
  return !count.moving.has(tokens[verb]?.lemma ?? '') && !count.moving.has(tokens[verb]?.lower ?? '');
}

function followsLevel(reading: Reading, chunk: Chunk, hit: TriggerHit, verbs: number): boolean {
  const from = hit.last;
  let at = chunk.first - 1;
  // "the number of deaths is now 41", "fell by a seasonally adjusted 0.2 percent", "at a rate of just 2 percent"
  if (verbs > 0 && reading.tokens[at]?.pos === 'ADV') at -= 1;
  else at = beforeQualifiers(reading, at, from);
  const before = reading.tokens[at];
  if (!before || chunk.quantity?.role === 'age') return false;
  if (wasLeft(reading, chunk, hit, verbs)) return false;
  // "turnout fell from 62 percent": where it was.
  if (at === from) return before.lower !== 'from';
  if (before.lower === 'by') return false;
  // "49 deaths out of 66 people infected"
  if (before.lower === 'of' && reading.tokens[at - 1]?.lower === 'out') return false;
  if (before.lower === 'of') return isOfTrigger(reading, chunk, hit);
  if (before.lower === 'as') return isGivenAs(reading, at, hit);
  if (INTO.has(before.lower)) return verbs > 0 || before.lower !== 'from';
  return reading.words.count.levels.has(before.lemma);
}
