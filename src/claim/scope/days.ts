import type { Document } from '../../document/document.ts';
import { formatDay, parseDay } from '../../value/calendar.ts';

const DAY = 86_400_000;

type Published = Pick<Document, 'publishedAt' | 'zone'>;

const days = new WeakMap<Published, string>();

/** The day of publication in the document's own zone, ISO. Told once a document: nearly every claim asks for it. */
export function publicationDay(document: Published): string {
  const known = days.get(document) ?? dayOf(document);
  days.set(document, known);
  return known;
}

function dayOf({ publishedAt, zone }: Published): string {
  // Read documents have their times in UTC, and most name no other zone.
  if (zone === 'UTC' && publishedAt.endsWith('Z')) return publishedAt.slice(0, 10);
  const time = new Date(publishedAt);
  if (zone === 'UTC') return time.toISOString().slice(0, 10);
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(time);
}

/** An ISO day some days later (or earlier). */
export function addDays(day: string, days: number): string {
  const number = parseDay(day);
  const moved = number === null ? null : formatDay(number + days);
  // Years of more than four digits.
  return (
    moved ?? new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
  );
}

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number =>
  parseDay(day) ?? Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY);

/** A figure without an as-of is taken to be current in the two days up to its publication. */
const AS_OF_DAYS = 2;

/** The days on which a figure holds that tells none, [from, to). */
export function asOfWindow(document: Published): { from: string; to: string } {
  const day = publicationDay(document);
  return { from: addDays(day, -AS_OF_DAYS), to: addDays(day, 1) };
}
