import type { Chunk } from './chunk.ts';
import { isTime } from './coordination.ts';
import type { Reading } from './reading.ts';

/** Between two levels of one subject, in words. */
const REACH = 16;
const ENDS = /^[.;:!?()]$/;
const FORMER = new Set(['previous', 'earlier', 'prior', 'former']);

/** "its previous death toll of 37": what was counted before something newer that the text gives. */
export function isFormerCount({ tokens }: Reading, noun: number): boolean {
  let before = noun - 1;
  while (tokens[before]?.pos === 'NOUN') before -= 1;
  return FORMER.has(tokens[before]?.lower ?? '');
}

/** "a previous count of 304 dead", "the initial toll of 37 dead, later raised to 54": what a newer figure replaces. */
export function isFormerLevel(reading: Reading, chunk: Chunk): boolean {
  const noun = chunk.first - 2;
  if (!/^(?:of|at)$/.test(reading.tokens[noun + 1]?.lower ?? '')) return false;
  if (!reading.words.count.totals.has(reading.tokens[noun]?.lemma ?? '')) return false;
  return isFormerCount(reading, noun) || newerLevel(reading, chunk) !== null;
}

/** "rose from 37 on Sunday to 54", "was revised down from 359 by about 100": a level that was left. */
export const isLeft = (reading: Reading, chunk: Chunk): boolean =>
  reading.tokens[chunk.first - 1]?.lower === 'from' &&
  (reachedAfter(reading, chunk.last) !== null || isMovedBy(reading, chunk));

/** "from 359 | by about 100": how far a level went. */
const isMovedBy = ({ tokens, chunkOf }: Reading, { last }: Chunk): boolean =>
  tokens[last + 1]?.lower === 'by' && (chunkOf[last + 2] ?? chunkOf[last + 3])?.quantity != null;

/** "stood at 19 on Monday and | rose to 24": the newer level that the same subject reached; null where there is none. */
export function newerLevel(reading: Reading, chunk: Chunk): Chunk | null {
  const verb = levelVerbAfter(reading, chunk);
  return verb === null ? null : reachedAfter(reading, verb);
}

/** Whether a time dates only the level that was left: "rose from 37 | on Sunday | to 54". */
export function datesFormer(reading: Reading, first: number): boolean {
  const { tokens, chunkOf } = reading;
  const before = tokens[first - 1]?.pos === 'ADP' ? first - 2 : first - 1;
  const level = chunkOf[before] ?? null;
  if (!level?.quantity || level.last !== before) return false;
  return isLeft(reading, level) || newerLevel(reading, level) !== null;
}

/** The verb of a newer level; another noun on the way would be what rose: "stood at 19 and arrests rose to 24". */
function levelVerbAfter(reading: Reading, { last }: Chunk): number | null {
  const { tokens, chunkOf, words } = reading;
  for (let i = last + 1; i < tokens.length && i - last <= REACH; i += 1) {
    const token = tokens[i];
    if (!token || ENDS.test(token.text)) return null;
    if (token.pos === 'VERB') return words.count.levels.has(token.lemma) ? i : null;
    const chunk = chunkOf[i] ?? null;
    const other = chunk && (chunk.quantity || tokens[chunk.first - 1]?.pos !== 'ADP');
    if (chunk && other && !isTime(reading, chunk)) return null;
    if (chunk) i = chunk.last;
  }
  return null;
}

/** The first figure behind a token, if "to" stands before it. */
function reachedAfter(reading: Reading, from: number): Chunk | null {
  const { tokens, chunkOf } = reading;
  for (let i = from + 1; i < tokens.length && i - from <= REACH; i += 1) {
    const token = tokens[i];
    if (!token || token.pos === 'VERB' || ENDS.test(token.text)) return null;
    const chunk = chunkOf[i] ?? null;
    if (chunk?.quantity && !isTime(reading, chunk))
      return tokens[chunk.first - 1]?.lower === 'to' ? chunk : null;
    if (chunk) i = chunk.last;
  }
  return null;
}
