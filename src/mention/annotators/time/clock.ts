import { MINUTES_A_DAY } from '../../../value/calendar.ts';
import { dayOf, type Reader, type Reading, skip, word } from './reading.ts';
import { parseDay } from './weekdays.ts';

interface Clock {
  readonly minutes: number;
  readonly end: number;
}

const LEADS = new Set([
  'at',
  'around',
  'about',
  'approximately',
  'by',
  'from',
  'until',
  'after',
  'before',
  'between',
  'since',
  'to',
]);
const ZONES = new Set([
  'gmt',
  'utc',
  'est',
  'edt',
  'et',
  'cst',
  'cdt',
  'pst',
  'pdt',
  'cet',
  'bst',
  'hours',
  'hrs',
]);

function parseHalf(r: Reader, i: number): { late: boolean; end: number } | null {
  const first = word(r, i);
  if (first === 'am' || first === 'pm') return { late: first === 'pm', end: i + 1 };
  if ((first !== 'a' && first !== 'p') || word(r, i + 1) !== '.' || word(r, i + 2) !== 'm') return null;
  return { late: first === 'p', end: word(r, i + 3) === '.' && r.lex[i + 3]?.glued ? i + 4 : i + 3 };
}

function zoneEnd(r: Reader, i: number): number {
  if (word(r, i) === 'local' && word(r, i + 1) === 'time') return i + 2;
  if (ZONES.has(word(r, i))) return i + 1;
  return word(r, i) === '(' && ZONES.has(word(r, i + 1)) && word(r, i + 2) === ')' ? i + 3 : i;
}

/** "11:30 p.m.", "8pm", "20:30" behind "at", "noon". */
export function parseClock(r: Reader, i: number): Clock | null {
  const lexeme = r.lex[i];
  if (!lexeme || lexeme.kind === 'mark' || lexeme.kind === 'date') return null;
  if (lexeme.lower === 'noon' || lexeme.lower === 'midday') return { minutes: 720, end: i + 1 };
  if (lexeme.kind === 'word') return null;
  const [hour = Number.NaN, minute = 0] =
    lexeme.kind === 'number' ? [lexeme.value] : lexeme.text.split(/[:.]/).map(Number);
  if (!(hour <= 24 && minute < 60)) return null;
  const glued = lexeme.suffix === 'am' || lexeme.suffix === 'pm';
  const half = glued ? { late: lexeme.suffix === 'pm', end: i + 1 } : parseHalf(r, i + 1);
  if (half) {
    if (hour < 1 || hour > 12 || (lexeme.kind === 'number' && lexeme.suffix !== '' && !glued)) return null;
    return { minutes: ((hour % 12) + (half.late ? 12 : 0)) * 60 + minute, end: zoneEnd(r, half.end) };
  }
  if (lexeme.kind !== 'clock') return null;
  const end = zoneEnd(r, i + 1);
  if (end === i + 1 && !LEADS.has(word(r, i - 1))) return null;
  return { minutes: hour * 60 + minute, end };
}

const minute = (end: number, at: number): Reading => ({
  end,
  from: at,
  to: at + 1,
  precision: 'minute',
  anchored: true,
});

/** A clock time with its day on either side: "at 11:30 p.m. Wednesday", "Wednesday at 11:30 p.m.". */
export function parseClockedDay(r: Reader, i: number): Reading | null {
  const clock = parseClock(r, i);
  if (!clock) return null;
  const between = skip(r, clock.end, ',', 'on', 'last', 'in');
  const day = parseDay(r, between) ?? (between > clock.end ? parseDay(r, clock.end) : null);
  if (day && day.from !== null && day.precision === 'day') {
    return { ...minute(day.end, day.from + clock.minutes), anchored: day.anchored };
  }
  if (word(r, i) === 'noon' || word(r, i) === 'midday') return null;
  return { end: clock.end, from: null, to: null, precision: 'minute', anchored: true, class: 'unknown' };
}

/** Adds the clock time that follows a day. */
export function addClock(r: Reader, day: Reading): Reading {
  if (day.from === null || day.precision !== 'day') return day;
  const start = skip(r, skip(r, day.end, ','), 'at', 'around', 'about', 'shortly', 'just');
  const clock = parseClock(r, start > day.end ? skip(r, start, 'around', 'about', 'before', 'after') : start);
  return clock ? { ...minute(clock.end, day.from + clock.minutes), anchored: day.anchored } : day;
}

/** A part of a day by its hours; the night of the 6th runs until 6 a.m. of the 7th. */
export function partOf(day: Reading, end: number, hours: readonly [number, number]): Reading {
  const start = dayOf(day.from ?? 0) * MINUTES_A_DAY;
  return {
    end,
    from: start + hours[0] * 60,
    to: start + hours[1] * 60,
    precision: 'part-of-day',
    anchored: day.anchored,
  };
}
