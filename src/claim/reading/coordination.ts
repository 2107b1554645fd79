import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Chunk } from './chunk.ts';
import { type Reading, tokenAt } from './reading.ts';

/** Words that open a clause when what follows them has a verb of its own. */
const CLAUSAL = new Set(['as', 'after', 'before', 'since', 'until', 'than', 'like']);
const INCLUDING = new Set(['including', 'among', 'counting', 'with']);

export const isTime = (reading: Reading, chunk: Chunk): boolean => {
  const start = reading.tokens[chunk.first]?.start ?? 0;
  const end = reading.tokens[chunk.last]?.end ?? 0;
  return reading.times.some((time) => time.start < end && time.end > start);
};

/** "in Safita, | Tartus province, |": between commas, the larger place in which the one before it lies. */
export function namesRegion(reading: Reading, chunk: Chunk): boolean {
  const { tokens, chunkOf } = reading;
  if (tokens[chunk.first - 1]?.text !== ',' || tokens[chunk.last + 1]?.text !== ',') return false;
  const smaller = chunkOf[chunk.first - 2] ?? null;
  return (
    smaller !== null &&
    isPlace(reading, chunk) &&
    (isPlace(reading, smaller) || isPrepositional(reading, smaller))
  );
}

const isPlace = (reading: Reading, chunk: Chunk): boolean => {
  const start = reading.tokens[chunk.first]?.start ?? 0;
  const end = reading.tokens[chunk.last]?.end ?? 0;
  return (
    chunk.quantity === null &&
    reading.places.some((place) => !place.adjective && place.start < end && place.end > start)
  );
};

const COMPASS = /^(?:north|south)?(?:east|west)(?:ern)?$|^(?:north|south|central)(?:ern)?$/;

/** Behind a preposition: "in Gaza", "of the blast". */
export function isPrepositional(reading: Reading, chunk: Chunk): boolean {
  const before = reading.tokens[chunk.first - 1];
  if (!before) return false;
  if (INCLUDING.has(before.lower)) return true;
  if (isBetween(reading, chunk)) return true;
  if (CLAUSAL.has(before.lower)) return false;
  // "in northwest | Nigeria"
  const compass = COMPASS.test(before.lower) && reading.tokens[chunk.first - 2]?.pos === 'ADP';
  if (before.pos !== 'ADP') return compass;
  // "a total of 24" is 24; "five people of one family" are five.
  const owner = reading.chunkOf[chunk.first - 2] ?? null;
  return before.lower !== 'of' || chunk.quantity === null || (owner?.quantity != null && owner.head !== null);
}

/** "between Hamas and Israel": the second name is no more a subject than the first. */
function isBetween(reading: Reading, chunk: Chunk): boolean {
  if (reading.tokens[chunk.first - 1]?.lower !== 'and') return false;
  const other = reading.chunkOf[chunk.first - 2] ?? null;
  return other !== null && reading.tokens[other.first - 1]?.lower === 'between';
}

/**
 * A noun phrase with those joined to it from the left by commas and "and".
 * @param governed the whole list may follow a preposition: "resulting in | two men and a woman being detained"
 */
export function coordinatedBefore(reading: Reading, last: Chunk, governed = false): Chunk[] {
  const found = [last];
  let and = false;
  for (let chunk = last; found.length < 12; ) {
    let i = chunk.first - 1;
    const word = reading.tokens[i]?.lower;
    if (word === 'and' || word === 'or') {
      and = true;
      i -= 1;
      if (reading.tokens[i]?.text === ',') i -= 1;
    } else if (word === ',' && and) i -= 1;
    else break;
    const before = reading.chunkOf[beforeAge(reading, i)] ?? null;
    if (!before || isTime(reading, before)) break;
    // "seven were killed, among them a child and two women, and nine were hurt": the parts of the seven end here.
    if (opensParts(reading, before) || (!governed && isIncluded(reading, before))) return [last];
    if (isPrepositional(reading, before) && !governed) break;
    found.unshift(before);
    chunk = before;
  }
  return found;
}

/** "Jane Roe|, 40,": from the last token of an age between commas, or its comma, to the phrase that it belongs to. */
function beforeAge({ tokens, quantities }: Reading, last: number): number {
  const i = tokens[last]?.text === ',' ? last - 1 : last;
  const token = tokens[i];
  const age =
    token &&
    quantities.find(({ role, start, end }) => role === 'age' && start <= token.start && end >= token.end);
  if (!age) return last;
  const first = tokenAt(tokens, age.start);
  return tokens[first - 1]?.text === ',' ? first - 2 : last;
}

/** "three were killed, including | a child and a woman | and 40 were wounded": the list belongs to the three. */
const isIncluded = ({ tokens }: Reading, { first }: Chunk): boolean =>
  tokens[first - 1]?.lower === 'including';

/** "among them a child", "of whom two". */
const opensParts = ({ tokens }: Reading, chunk: Chunk): boolean =>
  /^(?:them|whom|those)$/.test(tokens[chunk.first - 1]?.lower ?? '') &&
  /^(?:among|of)$/.test(tokens[chunk.first - 2]?.lower ?? '');

/** What is joined to a noun phrase from the right: "two soldiers | and 12 civilians". */
export function coordinatesAfter(reading: Reading, first: Chunk): Chunk[] {
  const found: Chunk[] = [];
  for (let chunk = first; found.length < 12; ) {
    const next = coordinatedAfter(reading, chunk);
    if (!next) break;
    found.push(next);
    chunk = next;
  }
  // "arrested one of the suspects, a man of 27, on Monday": a lone phrase between commas says again who it was.
  const [only] = found;
  const again = found.length === 1 && only && !only.quantity && reading.tokens[only.first - 1]?.text === ',';
  return again ? [] : found;
}

/** "was detained | in the raid | along with several of his men": whom a verb joins to its subject from behind. */
export function joinedBehind(reading: Reading, verb: number): Chunk[] {
  const at = skipPhrases(reading, verb + 1);
  const length = joinerAt(reading.tokens, at);
  const chunk = length > 1 ? (reading.chunkOf[at + length] ?? null) : null;
  return chunk ? [chunk, ...coordinatesAfter(reading, chunk)] : [];
}

function coordinatedAfter(reading: Reading, chunk: Chunk): Chunk | null {
  const { tokens, chunkOf } = reading;
  const from = skipPhrases(reading, chunk.last + 1);
  let i = from;
  let joiner = '';
  for (let length = joinerAt(tokens, i); length > 0; length = joinerAt(tokens, i)) {
    joiner = tokens[i]?.lower ?? '';
    i += length;
  }
  const next = chunkOf[i] ?? null;
  if (joiner === '' || !next || isTime(reading, next) || isDifference(reading, next)) return null;
  // "killed two men in search of a leader and bomb maker": a bare noun is joined to the nearest phrase alone.
  if (from > chunk.last + 1 && isBareNoun(reading, next)) return null;
  // What "along with" joins has no verb of its own.
  if (/^(?:along|together|as)$/.test(joiner)) return next;
  let end = skipPhrases(reading, next.last + 1);
  // "held 18 people and two of them died"
  if (next.head === null && tokens[end]?.lower === 'of' && tokens[end + 1]?.pos === 'PRON') end += 2;
  while (tokens[end]?.pos === 'ADV' || tokens[end]?.lower === 'there') end += 1;
  const behind = tokens[end];
  if (!behind || behind.lower === 'according') return next;
  // "killed two soldiers and 12 civilians were wounded", "killed five, the police there said": a verb of its own.
  if (behind.pos === 'AUX' || behind.pos === 'VERB') return null;
  // A comma alone joins only where the list goes on, or a number follows ("31 people, seven of them children").
  return joiner !== ',' || next.quantity || /^(?:,|and|or|&)$/.test(behind.lower) ? next : null;
}

/** "bomb maker", "police chief": one of a kind, without article, number or name. */
function isBareNoun({ tokens }: Reading, chunk: Chunk): boolean {
  const head = chunk.head === null ? undefined : tokens[chunk.head];
  const bare = chunk.determiner === null && chunk.quantity === null && chunk.name === null;
  return bare && head?.pos === 'NOUN' && nounLemma(head) === head.lower;
}

/** "won 89 seats, two fewer than before": by how much it differs is no further figure. */
const isDifference = (reading: Reading, chunk: Chunk): boolean =>
  chunk.quantity !== null &&
  [chunk.last, chunk.last + 1].some(
    (i) =>
      /^(?:fewer|more|less|higher|lower|short|up|down)$/.test(reading.tokens[i]?.lower ?? '') &&
      /^(?:than|of|from|on)$/.test(reading.tokens[i + 1]?.lower ?? ''),
  );

const JOINING = new Set([',', 'and', 'or', '&']);

/** How many words join here: ",", "and", "along with", "as well as"; 0 when none does. */
function joinerAt(tokens: readonly Token[], i: number): number {
  const [first, second, third] = [tokens[i]?.lower ?? '', tokens[i + 1]?.lower, tokens[i + 2]?.lower];
  if (JOINING.has(first)) return 1;
  if (second === 'with' && (first === 'along' || first === 'together')) return 2;
  return first === 'as' && second === 'well' && third === 'as' ? 3 : 0;
}

/** Steps over "in the north", "of the city" behind a noun phrase. */
function skipPhrases(reading: Reading, from: number): number {
  let i = from;
  for (let steps = 0; steps < 3; steps += 1) {
    let to = i;
    if (joinerAt(reading.tokens, i) > 0) break;
    // "in and around Aleppo"
    while (reading.tokens[to]?.pos === 'ADP' || (to > i && reading.tokens[to]?.pos === 'CCONJ')) to += 1;
    const after = to > i ? (reading.chunkOf[to] ?? null) : null;
    if (!after) break;
    i = after.last + 1;
  }
  return i;
}
