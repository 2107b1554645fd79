import type { Token } from '../../sentence/sentence.ts';
import { agreeing, agrees } from './agreement.ts';
import type { Chunk } from './chunk.ts';
import { coordinatedBefore, coordinatesAfter, isPrepositional, isTime, namesRegion } from './coordination.ts';
import { ofAll } from './of-all.ts';
import { isParticiple } from './participle.ts';
import type { Reading } from './reading.ts';
import { verbGroup } from './verb-group.ts';

/** How far a subject may stand from its verb, in tokens. */
const REACH = 45;
/** The longest insertion between a subject and its verb, in tokens. */
const INSERTION = 25;
const ASPECT = new Set(['begin', 'start', 'keep', 'continue']);
const RELATIVE = new Set(['who', 'which', 'that', 'whom']);

/**
 * The noun phrases that are the subject of a verb whose group starts at token `verb`, coordinated ones included,
 * from left to right. Relative clauses, apposition and "including …" in between are stepped over.
 */
export function subjectsBefore(reading: Reading, verb: number): Chunk[] {
  const { tokens, chunkOf } = reading;
  const governing = beforeBeing(tokens, verb);
  if (governing !== null) return subjectsBefore(reading, governing);
  for (let i = beforeInsertion(tokens, verb); i >= 0 && verb - i <= REACH; ) {
    const chunk = chunkOf[i] ?? null;
    const token = tokens[i];
    if (!token) return [];
    if (chunk) {
      const own = isOwn(reading, chunk, verb);
      const passed = own ? null : passOver(reading, chunk);
      if (passed === null)
        return agreeing(
          reading,
          ofOneClause(reading, coordinatedBefore(reading, ofAll(reading, chunk, verb), own)),
          verb,
        );
      i = passed;
    } else {
      const next = stepLeft(tokens, i, chunkOf);
      if (next === null) return [];
      i = next;
    }
  }
  return [];
}

/** "a girl who | died | after being shot": where the group begins of the verb whose subject "being" shares. */
function beforeBeing(tokens: readonly Token[], verb: number): number | null {
  if (tokens[verb]?.lower !== 'being' || !/^(?:after|before)$/.test(tokens[verb - 1]?.lower ?? ''))
    return null;
  const governing = tokens[verb - 2]?.pos === 'ADV' ? verb - 3 : verb - 2;
  return tokens[governing]?.pos === 'VERB' ? verbGroup(tokens, governing).first : null;
}

/** "They found 30 men and 12 women, and three more | died": behind a comma and a second "and" another clause begins. */
function ofOneClause(reading: Reading, chunks: Chunk[]): Chunk[] {
  const { tokens } = reading;
  const last = chunks.at(-1);
  if (!last || tokens[last.first - 2]?.text !== ',' || tokens[last.first - 1]?.pos !== 'CCONJ') return chunks;
  const opens = (chunk: Chunk): boolean => {
    const before = tokens[chunk.first - 1];
    return before?.pos === 'CCONJ' || (before?.pos === 'VERB' && !isCue(reading, before));
  };
  return chunks.slice(0, -1).some(opens) ? [last] : chunks;
}

/**
 * Where the search for a subject begins: right before the verb, or before an insertion that ends there ("12 people, six
 * of them children, drowned"; "the driver — a father of two — died"), for nothing else sets a verb off from its subject.
 */
function beforeInsertion(tokens: readonly Token[], verb: number): number {
  const mark = tokens[verb - 1]?.text ?? '';
  if (!/^[,—–]$/u.test(mark)) return verb - 1;
  const parts = beforeParts(tokens, verb);
  if (parts !== null) return parts;
  for (let i = verb - 2; i > 0 && verb - i <= INSERTION; i -= 1) {
    const text = tokens[i]?.text ?? '';
    if (text === mark) return i - 1;
    if (/^[;:.!?]$/.test(text)) break;
  }
  return verb - 1;
}

/** "39 passengers|, including the captain, John Doe, | were rescued": before the parts, whatever commas they hold. */
function beforeParts(tokens: readonly Token[], verb: number): number | null {
  for (let i = verb - 2; i > 1 && verb - i <= INSERTION; i -= 1) {
    const token = tokens[i];
    if (token?.lower === 'including') return tokens[i - 1]?.text === ',' ? i - 2 : null;
    if (!token || /^(?:VERB|AUX)$/.test(token.pos) || /^[;:.!?]$/.test(token.text)) return null;
  }
  return null;
}

/** Where to go on to the left of a noun phrase that is no subject; null when it is one. */
function passOver(reading: Reading, chunk: Chunk): number | null {
  // "the Movement for Democracy (MDC) won": a short form in brackets repeats what stands before it.
  if (reading.tokens[chunk.first - 1]?.text === '(') return chunk.first - 2;
  const opener = partsBefore(reading, chunk);
  if (opener !== null && reading.chunkOf[opener - 1]) return opener - 1;
  if (isTime(reading, chunk))
    return /^(?:since|until)$/.test(beforeOf(reading, chunk)) ? chunk.first - 2 : chunk.first - 1;
  if (isPrepositional(reading, chunk) || namesRegion(reading, chunk)) return chunk.first - 1;
  if (isReduced(reading, chunk)) return chunk.first - 1;
  const taken = complementOf(reading, chunk);
  if (taken !== null) return taken - 1;
  let verb = chunk.first - 1;
  // "who shot dead a man", "who took over a firm"
  while (chunk.first - verb < 3 && /^(?:ADV|ADJ|ADP|PART)$/.test(reading.tokens[verb]?.pos ?? '')) verb -= 1;
  const before = reading.tokens[verb];
  const clause = before?.pos === 'VERB' || reading.tokens[verb - 1]?.lower === 'who';
  if (!before || !clause || isCue(reading, before)) return null;
  // "two soldiers who were guarding the bridge were killed": the bridge is the object of the relative clause.
  const relative = relativeBefore(reading.tokens, verb);
  return relative === null ? null : relative - 1;
}

const beforeOf = ({ tokens }: Reading, { first }: Chunk): string => tokens[first - 1]?.lower ?? '';

/** "the 21 youths | abducted | from a farm": a participle about a noun that the tagger takes for one. */
const isReduced = ({ chunkOf, triggers }: Reading, { first, last, quantity }: Chunk): boolean =>
  first === last &&
  quantity === null &&
  chunkOf[first - 1]?.quantity != null &&
  triggers.some((hit) => hit.slot === 'passive' && hit.first === first && hit.last === last);

/** "12 people taken | hostage", "children being held | captive": where the participle begins that a lone word completes. */
function complementOf({ tokens, chunkOf }: Reading, chunk: Chunk): number | null {
  const verb = chunk.first - 1;
  const lone = chunk.first === chunk.last && chunk.quantity === null && chunk.name === null;
  if (!lone || tokens[verb]?.pos !== 'VERB' || !isParticiple(tokens[verb]?.lower ?? '')) return null;
  const from = tokens[verb - 1]?.lower === 'being' ? verb - 1 : verb;
  return chunkOf[from - 1]?.quantity ? from : null;
}

const isCue = (reading: Reading, token: Token): boolean =>
  reading.attributions.some(({ cue }) => cue.start <= token.start && token.end <= cue.end);

/** "including 20 believed alive", "resulted in 200 being taken": a number right before its verb is its subject. */
function isOwn(reading: Reading, chunk: Chunk, verb: number): boolean {
  if (isAntecedent(reading, chunk, verb) || isBesides(reading, chunk, verb)) return true;
  if (chunk.quantity === null || chunk.last !== verb - 1 || isTime(reading, chunk)) return false;
  const before = reading.tokens[chunk.first - 1]?.lower ?? '';
  const next = reading.tokens[verb];
  // "twelve people including three children died": without a comma the verb is that of them all.
  if (before === 'including' && reading.chunkOf[chunk.first - 2]?.quantity && !isReported(next)) return false;
  const finite = next?.pos === 'AUX' && !/^be(?:ing|en)?$/.test(next.lower);
  return (/^(?:including|with)$/.test(before) && !finite) || next?.lower === 'being';
}

/** "won 42 % of the vote, with | Doe | receiving 37 %": who does what goes on beside. */
const isBesides = ({ tokens }: Reading, { first, last, quantity }: Chunk, verb: number): boolean =>
  quantity === null &&
  last === verb - 1 &&
  tokens[first - 1]?.lower === 'with' &&
  tokens[first - 2]?.text === ',' &&
  tokens[verb]?.pos === 'VERB' &&
  tokens[verb]?.lower.endsWith('ing') === true;

const isReported = (token: Token | undefined): boolean =>
  /^(?:believed|thought|feared|presumed|reported|said|known|listed)$/.test(token?.lower ?? '');

/** "the family of a man | who died": the clause is about the nearer of the two, unless the other one is counted. */
function isAntecedent(reading: Reading, chunk: Chunk, verb: number): boolean {
  const { tokens, chunkOf } = reading;
  const who = tokens[chunk.last + 1]?.text === ',' ? chunk.last + 2 : chunk.last + 1;
  let from = verb;
  while (from > who + 1 && tokens[from - 1]?.pos === 'ADV') from -= 1;
  if (tokens[who]?.lower !== 'who' || who + 1 !== from) return false;
  // "the candidate of the Alliance | who won": a body is not one who does.
  if (chunk.name?.type === 'organisation') return false;
  const before = tokens[chunk.first - 1]?.lower;
  // "35 Indians were among | the 769 people | who died", "a vigil for | the 156 people | who died"
  if (before === 'among') return chunk.quantity !== null;
  if ((before === 'for' || before === 'to') && chunk.quantity !== null) return true;
  if (before === 'of' && who === chunk.last + 1) return !chunkOf[chunk.first - 2]?.quantity;
  return isOneAddressed(reading, chunk) && agrees(reading, chunk, tokens[verb]?.lower ?? '');
}

/** "exchanged fire with | Doe", "was called to | a boy": a person by name, or whom a verb with its preposition is about. */
function isOneAddressed({ tokens }: Reading, { first, name }: Chunk): boolean {
  if (name?.type === 'person') return true;
  const before = tokens[first - 1];
  if (name) return /^(?:with|by|against)$/.test(before?.lower ?? '');
  // "along with | the man | who was shot"
  const joined = before?.lower === 'with' && /^(?:along|together)$/.test(tokens[first - 2]?.lower ?? '');
  return joined || (before?.pos === 'ADP' && tokens[first - 2]?.pos === 'VERB');
}

/** Where to go on from a token that is no noun phrase, or null where the clause ends. */
function stepLeft(tokens: readonly Token[], i: number, chunkOf: readonly (Chunk | null)[]): number | null {
  const token = tokens[i];
  if (!token) return null;
  // "more than 20,000 of them had died"
  if (token.pos === 'PRON' && tokens[i - 1]?.lower === 'of' && chunkOf[i - 2]?.quantity) return i - 2;
  if (isWholeNamed(tokens, i) && chunkOf[i - 3]?.quantity) return i - 3;
  if (isSomeOfThem(tokens, i)) return null;
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

/** "100 people, many of whom | were in shelters": of the hundred only some are. */
export const isSomeOfThem = (tokens: readonly Token[], i: number): boolean =>
  /^(?:whom|which|them)$/.test(tokens[i]?.lower ?? '') &&
  tokens[i - 1]?.lower === 'of' &&
  /^(?:many|some|most|several|few|half|none)$/.test(tokens[i - 2]?.lower ?? '');

/** "three of the | injured | were in hospital", "two of those | arrested | had fled": of whom they are some. */
const isWholeNamed = (tokens: readonly Token[], i: number): boolean =>
  /^(?:VERB|ADJ|NOUN)$/.test(tokens[i]?.pos ?? '') &&
  /^(?:the|those)$/.test(tokens[i - 1]?.lower ?? '') &&
  tokens[i - 2]?.lower === 'of';

/** A verb on the way to the subject: part of a modifier or of a relative clause, or the end of the search. */
function stepOverVerb(
  tokens: readonly Token[],
  i: number,
  chunkOf: readonly (Chunk | null)[],
): number | null {
  const token = tokens[i];
  // "talks on ending the war resumed": a gerund behind a preposition belongs to the noun before.
  if (token?.pos === 'VERB' && token.lower.endsWith('ing') && tokens[i - 1]?.pos === 'ADP') return i - 2;
  // "people began losing power": whoever begins it does it.
  if (token?.pos === 'VERB' && ASPECT.has(token.lemma) && tokens[i + 1]?.lower.endsWith('ing')) return i - 1;
  if (token?.pos === 'VERB' && chunkOf[i - 1] && isParticiple(token.lower)) return i - 1;
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

/** The noun phrases that are the object of the verb that ends at token `verb`, coordinated ones included. */
export function objectsAfter(reading: Reading, verb: number): Chunk[] {
  const { tokens, chunkOf } = reading;
  let i = verb + 1;
  while (i < tokens.length && i - verb <= 4 && !chunkOf[i] && isLight(tokens[i])) i += 1;
  // "killed a total of | 12 people"
  if (tokens[i]?.lower === 'of' && tokens[i - 1]?.lower === 'total') i += 1;
  const first = chunkOf[i] ?? null;
  if (!first || isTime(reading, first)) return [];
  const joined = coordinatesAfter(reading, first);
  return [first, ...(joined.length === 0 ? lastOfParticiple(reading, verb, first) : joined)];
}

/** "A plane carrying 58 passengers | and four crew members | crashed": the verb behind the list has its subject before it. */
function lastOfParticiple({ tokens, chunkOf }: Reading, verb: number, first: Chunk): Chunk[] {
  const subject = chunkOf[verb - 1] ?? null;
  const next = tokens[first.last + 1]?.lower === 'and' ? (chunkOf[first.last + 2] ?? null) : null;
  if (!tokens[verb]?.lower.endsWith('ing') || !subject || !next?.quantity || !first.quantity) return [];
  const behind = tokens[next.last + 1];
  const opens = subject.first === 0 || /^(?:PUNCT|SCONJ)$/.test(tokens[subject.first - 1]?.pos ?? '');
  return opens && behind?.pos === 'VERB' && next.first === first.last + 2 ? [next] : [];
}

const isLight = (token: Token | undefined): boolean =>
  token !== undefined &&
  !LEADING_ON.has(token.lower) &&
  (LIGHT_PARTS.has(token.pos) || LIGHT.has(token.lower));
const LEADING_ON = new Set(['to', 'when', 'where', 'why', 'how']);
const LIGHT_PARTS = new Set(['ADV', 'PART', 'DET', 'ADJ']);
const LIGHT = new Set(['dead', 'up', 'around', 'about', 'some', 'over', 'another']);
