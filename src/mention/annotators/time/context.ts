import type { Document } from '../../../document/document.ts';
import type { Sentence } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { TimeMention } from '../../mention.ts';
import { annotateTimes, type TimeContext } from './time.ts';

/** How far behind its own words a later "since then" may reach, in sentences. */
const MEMORY = 3;
const DASH = /^[-–—)]+$/;

const isWrittenDay = (m: TimeMention): boolean =>
  m.precision === 'day' && m.class === 'window' && m.from !== null && /\d/.test(m.text);

/** The date of "KABUL (Sept. 1) –" or of a block marked as dateline; a bare weekday is none. */
function findDateline(sentence: Sentence, mentions: readonly TimeMention[]): string | null {
  const day = mentions.find(isWrittenDay);
  if (!day) return null;
  if (sentence.kind === 'dateline') return day.from;
  const place = sentence.tokens[0]?.text ?? '';
  if (place.length < 2 || place !== place.toUpperCase() || !/^\p{L}+$/u.test(place)) return null;
  const behind = sentence.tokens.find((token) => token.start >= day.end);
  return day.start - sentence.start <= 80 && behind && DASH.test(behind.text) ? day.from : null;
}

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

/** What the times of a document are read against: its words, dateline and full dates. */
export function readTimeContext(
  sentences: readonly Sentence[],
  document: Pick<Document, 'publishedAt' | 'zone' | 'text'>,
  vocabulary: Vocabulary,
): TimeContext {
  const { publishedAt, zone, text } = document;
  const words = new Set<string>();
  for (const { tokens } of sentences) for (const token of tokens) words.add(token.lower);
  const base: TimeContext = { publishedAt, zone, text, mentions: (word) => words.has(word) };
  const opening = sentences.filter((s) => s.kind === 'dateline' || s.kind === 'body').slice(0, 3);
  const dateline = opening
    .map((sentence) => findDateline(sentence, annotateTimes(sentence, base, vocabulary)))
    .find((day) => day !== null);
  const dated = sentences.filter((s) => s.tokens.some((token) => /^(19|20)\d\d\D?$/.test(token.text)));
  const dates = collectDates(dated.flatMap((sentence) => annotateTimes(sentence, base, vocabulary)));
  return dateline ? { ...base, dates, dateline } : { ...base, dates };
}

/** The times of a whole document, in text order. */
export function annotateDocumentTimes(
  sentences: readonly Sentence[],
  document: Pick<Document, 'publishedAt' | 'zone' | 'text'>,
  vocabulary: Vocabulary,
): TimeMention[] {
  const context = readTimeContext(sentences, document, vocabulary);
  const mentions: TimeMention[] = [];
  let last: { index: number; from: string; to: string | null } | null = null;
  for (const sentence of sentences) {
    const near: TimeContext = last && sentence.index - last.index <= MEMORY ? { ...context, last } : context;
    for (const mention of annotateTimes(sentence, near, vocabulary)) {
      mentions.push(mention);
      if (mention.class === 'window' && mention.from !== null && mention.precision !== 'open')
        last = { index: sentence.index, from: mention.from, to: mention.to };
    }
  }
  return mentions;
}
