import { addMonths, firstOfMonth, MINUTES_A_DAY, toCalendarDay } from '../../../value/calendar.ts';
import type { TimeUnit } from '../../../vocabulary/times.ts';
import { parseUnitPeriod } from './periods.ts';
import { aDay, days, type Reader, type Reading, skip, word } from './reading.ts';
import { parseWeekend } from './weekend.ts';
import { aYear } from './years.ts';

const PAST = new Set(['past', 'last', 'previous', 'preceding']);
const NEXT = new Set(['next', 'coming', 'following']);

export interface Length {
  readonly count: number;
  readonly unit: TimeUnit;
  readonly end: number;
}

function parseCount(r: Reader, i: number): { count: number; end: number } | null {
  const lexeme = r.lex[i];
  if (lexeme?.kind === 'number' && lexeme.suffix === '' && lexeme.value >= 1 && lexeme.value <= 9999) {
    return { count: lexeme.value, end: i + 1 };
  }
  const start = word(r, i) === 'a' && word(r, i + 1) === 'couple' ? i + 1 : i;
  const count = r.times.numbers.get(word(r, start));
  if (count === undefined) return null;
  const one = count >= 20 && word(r, start + 1) === '-' ? r.times.numbers.get(word(r, start + 2)) : undefined;
  if (one !== undefined && one < 10) return { count: count + one, end: start + 3 };
  return { count, end: skip(r, start + 1, 'of') };
}

function parseUnit(r: Reader, i: number): { unit: TimeUnit; end: number } | null {
  const name = word(r, i);
  const unit = r.times.units.get(name) ?? r.times.units.get(name.replace(/s$/, ''));
  return unit ? { unit, end: i + 1 } : null;
}

/** "24 hours", "three days", "a couple of weeks", "10-day". */
export function parseLength(r: Reader, i: number): Length | null {
  const count = parseCount(r, i);
  const unit = count && parseUnit(r, skip(r, count.end, '-'));
  return count && unit && unit.unit !== 'weekend' ? { count: count.count, ...unit } : null;
}

const DAYS: Partial<Record<TimeUnit, number>> = { day: 1, week: 7, fortnight: 14 };
const MONTHS: Partial<Record<TimeUnit, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };
const MINUTES: Partial<Record<TimeUnit, number>> = { minute: 1, hour: 60 };

/** A length of whole days in days, null for any other. */
export function dayCount(length: Length): number | null {
  const whole = DAYS[length.unit];
  return whole ? whole * length.count : null;
}

/** The day that lies a length of time from publication (negative: before). */
function dayAway(r: Reader, length: Length, sign: number): number {
  const whole = DAYS[length.unit];
  if (whole) return r.today + sign * whole * length.count;
  return addMonths(r.today, sign * (MONTHS[length.unit] ?? 0) * length.count);
}

const precisionOf = (length: Length): Reading['precision'] =>
  MINUTES[length.unit]
    ? 'minute'
    : length.unit === 'day'
      ? 'days'
      : DAYS[length.unit]
        ? 'week'
        : length.unit === 'month'
          ? 'month'
          : 'year';

/** From so long ago until now, or from now on for so long; whole days include today. */
function rolling(r: Reader, length: Length, sign: number): Reading | null {
  const minutes = MINUTES[length.unit];
  if (minutes) {
    const other = r.now + sign * minutes * length.count;
    const [from, to] = sign < 0 ? [other, r.now] : [r.now, other];
    return { end: length.end, from, to, precision: 'minute', anchored: true };
  }
  const away = dayAway(r, length, sign);
  const precision = precisionOf(length);
  return sign < 0
    ? days(length.end, away, r.today + 1, precision, true)
    : days(length.end, r.today, away + 1, precision, true);
}

const LEADS = new Set(['in', 'over', 'during', 'within', 'for', 'throughout']);

/** "the last three months of 2023", "… of the war": a slice of that, not of the time up to now. */
function isSlice(r: Reader, i: number): boolean {
  if (word(r, i) !== 'of') return false;
  const next = word(r, i + 1);
  if (r.times.months.has(next) || r.lex[i + 1]?.kind === 'number' || OWNED.has(next)) return true;
  return ['this', 'last', 'next'].includes(next) && ['year', 'month'].includes(word(r, i + 2));
}

/** What opens the name of something that has an end of its own; "two years of conflict" go on. */
const OWNED = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'that']);

/** "in the past 24 hours", "over the last three days", "within the next day", "for the past four hours". */
function parseRolling(r: Reader, i: number): Reading | null {
  const led = LEADS.has(word(r, i)) ? i + 1 : i;
  const start = skip(r, led, 'the', 'its', 'their', 'his', 'her');
  const past = PAST.has(word(r, start));
  if (!past && !NEXT.has(word(r, start))) return null;
  const sign = past ? -1 : 1;
  const length = parseLength(r, skip(r, start + 1, 'approximately', 'about', 'nearly', 'almost'));
  if (length) return isSlice(r, length.end) ? null : rolling(r, length, sign);
  const unit = parseUnit(r, start + 1);
  if (!unit || unit.unit === 'weekend' || unit.unit === 'quarter' || /s$/.test(word(r, start + 1)))
    return null;
  const rolls = ['past', 'last', 'next', 'coming'].includes(word(r, start));
  const placed = led > i || word(r, i - 1) === 'of';
  if (!rolls || !placed || start === led || word(r, unit.end) === 'of') return null;
  return rolling(r, { count: 1, ...unit }, sign);
}

/** "two weeks ago": the day; a week, month or year around it when counted in those. */
function parseAgo(r: Reader, i: number): Reading | null {
  const length = parseLength(r, i);
  if (!length) return null;
  if (word(r, length.end) !== 'ago') return null;
  const end = length.end + 1;
  const minutes = MINUTES[length.unit];
  if (minutes) {
    const at = r.now - minutes * length.count;
    return { end, from: at, to: at + minutes, precision: 'minute', anchored: true };
  }
  const day = dayAway(r, length, -1);
  if (Number.isNaN(day)) return null;
  if (length.unit === 'day') return aDay(end, day, true);
  if (DAYS[length.unit]) return days(end, day - 3, day + 4, 'week', true);
  const { year, month } = toCalendarDay(day);
  if (length.unit === 'month' || length.unit === 'quarter') {
    return days(end, firstOfMonth(year, month), firstOfMonth(year, month, 1), 'month', true);
  }
  return length.unit === 'year' ? aYear(end, year, true) : aYear(end, Math.floor(year / 10) * 10, true, 10);
}

/** "in two weeks", when the clause lies ahead: else it is how long something took. */
function parseIn(r: Reader, i: number): Reading | null {
  if (word(r, i) !== 'in') return null;
  const length = parseLength(r, i + 1);
  if (!length || r.tense(i, length.end) !== 'future') return null;
  const minutes = MINUTES[length.unit];
  if (minutes) {
    const at = r.now + minutes * length.count;
    return { end: length.end, from: at, to: at + minutes, precision: 'minute', anchored: true };
  }
  return aDay(length.end, dayAway(r, length, 1), true);
}

const CURRENT = new Set(['day', 'week', 'month', 'year']);

/** "earlier this month", "later in the day", "earlier on Monday". */
function parseWithin(
  r: Reader,
  i: number,
  parseDay: (r: Reader, i: number) => Reading | null,
): Reading | null {
  const side = word(r, i);
  if (side !== 'earlier' && side !== 'later') return null;
  const start = skip(r, i + 1, 'in', 'on');
  const unit = word(r, start + 1);
  if (['the', 'this', 'that'].includes(word(r, start)) && CURRENT.has(unit)) {
    if (unit === 'day') return aDay(start + 2, r.today, true);
    if (word(r, start) !== 'this') return null;
    const whole = parseUnitPeriod(r, start);
    if (!whole) return null;
    const now = (r.today + 1) * MINUTES_A_DAY;
    return side === 'earlier' ? { ...whole, to: now } : { ...whole, from: now - MINUTES_A_DAY };
  }
  return parseDay(r, start);
}

/** Stretches of time told from publication. */
export function parseWindow(
  r: Reader,
  i: number,
  parseDay: (r: Reader, i: number) => Reading | null,
): Reading | null {
  return (
    parseWithin(r, i, parseDay) ?? parseWeekend(r, i) ?? parseRolling(r, i) ?? parseAgo(r, i) ?? parseIn(r, i)
  );
}
