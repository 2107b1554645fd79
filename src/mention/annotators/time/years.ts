import { startsUpper } from '../../../letters.ts';
import { toCalendarDay, toDayNumber } from '../../../value/calendar.ts';
import type { Lexeme } from './lex.ts';
import { days, type Reader, type Reading, word } from './reading.ts';

/** Words behind which a bare month or year is one. */
export const PERIOD_LEADS =
  'in since during by until till of from through before after between to early mid late throughout';
const YEAR_LEADS = new Set(`${PERIOD_LEADS} year circa`.split(' '));
const OWNERS = new Set(['the', 'a', 's', 'this', 'that', 'his', 'her', 'its', 'their', 'our', 'my']);

/** A whole year. */
export const aYear = (end: number, year: number, anchored: boolean, count = 1): Reading | null =>
  days(end, toDayNumber(year, 1, 1), toDayNumber(year + count, 1, 1), 'year', anchored);

/** "2014-2018", "2014 to 2018", "2023/24": years joined without a word before them. */
function yearSpan(r: Reader, i: number): { end: number; count: number } | null {
  const [first, sign, last, after] = [r.lex[i], r.lex[i + 1], r.lex[i + 2], r.lex[i + 3]];
  if (!first || !sign || last?.kind !== 'number' || last.suffix || first.value < 1900) return null;
  if (after?.glued && /[\d\p{L}/-]/u.test(after.text)) return null;
  if (first.glued && /^[-–—/]$/.test(word(r, i - 1))) return null;
  const joined = sign.glued && last.glued ? /^[-–—/]$/ : /^(to|through|[-–—])$/;
  if (!joined.test(sign.lower)) return null;
  const count = last.value - first.value + 1;
  if (last.text.length === 4 && sign.text !== '/') {
    return count > 1 && last.value <= 2100 ? { end: i + 3, count } : null;
  }
  const next = last.text.length === 2 && last.glued && last.value === (first.value + 1) % 100;
  return next ? { end: i + 3, count: 2 } : null;
}

/** "the sixth death for 2015,": nothing is counted behind it. */
const endsPhrase = (r: Reader, i: number): boolean =>
  word(r, i - 1) === 'for' && (r.lex[i]?.value ?? 0) >= 1900 && /^[.,;)]?$/.test(word(r, i + 1));

/** "in 2007 and 2009": a year behind a year. */
function continues(r: Reader, i: number): boolean {
  const [before, year] = [r.lex[i - 2], r.lex[i]?.value ?? 0];
  const joined = /^(and|or|,|&)$/.test(word(r, i - 1)) && before?.text.length === 4 && before.suffix === '';
  return joined && (before?.value ?? 0) >= 1900 && (before?.value ?? 9999) <= year;
}

/** "the 2015 attack": a year before a noun. Round hundreds are more often numbers. */
function describes(r: Reader, i: number): boolean {
  const year = r.lex[i]?.value ?? 0;
  if (year < 1900 || year > toCalendarDay(r.today).year + 10 || year % 100 === 0) return false;
  const next = r.lex[i + 1];
  if (!OWNERS.has(word(r, i - 1)) || next?.kind !== 'word' || next.text.length < 3) return false;
  return (
    !r.times.units.has(next.lower.replace(/s$/, '')) &&
    !/^(people|men|women|children|and|or)$/.test(next.lower)
  );
}

const FUNCTION_WORD =
  /^(and|or|when|while|after|before|to|but|with|by|the|a|an|as|is|was|were|had|has|that|which|who|from|for|on|at|in|of|he|she|it|they|until|it's)$/;

/** Before a noun, "of 1850" and round hundreds are numbers: "in 2000 homes". */
const isPlain = (year: number, lead: string, after: Lexeme): boolean =>
  (year >= 1900 && year % 100 !== 0 && lead !== 'of') ||
  FUNCTION_WORD.test(after.lower) ||
  startsUpper(after.text);

/** "2006: A crush kills 364": a line of a list of years. */
const isHeading = (r: Reader, i: number): boolean =>
  i === 0 && word(r, 1) === ':' && (r.lex[0]?.value ?? 0) >= 1900;

/** A year alone, behind a word that makes it one: "in 2023", "since 2014", "the year 2000". */
export function parseYear(r: Reader, i: number, sure: boolean): Reading | null {
  const lexeme = r.lex[i];
  if (lexeme?.lower === 'year' && r.lex[i + 1]?.kind === 'number') return parseYear(r, i + 1, true);
  if (lexeme?.lower === 'the' && word(r, i + 1) === 'year') return parseYear(r, i + 1, sure);
  if (lexeme?.kind !== 'number' || lexeme.suffix || lexeme.text.length !== 4) return null;
  if (lexeme.value < 1800 || lexeme.value > 2100) return null;
  const after = r.lex[i + 1];
  if (after?.glued && !/[,.;:)'"”’/\-–—?!\]]/.test(after.text)) return null;
  const end = yearSpan(r, i);
  if (end) return aYear(end.end, lexeme.value, false, end.count);
  if (isHeading(r, i)) return aYear(i + 1, lexeme.value, false);
  if (!sure && !YEAR_LEADS.has(word(r, i - 1)) && !describes(r, i) && !continues(r, i) && !endsPhrase(r, i))
    return null;
  if (after?.kind === 'word' && !isPlain(lexeme.value, sure ? '' : word(r, i - 1), after)) return null;
  return aYear(i + 1, lexeme.value, false);
}

/** Where the plural of a round number ends: "1990s", "1990's", "90s"; null when it is none. */
function pluralEnd(r: Reader, i: number): number | null {
  const lexeme = r.lex[i];
  if (lexeme?.kind !== 'number' || lexeme.value % 10 !== 0) return null;
  if (lexeme.suffix === 's') return i + 1;
  return lexeme.suffix === '' && word(r, i + 1) === "'" && word(r, i + 2) === 's' ? i + 3 : null;
}

/** "1990s", "the '90s", "the nineties", "the 1800s". */
export function parseDecade(r: Reader, i: number): Reading | null {
  const lead = word(r, i - 1);
  const named = lead === 'the' ? r.times.decades.get(word(r, i)) : undefined;
  if (named !== undefined) return aYear(i + 1, 1900 + named, false, 10);
  const end = pluralEnd(r, i);
  const value = r.lex[i]?.value ?? 0;
  if (end === null) return null;
  if (value >= 1000 && value <= 2100)
    return aYear(end, value, false, value % 100 === 0 && value < 2000 ? 100 : 10);
  const short = (lead === "'" || lead === 'the') && value <= 90 && end === i + 1;
  return short ? aYear(end, value + (value <= 20 ? 2000 : 1900), false, 10) : null;
}
