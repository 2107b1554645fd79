import { formatDay } from '../../../value/calendar.ts';
import { parseDatedEvent } from './anchors.ts';
import { parsePoint } from './parts.ts';
import { parsePeriod } from './periods.ts';
import { dayOf, once, type Reader, type Reading, word } from './reading.ts';
import { parseDistance, parseFollowing, parseLengthTo } from './relative.ts';
import { parseNthWeekday, parseSlice, parseThird, parseWeekOf } from './slices.ts';
import { parseWindow } from './windows.ts';

const parseEnd = (r: Reader, i: number): Reading | null => parsePoint(r, i) ?? parsePeriod(r, i);

/** A point or period without a word of direction before it. */
export const parseSimple = (r: Reader, i: number, sure = false, year?: number): Reading | null =>
  sure || year !== undefined
    ? readSimple(r, i, sure, year)
    : once(r.simples, i, () => readSimple(r, i, false));

/** What stands before a stretch of time and before nothing else of time. */
const PREPOSITIONS = new Set(['in', 'on', 'at', 'over', 'during', 'within', 'for', 'throughout']);
/** Words behind an article that open no expression by themselves: "the same day", "the very end of May". */
const BEHIND_ARTICLE = new Set(['same', 'very']);

/** Whether "the" can begin a time here: most often it only stands before a noun. */
function mayBegin(r: Reader, i: number): boolean {
  const next = r.lex[i + 1];
  if (next === undefined || r.times.holidays.has('the')) return next !== undefined;
  const figure = next.kind !== 'word' && next.kind !== 'mark';
  return figure || r.times.openers.has(next.lower) || BEHIND_ARTICLE.has(next.lower);
}

function readSimple(r: Reader, i: number, sure: boolean, year?: number): Reading | null {
  const lead = word(r, i);
  if (PREPOSITIONS.has(lead)) return parseWindow(r, i, parsePoint);
  if (lead === 'the' && !mayBegin(r, i)) return null;
  return (
    parseDatedEvent(r, i) ??
    parseDistance(r, i, parsePoint) ??
    parseFollowing(r, i) ??
    parseLengthTo(r, i, parseEnd) ??
    parseSlice(r, i) ??
    parseNthWeekday(r, i) ??
    parseWeekOf(r, i, parsePoint) ??
    parseWindow(r, i, parsePoint) ??
    parseThird(r, i) ??
    parsePoint(r, i, year) ??
    parsePeriod(r, i, sure, year)
  );
}

/** The year of a minute. */
export const yearOf = (minutes: number): number => Number((formatDay(dayOf(minutes)) ?? '0').slice(0, 4));
