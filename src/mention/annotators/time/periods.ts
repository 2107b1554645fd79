import { startsLower } from '../../../letters.ts';
import { firstOfMonth, toCalendarDay, weekStart } from '../../../value/calendar.ts';
import { parseMonth, parseYearBehind } from './dates.ts';
import { parseQuarter } from './quarters.ts';
import { capital, days, type Reader, type Reading, word } from './reading.ts';
import { aYear, PERIOD_LEADS, parseDecade, parseYear } from './years.ts';

const MONTH_LEADS = new Set(`${PERIOD_LEADS} last next this and - – each for`.split(' '));
const ARTICLES = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their']);
const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
]);

const shiftOf = (r: Reader, i: number): number | undefined => SHIFTS.get(word(r, i));

const aMonth = (end: number, year: number, month: number, anchored: boolean): Reading | null =>
  days(end, firstOfMonth(year, month), firstOfMonth(year, month, 1), 'month', anchored);

/** "last October", "this May", "next March". */
function shiftMonth(r: Reader, month: number, shift: number, end: number): Reading | null {
  const now = toCalendarDay(r.today);
  if (shift === 0) return aMonth(end, now.year, month, true);
  const within = shift < 0 ? month < now.month : month > now.month;
  return aMonth(end, now.year + (within ? 0 : shift), month, true);
}

/** A month alone is one only behind a word such as "in", or as an owner: "May's vote". */
function standsAlone(r: Reader, i: number, end: number): boolean {
  if (r.lex[end]?.kind === 'number' || r.lex[end]?.kind === 'figure') return false;
  if (MONTH_LEADS.has(word(r, i - 1))) return true;
  if (word(r, end) === "'" && word(r, end + 1) === 's') return word(r, i).length > 3 && !capital(r, i - 1);
  if (/^[-–—]$/.test(word(r, end)) && r.times.months.has(word(r, end + 1))) return true;
  const noun = startsLower(r.lex[end]?.text ?? '') && r.lex[end]?.kind === 'word';
  return noun && ARTICLES.has(word(r, i - 1)) && !/^(to|and|or|of|in|on|at)$/.test(word(r, end));
}

const BEHIND_A_DAY = /^(?:and|or|in|at|on|when|after|before|during|near|by|that|which|as|while|the|a)$/;

/** "last October 15": the month of a day, which is read by itself; not "last October 15 people were hurt". */
function isDay(r: Reader, i: number): boolean {
  const lexeme = r.lex[i];
  if (lexeme?.kind !== 'number' || lexeme.value < 1 || lexeme.value > 31) return false;
  const next = r.lex[i + 1];
  return next === undefined || next.kind === 'mark' || BEHIND_A_DAY.test(word(r, i + 1));
}

/** A month: "March 2023", "in October", "last October", "October of last year". */
export function parseMonthPeriod(r: Reader, i: number, year?: number): Reading | null {
  const shift = shiftOf(r, i);
  const first = shift === undefined ? i : i + 1;
  const name = parseMonth(r, first);
  if (!name || !capital(r, first)) return null;
  if (shift !== undefined) return isDay(r, name.end) ? null : shiftMonth(r, name.month, shift, name.end);
  const behind = parseYearBehind(r, name.end);
  if (behind) return aMonth(behind.end, behind.year, name.month, behind.relative);
  if (!standsAlone(r, i, name.end)) return null;
  const now = toCalendarDay(r.today);
  const ahead = r.tense(i, name.end) === 'future';
  const turn = ahead ? Number(name.month < now.month) : -Number(name.month > now.month);
  const reading = aMonth(name.end, year ?? now.year + turn, name.month, true);
  return reading && { ...reading, yearless: true };
}

/** "spring 2024", "the summer of 2014", "last winter". A bare season is too loose to date anything. */
function parseSeason(r: Reader, i: number): Reading | null {
  const shift = shiftOf(r, i);
  const start = shift === undefined ? i : i + 1;
  const season = r.times.seasons.get(word(r, start));
  if (!season) return null;
  const now = toCalendarDay(r.today);
  const behind = shift === undefined ? parseYearBehind(r, start + 1) : null;
  const make = (end: number, year: number, anchored: boolean): Reading | null =>
    days(end, firstOfMonth(year, season[0]), firstOfMonth(year, season[1]), 'season', anchored);
  if (behind) return make(behind.end, behind.year, behind.relative);
  if (shift === undefined) return null;
  const begun = now.month >= season[0] ? now.year : now.year - 1;
  const over = firstOfMonth(begun, season[1]) <= r.today;
  const year = shift < 0 ? (over ? begun : begun - 1) : shift === 0 ? now.year : over ? begun + 1 : now.year;
  return make(start + 1, shift > 0 && firstOfMonth(year, season[0]) <= r.today ? year + 1 : year, true);
}

/** "last week", "this month", "next year"; `shift` stands for another word before the unit. */
export function parseUnitPeriod(r: Reader, i: number, shift = shiftOf(r, i)): Reading | null {
  if (shift === undefined) return null;
  const now = toCalendarDay(r.today);
  const end = i + 2;
  switch (word(r, i + 1)) {
    case 'week': {
      const start = weekStart(r.today) + shift * 7;
      return days(end, start, start + 7, 'week', true);
    }
    case 'month':
      return days(
        end,
        firstOfMonth(now.year, now.month, shift),
        firstOfMonth(now.year, now.month, shift + 1),
        'month',
        true,
      );
    case 'quarter': {
      const first = Math.floor((now.month - 1) / 3) * 3 + 1 + shift * 3;
      return days(
        end,
        firstOfMonth(now.year, 1, first - 1),
        firstOfMonth(now.year, 1, first + 2),
        'season',
        true,
      );
    }
    case 'year':
      return aYear(end, now.year + shift, true);
    case 'decade':
      return aYear(end, (Math.floor(now.year / 10) + shift) * 10, true, 10);
    default:
      return null;
  }
}

/** A period longer than a day; `sure`: the words before it leave no doubt that a bare number is a year. */
export function parsePeriod(r: Reader, i: number, sure = false, year?: number): Reading | null {
  return (
    parseMonthPeriod(r, i, year) ??
    parseSeason(r, i) ??
    parseQuarter(r, i) ??
    parseUnitPeriod(r, i) ??
    parseDecade(r, i) ??
    parseYear(r, i, sure)
  );
}
