import { MINUTES_A_DAY } from '../../../value/calendar.ts';
import { parseEvent, parseNamedDay } from './anchors.ts';
import { parsePoint } from './parts.ts';
import { parsePeriod } from './periods.ts';
import { findPhrase, type Reader, type Reading, skip, word } from './reading.ts';
import { parseSimple } from './simple.ts';

/** Counted from a minute (null: unknown) until publication; nothing when it lies ahead. */
function countFrom(r: Reader, end: number, from: number | null, anchored: boolean): Reading | null {
  const to = (r.today + 1) * MINUTES_A_DAY;
  if (from !== null && from >= to) return null;
  return { end, from, to, precision: 'open', anchored, class: 'cumulative' };
}

const REPORTS = new Set(['report', 'update', 'bulletin', 'briefing', 'statement', 'count', 'tally']);

/** "since our last report on 30 January", "following the previous update of Monday": what came in from then on. */
export function parseSinceReport(r: Reader, i: number): Reading | null {
  const owner = skip(r, i + 1, 'our', 'the', 'its', 'their');
  const order = skip(r, skip(r, owner, 'most'), 'last', 'previous', 'latest', 'recent', 'first', 'earlier');
  const noun = skip(r, order, 'situation', 'weekly', 'daily');
  if (order === owner || !REPORTS.has(word(r, noun))) return null;
  const at = skip(r, skip(r, noun + 1, 'issued', 'published', 'released', 'dated'), 'on', 'of', 'from');
  const day = parsePoint(r, at);
  const to = (r.today + 1) * MINUTES_A_DAY;
  if (day?.from == null || day.class || day.from >= to) return null;
  return { end: day.end, from: day.from, to, precision: 'days', anchored: day.anchored };
}

const BEGINNINGS = new Set(['start', 'beginning', 'onset', 'outset', 'declaration']);
/** How many words may name what has begun. */
const NAMED = 8;

/** "from the beginning of the outbreak to 17 February": a total of all that was counted up to that day. */
export function parseFromBeginning(r: Reader, i: number): Reading | null {
  const noun = skip(r, i + 1, 'the', 'its');
  if (!BEGINNINGS.has(word(r, noun)) || word(r, noun + 1) !== 'of') return null;
  const event = parseEvent(r, noun);
  const from = event?.day == null ? null : event.day * MINUTES_A_DAY;
  for (let k = noun + 2; k < noun + NAMED; k++) {
    if (!/^(?:to|until|till|through|and)$/.test(word(r, k))) continue;
    const day = parsePoint(r, skip(r, k + 1, 'the'));
    if (day?.to == null || day.class) continue;
    return { end: day.end, from, to: day.to, precision: 'open', anchored: day.anchored, class: 'cumulative' };
  }
  return null;
}

/** "since October 7", "since the war began", "since then": counted from there until publication. */
export function parseSince(r: Reader, i: number): Reading | null {
  const report = parseSinceReport(r, i);
  if (report) return report;
  const least = word(r, i + 1) === 'at' && word(r, i + 2) === 'least' ? i + 3 : i + 1;
  const start = skip(r, least, 'about', 'around', 'at', 'on', 'as');
  if (word(r, start) === 'then') return countFrom(r, start + 1, r.last?.from ?? null, true);
  const first = parseFirstReport(r, start);
  if (first) return first;
  const event = parseEvent(r, start);
  const dated = parseDatedClause(r, event?.end ?? start);
  const reading = event ? null : parseStart(r, start);
  if (dated && (reading?.end ?? 0) < dated.end) return countFrom(r, dated.end, dated.from, dated.anchored);
  if (event) return countFrom(r, event.end, event.day === null ? null : event.day * MINUTES_A_DAY, false);
  if (reading) return countFromReading(r, reading);
  const end = parseStartedClause(r, start);
  return end === null ? null : countFrom(r, end, null, true);
}

function countFromReading(r: Reader, reading: Reading): Reading | null {
  if (reading.from === null || reading.class) return null;
  const behind = findPhrase(r, r.anchors.events, reading.end);
  const named = reading.yearless && reading.precision === 'day' ? parseNamedDay(r, reading) : null;
  const anchored = named === null && reading.anchored;
  return countFrom(r, behind?.end ?? reading.end, named ?? reading.from, anchored);
}

/** Nouns of a first report, and how many words may tell of what was reported before its day. */
const FIRST = new Set([
  'notification',
  'report',
  'reporting',
  'detection',
  'confirmation',
  'declaration',
  'identification',
]);
const REPORTED = 30;

/** "since the notification of the first cases in Port-au-Prince on 2 October, to 11 December": both ends of a count. */
function parseFirstReport(r: Reader, i: number): Reading | null {
  const noun = skip(r, skip(r, i, 'the', 'its'), 'first', 'initial');
  if (!FIRST.has(word(r, noun)) || word(r, noun + 1) !== 'of') return null;
  for (let k = noun + 2; k < noun + REPORTED; k++) {
    if (/^[,.;:]$/.test(word(r, k))) return null;
    if (word(r, k) !== 'on' && word(r, k) !== 'in') continue;
    const start = parsePoint(r, k + 1);
    if (start?.from == null || start.class) continue;
    const whole = countFrom(r, start.end, start.from, start.anchored);
    const to = skip(r, start.end, ',');
    const until = /^(?:to|until|till|through)$/.test(word(r, to)) ? parsePoint(r, to + 1) : null;
    return whole && until?.to != null && until.to > start.from
      ? { ...whole, end: until.end, to: until.to }
      : whole;
  }
  return null;
}

/** The time right behind "since", its article skipped where it is none of its words. */
function parseStart(r: Reader, i: number): Reading | null {
  const article = skip(r, i, 'the', 'last');
  return parseSimple(r, i, true) ?? (article > i ? parseSimple(r, article, true) : null);
}

/** How many words a clause behind "since" may have before its date. */
const CLAUSE = 9;

/** "since the conflict began in March 2011", "since the attack on October 7": the date at the end of the clause. */
function parseDatedClause(r: Reader, i: number): Reading | null {
  for (let k = i; k < i + CLAUSE; k++) {
    const lexeme = r.lex[k];
    if (!lexeme || (lexeme.kind === 'mark' && !/^['’"“”-]$/.test(lexeme.text))) return null;
    if (lexeme.lower !== 'in' && lexeme.lower !== 'on') continue;
    const reading = parsePoint(r, k + 1) ?? parsePeriod(r, k + 1, true);
    if (reading && !reading.class && reading.from !== null) return reading;
  }
  return null;
}

const STARTED = new Set(['began', 'started', 'erupted', 'ended', 'collapsed', 'resumed', 'expired']);

/** "since the truce took effect", "since the offensive began": an event whose day is not told. */
function parseStartedClause(r: Reader, i: number): number | null {
  for (let k = i + 1; k < i + CLAUSE; k++) {
    if (r.lex[k]?.kind !== 'word' && !/^['’-]$/.test(word(r, k))) return null;
    if (STARTED.has(word(r, k))) return k + 1;
    if (word(r, k) === 'broke' && word(r, k + 1) === 'out') return k + 2;
    if (/^(took|came|went)$/.test(word(r, k)) && /^(effect|into)$/.test(word(r, k + 1))) {
      return word(r, k + 1) === 'effect' ? k + 2 : k + 3;
    }
  }
  return null;
}

/** "so far this year", "this year so far": counted from its beginning. */
export function parseSoFar(r: Reader, i: number): Reading | null {
  const until = (r.today + 1) * MINUTES_A_DAY;
  if (word(r, i) === 'so' && word(r, i + 1) === 'far') {
    const whole = parsePeriod(r, skip(r, i + 2, 'in'), true) ?? parsePoint(r, i + 2);
    return whole?.from != null && whole.from < until ? { ...whole, to: until, class: 'cumulative' } : null;
  }
  if (word(r, i) !== 'this') return null;
  const whole = parsePeriod(r, i);
  if (!whole || word(r, whole.end) !== 'so' || word(r, whole.end + 1) !== 'far') return null;
  return { ...whole, end: whole.end + 2, to: until, class: 'cumulative' };
}
