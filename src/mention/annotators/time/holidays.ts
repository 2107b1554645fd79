import { easterSunday, nthWeekday, toCalendarDay, toDayNumber } from '../../../value/calendar.ts';
import type { Holiday } from '../../../vocabulary/times.ts';
import { parseYearBehind } from './dates.ts';
import { aDay, capital, findPhrase, type Reader, type Reading, word } from './reading.ts';

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
  const year = parseYearBehind(r, found.end);
  if (year) return aDay(year.end, holidayIn(row, year.year), year.relative);
  const now = toCalendarDay(r.today).year;
  const next = word(r, i - 1) === 'next' || r.tense(i, found.end) === 'future';
  const years = next ? [now, now + 1] : [now, now - 1];
  const day = years
    .map((y) => holidayIn(row, y))
    .find((d) => d !== null && (next ? d >= r.today : d <= r.today));
  return aDay(found.end, day ?? null, true);
}
