import { type Reader, type Reading, skip, word } from './reading.ts';
import { parseSimple } from './simple.ts';

const open = (
  reading: Reading,
  from: number | null,
  to: number | null,
  precision?: Reading['precision'],
): Reading => ({
  ...reading,
  from,
  to,
  precision: precision ?? reading.precision,
});

/** A day in minutes. */
const DAY = 1440;

type Sense = 'as-of' | 'by' | 'until' | 'before' | 'after' | 'from';

/** Words of direction. */
const LEADS: ReadonlyMap<string, Sense> = new Map([
  ['as of', 'as-of'],
  ['as at', 'as-of'],
  ['prior to', 'before'],
  ['up to', 'until'],
  ['up until', 'until'],
  ['starting on', 'from'],
  ['starting from', 'from'],
  ['starting in', 'from'],
  ['beginning on', 'from'],
  ['beginning in', 'from'],
  ['starting', 'from'],
  ['beginning', 'from'],
  ['from', 'from'],
  ['by', 'by'],
  ['until', 'until'],
  ['till', 'until'],
  ['before', 'before'],
  ['after', 'after'],
]);
const FIRST = new Set([...LEADS.keys()].map((lead) => lead.split(' ', 1)[0] ?? ''));

function parseSense(r: Reader, i: number): { sense: Sense; end: number } | null {
  const one = word(r, i);
  if (!FIRST.has(one)) return null;
  const long = LEADS.get(`${one} ${word(r, i + 1)}`);
  if (long !== undefined) return { sense: long, end: i + 2 };
  const short = LEADS.get(one);
  return short === undefined ? null : { sense: short, end: i + 1 };
}

/** A limit lies ahead where no verb says otherwise: "until Christmas". */
const lookAhead = (r: Reader): Reader => ({ ...r, tense: (from, to) => r.tense(from, to) ?? 'future' });

/**
 * "as of Monday", "by Friday", "until Sunday", "before May 3", "after 2014", "starting Monday". "after Monday's talks"
 * is still Monday.
 */
export function parseLed(r: Reader, i: number): Reading | null {
  const lead = parseSense(r, i);
  if (!lead) return null;
  const reader = lead.sense === 'by' || lead.sense === 'until' ? lookAhead(r) : r;
  const at = skip(r, lead.end, 'about', 'around', 'at');
  const reading = parseSimple(reader, at, true) ?? parseSimple(reader, lead.end, true);
  if (!reading || reading.class) return null;
  const around = lead.sense === 'before' || lead.sense === 'after' || lead.sense === 'until';
  if (around && lead.sense !== 'until' && reading.precision === 'minute') return reading;
  if (around && lead.sense !== 'until' && namesPart(r, at, reading)) return besidePart(reading, lead.sense);
  if (around && word(r, reading.end) === "'" && word(r, reading.end + 1) === 's') return null;
  switch (lead.sense) {
    case 'as-of':
      return { ...reading, class: 'as-of' };
    case 'by':
      return { ...open(reading, null, reading.to), class: 'as-of' };
    case 'until':
      return open(reading, null, reading.to, 'open');
    case 'before':
      return open(reading, null, endsIt(r, lead.end) ? reading.to : reading.from, 'open');
    case 'after':
      return open(reading, reading.to, null, 'open');
    case 'from':
      return fromOn(r, i, reading);
  }
}

/** "before | dawn on Friday" names a part of its day; "before | Friday night" only a limit. */
const namesPart = (r: Reader, i: number, { precision, from, to }: Reading): boolean =>
  precision === 'part-of-day' &&
  from !== null &&
  to !== null &&
  r.times.parts.has(word(r, skip(r, i, 'the')));

/** "before dawn on Friday", "after midnight on Friday": still on Friday. */
function besidePart(reading: Reading, sense: Sense): Reading {
  const midnight = Math.floor((reading.from ?? 0) / DAY) * DAY;
  return sense === 'before'
    ? { ...reading, from: midnight }
    : { ...reading, to: Math.max(midnight + DAY, reading.to ?? 0) };
}

/** "before the end of the year" reaches to its end. */
const endsIt = (r: Reader, i: number): boolean => word(r, skip(r, i, 'the')) === 'end';

/** "from Monday on", "starting Monday" are open; in "the returns from 1995" the year stands for itself. */
function fromOn(r: Reader, i: number, reading: Reading): Reading | null {
  const on = /^(on|onwards?|forward)$/.test(word(r, reading.end));
  if (!on && word(r, i) === 'from') return null;
  return { ...open(reading, reading.from, null, 'open'), end: on ? reading.end + 1 : reading.end };
}
