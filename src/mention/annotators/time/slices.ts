import { addMonths, nthWeekday, toCalendarDay } from '../../../value/calendar.ts';
import { parseMonthPeriod, parsePeriod, parseUnitPeriod } from './periods.ts';
import { aDay, days, type Reader, type Reading, skip, word } from './reading.ts';
import { parseYear } from './years.ts';

const THIRDS: ReadonlyMap<string, number> = new Map([
  ['early', 0],
  ['beginning', 0],
  ['start', 0],
  ['mid', 1],
  ['middle', 1],
  ['late', 2],
  ['end', 2],
]);
const NOUNS = ['beginning', 'start', 'middle', 'end'];

interface Whole extends Reading {
  readonly from: number;
  readonly to: number;
}

/** A period with both ends; weeks are not cut further. */
const isWhole = (reading: Reading | null): reading is Whole =>
  reading !== null && reading.from !== null && reading.to !== null && reading.precision !== 'week';

/** "the year", "this month": the current one. */
function parseDefinite(r: Reader, i: number): Reading | null {
  if (!['the', 'this'].includes(word(r, i)) || !['year', 'month'].includes(word(r, i + 1))) return null;
  return parseUnitPeriod(r, i, 0);
}

/** The day at which a third of a period begins: in a month the 11th and the 21st, else the first of a month. */
function cut(first: number, last: number, n: number): number {
  if (n === 3) return last;
  if (last - first <= 31) return first + n * 10;
  const months = Math.round((last - first) / 30.44);
  return addMonths(first, Math.round((months * n) / 3));
}

function precisionOf(length: number): Reading['precision'] {
  if (length <= 31) return 'days';
  return length > 200 ? 'season' : 'month';
}

/** "early 2024", "mid-March", "late last year", "the end of October": a third of the period. */
export function parseThird(r: Reader, i: number): Reading | null {
  const lead = skip(r, i, 'the', 'very');
  const third = THIRDS.get(word(r, lead));
  if (third === undefined) return null;
  const noun = NOUNS.includes(word(r, lead));
  const start = noun ? skip(r, lead + 1, 'of') : skip(r, lead + 1, '-', 'in');
  if (noun && start === lead + 1) return null;
  const whole =
    (noun ? parseDefinite(r, start) : null) ?? parsePeriod(r, noun ? skip(r, start, 'the') : start, true);
  if (!isWhole(whole)) return null;
  const [first, last] = [whole.from / 1440, whole.to / 1440];
  const [from, to] = [cut(first, last, third), cut(first, last, third + 1)];
  return days(whole.end, from, to, precisionOf(last - first), whole.anchored);
}

/** First, second … or (-1) last. */
function parseNth(r: Reader, i: number): number | null {
  const lower = word(r, i);
  if (lower === 'last' || lower === 'final') return -1;
  const digits = r.lex[i]?.kind === 'number' ? /^([1-5])(?:st|nd|rd|th)$/.exec(lower)?.[1] : undefined;
  return r.times.ordinals.get(lower) ?? (digits ? Number(digits) : null);
}

const STEPS = { day: 1, week: 7, month: 0 } as const;

/** "first week", "last three months": which, how many, of what. */
function parsePart(
  r: Reader,
  i: number,
): { nth: number; count: number; unit: keyof typeof STEPS; end: number } | null {
  const nth = parseNth(r, i);
  if (nth === null) return null;
  const count = r.times.numbers.get(word(r, i + 1)) ?? r.lex[i + 1]?.value ?? Number.NaN;
  const at = Number.isNaN(count) ? i + 1 : i + 2;
  const unit = r.times.units.get(word(r, at).replace(/s$/, ''));
  if (unit !== 'day' && unit !== 'week' && unit !== 'month') return null;
  if (!['of', 'in'].includes(word(r, at + 1)) || count < 1) return null;
  return { nth, count: Number.isNaN(count) ? 1 : count, unit, end: at + 2 };
}

/** "the week of October 6": seven days from then. */
export function parseWeekOf(
  r: Reader,
  i: number,
  parseDay: (r: Reader, i: number) => Reading | null,
): Reading | null {
  const start = skip(r, i, 'the');
  if (word(r, start) !== 'week' || !['of', 'beginning', 'starting'].includes(word(r, start + 1))) return null;
  const day = parseDay(r, skip(r, start + 2, 'on'));
  if (day?.precision !== 'day' || day.from === null) return null;
  return { ...day, to: day.from + 7 * 1440, precision: 'week' };
}

/** "the first Monday of November", "the last Friday in October". */
export function parseNthWeekday(r: Reader, i: number): Reading | null {
  const start = skip(r, i, 'the');
  const nth = parseNth(r, start);
  const weekday = r.times.weekdays.get(word(r, start + 1));
  if (nth === null || weekday === undefined || !['of', 'in'].includes(word(r, start + 2))) return null;
  const month =
    parseMonthPeriod(r, start + 3) ?? parseUnitPeriod(r, start + 3) ?? parseDefinite(r, start + 3);
  if (month?.precision !== 'month' || month.from === null) return null;
  const first = toCalendarDay(month.from / 1440);
  return aDay(month.end, nthWeekday(first.year, first.month, weekday, nth), month.anchored);
}

/** "the first week of October", "the last three months of 2023", "the first six months of this year". */
export function parseSlice(r: Reader, i: number): Reading | null {
  const part = parsePart(r, skip(r, i, 'the'));
  if (!part || r.times.numbers.has(word(r, i - 1))) return null;
  const at = part.end;
  const whole =
    parseDefinite(r, at) ?? parseMonthPeriod(r, at) ?? parseUnitPeriod(r, at) ?? parseYear(r, at, true);
  if (!isWhole(whole)) return null;
  const { nth, count, unit } = part;
  const [low, high] = [whole.from / 1440, whole.to / 1440];
  const step = (day: number, times: number): number =>
    unit === 'month' ? addMonths(day, times) : day + times * STEPS[unit];
  const from = nth === -1 ? step(high, -count) : step(low, (nth - 1) * count);
  const to = nth === -1 ? high : Math.min(step(from, count), high);
  if (!(from >= low && from < to)) return null;
  const precision = unit === 'month' ? 'month' : 'days';
  return days(whole.end, from, to, unit === 'day' && count === 1 ? 'day' : precision, whole.anchored);
}
