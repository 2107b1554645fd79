import { objectsAfter, subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import { coordinatedBefore, isTime, joinedBehind } from '../reading/coordination.ts';
import { headLemma, type Reading } from '../reading/reading.ts';
import { type VerbGroup, verbGroup } from '../reading/verb-group.ts';
import { isOtherwise } from './active.ts';
import type { Match, Pattern } from './pattern.ts';
import { ANYBODY, type TriggerHit } from './triggers.ts';

const STOPS = new Set(',;.');

/** "Ten people were killed", "67,160 have been killed and 169,000 wounded", "two soldiers killed in an ambush". */
export const passive: Pattern = {
  id: 'passive',
  slot: 'passive',
  find(reading, hit) {
    const group = withSharedAuxiliary(reading, hit.first);
    const match = group.passive ? full(reading, hit, group) : reduced(reading, hit, group);
    return match && hit.headLemma !== null ? headedBy(reading, match, hit.headLemma) : match;
  },
};

function full(reading: Reading, hit: TriggerHit, group: VerbGroup): Match | null {
  const counted = subjectsBefore(reading, group.first);
  if (counted.length === 0) return null;
  // "cast for president": an office gets none.
  if (isCastFor(reading, hit) && !reading.chunkOf[hit.last + 1]?.name) return null;
  const all = [...counted, ...joinedBehind(reading, hit.last)];
  return { hit, pattern: 'passive', group, counted: all, agent: byAgent(reading, hit), certainty: 0.94 };
}

/** "taken … hostage": only what is headed by the wanted noun. */
function headedBy(reading: Reading, match: Match, lemma: string): Match | null {
  const counted = match.counted.filter(
    (chunk) =>
      (headLemma(reading, chunk) === lemma || lemma === ANYBODY || isOfThose(reading, chunk, lemma)) &&
      !isOtherwise(reading, chunk, match.hit),
  );
  return counted.length > 0 ? { ...match, counted } : null;
}

/** "20,000 suspected cases; of those, | 15,201 | were confirmed": some of what the sentence has counted. */
function isOfThose(reading: Reading, { first, head, quantity }: Chunk, lemma: string): boolean {
  const comma = reading.tokens[first - 1]?.text === ',' ? 1 : 0;
  const [of, those] = [reading.tokens[first - 2 - comma]?.lower, reading.tokens[first - 1 - comma]?.lower];
  if (head !== null || !quantity || of !== 'of' || !/^(?:those|these|them|which)$/.test(those ?? ''))
    return false;
  return reading.chunks.some(
    (other) => other.quantity && other.first < first && headLemma(reading, other) === lemma,
  );
}

/** Without an auxiliary the counted phrase stands right before the participle, and no object behind it. */
function reduced(reading: Reading, hit: TriggerHit, group: VerbGroup): Match | null {
  const before = reading.chunkOf[hit.first - 1] ?? null;
  if (!before || isTime(reading, before) || isOfKind(reading, before, hit)) return null;
  if (isNoun(reading, before, hit) || isProgress(reading, before)) return null;
  const object = objectsAfter(reading, hit.last)[0];
  if (object && object.first === hit.last + 1) return null;
  if (!before.quantity && reading.sentence.kind !== 'headline') return null;
  // "a man killed in a blast that left | three others | wounded": the object of the verb before them.
  const left =
    before.quantity && (reading.tokens[before.first - 1]?.pos === 'VERB' || isResult(reading, before));
  const counted = left ? coordinatedBefore(reading, before, true) : subjectsBefore(reading, hit.first);
  const agent = byAgent(reading, hit);
  return {
    hit,
    pattern: 'participle',
    group,
    counted: counted.length > 0 ? counted : [before],
    agent,
    certainty: 0.9,
  };
}

/** "firing one shot", "several shot-out windows": the word is no participle there. */
function isNoun({ tokens, words }: Reading, { first, head }: Chunk, hit: TriggerHit): boolean {
  const [last, next] = [tokens[hit.last], tokens[hit.last + 1]];
  if (next?.text === '-' && next.start === last?.end) return true;
  const verb = tokens[first - 1];
  const governs = verb?.pos === 'VERB' || verb?.lower.endsWith('ing');
  return head === null && governs === true && !words.count.telling.has(verb?.lemma ?? '');
}

/** "With 61 percent of the votes counted": how far it has gone. */
const isProgress = ({ tokens }: Reading, { first, quantity }: Chunk): boolean =>
  quantity?.unit === 'percent' && tokens[first - 1]?.lower === 'with';

/** "resulted in | one man killed and two hurt": the preposition belongs to the verb. */
const isResult = ({ tokens }: Reading, { first }: Chunk): boolean =>
  /^(?:in|with)$/.test(tokens[first - 1]?.lower ?? '') &&
  /^(?:result|end)$/.test(tokens[first - 2]?.lemma ?? '');

/** "36 of the released prisoners", "one infected person can …": no count of all to whom it happened. */
function isOfKind({ tokens }: Reading, chunk: Chunk, hit: TriggerHit): boolean {
  if (chunk.head === null || chunk.head < hit.last) return false;
  for (let i = chunk.first; i < hit.first; i += 1) if (tokens[i]?.lower === 'of') return true;
  return (
    chunk.quantity?.nominal === 1 && /^(?:can|could|may|might)$/.test(tokens[chunk.last + 1]?.lower ?? '')
  );
}

/** "were shot and killed": the second participle shares the auxiliary of the first. */
export function withSharedAuxiliary(reading: Reading, verb: number): VerbGroup {
  const own = verbGroup(reading.tokens, verb);
  const joiner = reading.tokens[verb - 1]?.lower;
  const previous = reading.tokens[verb - 2];
  if (own.passive || (joiner !== 'and' && joiner !== 'or') || previous?.pos !== 'VERB') return own;
  const shared = verbGroup(reading.tokens, verb - 2);
  return shared.passive ? { ...shared, verb } : own;
}

const isCastFor = ({ tokens }: Reading, { predicate, last }: TriggerHit): boolean =>
  predicate.family === 'doer' && tokens[last]?.lower === 'for';

function byAgent(reading: Reading, hit: TriggerHit) {
  const { tokens, chunkOf } = reading;
  // "2 million votes were cast for | the Greens": whoever got them.
  if (isCastFor(reading, hit)) return chunkOf[hit.last + 1] ?? null;
  for (let i = hit.last + 1; i < tokens.length && i - hit.last <= 8; i += 1) {
    if (tokens[i]?.lower === 'by' && chunkOf[i + 1]) return chunkOf[i + 1] ?? null;
    if (STOPS.has(tokens[i]?.text ?? '')) return null;
  }
  return null;
}
