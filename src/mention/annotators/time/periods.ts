import { firstOfMonth, toCalendarDay, toDayNumber, weekStart } from '../../../value/calendar.ts';
import { parseMonth, parseYearBehind } from './dates.ts';
import { capital, days, type Reader, type Reading, skip, word } from './reading.ts';

const MONTH_LEADS = new Set([
  ...[
    'in',
    'since',
    'during',
    'by',
    'until',
    'till',
    'of',
    'from',
    'through',
    'before',
    'after',
    'between',
    'to',
  ],
  ...[
    'early',
    'mid',
    'late',
    'last',
    'next',
    'this',
    'and',
    '-',
    '–',
    'each',
    'throughout',
    'for',
    'that',
    '(',
  ],
]);
const YEAR_LEADS = new Set([
  ...[
    'in',
    'since',
    'during',
    'by',
    'until',
    'till',
    'from',
    'through',
    'before',
    'after',
    'between',
    'to',
    'of',
  ],
  ...['early', 'mid', 'late', 'year', 'circa', 'throughout', 'and', '-', '–', '('],
]);
const SHIFTS: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  past: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
};

const shiftOf = (r: Reader, i: number): number | undefined =>
  Object.hasOwn(SHIFTS, word(r, i)) ? SHIFTS[word(r, i)] : undefined;

const aMonth = (end: number, year: number, month: number, anchored: boolean): Reading | null =>
  days(end, firstOfMonth(year, month), firstOfMonth(year, month, 1), 'month', anchored);

/** A whole year. */
export const aYear = (end: number, year: number, anchored: boolean, count = 1): Reading | null =>
  days(end, toDayNumber(year, 1, 1), toDayNumber(year + count, 1, 1), 'year', anchored);

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
  return MONTH_LEADS.has(word(r, i - 1)) || (word(r, end) === "'" && word(r, end + 1) === 's');
}

/** A month: "March 2023", "in October", "last October", "October of last year". */
function parseMonthPeriod(r: Reader, i: number, year?: number): Reading | null {
  const shift = shiftOf(r, i);
  const first = shift === undefined ? i : i + 1;
  const name = parseMonth(r, first);
  if (!name || !capital(r, first)) return null;
  if (shift !== undefined) return shiftMonth(r, name.month, shift, name.end);
  const behind = parseYearBehind(r, name.end);
  if (behind) return aMonth(behind.end, behind.year, name.month, behind.relative);
  if (!standsAlone(r, i, name.end)) return null;
  const now = toCalendarDay(r.today);
  const ahead = r.tense(i, name.end) === 'future';
  const turn = ahead ? Number(name.month < now.month) : -Number(name.month > now.month);
  const reading = aMonth(name.end, year ?? now.year + turn, name.month, true);
  return reading && { ...reading, yearless: true };
}

/** A year alone, behind a word that makes it one: "in 2023", "since 2014", "the year 2000". */
function parseYear(r: Reader, i: number, sure: boolean): Reading | null {
  const lexeme = r.lex[i];
  if (lexeme?.kind !== 'number' || lexeme.suffix || lexeme.text.length !== 4) return null;
  if (lexeme.value < 1800 || lexeme.value > 2100) return null;
  const after = r.lex[i + 1];
  if (after?.glued && !/[,.;:)'"”’\-–—?!\]]/.test(after.text)) return null;
  if (!sure && !YEAR_LEADS.has(word(r, i - 1))) return null;
  if (!sure && (lexeme.value < 1900 || word(r, i - 1) === 'of') && after?.kind === 'word') return null;
  return aYear(i + 1, lexeme.value, false);
}

/** "1990s", "the '90s", "the nineties". */
function parseDecade(r: Reader, i: number): Reading | null {
  const lexeme = r.lex[i];
  if (!lexeme) return null;
  const named = word(r, i - 1) === 'the' ? r.times.decades.get(lexeme.lower) : undefined;
  if (named !== undefined) return aYear(i + 1, 1900 + named, false, 10);
  if (lexeme.kind !== 'number' || lexeme.value % 10 !== 0) return null;
  const plural =
    lexeme.suffix === 's'
      ? i + 1
      : lexeme.suffix === '' && /^['s]/.test(word(r, i + 1)) && word(r, i + 2) === 's'
        ? i + 3
        : 0;
  if (plural === 0) return null;
  if (lexeme.text.startsWith('1') || lexeme.text.startsWith('2')) {
    if (lexeme.value >= 1000 && lexeme.value <= 2100) return aYear(plural, lexeme.value, false, 10);
  }
  const apostrophe = word(r, i - 1) === "'" || word(r, i - 1) === 'the';
  if (!apostrophe || lexeme.value > 90 || plural !== i + 1) return null;
  return aYear(plural, lexeme.value + (lexeme.value <= 20 ? 2000 : 1900), false, 10);
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

/** "the first quarter", "Q1 2023", "the second half of 2023". Without a year: the last one that has begun. */
function parseQuarter(r: Reader, i: number): Reading | null {
  const short = /^q([1-4])$/.exec(
    word(r, i) === 'q' && r.lex[i + 1]?.glued ? word(r, i) + word(r, i + 1) : '',
  );
  const nth = short
    ? Number(short[1])
    : (r.times.ordinals.get(word(r, i)) ?? /^([1-4])(?:st|nd|rd|th)$/.exec(word(r, i))?.[1]);
  if (nth === undefined) return null;
  const kind = short ? 'quarter' : word(r, i + 1);
  if (kind !== 'quarter' && kind !== 'half') return null;
  const months = kind === 'half' ? 6 : 3;
  const index = (Number(nth) - 1) * months + 1;
  if (index > 12) return null;
  const behind = parseYearBehind(r, skip(r, i + 2, 'of'));
  if (!behind && kind === 'half') return null;
  const now = toCalendarDay(r.today);
  const year = behind?.year ?? (index > now.month ? now.year - 1 : now.year);
  const first = firstOfMonth(year, index);
  return days(
    behind?.end ?? i + 2,
    first,
    firstOfMonth(year, index, months),
    'season',
    behind?.relative ?? true,
  );
}

/** "last week", "this month", "next year", "the previous decade". */
export function parseUnitPeriod(r: Reader, i: number): Reading | null {
  const shift = shiftOf(r, i);
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

const THIRDS: Readonly<Record<string, number>> = {
  early: 0,
  beginning: 0,
  start: 0,
  mid: 1,
  middle: 1,
  late: 2,
  end: 2,
};

/** "early 2024", "mid-March", "late last year", "the end of October": a third of the period. */
export function parseThird(r: Reader, i: number): Reading | null {
  const lead = skip(r, i, 'the', 'very');
  const third = Object.hasOwn(THIRDS, word(r, lead)) ? THIRDS[word(r, lead)] : undefined;
  if (third === undefined) return null;
  const noun = ['beginning', 'start', 'middle', 'end'].includes(word(r, lead));
  const start = skip(r, lead + 1, noun ? 'of' : '-', 'in');
  if (noun && start === lead + 1) return null;
  const current = noun && ['the', 'this'].includes(word(r, start)) ? definite(r, start) : null;
  const whole = current ?? parsePeriod(r, noun ? skip(r, start, 'the') : start, true);
  if (!whole || whole.from === null || whole.to === null || whole.precision === 'week') return null;
  const length = Math.round((whole.to - whole.from) / 1440);
  const first = whole.from / 1440;
  const cut = (n: number): number =>
    length <= 31 ? Math.min(n * 10, n === 3 ? length : 30) : Math.round((length * n) / 3);
  const to = third === 2 ? first + length : first + cut(third + 1);
  return days(
    whole.end,
    first + cut(third),
    to,
    length <= 31 ? 'days' : length > 200 ? 'season' : 'month',
    whole.anchored,
  );
}

/** "the year", "the month": the current one. */
function definite(r: Reader, i: number): Reading | null {
  if (!['year', 'month'].includes(word(r, i + 1))) return null;
  const reading = parseUnitPeriod(
    { ...r, lex: [{ ...r.lex[i], lower: 'this' } as never, r.lex[i + 1] as never] },
    0,
  );
  return reading && { ...reading, end: i + 2 };
}
