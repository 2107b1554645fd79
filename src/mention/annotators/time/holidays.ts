import {
  easterSunday,
  MINUTES_A_DAY,
  nthWeekday,
  toCalendarDay,
  toDayNumber,
  weekdayOf,
  weekStart,
} from '../../../value/calendar.ts';
import type { Holiday } from '../../../vocabulary/times.ts';
import { parseYearBehind } from './dates.ts';
import { aDay, capital, days, findPhrase, type Reader, type Reading, word } from './reading.ts';

/** The day of a feast in a year. */
function holidayIn(row: Holiday, year: number): number | null {
  const base =
    row.easter !== undefined
      ? easterSunday(year)
      : row.nth !== undefined
        ? nthWeekday(year, row.month ?? 0, row.weekday ?? 0, row.nth)
        : toDayNumber(year, row.month ?? 0, row.day ?? 0);
  return base === null ? null : base + (row.easter ?? 0) + row.offset;
}

/** A feast or public day that the vocabulary knows, with or without its year. */
export function parseHoliday(r: Reader, i: number): Reading | null {
  const found = findPhrase(r, r.times.holidays, i);
  if (found?.end === i + 1 && !capital(r, i)) return null;
  const row = found?.values[0];
  if (!found || !row || row.unless.some(r.has)) return null;
  if (r.times.festivities.has(word(r, found.end))) return null;
  const year = parseYearBehind(r, found.end);
  if (year) return addWeekend(r, aDay(year.end, holidayIn(row, year.year), year.relative));
  const now = toCalendarDay(r.today).year;
  const next = word(r, i - 1) === 'next' || r.tense(i, found.end) === 'future';
  // "at a Halloween party on Saturday", told on 30 October: what is kept in the days before is not last year's feast.
  const isNear = [now, now + 1].some((y) => isSoon(holidayIn(row, y), r.today));
  if (!next && isNear && word(r, i - 1) !== 'on') return null;
  const years = next ? [now, now + 1] : [now, now - 1];
  const day = years
    .map((y) => holidayIn(row, y))
    .find((d) => d !== null && (next ? d >= r.today : d <= r.today));
  return addWeekend(r, aDay(found.end, day ?? null, true));
}

/** A feast is kept as many days ahead. */
const DAYS_AHEAD = 7;
const isSoon = (day: number | null, today: number): boolean =>
  day !== null && day > today && day - today <= DAYS_AHEAD;

/** "Labor Day weekend": from Saturday to the Monday of the feast, or from a Thursday's feast to Sunday. */
function addWeekend(r: Reader, day: Reading | null): Reading | null {
  if (!day || day.from === null || word(r, day.end) !== 'weekend') return day;
  const date = day.from / MINUTES_A_DAY;
  const weekday = weekdayOf(date);
  if (weekday === 1 || weekday === 2) return day;
  const saturday = weekday === 0 ? date - 2 : weekStart(date) + 5;
  return days(day.end + 1, Math.min(date, saturday), Math.max(date + 1, saturday + 2), 'days', day.anchored);
}
