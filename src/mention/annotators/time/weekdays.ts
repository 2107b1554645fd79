import { weekdayOf, weekStart } from '../../../value/calendar.ts';
import { parseNumericDate, parseWordedDate } from './dates.ts';
import { parseHoliday } from './holidays.ts';
import { aDay, capital, type Direction, type Reader, type Reading, skip, word } from './reading.ts';

/** A weekday name at a lexeme. Short forms need a full stop, a date behind them, or "on" before them. */
export function parseWeekdayName(r: Reader, i: number): { weekday: number; end: number } | null {
  const name = word(r, i);
  const full = r.times.weekdays.get(name);
  if (full !== undefined) return { weekday: full, end: i + 1 };
  const short = r.times.weekdayShortForms.get(name);
  if (short === undefined || !capital(r, i)) return null;
  const dot = word(r, i + 1) === '.' && r.lex[i + 1]?.glued ? 1 : 0;
  const next = skip(r, i + 1 + dot, ',');
  const dated = r.lex[next]?.kind === 'date' || parseWordedDate(r, next) !== null;
  const clear = name !== 'sat' && name !== 'sun' && name !== 'mon' && name !== 'wed';
  return dated || (clear && (dot === 1 || word(r, i - 1) === 'on'))
    ? { weekday: short, end: i + 1 + dot }
    : null;
}

/**
 * The day that a bare weekday means: publication day itself, else the last one, else (ahead) the next one. A weekday
 * that was yesterday is hardly six days off, nor is an owner ("Monday's debate") ahead, unless the clause says so.
 */
export function resolveWeekday(
  today: number,
  weekday: number,
  direction: Direction | null,
  owner = false,
): number {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (back === 0) return today;
  const ahead = direction === 'future' || (direction === 'perhaps' && !owner && back > 1);
  return today - back + (ahead ? 7 : 0);
}

/** "last Monday" written one or two days later means the Monday before: the nearer one would go without "last". */
const lastWeekday = (today: number, weekday: number): number => {
  const back = ((weekdayOf(today) - weekday + 6) % 7) + 1;
  return today - (back <= 2 ? back + 7 : back);
};
const nextWeekday = (today: number, weekday: number): number => {
  const on = ((weekday - weekdayOf(today) + 6) % 7) + 1;
  return today + (on <= 2 ? on + 7 : on);
};

function thisWeekday(r: Reader, weekday: number, at: readonly [number, number]): number {
  const day = weekStart(r.today) + weekday;
  const direction = r.tense(at[0], at[1]);
  if (direction === 'past' && day > r.today) return day - 7;
  return direction === 'future' && day < r.today ? day + 7 : day;
}

/** "Monday mornings": a habit, not a day. */
const isHabit = (r: Reader, i: number): boolean =>
  word(r, i).endsWith('s') && r.times.parts.has(word(r, i).slice(0, -1));

/** "Monday's": the day owns what follows. */
const isOwner = (r: Reader, i: number): boolean => word(r, i) === "'" && word(r, i + 1) === 's';

const WEEK_SHIFTS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
]);
/** What may stand before a weekday and say which one is meant. */
const MODIFIERS = new Set(['last', 'past', 'previous', 'next', 'coming', 'this']);

/** "Monday", "last Monday", "Monday last week", "Monday, October 6". Plurals ("on Mondays") are habits, not days. */
export function parseWeekday(r: Reader, i: number): Reading | null {
  const lead = word(r, i);
  const follows = lead === 'following' && word(r, i - 1) === 'the';
  const modified = follows || MODIFIERS.has(lead);
  const start = modified ? skip(r, i + 1, 'coming', 'past') : i;
  const name = parseWeekdayName(r, start);
  if (!name || isHabit(r, name.end)) return null;
  const dated = parseDateBehind(r, name.end, name.weekday);
  if (dated) return dated;
  const week = skip(r, name.end, 'of', ',');
  const shift = WEEK_SHIFTS.get(word(r, week));
  if (!modified && shift !== undefined && word(r, week + 1) === 'week' && !isOwner(r, week + 2)) {
    return aDay(week + 2, weekStart(r.today) + shift * 7 + name.weekday, true);
  }
  if (
    !modified &&
    word(r, name.end) === 'last' &&
    !['week', 'year', 'month'].includes(word(r, name.end + 1))
  ) {
    if (!r.lex[name.end + 1] || r.lex[name.end + 1]?.kind === 'mark')
      return aDay(name.end + 1, lastWeekday(r.today, name.weekday), true);
  }
  const at = [i, name.end] as const;
  if (!modified)
    return aDay(name.end, resolveWeekday(r.today, name.weekday, r.tense(...at), isOwner(r, name.end)), true);
  const inner = start === i + 2 ? word(r, i + 1) : lead;
  if (inner === 'past') return aDay(name.end, resolveWeekday(r.today - 1, name.weekday, 'past'), true);
  if (inner === 'this') return aDay(name.end, thisWeekday(r, name.weekday, at), true);
  const ahead = inner === 'next' || inner === 'coming' || inner === 'following';
  if (inner === 'coming') return aDay(name.end, resolveWeekday(r.today - 1, name.weekday, 'future'), true);
  return aDay(name.end, (ahead ? nextWeekday : lastWeekday)(r.today, name.weekday), true);
}

/** The date behind a weekday: ", October 6", "(Sept. 1)", "the 6th of October". */
function parseDateBehind(r: Reader, i: number, weekday: number): Reading | null {
  const open = skip(r, i, ',', '(', 'night', 'morning', 'evening', 'afternoon', 'the');
  const start = open > i ? skip(r, open, ',', '(', 'the') : open;
  const reading = parseWordedDate(r, start, undefined, weekday) ?? parseNumericDate(r, start);
  if (reading?.precision !== 'day') return null;
  const bracket = word(r, start - 1) === '(' && word(r, reading.end) === ')';
  return bracket ? { ...reading, end: reading.end + 1 } : reading;
}

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

/** "yesterday", "today", "tomorrow", "the day before yesterday". */
function parseRelativeDay(r: Reader, i: number): Reading | null {
  const start = skip(r, i, 'the');
  if (word(r, start) === 'day' && ['before', 'after'].includes(word(r, start + 1))) {
    const pair = `${word(r, start + 1)} ${word(r, start + 2)}`;
    if (pair === 'before yesterday') return aDay(start + 3, r.today - 2, true);
    if (pair === 'after tomorrow') return aDay(start + 3, r.today + 2, true);
  }
  const shift = RELATIVE.get(word(r, i));
  return shift === undefined ? null : aDay(i + 1, r.today + shift, true);
}

/** One calendar day, however it is named. */
export function parseDay(r: Reader, i: number, year?: number): Reading | null {
  return (
    parseWeekday(r, i) ??
    parseNumericDate(r, i) ??
    parseHoliday(r, i) ??
    parseWordedDate(r, i, year) ??
    parseRelativeDay(r, i)
  );
}
