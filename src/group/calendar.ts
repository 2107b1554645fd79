import { remember } from '../remember.ts';

const DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?$/;

/** Milliseconds since 1970 of an ISO day, minute or instant; a text without zone is read in its own zone. Null when it is none. */
export const instantOf = (text: string | null): number | null => {
  const time = text === null ? Number.NaN : parseInstant(text);
  return Number.isFinite(time) ? time : null;
};

const parseInstant = remember((text: string): number => {
  const parts = ISO.exec(text);
  if (!parts) return Number.NaN;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((i) => Number(parts[i] ?? NaN));
  return Date.UTC(
    year ?? 0,
    (month || 1) - 1,
    day || 1,
    hour || 0,
    (minute || 0) - offsetMinutes(parts[7]),
    second || 0,
  );
});

const offsetMinutes = (zone: string | undefined): number => {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
};

/** The ISO day in which an instant lies. */
export const dayOf = remember((instant: number): string => new Date(instant).toISOString().slice(0, 10));

/** The first day at or after an instant: the open end of a window in whole days. */
export const dayAfter = (instant: number): string => dayOf(Math.ceil(instant / DAY) * DAY);

/** The last day that a window with this open end touches. */
export const lastDayBefore = (instant: number): string => dayOf(instant - 1);

export const daysBetween = (a: number, b: number): number => Math.abs(a - b) / DAY;

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const partsOf = (instant: number) => {
  const date = new Date(instant);
  return { day: date.getUTCDate(), month: MONTHS[date.getUTCMonth()] ?? '', year: date.getUTCFullYear() };
};

/** "7 October 2025". */
export function writeDay(instant: number): string {
  const { day, month, year } = partsOf(instant);
  return `${day} ${month} ${year}`;
}

/** A window of whole days [from, to) in words: "6 October 2025", "4–5 October 2025", "October 2025", "2025". */
export function writeWindow(from: number, to: number): string {
  if (Math.floor(from / DAY) === Math.floor((to - 1) / DAY) || to <= from) return writeDay(from);
  const first = partsOf(from);
  const last = partsOf(to - 1);
  const next = partsOf(to);
  if (first.day === 1 && next.day === 1) {
    if (first.month === last.month && first.year === last.year) return `${first.month} ${first.year}`;
    if (first.month === MONTHS[0] && last.month === MONTHS[11] && first.year === last.year)
      return `${first.year}`;
  }
  if (first.year !== last.year) return `${writeDay(from)} – ${writeDay(to - 1)}`;
  if (first.month !== last.month) return `${first.day} ${first.month} – ${writeDay(to - 1)}`;
  return `${first.day}–${writeDay(to - 1)}`;
}
