import { toCalendarDay, toDayNumber, weekdayOf } from '../../../value/calendar.ts';
import { aDay, capital, days, type Reader, type Reading, skip, word } from './reading.ts';

const DATE_LEADS = new Set([
  'on',
  'of',
  'from',
  'since',
  'until',
  'till',
  'by',
  'between',
  'to',
  'before',
  'after',
]);
/** Months whose names are everyday words or first names. */
const DOUBTFUL = new Set(['may', 'march', 'mar', 'dec', 'jan', 'sep', 'jun', 'august']);

/** Short names that are no abbreviations: a full stop behind them ends the sentence. */
const WHOLE = new Set(['may', 'june', 'july']);

/** A month name at a lexeme, its full stop included. */
export function parseMonth(r: Reader, i: number): { month: number; end: number } | null {
  const name = word(r, i);
  const month = r.times.months.get(name);
  if (month === undefined || r.lex[i]?.kind !== 'word') return null;
  const dot = name.length <= 4 && !WHOLE.has(name) && word(r, i + 1) === '.' && r.lex[i + 1]?.glued;
  return { month, end: dot ? i + 2 : i + 1 };
}

/** A day of the month: 7, 7th. */
export function parseDayOfMonth(r: Reader, i: number): number | null {
  const lexeme = r.lex[i];
  if (lexeme?.kind !== 'number' || !(lexeme.value >= 1 && lexeme.value <= 31)) return null;
  return ['', 'st', 'nd', 'rd', 'th'].includes(lexeme.suffix) ? lexeme.value : null;
}

const YEAR_SHIFTS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** A year behind a date: "2023", ", 2023", "of 2023", "last year". */
export function parseYearBehind(
  r: Reader,
  i: number,
): { year: number; end: number; relative: boolean } | null {
  const j = r.lex[i]?.glued ? skip(r, i, ',', '-', '/') : skip(r, i, ',', 'of', 'in');
  const lexeme = r.lex[j];
  if (lexeme?.kind === 'number' && lexeme.suffix === '' && lexeme.value >= 1000 && lexeme.value <= 2199) {
    return lexeme.text.length === 4 ? { year: lexeme.value, end: j + 1, relative: false } : null;
  }
  const shift = YEAR_SHIFTS.get(word(r, j));
  if (shift === undefined || word(r, j + 1) !== 'year') return null;
  return { year: toCalendarDay(r.today).year + shift, end: j + 2, relative: true };
}

/** Days by which what is told in the past may lie after the day of publication. */
const AHEAD = 2;

/**
 * The day that a month and a day without a year mean: known from the document, else the last one; the next one when the
 * clause lies ahead, when it is a day or two off, or when a date in brackets, as in a dateline, is a few days off.
 */
export function resolveMonthDay(
  r: Reader,
  month: number,
  day: number,
  at: readonly [number, number],
  weekday?: number,
): number | null {
  const known = r.known(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (known !== null && (weekday === undefined || weekdayOf(known) === weekday)) return known;
  const { year } = toCalendarDay(r.today);
  if (weekday !== undefined) {
    for (const shift of [0, -1, 1, -2, -3, -4, -5, -6]) {
      const candidate = toDayNumber(year + shift, month, day);
      if (candidate !== null && weekdayOf(candidate) === weekday) return candidate;
    }
  }
  const last = nearest(r.today, year, month, day, -1);
  const next = nearest(r.today, year, month, day, 1);
  if (last === null || next === null) return last ?? next;
  const side = r.tense(at[0], at[1]);
  const bracketed = word(r, at[0] - 1) === '(' && next - r.today <= 7;
  // An article that was told on under its first date, or written where the day had begun: not a year ago.
  if (bracketed || next - r.today <= AHEAD) return next;
  if (side === 'past') return last;
  if (side === 'future') return next;
  return side === 'perhaps' && next - r.today < r.today - last ? next : last;
}

/** The first such day on one side of today, today included; a 29 February may be eight years off. */
function nearest(today: number, year: number, month: number, day: number, step: 1 | -1): number | null {
  for (let y = year, tries = 0; tries < 10; y += step, tries++) {
    const candidate = toDayNumber(y, month, day);
    if (candidate !== null && (candidate - today) * step >= 0) return candidate;
  }
  return null;
}

interface DateForm {
  readonly month: number;
  readonly first: number;
  readonly last: number;
  readonly end: number;
  readonly dayFirst: boolean;
}

const JOINS = new Set(['-', '–', '—', 'to', 'through', 'and', '/']);

/** "7-9", "7 to 9", "between 7 and 9", "7": days of one month. */
function parseDays(r: Reader, i: number): { first: number; last: number; end: number } | null {
  const first = parseDayOfMonth(r, i);
  if (first === null) return null;
  if (JOINS.has(word(r, i + 1))) {
    const next = skip(r, i + 2, 'the');
    const last = parseDayOfMonth(r, next);
    const counts = word(r, i + 1) !== 'and' || last === first + 1 || isBetween(r, i);
    if (last !== null && last > first && counts) return { first, last, end: next + 1 };
  }
  return { first, last: first, end: i + 1 };
}

const isBetween = (r: Reader, i: number): boolean =>
  [i - 1, i - 2, i - 3].some((k) => word(r, k) === 'between');

function parseMonthFirst(r: Reader, i: number): DateForm | null {
  const month = parseMonth(r, i);
  if (!month) return null;
  const span = parseDays(r, skip(r, month.end, 'the'));
  if (!span) return null;
  const after = r.lex[span.end];
  if (after?.glued && (after.kind === 'mark' ? /[%/]/.test(after.text) : true)) return null;
  const doubtful = DOUBTFUL.has(word(r, i)) && !capital(r, i);
  if (doubtful && !DATE_LEADS.has(word(r, i - 1)) && !r.lex[month.end]?.suffix) return null;
  return { month: month.month, ...span, dayFirst: false };
}

function parseDayFirst(r: Reader, i: number): DateForm | null {
  const start = skip(r, i, 'the');
  if (r.lex[start]?.glued && /[\d.,/$£€-]/.test(word(r, start - 1))) return null;
  const span = parseDays(r, start);
  if (!span) return null;
  const ordinal = r.lex[start]?.suffix !== '';
  const gap = ordinal || span.last > span.first ? ['of', 'day'] : ['-', '/'];
  const month = parseMonth(r, skip(r, span.end, ...gap));
  if (!month) return null;
  const name = month.end - (word(r, month.end - 1) === '.' ? 2 : 1);
  if (DOUBTFUL.has(word(r, name)) && !capital(r, name) && !ordinal) return null;
  if (word(r, name) === 'may' && /^(have|be|not|has|also|still|die)$/.test(word(r, month.end))) return null;
  return { month: month.month, ...span, end: month.end, dayFirst: true };
}

/** "90" behind "3 JAN": the style of agencies and armies. */
function parseShortYear(r: Reader, form: DateForm): { year: number; end: number; relative: boolean } | null {
  const i = skip(r, form.end, "'", '-');
  const lexeme = r.lex[i];
  const name = r.lex[form.end - 1]?.text ?? '';
  if (!form.dayFirst || lexeme?.kind !== 'number' || lexeme.text.length !== 2) return null;
  if (name !== name.toUpperCase() || r.lex[i + 1]?.kind === 'word') return null;
  const { year } = toCalendarDay(r.today);
  const century = Math.floor((year + 10) / 100) * 100 + lexeme.value;
  return { year: century > year + 10 ? century - 100 : century, end: i + 1, relative: false };
}

/** "26 July Street", "the April 6 Youth Movement": a name made of a date. */
function isName(r: Reader, i: number): boolean {
  for (let k = i; k < i + 3 && /^\p{Lu}\p{Ll}/u.test(r.lex[k]?.text ?? ''); k++) {
    if (r.times.nameNouns.has(word(r, k))) return true;
  }
  return false;
}

/** A date in words: "October 7, 2023", "7 Oct", "the 7th of October", "Oct 7-9". Feb 30 is none. */
export function parseWordedDate(r: Reader, i: number, year?: number, weekday?: number): Reading | null {
  const form = parseMonthFirst(r, i) ?? parseDayFirst(r, i);
  if (!form) return null;
  const written = parseYearBehind(r, form.end) ?? parseShortYear(r, form);
  const end = written?.end ?? form.end;
  if (!written && isName(r, end)) return null;
  const fixed = written?.year ?? year;
  const first =
    fixed === undefined
      ? resolveMonthDay(r, form.month, form.first, [i, end], weekday)
      : toDayNumber(fixed, form.month, form.first);
  if (first === null) return null;
  const last = toDayNumber(toCalendarDay(first).year, form.month, form.last);
  if (last === null) return null;
  const several = last > first;
  const reading = days(end, first, last + 1, several ? 'days' : 'day', written ? written.relative : true);
  return reading && { ...reading, yearless: written === null };
}

/**
 * A date in figures. 2023-10-07 is plain. In 10/7/2023 a number above 12 is the day; else the reading that is not
 * after publication; else month before day, marked as anchored because the text alone does not settle it.
 */
export function parseNumericDate(r: Reader, i: number): Reading | null {
  const lexeme = r.lex[i];
  if (lexeme?.kind !== 'date') return null;
  const [a = 0, b = 0, c = 0] = lexeme.text.split(/[-/.]/).map(Number);
  if (lexeme.text.includes('-')) return aDay(i + 1, toDayNumber(a, b, c), false);
  const year = c < 100 ? c + (c > (toCalendarDay(r.today).year % 100) + 10 ? 1900 : 2000) : c;
  const american = toDayNumber(year, a, b);
  const european = toDayNumber(year, b, a);
  if (american === null || european === null || american === european) {
    return aDay(i + 1, american ?? european, false);
  }
  if (lexeme.text.includes('.')) return aDay(i + 1, european, false);
  if (american > r.today && european <= r.today) return aDay(i + 1, european, true);
  return aDay(i + 1, american, true);
}
