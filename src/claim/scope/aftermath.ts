import type { TimeMention } from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import { isParticiple } from '../reading/participle.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

const AFTER = /^(?:after|following)$/;
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
  const follower = at < last || isInName(reading, time) ? null : followerOf(reading, first);
  if (follower && isLinked(reading, follower, at)) return true;
  if (at <= last || !dates(reading, first, last)) return false;
  for (let i = last + 1; i < at; i += 1)
    if (AFTER.test(tokens[i]?.lower ?? '') || isFromDeed(reading, i)) return true;
  return false;
}

/** "survivors | from a huge earthquake". */
const isFromDeed = ({ tokens, words: { scene } }: Reading, i: number): boolean =>
  /^(?:from|of)$/.test(tokens[i]?.lower ?? '') &&
  tokens.slice(i + 1, i + 1 + WITHIN_NAME).some((token) => scene.happenings.has(nounLemma(token)));

/** How far before a time the verb may stand that it dates: "sentenced him to life in prison without parole on Thursday". */
const FAR = 14;
/** What leads from a verdict to the deed: "for killing", "a man who killed". */
const TO_DEED = new Set('for of with over after following who whose that accused suspected'.split(' '));

/** "in the shooting", "in connection with", not "in prison". */
const leadsToDeed = (tokens: Reading['tokens'], i: number): boolean =>
  TO_DEED.has(tokens[i]?.lower ?? '') ||
  (tokens[i]?.lower === 'in' && (tokens[i + 1]?.pos === 'DET' || tokens[i + 1]?.lower === 'connection'));

/** A deed that only follows another and that a time goes with: "was charged | Friday | with killing". */
const followerOf = (reading: Reading, first: number): TriggerHit | null =>
  followerBefore(reading, first) ?? followerBehind(reading, first);

const followerAt = ({ triggers }: Reading, i: number): TriggerHit | null =>
  triggers.find(({ predicate, first, last }) => predicate.follows && first <= i && i <= last) ?? null;

/** Marks over which no time dates what stands before them. */
const MARKS = new Set(';:—–”"');

function followerBefore(reading: Reading, first: number): TriggerHit | null {
  const { tokens, triggers } = reading;
  for (let i = first - 1; i >= 0 && first - i <= FAR; i -= 1) {
    const token = tokens[i];
    if (!token || MARKS.has(token.text) || leadsToDeed(tokens, i)) return null;
    const hit = followerAt(reading, i);
    if (hit) return hit;
    // "charged with killing a man | on Monday" dates the killing.
    if (triggers.some(({ predicate, last }) => last === i && predicate.toll !== null)) return null;
    if (token.pos === 'VERB' && !token.lower.endsWith('ing')) return null;
  }
  return null;
}

function followerBehind(reading: Reading, first: number): TriggerHit | null {
  const { tokens } = reading;
  for (let i = first + 1; i < tokens.length && i - first <= NEAR; i += 1) {
    const hit = followerAt(reading, i);
    if (hit) return hit;
    if (tokens[i]?.pos === 'VERB' || tokens[i]?.text === ',') return null;
  }
  return null;
}

/** Whether a deed is what a verdict or a charge is about: behind it, with "for", "with" or "who" between. */
function isLinked({ tokens, triggers }: Reading, follower: TriggerHit, at: number): boolean {
  const deed = triggers.find(({ first, last }) => first <= at && at <= last);
  if (deed?.predicate.follows !== false || at <= follower.last) return false;
  for (let i = follower.last + 1; i < at; i += 1) if (leadsToDeed(tokens, i)) return true;
  return false;
}

/** Whether a time is the day of a verdict or a charge, which follow what they are about. */
export const isDayOfFollower = (reading: Reading, time: TimeMention): boolean =>
  !isInName(reading, time) && followerOf(reading, tokenAt(reading.tokens, time.start)) !== null;

/** "the Nov. 22 block party": a time between an article and a noun is that of what the noun names. */
const isInName = (reading: Reading, time: TimeMention): boolean =>
  isInNameOfDeed(reading, time) ||
  (reading.tokens[tokenAt(reading.tokens, time.start) - 1]?.pos === 'DET' &&
    reading.tokens[tokenAt(reading.tokens, time.end)]?.pos === 'NOUN');

/** How far behind its time the noun of a deed may stand: "the 2019 mass shooting". */
const WITHIN_NAME = 4;

const OUTSIDE = new Set('ADP DET AUX CCONJ SCONJ PRON'.split(' '));

/** "the March 2019 attacks", "Monday’s shooting death of a man": a time inside the name of a deed. */
export function isInNameOfDeed({ tokens, words: { scene } }: Reading, { end }: TimeMention): boolean {
  const first = tokenAt(tokens, end);
  // "Monday’s magnitude 6.8 earthquake", not "on Monday 12 attacks".
  const owned = /^[’']s?$/.test(tokens[first]?.lower ?? '');
  const behind = tokens.slice(first, first + WITHIN_NAME + (owned ? 1 : 0));
  const other = behind.findIndex(
    ({ pos, text }) =>
      OUTSIDE.has(pos) || (pos === 'NUM' && !owned) || text === '.' || text === ';' || text === ':',
  );
  const name = other < 0 ? behind : behind.slice(0, other);
  return name.some((token) => scene.happenings.has(token.lower) || scene.happenings.has(nounLemma(token)));
}

/** How far before its day such a verb may stand: "pulled debris from collapsed schools with bare hands | on Sunday". */
const OBJECT = 18;

/** Whether a time stands beside a verb of what is done afterwards. */
function dates({ tokens, words }: Reading, first: number, last: number): boolean {
  for (let i = Math.max(0, first - OBJECT); i <= last + NEAR; i += 1) {
    const token = tokens[i];
    if (token && (token.pos === 'VERB' || token.pos === 'ADJ') && words.day.afterwards.has(token.lemma))
      return true;
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
