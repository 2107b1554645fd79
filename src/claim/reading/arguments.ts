import type { Token } from '../../sentence/sentence.ts';
import type { Chunk } from './chunk.ts';
import type { Reading } from './reading.ts';
import { verbGroup } from './verb-group.ts';

/** How far a subject may stand from its verb, in tokens. */
const REACH = 45;
const RELATIVE = new Set(['who', 'which', 'that', 'whom']);
/** Words that open a clause when what follows them has a verb of its own. */
const CLAUSAL = new Set(['as', 'after', 'before', 'since', 'until', 'than', 'like']);
const INCLUDING = new Set(['including', 'among', 'counting', 'with']);

export const isTime = (reading: Reading, chunk: Chunk): boolean => {
  const start = reading.tokens[chunk.first]?.start ?? 0;
  const end = reading.tokens[chunk.last]?.end ?? 0;
  return reading.times.some((time) => time.start < end && time.end > start);
};

/** "in Safita, | Tartus province, |": between commas, the larger place in which the one before it lies. */
function namesRegion(reading: Reading, chunk: Chunk): boolean {
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

/** Behind a preposition: "in Gaza", "of the blast". */
function isPrepositional(reading: Reading, chunk: Chunk): boolean {
  const before = reading.tokens[chunk.first - 1];
  if (!before) return false;
  if (INCLUDING.has(before.lower)) return true;
  if (isBetween(reading, chunk)) return true;
  if (CLAUSAL.has(before.lower)) return false;
  return before.pos === 'ADP' && !(before.lower === 'of' && chunk.quantity !== null);
}

/** "between Hamas and Israel": the second name is no more a subject than the first. */
function isBetween(reading: Reading, chunk: Chunk): boolean {
  if (reading.tokens[chunk.first - 1]?.lower !== 'and') return false;
  const other = reading.chunkOf[chunk.first - 2] ?? null;
  return other !== null && reading.tokens[other.first - 1]?.lower === 'between';
}

/**
 * The noun phrases that are the subject of a verb whose group starts at token `verb`, coordinated ones included,
 * from left to right. Relative clauses, apposition and "including …" in between are stepped over.
 */
export function subjectsBefore(reading: Reading, verb: number): Chunk[] {
  const { tokens, chunkOf } = reading;
  for (let i = verb - 1; i >= 0 && verb - i <= REACH; ) {
    const chunk = chunkOf[i] ?? null;
    const token = tokens[i];
    if (!token) return [];
    if (chunk) {
      const own = isOwn(reading, chunk, verb);
      const passed = own ? null : passOver(reading, chunk);
      if (passed === null) return coordinatedBefore(reading, chunk, own);
      i = passed;
    } else {
      const next = stepLeft(tokens, i, chunkOf);
      if (next === null) return [];
      i = next;
    }
  }
  return [];
}

/** Where to go on to the left of a noun phrase that is no subject; null when it is one. */
function passOver(reading: Reading, chunk: Chunk): number | null {
  const opener = partsBefore(reading, chunk);
  if (opener !== null && reading.chunkOf[opener - 1]) return opener - 1;
  if (isPrepositional(reading, chunk) || isTime(reading, chunk) || namesRegion(reading, chunk))
    return chunk.first - 1;
  const before = reading.tokens[chunk.first - 1];
  if (before?.pos !== 'VERB' || isCue(reading, before)) return null;
  // "two soldiers who were guarding the bridge were killed": the bridge is the object of the relative clause.
  const relative = relativeBefore(reading.tokens, chunk.first - 1);
  return relative === null ? null : relative - 1;
}

const isCue = (reading: Reading, token: Token): boolean =>
  reading.attributions.some(({ cue }) => cue.start <= token.start && token.end <= cue.end);

/** "including 20 believed alive", "resulted in 200 being taken": a number right before its verb is its subject. */
function isOwn(reading: Reading, chunk: Chunk, verb: number): boolean {
  if (chunk.quantity === null || chunk.last !== verb - 1 || isTime(reading, chunk)) return false;
  const before = reading.tokens[chunk.first - 1]?.lower ?? '';
  const next = reading.tokens[verb];
  const finite = next?.pos === 'AUX' && !/^be(?:ing|en)?$/.test(next.lower);
  return (before === 'including' && !finite) || next?.lower === 'being';
}

/** Where to go on from a token that is no noun phrase, or null where the clause ends. */
function stepLeft(tokens: readonly Token[], i: number, chunkOf: readonly (Chunk | null)[]): number | null {
  const token = tokens[i];
  if (!token) return null;
  // "more than 20,000 of them had died"
  if (token.pos === 'PRON' && tokens[i - 1]?.lower === 'of' && chunkOf[i - 2]?.quantity) return i - 2;
  if (token.pos === 'PRON' && !RELATIVE.has(token.lower)) return null;
  if (/^[;:.!?—]$/u.test(token.text)) return null;
  if (token.pos === 'SCONJ' && !RELATIVE.has(token.lower)) return null;
  if (token.pos === 'VERB' || token.pos === 'AUX') return stepOverVerb(tokens, i, chunkOf);
  if (token.pos === 'CCONJ' && tokens[i + 1]?.pos !== 'PUNCT') {
    const shared = sharedSubject(tokens, i);
    if (shared !== null) return shared;
  }
  return i - 1;
}

/** A verb on the way to the subject: part of a modifier or of a relative clause, or the end of the search. */
function stepOverVerb(
  tokens: readonly Token[],
  i: number,
  chunkOf: readonly (Chunk | null)[],
): number | null {
  const token = tokens[i];
  // "talks on ending the war resumed": a gerund behind a preposition belongs to the noun before.
  if (token?.pos === 'VERB' && token.lower.endsWith('ing') && tokens[i - 1]?.pos === 'ADP') return i - 2;
  if (token?.pos === 'VERB' && chunkOf[i - 1] && /(?:ing|ed|en)$/.test(token.lower)) return i - 1;
  const relative = relativeBefore(tokens, i);
  return relative === null ? null : relative - 1;
}

function relativeBefore(tokens: readonly Token[], i: number): number | null {
  for (let j = i - 1; j >= 0 && i - j <= 12; j -= 1) {
    const token = tokens[j];
    if (!token || token.pos === 'PUNCT') return null;
    if (RELATIVE.has(token.lower)) return j;
  }
  return null;
}

/** "X fled and were killed": the subject of the second verb stands before the first one. */
function sharedSubject(tokens: readonly Token[], conjunction: number): number | null {
  for (let j = conjunction - 1; j >= 0 && conjunction - j <= 15; j -= 1) {
    const token = tokens[j];
    if (!token || /^[;:.!?]$/.test(token.text)) return null;
    if (token.pos === 'VERB') return verbGroup(tokens, j).first - 1;
  }
  return null;
}

/** "Ten people | including a child and two women | were killed": where the list begins that ends with this phrase. */
function partsBefore(reading: Reading, last: Chunk): number | null {
  const { tokens } = reading;
  const [first] = coordinatedBefore(reading, last, true);
  if (!first || first === last || tokens[first.first - 1]?.lower !== 'including') return null;
  const mark = first.first - 1;
  return tokens[mark - 1]?.text === ',' ? mark - 1 : mark;
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
    const before = reading.chunkOf[i] ?? null;
    if (!before || isTime(reading, before)) break;
    // "seven were killed, among them a child and two women, and nine were hurt": the parts of the seven end here.
    if (opensParts(reading, before)) return [last];
    if (isPrepositional(reading, before) && !governed) break;
    found.unshift(before);
    chunk = before;
  }
  return found;
}

/** "among them a child", "of whom two". */
const opensParts = ({ tokens }: Reading, chunk: Chunk): boolean =>
  /^(?:them|whom|those)$/.test(tokens[chunk.first - 1]?.lower ?? '') &&
  /^(?:among|of)$/.test(tokens[chunk.first - 2]?.lower ?? '');

/** The noun phrases that are the object of the verb that ends at token `verb`, coordinated ones included. */
export function objectsAfter(reading: Reading, verb: number): Chunk[] {
  const { tokens, chunkOf } = reading;
  let i = verb + 1;
  while (i < tokens.length && i - verb <= 4 && !chunkOf[i] && isLight(tokens[i])) i += 1;
  const first = chunkOf[i] ?? null;
  if (!first || isTime(reading, first)) return [];
  return [first, ...coordinatesAfter(reading, first)];
}

/** What is joined to a noun phrase from the right: "two soldiers | and 12 civilians". */
export function coordinatesAfter(reading: Reading, first: Chunk): Chunk[] {
  const found: Chunk[] = [];
  for (let chunk = first; found.length < 12; ) {
    const next = coordinatedAfter(reading, chunk);
    if (!next) break;
    found.push(next);
    chunk = next;
  }
  return found;
}

const isLight = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(?:ADV|PART|DET|ADJ)$/.test(token.pos) ||
    /^(?:dead|up|around|about|some|over|another)$/.test(token.lower));

function coordinatedAfter(reading: Reading, chunk: Chunk): Chunk | null {
  const { tokens, chunkOf } = reading;
  let i = skipPhrases(reading, chunk.last + 1);
  let joiner = '';
  for (let length = joinerAt(tokens, i); length > 0; length = joinerAt(tokens, i)) {
    joiner = tokens[i]?.lower ?? '';
    i += length;
  }
  const next = chunkOf[i] ?? null;
  if (joiner === '' || !next || isTime(reading, next)) return null;
  let end = skipPhrases(reading, next.last + 1);
  while (tokens[end]?.pos === 'ADV' || tokens[end]?.lower === 'there') end += 1;
  const behind = tokens[end];
  if (!behind || behind.lower === 'according') return next;
  // "killed two soldiers and 12 civilians were wounded", "killed five, the police there said": a verb of its own.
  if (behind.pos === 'AUX' || behind.pos === 'VERB') return null;
  // A comma alone joins only where the list goes on, or a number follows ("31 people, seven of them children").
  return joiner !== ',' || next.quantity || /^(?:,|and|or|&)$/.test(behind.lower) ? next : null;
}

/** How many words join here: ",", "and", "along with", "as well as"; 0 when none does. */
function joinerAt(tokens: readonly Token[], i: number): number {
  const [first, second, third] = [tokens[i]?.lower ?? '', tokens[i + 1]?.lower, tokens[i + 2]?.lower];
  if (/^(?:,|and|or|&)$/.test(first)) return 1;
  if (/^(?:along|together)$/.test(first) && second === 'with') return 2;
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
