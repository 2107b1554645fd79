/** Calendar arithmetic on whole days and minutes: proleptic Gregorian, years 0–9999, no host zone, no clock. */

export const MINUTES_A_DAY = 1440;
const MAX_YEAR = 9999;

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month, 1 = January; 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Days since 1970-01-01 of a date that exists in the years 0–9999, null for any other. Method: days from civil, by 400-year eras. */
export function toDayNumber(year: number, month: number, day: number): number | null {
  if (!Number.isInteger(year) || year < 0 || year > MAX_YEAR) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number; the inverse of `toDayNumber`. */
export function toCalendarDay(number: number): CalendarDay {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** The Monday of the week in which a day lies (weeks begin on Monday, ISO 8601). */
export const weekStart = (number: number): number => number - weekdayOf(number);

/** 00 to 99: nearly all that is written is of two digits. */
const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

const pad = (value: number): string => TWO_DIGITS[value] ?? String(value).padStart(2, '0');
const padYear = (year: number): string => (year > 999 ? String(year) : String(year).padStart(4, '0'));

/** A day number as YYYY-MM-DD, null when its year cannot be written with four digits. */
export function formatDay(number: number): string | null {
  const { year, month, day } = toCalendarDay(number);
  return year < 0 || year > MAX_YEAR ? null : `${padYear(year)}-${pad(month)}-${pad(day)}`;
}

/** Minutes since 1970-01-01T00:00 as YYYY-MM-DDTHH:MM, null outside of the years 0–9999. */
export function formatMinute(minutes: number): string | null {
  const number = Math.floor(minutes / MINUTES_A_DAY);
  const rest = minutes - number * MINUTES_A_DAY;
  const date = formatDay(number);
  return date === null ? null : `${date}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}

const HYPHEN = 45;

/** The number that the digits between two places write; NaN where one is none. Asked of every time: a pattern took longer. */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads YYYY-MM-DD (anything behind it is ignored) to a day number; null when it is no date. */
export function parseDay(text: string): number | null {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  return toDayNumber(digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10));
}

/** The first day of the month that lies `months` after the given one (negative: before). */
export function firstOfMonth(year: number, month: number, months = 0): number {
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  return toDayNumber(y, index - y * 12 + 1, 1) ?? Number.NaN;
}

/** The same day of another month, moved back to its last day where that month is shorter. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = toCalendarDay(number);
  const first = firstOfMonth(year, month, months);
  const target = toCalendarDay(first);
  return first + Math.min(day, daysInMonth(target.year, target.month)) - 1;
}

/** The nth weekday (0 = Monday) of a month; a negative n counts from its end. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number | null {
  const first = toDayNumber(year, month, 1);
  if (first === null || n === 0) return null;
  if (n > 0) return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
  const last = first + daysInMonth(year, month) - 1;
  return last - ((weekdayOf(last) - weekday + 7) % 7) + (n + 1) * 7;
}

/** Easter Sunday of the western churches (anonymous Gregorian computus). */
export function easterSunday(year: number): number | null {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return toDayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

function minutesInZone(utcMinutes: number, zone: string): number {
  if (zone === 'UTC') return utcMinutes;
  try {
    const parts = formatterOf(zone).formatToParts(utcMinutes * 60_000);
    const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
    const number = toDayNumber(part('year'), part('month'), part('day'));
    return number === null ? utcMinutes : number * MINUTES_A_DAY + part('hour') * 60 + part('minute');
  } catch {
    return utcMinutes;
  }
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s?([Zz]|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The wall-clock time of a timestamp in a zone, in minutes since 1970-01-01T00:00 of that zone.
 * A timestamp without offset is read as it stands; an unknown zone counts as UTC; null when it is no timestamp.
 */
export function localMinutes(timestamp: string, zone: string): number | null {
  const match = TIMESTAMP.exec(timestamp.trim());
  const date = match ? parseDay(match[1] ?? '') : null;
  if (!match || date === null) return null;
  const hour = Number(match[2] ?? 0);
  const minute = Number(match[3] ?? 0);
  if (hour > 24 || minute > 59) return null;
  const wall = date * MINUTES_A_DAY + hour * 60 + minute;
  const offset = match[4];
  if (offset === undefined) return wall;
  if (/^z$/i.test(offset)) return minutesInZone(wall, zone);
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.replace(/\D/g, '');
  return minutesInZone(wall - sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4))), zone);
}

/** An ISO day as its last moment, UTC; any other text as it is. For those who ask how things stood on a day. */
export const lastMomentOf = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text;
