import type { TimeMention } from '../../mention/mention.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Provenance, ScopeTime } from '../claim.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { isInNameOfDeed, isOfAftermath, isOfFormerDeed } from './aftermath.ts';
import { isOnlyCompared } from './compared.ts';
import type { Surroundings } from './context.ts';
import { datesCount } from './counting-day.ts';
import { dayInToll } from './day-in-toll.ts';
import { addDays, asOfWindow } from './days.ts';
import { COUNTED_ONCE, type Running, shareOf } from './lasting.ts';
import { distance, nearest } from './nearest.ts';
import { isCompared, isDay, isOfAnother, isStamp, tellingTimes } from './telling.ts';
import { isPerfect } from './war-total.ts';

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
  running = COUNTED_ONCE,
): TimeReading {
  const { timeClass } = predicate;
  const counts = timeClass === 'flow' || timeClass === 'stock';
  const time = counts ? timeCompared(reading, at) : null;
  if (!time) return readOwn(reading, at, predicate, lent, running);
  // "the first since 2006, when a million were on strike": how many there were then.
  const asOf = timeClass === 'stock' && time.from && time.to ? { from: time.from, to: time.to } : null;
  return { time: asOf ? { ...time, class: 'as-of', asOf } : time, provenance: 'explicit', timeClass };
}

function readOwn(
  reading: Reading,
  at: number,
  predicate: Predicate,
  lent: Surroundings,
  { goesOn, ofWar }: Running,
): TimeReading {
  const times = usable(reading, predicate, at);
  const telling = tellingTimes(reading);
  const saying = telling.length === 0 ? telling : times.filter((time) => telling.includes(time));
  const others = saying.length === 0 ? times : times.filter((time) => !saying.includes(time));
  const dated = goesOn ? datesOf(reading, others, at) : others;
  const explicit = dayInToll(reading, dated, at) ?? nearest(reading, dated, at);
  const said = nearest(reading, saying, at);
  if (predicate.timeClass === 'stock') return stock(reading, levelTime(reading, others, at) ?? said);
  const total =
    totalSince(reading, explicit, at) ?? (goesOn ? runningTotal(reading, at, explicit, said) : null);
  if (total) return total;
  const asOf = asOfNamed(reading, at) ?? (said?.from && said.to ? { from: said.from, to: said.to } : null);
  const flow = (mention: TimeMention, provenance: Provenance): TimeReading => ({
    time: { class: mention.class, from: mention.from, to: mention.to, text: mention.text, asOf },
    provenance,
    timeClass: predicate.timeClass,
  });
  const around = aroundOf(reading, at, predicate, lent);
  if (explicit && explicit.class !== 'as-of' && !(around && isFarBehind(reading, explicit, at)))
    return flow(explicit, 'explicit');
  return readLent(reading, at, predicate, { said, around, ofWar }, flow);
}

/** The time of a figure whose sentence tells none but that of the saying. */
function readLent(
  reading: Reading,
  at: number,
  predicate: Predicate,
  { said, around, ofWar }: { said: TimeMention | null; around: TimeMention | null; ofWar: boolean },
  flow: (mention: TimeMention, provenance: Provenance) => TimeReading,
): TimeReading {
  if (!said && ofWar) return cumulative(null, '', reading, 'inherited');
  const later = said !== null && (predicate.follows || mayPrecede(said, around));
  if (around && !later && inherits(predicate)) return flow(around, 'inherited');
  if (said?.to && predicate.toll && countsUpTo(reading, said, at))
    return cumulative(null, said.text, reading, 'explicit', said.to);
  if (said) return flow(said, 'inherited');
  return { time: null, provenance: 'unknown', timeClass: predicate.timeClass };
}

/**
 * "the toll rose to 22 on Friday", "Last month the monitor said that 60,000 have died": all who had died by then, of what
 * happened on a day that nobody names.
 */
const countsUpTo = (reading: Reading, said: TimeMention, at: number): boolean =>
  (isTotal(reading, at) && datesCount(reading, said)) || (!isDay(said) && isPerfect(reading, at));

/** As of when a level holds: not the day of what it came from ("35 are missing after | Monday’s | earthquake"). */
const levelTime = (reading: Reading, times: readonly TimeMention[], at: number): TimeMention | null =>
  nearest(
    reading,
    times.filter((time) => !isInNameOfDeed(reading, time)),
    at,
  );

/** "the death | toll". */
const isTotal = ({ tokens, words }: Reading, at: number): boolean =>
  tokens.slice(at, at + 2).some(({ lemma }) => words.count.totals.has(lemma));

/** The time that the surroundings lend a figure: none of what is only compared with. */
function aroundOf(
  reading: Reading,
  at: number,
  { toll, period }: Predicate,
  lent: Surroundings,
): TimeMention | null {
  if (isOnlyCompared(reading, at)) return null;
  if (period) return lent.period;
  return toll ? lent.harm : lent.time;
}

/** "two new cases on 7 December, which makes four since October": what came on is of its own day, where it has one. */
function datesOf(reading: Reading, times: readonly TimeMention[], at: number): readonly TimeMention[] {
  if (shareOf(reading, at) !== 'added') return times;
  const closed = times.filter((time) => time.class !== 'cumulative');
  return closed.length > 0 ? closed : times;
}

/** "since October 7": a running total from there on. */
function totalSince(reading: Reading, time: TimeMention | null, at: number): TimeReading | null {
  if (time?.class !== 'cumulative') return null;
  const { from, to, text, start, end } = time;
  const place = reading.tokens[at]?.start ?? 0;
  if (from === null || place < start || end <= place) return cumulative(from, text, reading, 'explicit', to);
  // "since the report of the first two cases on 2 October": what the count begins with is of that day.
  const day = { class: 'window', from, to: addDays(from, 1), text, asOf: null } as const;
  return { time: day, provenance: 'explicit', timeClass: 'flow' };
}

/** All that was counted up to the day that is named, or up to the report; null where the figure is of a time of its own. */
function runningTotal(
  reading: Reading,
  at: number,
  explicit: TimeMention | null,
  said: TimeMention | null,
): TimeReading | null {
  const share = shareOf(reading, at);
  if (share === 'added') return null;
  if (explicit?.from && isBeginning(reading, explicit))
    return cumulative(explicit.from, explicit.text, reading, 'explicit');
  const asOf = asOfNamed(reading, at);
  // "5,935 cases from October to June" are of these months, whatever their sum is called.
  const own =
    explicit?.class === 'window' &&
    (share !== 'whole' || RANGE.test(explicit.text) || isRecent(reading, explicit, at));
  if (own && !asOf) return null;
  const until = asOf?.to ?? (share === 'whole' ? (explicit?.to ?? said?.to) : said?.to);
  return cumulative(null, '', reading, until ? 'explicit' : 'inherited', until);
}

/** A stretch with both its ends; that of new cases ("in the last week") is none of the total that they make. */
const RANGE = /^(?:from|between)\b/i;

/** "1 fatality | in the last 24 hours": of these hours, whatever else is counted in all; not "12 new cases in the last week, a total of 340". */
function isRecent({ tokens }: Reading, { text, start }: TimeMention, at: number): boolean {
  if (!RECENT.test(text) || start < (tokens[at]?.end ?? 0)) return false;
  return !tokens.some(
    ({ text: word, pos, start: from }, i) =>
      i > at && from < start && (word === ',' || word === ';' || pos === 'CCONJ'),
  );
}

const RECENT = /\b(?:last|past|previous) (?:\S+ )?(?:hours?|days?|week)\b/i;

/** How far before the day of its beginning the verb may stand of what lasts. */
const NEAR_BEGINNING = 6;

/** "the outbreak that began in Katwa in August": the day from which is counted. */
function isBeginning({ tokens, words }: Reading, time: TimeMention): boolean {
  if (time.class !== 'window') return false;
  const first = tokenAt(tokens, time.start);
  const verb = tokens.findLastIndex((token, i) => i < first && token.pos === 'VERB');
  return verb >= 0 && first - verb <= NEAR_BEGINNING && words.day.beginning.has(tokens[verb]?.lemma ?? '');
}

/**
 * A day further on, behind another verb, dates something else where the story has a day of its own; "died and 42 were
 * injured in | Saturday’s quake" is of the deed.
 */
const isFarBehind = (reading: Reading, time: TimeMention, at: number): boolean =>
  time.start > (reading.tokens[at]?.start ?? 0) &&
  !isInNameOfDeed(reading, time) &&
  distance(reading, time, at) > FAR &&
  verbBefore(reading, time.start, at);

/** "In a post earlier this week, he said 12 were killed", in a story of Thursday: what he speaks of may be older. */
const mayPrecede = ({ from, to }: TimeMention, story: TimeMention | null): boolean =>
  from !== null && addDays(from, 1) < (to ?? '').slice(0, 10) && (story?.from ?? '').slice(0, 10) > from;

/** Whether a verb stands between token `at` and an offset behind it; "known as", "a parked car" only describe a noun. */
const verbBefore = ({ tokens }: Reading, offset: number, at: number): boolean =>
  tokens.some(
    (token, i) =>
      i > at &&
      token.start < offset &&
      token.pos === 'VERB' &&
      !/^(?:as|by)$/.test(tokens[i + 1]?.lower ?? '') &&
      !(/^(?:DET|PART)$/.test(tokens[i - 1]?.pos ?? '') && /^(?:ADJ|NOUN)$/.test(tokens[i + 1]?.pos ?? '')),
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
      !(predicate.period && isDay(time)) &&
      !isStamp(reading, time) &&
      !isCompared(reading, time, at) &&
      !isOfAnother(reading, time, at) &&
      !isOfAftermath(reading, time, at) &&
      !isOfFormerDeed(reading, time, at) &&
      !isOfOpening(reading, time, at) &&
      (time.from !== null || time.class === 'cumulative' || predicate.timeClass === 'stock'),
  );
}

/** "the deadliest since | 2011 |, when militants shot down a helicopter, killing 30": when what is compared with was. */
function timeCompared(reading: Reading, at: number): ScopeTime | null {
  const { tokens, times } = reading;
  const when = tokens.findLastIndex(({ lower }, i) => i < at && lower === 'when');
  const end = tokens[when - 2]?.end;
  const found = times.find((time) => time.end === end && time.from !== null);
  if (when < 2 || tokens[when - 1]?.text !== ',' || !found?.from) return null;
  if (!isCompared(reading, found)) return null;
  const { from, text } = found;
  const year = /^(?:since )?(\d{4})$/i.exec(text)?.[1];
  return {
    class: 'window',
    from,
    to: year ? `${Number(year) + 1}-01-01` : addDays(from, 1),
    text,
    asOf: null,
  };
}

/** "Since the last report was published | on 18 October |, two cases were confirmed on the 23rd": dates what opens the sentence. */
function isOfOpening({ tokens, times }: Reading, time: TimeMention, at: number): boolean {
  if (tokens[0]?.lower !== 'since' || time.class !== 'window') return false;
  const comma = tokens.findIndex(({ text }, i) => text === ',' && i >= tokenAt(tokens, time.end));
  if (comma < 0 || at < comma) return false;
  const start = tokens[comma]?.start ?? 0;
  return time.end <= start && times.some((other) => other.class === 'window' && other.start > start);
}

function cumulative(
  from: string | null,
  text: string,
  reading: Reading,
  provenance: Provenance,
  until?: string | null,
): TimeReading {
  const asOf = asOfWindow(reading.document);
  // "by 17 February", in a report of the 19th: current on that day.
  if (until && until < asOf.to) [asOf.from, asOf.to] = [addDays(until, -1), until];
  const time: ScopeTime = { class: 'cumulative', from, to: until ?? asOf.to, text: text || null, asOf };
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
  const asOf = asOfWindow(reading.document);
  return { time: { class: 'as-of', ...asOf, text: null, asOf }, provenance: 'default', timeClass: 'stock' };
}
