import type { Document } from '../../../document/document.ts';
import { gather } from '../../../each-as.ts';
import { isAllLetters, startsLetter, startsLower } from '../../../letters.ts';
import type { Sentence, Token } from '../../../sentence/sentence.ts';
import { localMinutes, MINUTES_A_DAY, parseDay } from '../../../value/calendar.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { TimeMention } from '../../mention.ts';
import { annotateTimesAgainst, makeTimeReference, type TimeContext } from './time.ts';

/** How far behind its own words a later "since then" may reach, in sentences. */
const MEMORY = 3;
const DATED = /\d{4}|\d[/.-]\d/;
/** How many words may stand before the date of a dateline. */
const FURTHEST = 12;
const DASH = /^[-–—)]+$/;
/** Lines from the top in which a dateline may stand. */
const TOP = 8;
/** A dateline without a year that lies further back is not believed, in days. */
const STALE = 60;

const isWrittenDay = (m: TimeMention): boolean =>
  m.precision === 'day' && m.class === 'window' && m.from !== null && /\d/.test(m.text);

/** Words that may stand before the date on the first line of an article. */
const OPENING = /^(published|updated|posted|date|of|publication|last|at|on|by|first|created|[:,|–-])$/i;

/** Whether a sentence goes on behind its day, as in "October 7, 2023 was a Saturday": a note of the date stands alone. */
function goesOn({ tokens }: Sentence, day: TimeMention): boolean {
  const next = tokens.find(({ start, text }) => start >= day.end && startsLetter(text));
  return next !== undefined && startsLower(next.text) && !OPENING.test(next.text);
}

/** The date of "KABUL (Sept. 1) –", "Published 5 July 2015" or of a block marked as dateline; a bare weekday is none. */
function findDateline(
  sentence: Sentence,
  mentions: readonly TimeMention[],
  isStale: (day: string) => boolean,
): string | null {
  const day = mentions.find(isWrittenDay);
  if (!day || (day.anchored && isStale(day.from ?? ''))) return null;
  if (sentence.kind === 'dateline') return day.from;
  const before = sentence.tokens.filter((token) => token.end <= day.start);
  const noted =
    !day.anchored &&
    (before.length === 0 || /^(published|updated|posted|date)$/i.test(before[0]?.text ?? ''));
  if (noted && before.every((token) => OPENING.test(token.text)))
    return before.length === 0 && goesOn(sentence, day) ? null : day.from;
  const place = before[0]?.text ?? '';
  if (place.length < 2 || place !== place.toUpperCase() || !/^\p{L}+$/u.test(place)) return null;
  if (before.length > FURTHEST || !before.every((token) => /^[\p{Lu}(),./-]/u.test(token.text))) return null;
  const behind = sentence.tokens.filter((token) => token.start >= day.end).slice(0, 8);
  // "AFP Friday 1 Jul 2016", and nothing else.
  return behind.length === 0 || behind.some((token) => DASH.test(token.text)) ? day.from : null;
}

/**
 * Whether a sentence may open with a dateline: by a date, by a word such as "Published", or by a place in capitals. Most
 * sentences do not, and need not be read for it.
 */
function mayOpenDated({ kind, tokens }: Sentence, { times }: Vocabulary): boolean {
  const first = tokens[0];
  if (first === undefined || kind === 'dateline') return first !== undefined;
  const word = isAllLetters(first.text);
  const opens =
    !word ||
    first.text === first.text.toUpperCase() ||
    times.openers.has(first.lower) ||
    OPENING.test(first.text);
  return opens && tokens.slice(0, FURTHEST + 2).some((token) => isDatelike(token, times));
}

/** "Sept", "oct.", "1/9", "2011": some such word is part of every day that is written with figures. */
const isDatelike = ({ lower }: Token, { months }: Vocabulary['times']): boolean =>
  months.has(lower) ||
  (!isAllLetters(lower) && (DATED.test(lower) || months.has(lower.replace(/\P{L}+/gu, ''))));

/** Days that the document writes with their year, by month and day; a day written with two years is left out. */
function collectDates(mentions: readonly TimeMention[]): Map<string, string> {
  const dates = new Map<string, string>();
  const torn = new Set<string>();
  for (const mention of mentions) {
    if (mention.anchored || !isWrittenDay(mention) || mention.from === null) continue;
    const key = mention.from.slice(5);
    if (dates.has(key) && dates.get(key) !== mention.from) torn.add(key);
    dates.set(key, mention.from);
  }
  for (const key of torn) dates.delete(key);
  return dates;
}

const hasYear = ({ tokens }: Sentence): boolean =>
  tokens.some(({ text }) => (text.length === 4 || text.length === 5) && /^(19|20)\d\d\D?$/.test(text));

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

/** What the times of a document are read against: its words, dateline and full dates. */
export function readTimeContext(
  sentences: readonly Sentence[],
  document: Pick<Document, 'publishedAt' | 'zone' | 'text'>,
  vocabulary: Vocabulary,
): TimeContext {
  const { publishedAt, zone, text } = document;
  let words: ReadonlySet<string> | null = null;
  const mentions = (word: string): boolean => {
    words ??= new Set(gather(sentences, ({ tokens }) => tokens.map((token) => token.lower)));
    return words.has(word);
  };
  const base: TimeContext = { publishedAt, zone, text, mentions };
  const published = (localMinutes(publishedAt, zone) ?? Number.NaN) / MINUTES_A_DAY;
  const isStale = (day: string): boolean => published - (parseDay(day) ?? 0) > STALE;
  const reference = makeTimeReference(base);
  const read = (sentence: Sentence) => annotateTimesAgainst(sentence, reference, undefined, vocabulary);
  const opening = sentences.filter((s) => s.kind === 'dateline' || s.kind === 'body').slice(0, TOP);
  const dateline = firstOf(opening, (sentence) =>
    mayOpenDated(sentence, vocabulary) ? findDateline(sentence, read(sentence), isStale) : null,
  );
  // Only a day without its year asks for the full dates: most documents never read their dated sentences twice.
  let dates: ReadonlyMap<string, string> | null = null;
  const dateOf = (monthDay: string): string | undefined => {
    dates ??= collectDates(gather(sentences.filter(hasYear), read));
    return dates.get(monthDay);
  };
  // Written out: each spread makes a shape of its own.
  return { publishedAt, zone, text, mentions, dateOf, dateline: dateline ?? undefined };
}

/** The times of a whole document, in text order. */
export function annotateDocumentTimes(
  sentences: readonly Sentence[],
  document: Pick<Document, 'publishedAt' | 'zone' | 'text'>,
  vocabulary: Vocabulary,
): TimeMention[] {
  const context = readTimeContext(sentences, document, vocabulary);
  const reference = makeTimeReference(context);
  const mentions: TimeMention[] = [];
  let last: { index: number; from: string; to: string | null } | null = null;
  for (const sentence of sentences) {
    const near = last && sentence.index - last.index <= MEMORY ? last : undefined;
    const found: TimeMention[] = annotateTimesAgainst(sentence, reference, near, vocabulary);
    for (const mention of found) {
      mentions.push(mention);
      if (mention.class === 'window' && mention.from !== null && mention.precision !== 'open')
        last = { index: sentence.index, from: mention.from, to: mention.to };
    }
  }
  return mentions;
}
