import type { Sentence } from '../../../sentence/sentence.ts';
import { formatDay, formatMinute, localMinutes, MINUTES_A_DAY, parseDay } from '../../../value/calendar.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { TimeMention } from '../../mention.ts';
import { parseExpression } from './expressions.ts';
import { lex, textOf } from './lex.ts';
import { dayOf, findPhrase, type Reader, type Reading } from './reading.ts';
import { readTense } from './tense.ts';

/** What the words of time in a sentence are read against. */
export interface TimeContext {
  /** RFC 3339. */
  readonly publishedAt: string;
  /** IANA zone of the events. */
  readonly zone: string;
  /** Day of the dateline, YYYY-MM-DD: "today" and weekdays are told from it. */
  readonly dateline?: string;
  /** The document's text, so that a mention repeats its exact blanks; without it gaps are read as blanks. */
  readonly text?: string;
  /** Does the document hold this word (lower-case)? Decides which war "the war" is. */
  readonly mentions?: (word: string) => boolean;
  /** Dates that the document gives in full, by month and day: "10-07" → "2023-10-07". */
  readonly dates?: ReadonlyMap<string, string>;
  /** The last time that was said before this sentence: what "since then" means. */
  readonly last?: Pick<TimeMention, 'from' | 'to'>;
}

const never = (): boolean => false;

function makeReader(
  sentence: Sentence,
  context: TimeContext,
  vocabulary: Vocabulary,
): Reader & { dated: boolean } {
  const published = localMinutes(context.publishedAt, context.zone);
  const dateline = context.dateline === undefined ? null : parseDay(context.dateline);
  const day = published === null ? null : dayOf(published);
  const wired = dateline !== null && (day === null || dateline <= day + 1) ? dateline : null;
  const today = wired ?? day;
  const lexemes = lex(textOf(sentence, context.text), sentence.start, sentence.tokens);
  const start = context.last?.from ? parseDay(context.last.from) : null;
  const token = (i: number, fallback: number): number => lexemes[i]?.token ?? fallback;
  return {
    lex: lexemes,
    times: vocabulary.times,
    anchors: vocabulary.anchors,
    dated: today !== null,
    today: today ?? 0,
    now: published !== null && dayOf(published) === today ? published : (today ?? 0) * MINUTES_A_DAY,
    known: (monthDay) => parseDay(context.dates?.get(monthDay) ?? ''),
    has: context.mentions ?? never,
    tense: (from, to) =>
      readTense(
        sentence.tokens,
        token(from, 0),
        token(to, sentence.tokens.length),
        vocabulary.times,
        sentence.kind === 'headline',
      ),
    last: start === null ? null : { from: start * MINUTES_A_DAY, to: (start + 1) * MINUTES_A_DAY },
  };
}

/** Minutes as a day where both ends are midnights, as a minute otherwise; undefined outside of the years 0–9999. */
function write(minutes: number | null, whole: boolean): string | null | undefined {
  if (minutes === null) return null;
  return (whole ? formatDay(minutes / MINUTES_A_DAY) : formatMinute(minutes)) ?? undefined;
}

function toMention(
  reading: Reading,
  first: number,
  r: Reader,
  text: string,
  offset: number,
): TimeMention | null {
  const start = r.lex[first]?.start;
  const end = r.lex[reading.end - 1]?.end;
  const { from, to } = reading;
  if (
    start === undefined ||
    end === undefined ||
    end <= start ||
    (from !== null && to !== null && from >= to)
  )
    return null;
  const timed = reading.precision === 'minute' || reading.precision === 'part-of-day';
  const whole = !timed && (from ?? 0) % MINUTES_A_DAY === 0 && (to ?? 0) % MINUTES_A_DAY === 0;
  const [low, high] = [write(from, whole), write(to, whole)];
  if (low === undefined || high === undefined) return null;
  return {
    kind: 'time',
    start,
    end,
    text: text.slice(start - offset, end - offset),
    from: low,
    to: high,
    class: reading.class ?? 'window',
    precision: reading.precision,
    anchored: reading.anchored,
  };
}

/**
 * The times of a sentence, in text order, without overlap. Relative words are read against the publication in its
 * zone; without a readable publication time only absolute dates are given. Never throws.
 */
export function annotateTimes(
  sentence: Sentence,
  context: TimeContext,
  vocabulary: Vocabulary,
): TimeMention[] {
  const reader = makeReader(sentence, context, vocabulary);
  const text = textOf(sentence, context.text);
  const mentions: TimeMention[] = [];
  for (let i = 0; i < reader.lex.length; ) {
    const name = findPhrase(reader, reader.times.names, i);
    if (name) {
      i = name.end;
      continue;
    }
    const reading = parseExpression(reader, i);
    const usable = reading && (reader.dated || !reading.anchored) ? reading : null;
    const mention = usable && toMention(usable, i, reader, text, sentence.start);
    if (mention) {
      mentions.push(mention);
      if (mention.class === 'window' && usable.from !== null && usable.to !== null)
        reader.last = { from: usable.from, to: usable.to };
    }
    i = reading && reading.end > i ? reading.end : i + 1;
  }
  return mentions;
}
