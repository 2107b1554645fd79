import type { Document } from '../../document/document.ts';

const DAY = 86_400_000;

/** The day of publication in the document's own zone, ISO. */
export function publicationDay(document: Pick<Document, 'publishedAt' | 'zone'>): string {
  const time = new Date(document.publishedAt);
  if (document.zone === 'UTC') return time.toISOString().slice(0, 10);
  return new Intl.DateTimeFormat('en-CA', { timeZone: document.zone, dateStyle: 'short' }).format(time);
}

/** An ISO day some days later (or earlier). */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number =>
  Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY);
