import { formatDay, MINUTES_A_DAY, parseDay } from '../../../value/calendar.ts';
import type { TimeAnchor } from '../../../vocabulary/times.ts';
import { dayOf, findPhrase, type Reader, type Reading, skip, word } from './reading.ts';

const holds = (r: Reader, anchor: TimeAnchor): boolean =>
  (parseDay(anchor.date) ?? 0) <= r.today && anchor.topics.every((line) => line.some(r.has));

/** The one anchor that fits the document; none when two do. */
function choose(r: Reader, anchors: readonly TimeAnchor[]): number | null {
  const fitting = anchors.filter((anchor) => holds(r, anchor));
  const dates = new Set(fitting.map((anchor) => anchor.date));
  return dates.size === 1 ? parseDay(fitting[0]?.date ?? '') : null;
}

/** The day that people call by its date alone ("October 7"), where the document is about it; in minutes. */
export function parseNamedDay(r: Reader, reading: Reading): number | null {
  const monthDay = (formatDay(dayOf(reading.from ?? 0)) ?? '').slice(5);
  const day = choose(r, r.anchors.days.get(monthDay) ?? []);
  return day === null ? null : day * MINUTES_A_DAY;
}

const STARTS = new Set(['began', 'started', 'erupted', 'broke', 'begun', 'ignited', 'launched']);

/** "the war began", "the start of the war", "the October 7 attacks", "9/11": the event and its first day. */
export function parseEvent(r: Reader, i: number): { day: number | null; end: number; began: boolean } | null {
  const article = skip(
    r,
    skip(r, i, 'the', 'its', 'this', 'current'),
    'current',
    'latest',
    'ongoing',
    'present',
    'devastating',
  );
  const nouns = ['start', 'beginning', 'outbreak', 'onset', 'eruption'];
  const noun = nouns.includes(word(r, article)) && word(r, article + 1) === 'of';
  const start = noun
    ? skip(r, skip(r, article + 2, 'the', 'its', 'this'), 'current', 'latest', 'ongoing')
    : article;
  const found = findPhrase(r, r.anchors.events, start);
  if (!found) return null;
  const verb = found.end;
  const began = STARTS.has(word(r, verb));
  const end = began ? skip(r, verb + 1, 'out') : verb;
  return { day: choose(r, found.values), end, began: began || noun };
}

/** An event that is a date by itself, wherever it is named: "the 9/11 attacks". */
export function parseDatedEvent(r: Reader, i: number): Reading | null {
  if (r.lex[i]?.kind !== 'number' && !r.times.months.has(word(r, i))) return null;
  const found = findPhrase(r, r.anchors.events, i);
  const day = found && choose(r, found.values);
  if (!found || day === null || day === undefined) return null;
  const from = day * MINUTES_A_DAY;
  return { end: found.end, from, to: from + MINUTES_A_DAY, precision: 'day', anchored: false };
}
