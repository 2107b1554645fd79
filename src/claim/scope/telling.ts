import type { TimeMention } from '../../mention/mention.ts';
import { onceEach } from '../../remember.ts';
import { datesFormer } from '../reading/levels.ts';
import { isParticiple } from '../reading/participle.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { datesCount } from './counting-day.ts';
import { publicationDay } from './days.ts';
import { heldAgainst } from './held-against.ts';
import { belongsToSaying } from './saying.ts';

/** A time that can be the day of the story: not a season, a year or an open stretch. */
const DAY_LIKE = new Set<TimeMention['precision']>(['minute', 'part-of-day', 'day', 'days']);
/** Times so wide that a story of one day names them only to look back: "since the summer of 2012". */
const WIDE = new Set<TimeMention['precision']>(['season', 'year', 'open']);
/** Where a stamp can begin, in words, and what may stand before it. */
const HEAD = 4;

export const isDay = (time: TimeMention): boolean => time.class === 'window' && DAY_LIKE.has(time.precision);

/** "Published July 4 2015 An explosion …": the day of the article, printed above its first words. */
export function isStamp(reading: Reading, time: TimeMention): boolean {
  if (time.anchored || time.precision !== 'day') return false;
  if (time.from?.slice(0, 10) !== publicationDay(reading.document)) return false;
  const first = tokenAt(reading.tokens, time.start);
  const before = reading.tokens[first - 1];
  if (before && reading.words.day.stamps.has(before.lower)) return true;
  const head = reading.tokens.slice(0, first);
  const alone = (reading.tokens.at(-1)?.end ?? 0) <= time.end;
  return (
    first <= HEAD && (reading.sentence.paragraph === 0 || alone) && head.every((token) => token.pos !== 'ADP')
  );
}

/** Words that compare with what was, and how far before "since" they stand. */
const SUPERLATIVE = /^(?:first|most|least|worst|best|record|only|\w{2,}est)$/;
const SINCE = 9;

/**
 * "the highest since 2012", "two fewer than in 2020": a time that something is only held against.
 * @param at the token that tells of the figure that it may date, where one is asked about
 */
export function isCompared(reading: Reading, time: TimeMention, at: number | null = null): boolean {
  const first = tokenAt(reading.tokens, time.start);
  const word = (i: number): string => reading.tokens[i]?.lower ?? '';
  const held = holdersOf(reading)[reading.times.indexOf(time)] ?? null;
  // "compared with five murders | last year": the five are of that year.
  if (held !== null) return at === null || at < held || at > first;
  const since = word(first) === 'since' ? first : word(first - 1) === 'since' ? first - 1 : -1;
  if (since < 0) return false;
  return reading.tokens.slice(Math.max(0, since - SINCE), since).some(({ lower }) => SUPERLATIVE.test(lower));
}

/** For each time of a sentence the word that holds it against the present; every figure asks for it. */
const holdersOf = onceEach(({ tokens, times }: Reading) =>
  times.map(({ start }) => heldAgainst(tokens, tokenAt(tokens, start))),
);

/** How far before "since" the participle stands that it goes with. */
const HELD = 8;

/**
 * "hostages held since May | were freed": since when something else was so, of those who are counted; "rose from 37 on
 * Sunday to 54": when a figure held that does no longer.
 */
export function isOfAnother(reading: Reading, time: TimeMention, at: number): boolean {
  const { tokens, chunkOf } = reading;
  const first = tokenAt(tokens, time.start);
  if (datesFormer(reading, first)) return true;
  if (time.class !== 'cumulative') return false;
  for (let i = first - 1; i > 0 && first - i <= HELD; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX' || i === at) return false;
    if (token.pos !== 'VERB') continue;
    const held = chunkOf[i - 1] ?? null;
    if (!held || !isParticiple(token.lower)) return false;
    // Told of the trigger's own object, or of what another verb behind it acts upon.
    return at > first || tokens.slice(at + 1, held.first).some(({ pos }) => pos === 'VERB');
  }
  return false;
}

/** "The raids tonight were …": a day in somebody’s mouth is the day on which he spoke. */
const isQuoted = (reading: Reading, time: TimeMention): boolean =>
  time.anchored && reading.tokens[tokenAt(reading.tokens, time.start)]?.inQuote === true;

/** "The ministry | on Sunday | said": between who says something and the saying. */
function standsBeforeCue({ attributions, tokens }: Reading, { start, end }: TimeMention): boolean {
  const behind = tokens[tokenAt(tokens, end)];
  return attributions.some(
    ({ source, cue }) =>
      source !== null && source.end <= start && behind !== undefined && cue.start === behind.start,
  );
}

/**
 * "Last month the ministry said that …": in front of who says something. A day there may well be that of the event ("On
 * Sunday police said two had died"); a month or a year is none. "Last year, police said, …" is told by the way.
 */
function opensSaying(
  { attributions, tokens }: Reading,
  { class: kind, start, end, precision }: TimeMention,
): boolean {
  if (kind !== 'window' || DAY_LIKE.has(precision)) return false;
  return attributions.some(({ source, cue }) => {
    if (source === null || source.start < end || cue.start < source.end) return false;
    const between = tokens.slice(tokenAt(tokens, end), tokenAt(tokens, source.start));
    const isNext = between.every(({ lower }) => /^(?:,|the|an?)$/.test(lower));
    return (
      isNext && opensClause(tokens, tokenAt(tokens, start)) && tokens[tokenAt(tokens, cue.end)]?.text !== ','
    );
  });
}

/** "| Last month", "but | in May"; not "added 12,000 jobs | in May, the bureau said". */
function opensClause(tokens: Reading['tokens'], first: number): boolean {
  const before = tokens[tokens[first - 1]?.pos === 'ADP' ? first - 2 : first - 1];
  return before === undefined || /^(?:PUNCT|CCONJ)$/.test(before.pos);
}

/** The times of a sentence that tell when something was said or counted, not when it happened; every figure asks for them. */
export const tellingTimes = onceEach((reading: Reading): readonly TimeMention[] =>
  reading.times.filter(
    (time) =>
      belongsToSaying(reading, time) ||
      standsBeforeCue(reading, time) ||
      opensSaying(reading, time) ||
      datesCount(reading, time),
  ),
);

/** The times of what happened, not of its telling. */
export const datedThings = onceEach((reading: Reading): readonly TimeMention[] =>
  reading.times.filter(
    (time) =>
      !isStamp(reading, time) &&
      !isCompared(reading, time) &&
      !isQuoted(reading, time) &&
      !tellingTimes(reading).includes(time),
  ),
);

/** Whether a time only looks back from a story that has a day of its own. */
export const looksBack = (time: TimeMention, day: TimeMention | null): boolean =>
  WIDE.has(time.precision) && day?.from != null && (time.to ?? '') <= day.from;
