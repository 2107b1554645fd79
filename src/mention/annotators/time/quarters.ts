import { firstOfMonth, toCalendarDay } from '../../../value/calendar.ts';
import { parseYearBehind } from './dates.ts';
import { days, type Reader, type Reading, skip, word } from './reading.ts';

/** "Q1": which quarter, and the lexeme behind it. */
function parseShortQuarter(r: Reader, i: number): { nth: number; end: number } | null {
  const next = r.lex[i + 1];
  const nth = word(r, i) === 'q' && next?.glued && next.text.length === 1 ? next.value : 0;
  return nth >= 1 && nth <= 4 ? { nth, end: i + 2 } : null;
}

/** Parts of a year, in months. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['quarter', 3],
  ['half', 6],
]);

/** "the first quarter", "the 2nd half": which, of how many months, and the lexeme behind it. */
function parseLongQuarter(r: Reader, i: number): { nth: number; end: number; months: number } | null {
  const months = PARTS.get(word(r, i + 1));
  if (months === undefined) return null;
  const digits = /^([1-4])(?:st|nd|rd|th)$/.exec(word(r, i))?.[1];
  const nth = r.times.ordinals.get(word(r, i)) ?? (digits ? Number(digits) : 0);
  return nth >= 1 && nth * months <= 12 ? { nth, end: i + 2, months } : null;
}

/** "its fiscal | second quarter", "the second quarter | of its fiscal year": begins in a month that each company chooses. */
const isFiscal = (r: Reader, i: number, end: number): boolean =>
  [word(r, i - 1), word(r, i - 2), word(r, end), word(r, end + 1), word(r, end + 2)].includes('fiscal');

/** "the first quarter", "Q1 2023", "2023 Q1", "the second half of 2023". Without a year: the last one that has begun. */
export function parseQuarter(r: Reader, i: number): Reading | null {
  const lead = r.lex[i];
  const dated =
    lead?.text.length === 4 && lead.value >= 1900 ? parseShortQuarter(r, skip(r, i + 1, '-')) : null;
  const short = dated ?? parseShortQuarter(r, i);
  const found = short ? { ...short, months: 3 } : parseLongQuarter(r, i);
  if (!found) return null;
  const behind = dated ? null : parseYearBehind(r, skip(r, found.end, '-'));
  if (!behind && !dated && found.months === 6) return null;
  const now = toCalendarDay(r.today);
  if (!behind && !dated && isFiscal(r, i, found.end)) return null;
  const index = (found.nth - 1) * found.months + 1;
  const year = dated ? (lead?.value ?? 0) : (behind?.year ?? (index > now.month ? now.year - 1 : now.year));
  const [from, to] = [firstOfMonth(year, index), firstOfMonth(year, index, found.months)];
  return days(behind?.end ?? found.end, from, to, 'season', !dated && (behind?.relative ?? true));
}
