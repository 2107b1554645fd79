/** However often it failed, a feed is looked at again after so long. */
const LONGEST_MS = 6 * 60 * 60 * 1_000;

/**
 * How long to wait before a feed is looked at again, in milliseconds: the pace that was asked for, twice as long for
 * each time that it failed in a row, never less than its server asks for (Retry-After).
 */
export function waitForFeed(everyMs: number, failures: number, askedMs: number | null): number {
  const doubled = Math.min(everyMs * 2 ** Math.min(failures, 30), Math.max(LONGEST_MS, everyMs));
  return Math.max(doubled, Math.min(askedMs ?? 0, LONGEST_MS));
}

/** Retry-After in milliseconds: seconds, or a date. Null for none, and for nonsense. */
export function readRetryAfter(header: unknown, now: Date): number | null {
  if (typeof header !== 'string' || header.trim() === '') return null;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** "10m" in milliseconds: seconds, minutes or hours, a second to a day. Null for anything else. */
export function readPace(text: string): number | null {
  const [, count, unit] = /^(\d{1,6})([smh])$/.exec(text.trim()) ?? [];
  const pace = Number(count) * UNITS[unit as keyof typeof UNITS];
  return unit !== undefined && pace >= 1_000 && pace <= 24 * UNITS.h ? pace : null;
}
