import { formatDay } from '../../../value/calendar.ts';
import { parseDatedEvent } from './anchors.ts';
import { parsePoint } from './parts.ts';
import { parsePeriod } from './periods.ts';
import { dayOf, once, type Reader, type Reading } from './reading.ts';
import { parseDistance, parseFollowing, parseLengthTo } from './relative.ts';
import { parseNthWeekday, parseSlice, parseThird, parseWeekOf } from './slices.ts';
import { parseWindow } from './windows.ts';

const parseEnd = (r: Reader, i: number): Reading | null => parsePoint(r, i) ?? parsePeriod(r, i);

/** A point or period without a word of direction before it. */
export const parseSimple = (r: Reader, i: number, sure = false, year?: number): Reading | null =>
  sure || year !== undefined
    ? readSimple(r, i, sure, year)
    : once(r.simples, i, () => readSimple(r, i, false));

function readSimple(r: Reader, i: number, sure: boolean, year?: number): Reading | null {
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
