import { MINUTES_A_DAY } from '../../../value/calendar.ts';
import { dayOf, type Reader, type Reading, skip, word } from './reading.ts';
import { parseDay } from './weekdays.ts';

interface Clock {
  readonly minutes: number;
  readonly end: number;
  /** Written without a.m. or p.m., before noon: it may be either. */
  readonly open?: boolean;
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

/** "2230 GMT", "at 0430": four digits, as armies and agencies write. */
function parseMilitary(r: Reader, i: number): Clock | null {
  const { text = '', suffix = '' } = r.lex[i] ?? {};
  const [hour, minute] = [Number(text.slice(0, 2)), Number(text.slice(2))];
  if (suffix !== '' || hour > 23 || minute > 59) return null;
  const end = zoneEnd(r, i + 1);
  const led = text.startsWith('0') && word(r, i - 1) === 'at';
  return end > i + 1 || led ? { minutes: hour * 60 + minute, end } : null;
}

const HALVES: Readonly<Record<string, number>> = { morning: 0, afternoon: 12, evening: 12, night: 12 };

/** "8 o'clock", "10 in the morning", "8 o'clock at night". */
function parseTold(r: Reader, i: number): Clock | null {
  const hour = r.lex[i]?.value ?? 0;
  if (r.lex[i]?.suffix !== '' || hour < 1 || hour > 12) return null;
  const sharp = /^o$/.test(word(r, i + 1)) && word(r, i + 2) === "'" ? i + 4 : i + 1;
  const lead = skip(r, sharp, 'in', 'at');
  const half = lead > sharp ? HALVES[word(r, skip(r, lead, 'the'))] : undefined;
  if (half === undefined) return sharp > i + 1 ? { minutes: hour * 60, end: sharp } : null;
  return { minutes: ((hour % 12) + half) * 60, end: skip(r, lead, 'the') + 1 };
}

/** "11:30 p.m.", "8pm", "8 p.m. GMT". */
function parseHalved(r: Reader, i: number, hour: number, minute: number): Clock | null {
  const { suffix = '' } = r.lex[i] ?? {};
  const glued = suffix === 'am' || suffix === 'pm';
  const half = glued ? { late: suffix === 'pm', end: i + 1 } : parseHalf(r, i + 1);
  if (!half || hour < 1 || hour > 12 || (suffix !== '' && !glued)) return null;
  return { minutes: ((hour % 12) + (half.late ? 12 : 0)) * 60 + minute, end: zoneEnd(r, half.end) };
}

/** "11:30 p.m.", "8pm", "20:30" behind "at" or a date, "2230 GMT", "10 in the morning", "noon". */
export function parseClock(r: Reader, i: number): Clock | null {
  const lexeme = r.lex[i];
  if (!lexeme || lexeme.kind === 'mark' || lexeme.kind === 'date') return null;
  if (lexeme.lower === 'noon' || lexeme.lower === 'midday') return { minutes: 720, end: i + 1 };
  if (lexeme.kind === 'word') return null;
  if (lexeme.kind === 'number' && lexeme.text.length === 4) return parseMilitary(r, i);
  const told = lexeme.kind === 'number';
  const [hour = Number.NaN, minute = 0] = told ? [lexeme.value] : lexeme.text.split(/[:.]/).map(Number);
  if (!(hour <= 24 && minute < 60)) return null;
  const half = parseHalved(r, i, hour, minute) ?? (told ? parseTold(r, i) : null);
  if (half || lexeme.kind !== 'clock') return half;
  const end = zoneEnd(r, i + 1);
  const led = LEADS.has(word(r, i - 1)) || r.lex[i - 1]?.kind === 'date';
  return end > i + 1 || led ? { minutes: hour * 60 + minute, end, open: hour < 13 && end === i + 1 } : null;
}

const minute = (end: number, at: number): Reading => ({
  end,
  from: at,
  to: at + 1,
  precision: 'minute',
  anchored: true,
});

/** "8 p.m. and 10 p.m.", "3 p.m.-5 p.m.": the second clock time of a span, read behind the first. */
function parseUntil(r: Reader, first: Clock): Clock | null {
  const start = skip(r, first.end, 'to', 'and', 'until', '-', '–');
  const until = start > first.end ? parseClock(r, start) : null;
  return until && until.minutes > first.minutes ? until : null;
}

/** Skips the same time told in another zone: "(2211 GMT)". */
function skipBracket(r: Reader, i: number): number {
  const inner = word(r, i) === '(' ? parseClock(r, i + 1) : null;
  return inner && word(r, inner.end) === ')' ? inner.end + 1 : i;
}

/** The minute of a clock time on a day; the part behind the day tells 5:30 from 17:30 and puts 1 a.m. into the next day. */
function minuteOf(r: Reader, clock: Clock, day: Reading): Reading {
  const part = day.precision === 'day' ? r.times.parts.get(word(r, day.end)) : undefined;
  const start = dayOf(day.from ?? 0) * MINUTES_A_DAY;
  const [low, high] = part
    ? [start + part[0] * 60, start + part[1] * 60]
    : [day.from ?? 0, day.precision === 'day' ? start + MINUTES_A_DAY : (day.to ?? 0)];
  const steps = clock.open ? [0, 720, MINUTES_A_DAY] : [0, MINUTES_A_DAY];
  const hours = steps.map((step) => start + clock.minutes + step);
  const at = hours.find((time) => time >= low && time < high) ?? start + clock.minutes;
  return { ...minute(part ? day.end + 1 : day.end, at), anchored: day.anchored };
}

/** A clock time, or a span of two, with its day on the right: "11:30 p.m. Wednesday", "2 a.m. on October 7". */
export function parseClockedDay(
  r: Reader,
  i: number,
  parseNear: (r: Reader, i: number) => Reading | null,
): Reading | null {
  const first = parseClock(r, i);
  if (!first) return null;
  const until = parseUntil(r, first);
  const end = until?.end ?? first.end;
  const between = skip(r, skipBracket(r, end), ',', 'on');
  const day = parseNear(r, between) ?? parseDay(r, between) ?? (between > end ? parseDay(r, end) : null);
  if (day && day.from !== null && (day.precision === 'day' || day.precision === 'part-of-day')) {
    const at = minuteOf(r, first, day);
    return until ? { ...at, to: (at.from ?? 0) + until.minutes - first.minutes } : at;
  }
  const told = word(r, i) === 'noon' || word(r, i) === 'midday';
  if (told) return null;
  return { end: first.end, from: null, to: null, precision: 'minute', anchored: true, class: 'unknown' };
}

/** Adds the clock time, or the two of a span, that follow a day. */
export function addClock(r: Reader, day: Reading): Reading {
  if (day.from === null || day.precision !== 'day') return day;
  const lead = skip(r, day.end, ',');
  const spans = word(r, lead) === 'from' || word(r, lead) === 'between';
  const start = skip(r, lead, 'at', 'around', 'about', 'shortly', 'just', 'from', 'between');
  const clock = parseClock(r, start > day.end ? skip(r, start, 'around', 'about', 'before', 'after') : start);
  if (!clock) return day;
  const until = spans ? parseUntil(r, clock) : null;
  const found = minute(clock.end, day.from + clock.minutes);
  if (!until) return { ...found, anchored: day.anchored };
  return { ...found, end: until.end, to: day.from + until.minutes, anchored: day.anchored };
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
