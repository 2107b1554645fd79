import { firstOfMonth, toCalendarDay, toDayNumber, weekStart } from '../../../value/calendar.ts';
import { parseMonth, parseYearBehind } from './dates.ts';
import type { Lexeme } from './lex.ts';
import { capital, days, type Reader, type Reading, skip, word } from './reading.ts';

/** Words behind which a bare month or year is one. */
const BOTH =
  'in since during by until till of from through before after between to early mid late throughout';
const MONTH_LEADS = new Set(`${BOTH} last next this and - – each for`.split(' '));
const YEAR_LEADS = new Set(`${BOTH} year circa`.split(' '));
const ARTICLES = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their']);
const OWNERS = new Set(['the', 'a', 's', 'this', 'that', 'his', 'her', 'its', 'their', 'our', 'my']);
const SHIFTS: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  past: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
};

const shiftOf = (r: Reader, i: number): number | undefined =>
  Object.hasOwn(SHIFTS, word(r, i)) ? SHIFTS[word(r, i)] : undefined;

const aMonth = (end: number, year: number, month: number, anchored: boolean): Reading | null =>
  days(end, firstOfMonth(year, month), firstOfMonth(year, month, 1), 'month', anchored);

/** A whole year. */
export const aYear = (end: number, year: number, anchored: boolean, count = 1): Reading | null =>
  days(end, toDayNumber(year, 1, 1), toDayNumber(year + count, 1, 1), 'year', anchored);

/** "last October", "this May", "next March". */
function shiftMonth(r: Reader, month: number, shift: number, end: number): Reading | null {
  const now = toCalendarDay(r.today);
  if (shift === 0) return aMonth(end, now.year, month, true);
  const within = shift < 0 ? month < now.month : month > now.month;
  return aMonth(end, now.year + (within ? 0 : shift), month, true);
}

/** A month alone is one only behind a word such as "in", or as an owner: "May's vote". */
function standsAlone(r: Reader, i: number, end: number): boolean {
  if (r.lex[end]?.kind === 'number' || r.lex[end]?.kind === 'figure') return false;
  if (MONTH_LEADS.has(word(r, i - 1))) return true;
  if (word(r, end) === "'" && word(r, end + 1) === 's') return word(r, i).length > 3 && !capital(r, i - 1);
  if (/^[-–—]$/.test(word(r, end)) && r.times.months.has(word(r, end + 1))) return true;
  const noun = /^\p{Ll}/u.test(r.lex[end]?.text ?? '') && r.lex[end]?.kind === 'word';
  return noun && ARTICLES.has(word(r, i - 1)) && !/^(to|and|or|of|in|on|at)$/.test(word(r, end));
}

/** A month: "March 2023", "in October", "last October", "October of last year". */
export function parseMonthPeriod(r: Reader, i: number, year?: number): Reading | null {
  const shift = shiftOf(r, i);
  const first = shift === undefined ? i : i + 1;
  const name = parseMonth(r, first);
  if (!name || !capital(r, first)) return null;
  if (shift !== undefined) return shiftMonth(r, name.month, shift, name.end);
  const behind = parseYearBehind(r, name.end);
  if (behind) return aMonth(behind.end, behind.year, name.month, behind.relative);
  if (!standsAlone(r, i, name.end)) return null;
  const now = toCalendarDay(r.today);
  const ahead = r.tense(i, name.end) === 'future';
  const turn = ahead ? Number(name.month < now.month) : -Number(name.month > now.month);
  const reading = aMonth(name.end, year ?? now.year + turn, name.month, true);
  return reading && { ...reading, yearless: true };
}

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
  /^\p{Lu}/u.test(after.text);

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
function parseDecade(r: Reader, i: number): Reading | null {
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

/** "spring 2024", "the summer of 2014", "last winter". A bare season is too loose to date anything. */
function parseSeason(r: Reader, i: number): Reading | null {
  const shift = shiftOf(r, i);
  const start = shift === undefined ? i : i + 1;
  const season = r.times.seasons.get(word(r, start));
  if (!season) return null;
  const now = toCalendarDay(r.today);
  const behind = shift === undefined ? parseYearBehind(r, start + 1) : null;
  const make = (end: number, year: number, anchored: boolean): Reading | null =>
    days(end, firstOfMonth(year, season[0]), firstOfMonth(year, season[1]), 'season', anchored);
  if (behind) return make(behind.end, behind.year, behind.relative);
  if (shift === undefined) return null;
  const begun = now.month >= season[0] ? now.year : now.year - 1;
  const over = firstOfMonth(begun, season[1]) <= r.today;
  const year = shift < 0 ? (over ? begun : begun - 1) : shift === 0 ? now.year : over ? begun + 1 : now.year;
  return make(start + 1, shift > 0 && firstOfMonth(year, season[0]) <= r.today ? year + 1 : year, true);
}

/** "Q1": which quarter, and the lexeme behind it. */
function parseShortQuarter(r: Reader, i: number): { nth: number; end: number } | null {
  const next = r.lex[i + 1];
  const nth = word(r, i) === 'q' && next?.glued && next.text.length === 1 ? next.value : 0;
  return nth >= 1 && nth <= 4 ? { nth, end: i + 2 } : null;
}

/** "the first quarter", "the 2nd half": which, of how many months, and the lexeme behind it. */
function parseLongQuarter(r: Reader, i: number): { nth: number; end: number; months: number } | null {
  const digits = /^([1-4])(?:st|nd|rd|th)$/.exec(word(r, i))?.[1];
  const nth = r.times.ordinals.get(word(r, i)) ?? (digits ? Number(digits) : 0);
  const months = { quarter: 3, half: 6 }[word(r, i + 1)];
  return months && nth >= 1 && nth * months <= 12 ? { nth, end: i + 2, months } : null;
}

/** "the first quarter", "Q1 2023", "2023 Q1", "the second half of 2023". Without a year: the last one that has begun. */
function parseQuarter(r: Reader, i: number): Reading | null {
  const lead = r.lex[i];
  const dated =
    lead?.text.length === 4 && lead.value >= 1900 ? parseShortQuarter(r, skip(r, i + 1, '-')) : null;
  const short = dated ?? parseShortQuarter(r, i);
  const found = short ? { ...short, months: 3 } : parseLongQuarter(r, i);
  if (!found) return null;
  const behind = dated ? null : parseYearBehind(r, skip(r, found.end, '-'));
  if (!behind && !dated && found.months === 6) return null;
  const now = toCalendarDay(r.today);
  const index = (found.nth - 1) * found.months + 1;
  const year = dated ? (lead?.value ?? 0) : (behind?.year ?? (index > now.month ? now.year - 1 : now.year));
  const [from, to] = [firstOfMonth(year, index), firstOfMonth(year, index, found.months)];
  return days(behind?.end ?? found.end, from, to, 'season', !dated && (behind?.relative ?? true));
}

/** "last week", "this month", "next year"; `shift` stands for another word before the unit. */
export function parseUnitPeriod(r: Reader, i: number, shift = shiftOf(r, i)): Reading | null {
  if (shift === undefined) return null;
  const now = toCalendarDay(r.today);
  const end = i + 2;
  switch (word(r, i + 1)) {
    case 'week': {
      const start = weekStart(r.today) + shift * 7;
      return days(end, start, start + 7, 'week', true);
    }
    case 'month':
      return days(
        end,
        firstOfMonth(now.year, now.month, shift),
        firstOfMonth(now.year, now.month, shift + 1),
        'month',
        true,
      );
    case 'quarter': {
      const first = Math.floor((now.month - 1) / 3) * 3 + 1 + shift * 3;
      return days(
        end,
        firstOfMonth(now.year, 1, first - 1),
        firstOfMonth(now.year, 1, first + 2),
        'season',
        true,
      );
    }
    case 'year':
      return aYear(end, now.year + shift, true);
    case 'decade':
      return aYear(end, (Math.floor(now.year / 10) + shift) * 10, true, 10);
    default:
      return null;
  }
}

/** A period longer than a day; `sure`: the words before it leave no doubt that a bare number is a year. */
export function parsePeriod(r: Reader, i: number, sure = false, year?: number): Reading | null {
  return (
    parseMonthPeriod(r, i, year) ??
    parseSeason(r, i) ??
    parseQuarter(r, i) ??
    parseUnitPeriod(r, i) ??
    parseDecade(r, i) ??
    parseYear(r, i, sure)
  );
}
