import { addClock, parseClockedDay, partOf } from './clock.ts';
import { aDay, once, type Reader, type Reading, skip, word } from './reading.ts';
import { parseDay } from './weekdays.ts';

const EARLY: readonly [number, number] = [0, 12];
const LATE: readonly [number, number] = [17, 24];
const SMALL_HOURS: readonly [number, number] = [0, 6];

/** Trims a part of a day: "early" keeps its first half, "late" its second. "Late Monday night" begins on Monday. */
function trim(hours: readonly [number, number], lead: string): readonly [number, number] {
  const middle = Math.floor((hours[0] + Math.min(hours[1], 24)) / 2);
  if (lead === 'early') return [hours[0], middle];
  return lead === 'late' ? [middle, hours[1]] : hours;
}

/** "the early hours of Monday", "the night of October 6", "the morning of the attack" (nothing). */
function parsePartOfDay(r: Reader, i: number): Reading | null {
  const start = skip(r, skip(r, i, 'the'), 'early', 'late', 'small', 'wee', 'predawn');
  const lead = start > i ? word(r, start - 1) : '';
  const inner = lead === 'early' ? skip(r, start, 'morning') : start;
  const hours =
    word(r, inner) === 'hours' && start > i && lead !== 'the'
      ? SMALL_HOURS
      : r.times.parts.get(word(r, start));
  if (!hours) return null;
  const end = hours === SMALL_HOURS ? inner + 1 : start + 1;
  const joined = skip(r, end, 'of', 'on', ',');
  const day = parseDay(r, joined);
  if (day?.precision !== 'day' || (joined === end && !/day$/.test(word(r, joined)))) return null;
  return partOf(day, day.end, hours === SMALL_HOURS ? hours : trim(hours, lead));
}

/** Adds the part of the day that follows a day: "Monday night", "yesterday afternoon". */
function addPart(r: Reader, day: Reading, lead: string): Reading {
  if (day.precision !== 'day' || day.from === null) return day;
  const start = skip(r, day.end, 'early', 'late');
  const inner = start > day.end ? word(r, start - 1) : lead;
  const hours = r.times.parts.get(word(r, start));
  if (hours) return addClock(r, { ...partOf(day, start + 1, trim(hours, inner)) });
  if (inner === 'early' || inner === 'late') return partOf(day, day.end, inner === 'early' ? EARLY : LATE);
  return day;
}

/** "tonight", "last night", "this morning". */
function parseNearPart(r: Reader, i: number): Reading | null {
  const lead = word(r, i);
  if (lead !== 'tonight' && lead !== 'last' && lead !== 'this') return null;
  const today = aDay(i + 1, r.today, true);
  if (!today) return null;
  if (lead === 'tonight') return partOf(today, i + 1, r.times.parts.get('night') ?? [18, 30]);
  const start = lead === 'this' ? skip(r, i + 1, 'early', 'late') : i + 1;
  const hours = r.times.parts.get(word(r, start));
  if (!hours) return null;
  const yesterday = aDay(i + 1, r.today - 1, true);
  if (lead === 'last') {
    const fits = ['night', 'evening'].includes(word(r, start));
    return fits && yesterday ? partOf(yesterday, start + 1, hours) : null;
  }
  return partOf(today, start + 1, trim(hours, start > i + 1 ? word(r, i + 1) : ''));
}

/** "overnight", "overnight Monday", "overnight Monday to Tuesday", "overnight into Tuesday": 18:00 to 06:00. */
function parseOvernight(r: Reader, i: number): Reading | null {
  if (word(r, i) !== 'overnight') return null;
  const night = r.times.parts.get('night') ?? [18, 30];
  const lead = skip(r, i + 1, 'on', 'from', 'between', 'into', 'to');
  const first = parseDay(r, lead);
  if (first?.precision !== 'day' || first.from === null) {
    const yesterday = aDay(i + 1, r.today - 1, true);
    return yesterday && partOf(yesterday, i + 1, night);
  }
  const second = skip(r, first.end, 'to', 'into', 'and', '-', '–', 'through', '/');
  const last = second > first.end ? parseDay(r, second) : null;
  if (last?.from === first.from + 1440) return partOf(first, last.end, night);
  if (['into', 'to'].includes(word(r, lead - 1))) {
    return partOf({ ...first, from: first.from - 1440 }, first.end, night);
  }
  return partOf(first, first.end, night);
}

/** "Monday night into Tuesday": the night belongs to the first day. */
function addMorrow(r: Reader, night: Reading): Reading {
  if (night.precision !== 'part-of-day' || night.from === null) return night;
  const next = skip(r, night.end, 'into', 'to');
  const day = next > night.end ? parseDay(r, skip(r, next, 'early')) : null;
  if (!day || day.from === null || day.from <= night.from || day.from - night.from > 1440) return night;
  return { ...night, end: day.end, to: day.from + 360 };
}

/** A day, a part of a day or a minute. */
export const parsePoint = (r: Reader, i: number, year?: number): Reading | null =>
  year === undefined ? once(r.points, i, () => readPoint(r, i)) : readPoint(r, i, year);

function readPoint(r: Reader, i: number, year?: number): Reading | null {
  const near =
    parseOvernight(r, i) ??
    parseNearPart(r, i) ??
    parseClockedDay(r, i, parseNearPart) ??
    parsePartOfDay(r, i);
  if (near) return near;
  const here = word(r, i);
  const lead = here === 'early' || here === 'late' ? here : '';
  const start = lead ? skip(r, i + 1, 'on') : i;
  const day = parseDay(r, start, year);
  if (!day || (lead && day.precision !== 'day')) return null;
  return addMorrow(r, addPart(r, addClock(r, day), lead));
}
