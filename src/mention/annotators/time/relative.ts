import { addMonths, toCalendarDay } from '../../../value/calendar.ts';
import { partOf } from './clock.ts';
import { aDay, dayOf, days, type Reader, type Reading, skip, word } from './reading.ts';
import { dayCount, parseLength } from './windows.ts';
import { aYear } from './years.ts';

const AFTER: ReadonlyMap<string, number> = new Map([
  ['next', 1],
  ['following', 1],
  ['previous', -1],
  ['same', 0],
]);

/** "the next day", "the day before", "that day": how many days from the last day said. */
function parseNamed(r: Reader, i: number): { shift: number; end: number } | null {
  const [lead, second, third] = [word(r, i), word(r, i + 1), word(r, i + 2)];
  if (lead !== 'the' && lead !== 'that' && lead !== 'a') return null;
  if (lead === 'that' && second === 'day') return { shift: 0, end: i + 2 };
  const shift = lead !== 'a' && third === 'day' ? AFTER.get(second) : undefined;
  if (shift !== undefined) return { shift, end: i + 3 };
  if (second !== 'day') return null;
  const late = lead === 'a' ? 'later' : 'after';
  const soon = lead === 'a' ? 'earlier' : 'before';
  if (third === late) return { shift: 1, end: i + 3 };
  return third === soon ? { shift: -1, end: i + 3 } : null;
}

/** The last day said before this place, where it was one day. */
function lastDay(r: Reader): number | null {
  if (!r.last || r.last.to - r.last.from > 1440) return null;
  return dayOf(r.last.from);
}

/** "The following year, 145 people died": told from the year said before. */
function parseNamedYear(r: Reader, i: number): Reading | null {
  if (!r.last) return null;
  const base = toCalendarDay(dayOf(r.last.from)).year;
  const [lead, second, third] = [word(r, i), word(r, i + 1), word(r, i + 2)];
  if (lead === 'that' && second === 'year') return aYear(i + 2, base, true);
  if (lead === 'a' && second === 'year' && /^(?:later|earlier)$/.test(third))
    return aYear(i + 3, base + (third === 'later' ? 1 : -1), true);
  const shift = lead === 'the' && third === 'year' ? AFTER.get(second) : undefined;
  // "the next year" lies ahead, and "the previous year" is often that before publication.
  if (shift === undefined || second === 'next') return null;
  return aYear(i + 3, base + shift, true);
}

/** "that night", "the next morning". */
function parseNamedPart(r: Reader, i: number, base: number): Reading | null {
  const next = word(r, i) === 'the' ? AFTER.get(word(r, i + 1)) : undefined;
  const shift = word(r, i) === 'that' ? 0 : next;
  const at = next === undefined ? i + 1 : i + 2;
  const hours = r.times.parts.get(word(r, at));
  const day = shift === undefined || !hours ? null : aDay(at + 1, base + shift, true);
  return day && hours ? partOf(day, at + 1, hours) : null;
}

/** "the next day", "two days later": told from the last day said, nothing without one. */
export function parseFollowing(r: Reader, i: number): Reading | null {
  const year = parseNamedYear(r, i);
  if (year) return year;
  const base = lastDay(r);
  if (base === null) return null;
  const named = parseNamed(r, i);
  if (named) return aDay(named.end, base + named.shift, true);
  const part = parseNamedPart(r, i, base);
  if (part) return part;
  const length = parseLength(r, i);
  const side = length ? { later: 1, earlier: -1 }[word(r, length.end)] : undefined;
  const step = length && dayCount(length);
  if (!length || !step || side === undefined) return null;
  const day = base + side * step;
  return length.unit === 'day'
    ? aDay(length.end + 1, day, true)
    : days(length.end + 1, day - 3, day + 4, 'week', true);
}

/** "two days after October 7", "the day before the vote on May 3" (nothing): a length of time from a given day. */
export function parseDistance(
  r: Reader,
  i: number,
  parseDay: (r: Reader, i: number) => Reading | null,
): Reading | null {
  const length =
    word(r, i) === 'the' && word(r, i + 1) === 'day'
      ? { count: 1, unit: 'day' as const, end: i + 2 }
      : parseLength(r, i);
  if (!length) return null;
  const side = { after: 1, before: -1, from: 1 }[word(r, length.end)];
  if (side === undefined) return null;
  const day = parseDay(r, skip(r, length.end + 1, 'the'));
  if (day?.precision !== 'day' || day.from === null) return null;
  const base = dayOf(day.from);
  const step = dayCount(length);
  if (step) return aDay(day.end, base + side * step, day.anchored);
  const months = { month: 1, year: 12 }[length.unit as string];
  return months ? aDay(day.end, addMonths(base, side * months * length.count), day.anchored) : null;
}

/** "the year to June", "the 12 months ended March 2024": a length of time that ends with a period. */
export function parseLengthTo(
  r: Reader,
  i: number,
  parseEnd: (r: Reader, i: number) => Reading | null,
): Reading | null {
  if (word(r, i) !== 'the') return null;
  const year = word(r, i + 1) === 'year' ? { count: 1, unit: 'year' as const, end: i + 2 } : null;
  const length = year ?? parseLength(r, i + 1);
  const months = length ? { month: 1, year: 12 }[length.unit as string] : undefined;
  if (!length || !months || !/^(to|through|ended|ending)$/.test(word(r, length.end))) return null;
  const last = parseEnd(r, skip(r, length.end + 1, 'in', 'on'));
  if (last?.to == null || !['day', 'month'].includes(last.precision)) return null;
  const to = dayOf(last.to);
  return days(last.end, addMonths(to, -months * length.count), to, 'month', last.anchored);
}
