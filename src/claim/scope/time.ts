import type { TimeMention } from '../../mention/mention.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Provenance, ScopeTime } from '../claim.ts';
import type { Reading } from '../reading/reading.ts';
import type { Surroundings } from './context.ts';
import { addDays, publicationDay } from './days.ts';
import { distance, nearest } from './nearest.ts';
import { isCompared, isOfAnother, isStamp, isTelling } from './telling.ts';

/** A figure without an as-of is taken to be current in the two days up to its publication. */
const AS_OF_DAYS = 2;
/** In words, with verbs and commas counted as several (see `distance`). */
const FAR = 16;

export interface TimeReading {
  readonly time: ScopeTime | null;
  readonly provenance: Provenance;
  readonly timeClass: Predicate['timeClass'];
}

/**
 * When a claim holds: the time named nearest to its trigger, else what the surroundings lend. The time of the saying
 * or the counting ("said on Sunday", "the toll rose on Sunday") tells only as of when the figure holds, and dates the
 * event when nothing else does.
 */
export function readTime(
  reading: Reading,
  at: number,
  predicate: Predicate,
  lent: Surroundings,
): TimeReading {
  const times = usable(reading, predicate, at);
  const saying = times.filter((time) => isTelling(reading, time));
  const others = saying.length === 0 ? times : times.filter((time) => !saying.includes(time));
  const explicit = nearest(reading, others, at);
  const said = nearest(reading, saying, at);
  if (predicate.timeClass === 'stock') return stock(reading, explicit ?? said);
  if (explicit?.class === 'cumulative')
    return cumulative(explicit.from, explicit.text, reading, 'explicit', explicit.to);
  const asOf = asOfNamed(reading, at) ?? (said?.from && said.to ? { from: said.from, to: said.to } : null);
  const flow = (mention: TimeMention, provenance: Provenance): TimeReading => ({
    time: { class: mention.class, from: mention.from, to: mention.to, text: mention.text, asOf },
    provenance,
    timeClass: predicate.timeClass,
  });
  const dated = explicit && explicit.class !== 'as-of' ? explicit : null;
  // A day further on, behind another verb, dates something else where the story has a day of its own.
  const behind = dated !== null && dated.start > (reading.tokens[at]?.start ?? 0);
  const far = behind && distance(reading, dated, at) > FAR && verbBefore(reading, dated.start, at);
  if (dated && !(far && lent.time)) return flow(dated, 'explicit');
  const later = said !== null && mayPrecede(said, lent.time);
  if (lent.time && !later && inherits(predicate)) return flow(lent.time, 'inherited');
  if (said) return flow(said, 'inherited');
  return { time: null, provenance: 'unknown', timeClass: predicate.timeClass };
}

/** "In a post earlier this week, he said 12 were killed", in a story of Thursday: what he speaks of may be older. */
const mayPrecede = ({ from, to }: TimeMention, story: TimeMention | null): boolean =>
  from !== null && addDays(from, 1) < (to ?? '').slice(0, 10) && (story?.from ?? '').slice(0, 10) > from;

/** Whether a verb stands between token `at` and an offset behind it; "known as", "run by" only describe a noun. */
const verbBefore = (reading: Reading, offset: number, at: number): boolean =>
  reading.tokens.some(
    (token, i) =>
      i > at &&
      token.start < offset &&
      token.pos === 'VERB' &&
      !/^(?:as|by)$/.test(reading.tokens[i + 1]?.lower ?? ''),
  );

/** "1,482 deaths by Monday": the day up to which was counted. */
function asOfNamed(reading: Reading, at: number): ScopeTime['asOf'] {
  const named = nearest(
    reading,
    reading.times.filter((time) => time.class === 'as-of' && time.to !== null),
    at,
  );
  if (!named?.to) return null;
  return { from: named.from ?? addDays(named.to, -1), to: named.to };
}

const inherits = (predicate: Predicate): boolean => predicate.decisive.includes('time');

function usable(reading: Reading, predicate: Predicate, at: number): TimeMention[] {
  return reading.times.filter(
    (time) =>
      time.class !== 'unknown' &&
      !isStamp(reading, time) &&
      !isCompared(reading, time) &&
      !isOfAnother(reading, time, at) &&
      (time.from !== null || time.class === 'cumulative' || predicate.timeClass === 'stock'),
  );
}

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
