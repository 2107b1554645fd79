import type { TimeMention } from '../../mention/mention.ts';
import { isParticiple } from '../reading/participle.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

const AFTER = /^(?:after|following)$/;
/** Verbs of what is done once it has happened. */
const AFTERWARDS = /^(?:search|comb|dig|sift|mourn|bury|grieve)$/;
/** How far before "on Tuesday" or behind it its verb may stand. */
const NEAR = 4;

/**
 * "Firefighters | on Tuesday | searched the rubble after a strike that killed 18": the day of what is done about a deed,
 * not of the deed behind "after".
 * @param at token of what is dated; a deed that stands before its day is dated by it
 */
export function isOfAftermath(reading: Reading, time: TimeMention, at: number): boolean {
  const { tokens } = reading;
  const first = tokenAt(tokens, time.start);
  const last = tokenAt(tokens, time.end - 1);
  if (at <= last || !dates(tokens, first, last)) return false;
  for (let i = last + 1; i < at; i += 1) if (AFTER.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** Whether a time stands beside a verb of what is done afterwards. */
function dates(tokens: Reading['tokens'], first: number, last: number): boolean {
  for (let i = Math.max(0, first - NEAR); i <= last + NEAR; i += 1) {
    const token = tokens[i];
    if (token && (token.pos === 'VERB' || token.pos === 'ADJ') && AFTERWARDS.test(token.lemma)) return true;
    if (i > last && token?.pos === 'VERB') return false;
  }
  return false;
}

/** Whether all that a sentence tells of victims is older than a day in it. */
export const isDayOfAftermath = (reading: Reading, time: TimeMention): boolean =>
  reading.triggers.some(
    ({ first, predicate }) => predicate.toll !== null && isOfAftermath(reading, time, first),
  );

/** How far behind the participle its time may stand. */
const REACH = 8;

/** "released 101 girls abducted from a school | last month": when those who are counted came to what else befell them. */
export function isOfFormerDeed(reading: Reading, time: TimeMention, at: number): boolean {
  if (time.class !== 'window') return false;
  const { tokens, chunkOf, triggers } = reading;
  const first = tokenAt(tokens, time.start);
  for (let i = first - 1; i > at && first - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX') return false;
    const hit = triggers.find((one) => one.first <= i && i <= one.last && isParticiple(token.lower));
    if (hit) return chunkOf[hit.first - 1]?.quantity != null && at < (chunkOf[hit.first - 1]?.first ?? 0);
    if (token.pos === 'VERB') return false;
  }
  return false;
}
