import { MINUTES_A_DAY } from '../../../value/calendar.ts';
import { parsePoint } from './parts.ts';
import { aDay, type Reader, type Reading, skip, word } from './reading.ts';
import { parseSimple, yearOf } from './simple.ts';

const RANGE = new Set(['to', 'through', 'until', 'till', '-', '–', '—', '~']);
const RANKS = ['minute', 'part-of-day', 'day', 'days', 'week', 'month', 'season', 'year', 'open'] as const;

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
export function parseRange(r: Reader, i: number): Reading | null {
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
