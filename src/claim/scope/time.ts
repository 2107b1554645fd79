import type { TimeMention } from '../../mention/mention.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Provenance, ScopeTime } from '../claim.ts';
import type { Reading } from '../reading/reading.ts';
import type { Surroundings } from './context.ts';
import { addDays, publicationDay } from './days.ts';
import { nearest } from './nearest.ts';

/** A figure without an as-of is taken to be current in the two days up to its publication. */
const AS_OF_DAYS = 2;

export interface TimeReading {
  readonly time: ScopeTime | null;
  readonly provenance: Provenance;
  readonly timeClass: Predicate['timeClass'];
}

/** When a claim holds: the time named nearest to its trigger, else what the surroundings lend. */
export function readTime(
  reading: Reading,
  at: number,
  predicate: Predicate,
  lent: Surroundings,
): TimeReading {
  const explicit = nearest(reading, usable(reading, predicate), at);
  if (predicate.timeClass === 'stock') return stock(reading, explicit);
  if (explicit?.class === 'cumulative')
    return cumulative(explicit.from, explicit.text, reading, 'explicit', explicit.to);
  if (explicit) return { ...windowOf(explicit), provenance: 'explicit', timeClass: predicate.timeClass };
  if (lent.time && inherits(predicate))
    return { ...windowOf(lent.time), provenance: 'inherited', timeClass: predicate.timeClass };
  return { time: null, provenance: 'unknown', timeClass: predicate.timeClass };
}

const inherits = (predicate: Predicate): boolean => predicate.decisive.includes('time');

function usable(reading: Reading, predicate: Predicate): TimeMention[] {
  return reading.times.filter(
    (time) =>
      time.class !== 'unknown' &&
      (time.from !== null || time.class === 'cumulative' || predicate.timeClass === 'stock'),
  );
}

const windowOf = (mention: TimeMention): { time: ScopeTime } => ({
  time: { class: mention.class, from: mention.from, to: mention.to, text: mention.text, asOf: null },
});

function cumulative(
  from: string | null,
  text: string,
  reading: Reading,
  provenance: Provenance,
  until?: string | null,
): TimeReading {
  const asOf = asOfWindow(reading);
  const time: ScopeTime = { class: 'cumulative', from, to: until ?? asOf.to, text, asOf };
  return { time, provenance, timeClass: 'cumulative' };
}

function stock(reading: Reading, explicit: TimeMention | null): TimeReading {
  if (explicit?.from && explicit.to && explicit.class !== 'cumulative') {
    const asOf = { from: explicit.from, to: explicit.to };
    return {
      time: { class: 'as-of', ...asOf, text: explicit.text, asOf },
      provenance: 'explicit',
      timeClass: 'stock',
    };
  }
  const asOf = asOfWindow(reading);
  return { time: { class: 'as-of', ...asOf, text: null, asOf }, provenance: 'default', timeClass: 'stock' };
}

function asOfWindow(reading: Reading): { from: string; to: string } {
  const day = publicationDay(reading.document);
  return { from: addDays(day, -AS_OF_DAYS), to: addDays(day, 1) };
}
