import type { ScopeTime } from '../claim/claim.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "2025-10-06" → "6 October 2025", "2025-10-06T14:30" → "6 October 2025, 14:30"; anything else as it is. */
export function showDay(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (!match || !month) return iso;
  return `${Number(match[3])} ${month} ${match[1]}${match[4] ? `, ${match[4]}` : ''}`;
}

/** An instant as a reader wants it: "6 October 2025, 14:30 UTC". */
export const showInstant = (iso: string): string =>
  /T.*Z$/.test(iso) ? `${showDay(iso)} UTC` : showDay(iso);

const DAY = 86_400_000;

/** The day before an exclusive end, which is the last day that belongs to the window. */
function lastDay(to: string): string {
  if (to.includes('T')) return to;
  const at = Date.parse(`${to}T00:00:00Z`);
  return Number.isNaN(at) ? to : new Date(at - DAY).toISOString().slice(0, 10);
}

/** "4–5 October 2025", "30 September – 2 October 2025". Both days belong to it. */
export function showSpan(first: string, last: string): string {
  if (first === last) return showDay(first);
  if (first.includes('T') || last.includes('T')) return `${showDay(first)} – ${showDay(last)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${showDay(last)}`;
  if (first.slice(0, 4) === last.slice(0, 4))
    return `${showDay(first).replace(/ \d{4}$/, '')} – ${showDay(last)}`;
  return `${showDay(first)} – ${showDay(last)}`;
}

/** A time window in words; null when nothing is known of it. */
export function showTime(time: ScopeTime | null): string | null {
  if (time === null) return null;
  const { from, to } = time;
  if (time.class === 'as-of') {
    const at = to === null ? from : lastDay(to);
    return at === null ? null : `as of ${showDay(at)}`;
  }
  if (from !== null && to !== null) {
    const span = showSpan(from, lastDay(to));
    return time.class === 'cumulative' ? `in total, ${span}` : span;
  }
  if (from !== null) return `since ${showDay(from)}`;
  if (to !== null) return `up to ${showDay(lastDay(to))}`;
  return time.text;
}
