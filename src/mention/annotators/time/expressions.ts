import { MINUTES_A_DAY } from '../../../value/calendar.ts';
import { parseNamedDay } from './anchors.ts';
import { parseLed } from './directions.ts';
import { parsePoint } from './parts.ts';
import { parseRange } from './ranges.ts';
import { type Reader, type Reading, word } from './reading.ts';
import { parseSimple } from './simple.ts';
import { parseFromBeginning, parseSince, parseSinceReport, parseSoFar } from './since.ts';

/** "the October 7 attack": a day by which an event is known, not the last day of that date. */
function parseNamedDate(r: Reader, i: number): Reading | null {
  const reading = parsePoint(r, i);
  if (!reading?.yearless || reading.precision !== 'day') return null;
  const next = r.lex[reading.end];
  const article = word(r, i - 1) === 'the' || word(r, i) === 'the';
  if (!article || !next || (next.kind !== 'word' && !/["“'‘-]/.test(next.text))) return null;
  const day = parseNamedDay(r, reading);
  return day === null ? null : { ...reading, from: day, to: day + MINUTES_A_DAY, anchored: false };
}

/** The time expression that begins at a lexeme, or null. */
export function parseExpression(r: Reader, i: number): Reading | null {
  const lead = word(r, i);
  if (lead === 'since') return parseSince(r, i);
  if (lead === 'following' || lead === 'after') {
    const report = parseSinceReport(r, i);
    if (report) return report;
  }
  if (lead === 'from' || lead === 'between') {
    const total = parseFromBeginning(r, i);
    if (total) return total;
  }
  if (lead === 'so' || lead === 'this') {
    const soFar = parseSoFar(r, i);
    if (soFar) return soFar;
  }
  return parseRange(r, i) ?? parseLed(r, i) ?? parseNamedDate(r, i) ?? parseSimple(r, i);
}
