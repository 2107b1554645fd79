import { formatDay, MINUTES_A_DAY } from '../../../value/calendar.ts';
import { findNamedDay, parseDatedEvent, parseEvent } from './anchors.ts';
import { parsePoint } from './parts.ts';
import { parsePeriod } from './periods.ts';
import { aDay, dayOf, findPhrase, type Reader, type Reading, skip, word } from './reading.ts';
import { parseDistance, parseFollowing } from './relative.ts';
import { parseNthWeekday, parseSlice, parseThird, parseWeekOf } from './slices.ts';
import { parseWindow } from './windows.ts';

const RANGE = new Set(['to', 'through', 'until', 'till', '-', '–', '—', '~']);
const RANKS = ['minute', 'part-of-day', 'day', 'days', 'week', 'month', 'season', 'year', 'open'] as const;

/** A point or period without a word of direction before it. */
function parseSimple(r: Reader, i: number, sure = false, year?: number): Reading | null {
  return (
    parseDatedEvent(r, i) ??
    parseDistance(r, i, parsePoint) ??
    parseFollowing(r, i) ??
    parseSlice(r, i) ??
    parseNthWeekday(r, i) ??
    parseWeekOf(r, i, parsePoint) ??
    parseWindow(r, i, parsePoint) ??
    parseThird(r, i) ??
    parsePoint(r, i, year) ??
    parsePeriod(r, i, sure, year)
  );
}

const yearOf = (minutes: number): number => Number((formatDay(dayOf(minutes)) ?? '0').slice(0, 4));

/** Joins two ends to one stretch; the year written at one end counts for both. */
function join(r: Reader, first: Reading, at: number, second: Reading): Reading | null {
  let left = first;
  if (first.yearless && second.yearless !== true && second.from !== null && !second.anchored) {
    const year = yearOf(second.from);
    left = parseSimple(r, at, true, year) ?? first;
    if (left.from !== null && left.from > second.from) left = parseSimple(r, at, true, year - 1) ?? left;
  }
  if (
    first.yearless &&
    second.yearless &&
    first.from !== null &&
    second.from !== null &&
    first.from > second.from
  )
    left = parseSimple(r, at, true, yearOf(second.from)) ?? first;
  if (left.from === null || second.from === null || second.to === null) return null;
  const to = second.to <= left.from && second.yearless ? null : second.to;
  if (to === null || to <= left.from) return null;
  const rank = Math.max(RANKS.indexOf(left.precision), RANKS.indexOf(second.precision));
  const precision = RANKS[rank] ?? 'days';
  return {
    end: second.end,
    from: left.from,
    to,
    precision: precision === 'day' ? 'days' : precision,
    anchored: left.anchored || second.anchored,
  };
}

/** The far end of a range; a yearless one is read in the year of the near end. */
function parseFarEnd(r: Reader, i: number, first: Reading): Reading | null {
  const now = /^(now|date|present)$/.test(word(r, i)) ? i + 1 : 0;
  if (now > 0) return aDay(now, r.today, true);
  const plain = parseSimple(r, i, first.precision === 'year');
  if (!plain?.yearless || first.from === null || first.yearless) {
    if (
      plain?.from != null &&
      first.from !== null &&
      plain.from < first.from &&
      plain.anchored &&
      plain.precision === 'day'
    ) {
      const week = 7 * MINUTES_A_DAY;
      const later = { ...plain, from: plain.from + week, to: (plain.to ?? plain.from) + week };
      return plain.from + week > first.from && first.from - plain.from < week ? later : plain;
    }
    return plain;
  }
  const year = yearOf(first.from);
  const same = parseSimple(r, i, true, year);
  return same?.from != null && same.from < first.from ? parseSimple(r, i, true, year + 1) : same;
}

/** "from Monday to Wednesday", "between 2014 and 2018", "Monday-Wednesday": both ends included. */
function parseRange(r: Reader, i: number): Reading | null {
  const lead = word(r, i);
  const led = lead === 'from' || lead === 'between';
  const start = led ? i + 1 : i;
  const first = parseSimple(r, start, led && isRangeOfYears(r, start));
  if (!first || first.class) return null;
  const sign = word(r, first.end);
  const joins = lead === 'between' ? sign === 'and' || RANGE.has(sign) : RANGE.has(sign);
  if (!joins) return lead === 'between' ? null : (adjacent(r, first, start) ?? null);
  const second = parseFarEnd(r, skip(r, first.end + 1, 'the'), first);
  return second ? join(r, first, start, second) : null;
}

const isRangeOfYears = (r: Reader, i: number): boolean =>
  r.lex[i]?.text.length === 4 && r.lex[i + 2]?.text.length === 4;

/** "Saturday and Sunday": neighbouring days are one stretch. */
function adjacent(r: Reader, first: Reading, start: number): Reading | null {
  if (word(r, first.end) !== 'and' || first.precision !== 'day') return null;
  const second = parsePoint(r, skip(r, first.end + 1, 'on'));
  return second?.precision === 'day' && second.from === first.to ? join(r, first, start, second) : null;
}

const open = (
  reading: Reading,
  from: number | null,
  to: number | null,
  precision?: Reading['precision'],
): Reading => ({
  ...reading,
  from,
  to,
  precision: precision ?? reading.precision,
});

/** "since October 7", "since the war began", "since then", "so far this year": counted from there until publication. */
function parseSince(r: Reader, i: number): Reading | null {
  const until = (r.today + 1) * MINUTES_A_DAY;
  const total = (end: number, from: number | null, anchored: boolean): Reading | null =>
    from !== null && from >= until
      ? null
      : { end, from, to: until, precision: 'open', anchored, class: 'cumulative' };
  const start = skip(r, i + 1, 'about', 'around', 'at', 'on', 'as', 'least');
  if (word(r, start) === 'then') return total(start + 1, r.last?.from ?? null, true);
  const event = parseEvent(r, start);
  const dated = parseDatedClause(r, event?.end ?? start);
  if (dated) return total(dated.end, dated.from, dated.anchored);
  if (event) return total(event.end, event.day === null ? null : event.day * MINUTES_A_DAY, false);
  const article = skip(r, start, 'the', 'last');
  const reading = parseSimple(r, start, true) ?? (article > start ? parseSimple(r, article, true) : null);
  if (!reading) {
    const end = parseStartedClause(r, start);
    return end === null ? null : total(end, null, true);
  }
  if (reading.from === null || reading.class) return null;
  const behind = findPhrase(r, r.anchors.events, reading.end);
  const named = reading.yearless && reading.precision === 'day' ? namedDay(r, reading) : null;
  return total(behind?.end ?? reading.end, named ?? reading.from, named === null && reading.anchored);
}

/** How many words a clause behind "since" may have before its date. */
const CLAUSE = 9;

/** "since the conflict began in March 2011", "since the attack on October 7": the date at the end of the clause. */
function parseDatedClause(r: Reader, i: number): Reading | null {
  for (let k = i; k < i + CLAUSE; k++) {
    const lexeme = r.lex[k];
    if (!lexeme || (lexeme.kind === 'mark' && !/^['’"“”-]$/.test(lexeme.text))) return null;
    if (lexeme.lower !== 'in' && lexeme.lower !== 'on') continue;
    const reading = parsePoint(r, k + 1) ?? parsePeriod(r, k + 1, true);
    if (reading && !reading.class && reading.from !== null) return reading;
  }
  return null;
}

const STARTED = new Set(['began', 'started', 'erupted', 'ended', 'collapsed', 'resumed', 'expired']);

/** "since the truce took effect", "since the offensive began": an event whose day is not told. */
function parseStartedClause(r: Reader, i: number): number | null {
  for (let k = i + 1; k < i + CLAUSE; k++) {
    if (r.lex[k]?.kind !== 'word' && !/^['’-]$/.test(word(r, k))) return null;
    if (STARTED.has(word(r, k))) return k + 1;
    if (word(r, k) === 'broke' && word(r, k + 1) === 'out') return k + 2;
    if (/^(took|came|went)$/.test(word(r, k)) && /^(effect|into)$/.test(word(r, k + 1))) {
      return word(r, k + 1) === 'effect' ? k + 2 : k + 3;
    }
  }
  return null;
}

/** The day behind a yearless date that the document's topic is known for, in minutes. */
function namedDay(r: Reader, reading: Reading): number | null {
  const day = findNamedDay(r, (formatDay(dayOf(reading.from ?? 0)) ?? '').slice(5));
  return day === null ? null : day * MINUTES_A_DAY;
}

function parseSoFar(r: Reader, i: number): Reading | null {
  const until = (r.today + 1) * MINUTES_A_DAY;
  if (word(r, i) === 'so' && word(r, i + 1) === 'far') {
    const whole = parsePeriod(r, skip(r, i + 2, 'in'), true) ?? parsePoint(r, i + 2);
    return whole?.from != null && whole.from < until ? { ...whole, to: until, class: 'cumulative' } : null;
  }
  if (word(r, i) !== 'this') return null;
  const whole = parsePeriod(r, i);
  if (!whole || word(r, whole.end) !== 'so' || word(r, whole.end + 1) !== 'far') return null;
  return { ...whole, end: whole.end + 2, to: until, class: 'cumulative' };
}

type Sense = 'as-of' | 'by' | 'until' | 'before' | 'after' | 'from';

/** Words of direction, longest first. */
const LEADS: readonly (readonly [string, Sense])[] = [
  ['as of', 'as-of'],
  ['prior to', 'before'],
  ['up to', 'until'],
  ['up until', 'until'],
  ['starting on', 'from'],
  ['starting from', 'from'],
  ['starting in', 'from'],
  ['beginning on', 'from'],
  ['beginning in', 'from'],
  ['starting', 'from'],
  ['beginning', 'from'],
  ['from', 'from'],
  ['by', 'by'],
  ['until', 'until'],
  ['till', 'until'],
  ['before', 'before'],
  ['after', 'after'],
];

function parseSense(r: Reader, i: number): { sense: Sense; end: number } | null {
  const one = word(r, i);
  const two = `${one} ${word(r, i + 1)}`;
  const row = LEADS.find(([text]) => text === two) ?? LEADS.find(([text]) => text === one);
  return row ? { sense: row[1], end: i + (row[0].includes(' ') ? 2 : 1) } : null;
}

/**
 * "as of Monday", "by Friday", "until Sunday", "before May 3", "after 2014", "starting Monday". "after Monday's talks"
 * is still Monday.
 */
function parseLed(r: Reader, i: number): Reading | null {
  const lead = parseSense(r, i);
  if (!lead) return null;
  const reading =
    parseSimple(r, skip(r, lead.end, 'about', 'around', 'at'), true) ?? parseSimple(r, lead.end, true);
  if (!reading || reading.class) return null;
  const around = lead.sense === 'before' || lead.sense === 'after' || lead.sense === 'until';
  if (around && lead.sense !== 'until' && reading.precision === 'minute') return reading;
  if (around && word(r, reading.end) === "'" && word(r, reading.end + 1) === 's') return null;
  switch (lead.sense) {
    case 'as-of':
      return { ...reading, class: 'as-of' };
    case 'by':
      return { ...open(reading, null, reading.to), class: 'as-of' };
    case 'until':
      return open(reading, null, reading.to, 'open');
    case 'before':
      return open(reading, null, endsIt(r, lead.end) ? reading.to : reading.from, 'open');
    case 'after':
      return open(reading, reading.to, null, 'open');
    case 'from':
      return fromOn(r, i, reading);
  }
}

/** "before the end of the year" reaches to its end. */
const endsIt = (r: Reader, i: number): boolean => word(r, skip(r, i, 'the')) === 'end';

/** "from Monday on", "starting Monday" are open; in "the returns from 1995" the year stands for itself. */
function fromOn(r: Reader, i: number, reading: Reading): Reading | null {
  const on = /^(on|onwards?|forward)$/.test(word(r, reading.end));
  if (!on && word(r, i) === 'from') return null;
  return { ...open(reading, reading.from, null, 'open'), end: on ? reading.end + 1 : reading.end };
}

/** "the October 7 attack": a day by which an event is known, not the last day of that date. */
function parseNamedDate(r: Reader, i: number): Reading | null {
  const reading = parsePoint(r, i);
  if (!reading?.yearless || reading.precision !== 'day') return null;
  const next = r.lex[reading.end];
  if (word(r, i - 1) !== 'the' || !next || (next.kind !== 'word' && !/["“'‘-]/.test(next.text))) return null;
  const day = namedDay(r, reading);
  return day === null ? null : { ...open(reading, day, day + MINUTES_A_DAY), anchored: false };
}

/** The time expression that begins at a lexeme, or null. */
export function parseExpression(r: Reader, i: number): Reading | null {
  const lead = word(r, i);
  if (lead === 'since') return parseSince(r, i);
  if (lead === 'so' || lead === 'this') {
    const soFar = parseSoFar(r, i);
    if (soFar) return soFar;
  }
  return parseRange(r, i) ?? parseLed(r, i) ?? parseNamedDate(r, i) ?? parseSimple(r, i);
}
