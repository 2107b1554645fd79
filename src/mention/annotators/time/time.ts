import { isAllLetters } from '../../../letters.ts';
import { onceEach } from '../../../remember.ts';
import { ByForm } from '../../../sentence/by-form.ts';
import type { Sentence } from '../../../sentence/sentence.ts';
import { formatDay, formatMinute, localMinutes, MINUTES_A_DAY, parseDay } from '../../../value/calendar.ts';
import type { Times } from '../../../vocabulary/times.ts';
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
  readonly dateline?: string | undefined;
  /** The document's text, so that a mention repeats its exact blanks; without it gaps are read as blanks. */
  readonly text?: string;
  /** Does the document hold this word (lower-case)? Decides which war "the war" is. */
  readonly mentions?: (word: string) => boolean;
  /** The date that the document gives in full elsewhere, by month and day: "10-07" → "2023-10-07". */
  readonly dateOf?: (monthDay: string) => string | undefined;
  /** The last time that was said before this sentence: what "since then" means. */
  readonly last?: Pick<TimeMention, 'from' | 'to'>;
}

/** A context made ready: computed once for a document. */
export interface TimeReference {
  readonly dated: boolean;
  readonly today: number;
  readonly now: number;
  readonly text: string | undefined;
  readonly known: Reader['known'];
  readonly has: Reader['has'];
}

const never = (): boolean => false;

/** Reads publication time and dateline. A dateline after the day of publication is not believed. */
export function makeTimeReference(context: TimeContext): TimeReference {
  const published = localMinutes(context.publishedAt, context.zone);
  const dateline = context.dateline === undefined ? null : parseDay(context.dateline);
  const day = published === null ? null : dayOf(published);
  const wired = dateline !== null && (day === null || dateline <= day + 1) ? dateline : null;
  const today = wired ?? day ?? 0;
  return {
    dated: (wired ?? day) !== null,
    today,
    now: published !== null && day === today ? published : today * MINUTES_A_DAY,
    text: context.text,
    known: (monthDay) => parseDay(context.dateOf?.(monthDay) ?? ''),
    has: context.mentions ?? never,
  };
}

function makeReader(
  sentence: Sentence,
  text: string,
  reference: TimeReference,
  last: TimeContext['last'],
  vocabulary: Vocabulary,
): Reader {
  const lexemes = lex(text, sentence.start, sentence.tokens);
  const start = last?.from ? parseDay(last.from) : null;
  const end = last?.to ? parseDay(last.to) : null;
  const token = (i: number, fallback: number): number => lexemes[i]?.token ?? fallback;
  // Written out: a spread here was a tenth of the time of this annotator.
  const { today, now, known, has } = reference;
  return {
    today,
    now,
    known,
    has,
    lex: lexemes,
    times: vocabulary.times,
    anchors: vocabulary.anchors,
    tense: (from, to) =>
      readTense(
        sentence.tokens,
        token(from, 0),
        token(to, sentence.tokens.length),
        vocabulary.times,
        sentence.kind === 'headline',
      ),
    last:
      start === null
        ? null
        : { from: start * MINUTES_A_DAY, to: Math.max(end ?? 0, start + 1) * MINUTES_A_DAY },
    points: new Map(),
    simples: new Map(),
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

const FIGURES = /\d{4}|\d0s|\d[/:.]\d/;

/** Whether a word, or a part of it, is one without which a sentence names no time. */
const coresOf = onceEach(
  ({ cores }: Times) =>
    new ByForm(
      ({ lower }) =>
        cores.has(lower) ||
        (lower.length > 1 && !isAllLetters(lower) && (FIGURES.test(lower) || isGlued(lower, cores))),
    ),
);

/** Has the sentence a word without which it names no time? Most have none. */
function mayHoldTime({ tokens }: Sentence, { times }: Vocabulary): boolean {
  const cores = coresOf(times);
  for (const token of tokens) if (cores.of(token)) return true;
  return false;
}

/** "mid-March", "8pm", "1990s", "Nov.", "oct7": a core word with something glued to it. */
function isGlued(lower: string, cores: ReadonlySet<string>): boolean {
  return lower.split(/[^\p{L}]+/u).some((part) => cores.has(part));
}

/** How far behind the first word of an expression its first telling word may stand. */
const LEAD = 6;

const CORE = 1;
const OPENS = 2;
const NAMES = 4;
const marked = new WeakMap<Times, ReadonlyMap<string, number>>();

/** What a word can be for the grammar, a bit each: told by one look-up for every word of a dated sentence. */
function marksOf(times: Times): ReadonlyMap<string, number> {
  const known = marked.get(times);
  if (known) return known;
  const marks = new Map<string, number>();
  const mark = (words: Iterable<string>, bit: number): void => {
    for (const word of words) marks.set(word, (marks.get(word) ?? 0) | bit);
  };
  mark(times.cores, CORE);
  mark(times.openers, OPENS);
  mark(times.names.keys(), NAMES);
  marked.set(times, marks);
  return marks;
}

/**
 * For each lexeme whether an expression may begin there, at a word that opens one with a telling word close behind
 * (OPENS), and whether a name may (NAMES).
 */
function findOpenings(r: Reader): Uint8Array {
  const marks = marksOf(r.times);
  const opens = new Uint8Array(r.lex.length);
  let telling = Number.POSITIVE_INFINITY;
  for (let i = r.lex.length - 1; i >= 0; i--) {
    const lexeme = r.lex[i];
    if (!lexeme) continue;
    const figure = lexeme.kind !== 'word' && lexeme.kind !== 'mark';
    const bits = (marks.get(lexeme.lower) ?? 0) | (figure ? CORE | OPENS : 0);
    if ((bits & CORE) !== 0) telling = i;
    opens[i] = (telling - i <= LEAD ? bits & OPENS : 0) | (bits & NAMES);
  }
  return opens;
}

/** The name of something else that begins at a lexeme, or the expression that does. */
function readAt(
  r: Reader,
  i: number,
  bits: number,
): { name: { end: number } | null; reading: Reading | null } {
  const name = (bits & NAMES) === 0 ? null : findPhrase(r, r.times.names, i);
  return { name, reading: name || (bits & OPENS) === 0 ? null : parseExpression(r, i) };
}

/** The times of one sentence, read against a reference that was made before. */
export function annotateTimesAgainst(
  sentence: Sentence,
  reference: TimeReference,
  last: TimeContext['last'],
  vocabulary: Vocabulary,
): TimeMention[] {
  if (!mayHoldTime(sentence, vocabulary)) return [];
  const text = textOf(sentence, reference.text);
  const reader = makeReader(sentence, text, reference, last, vocabulary);
  const opens = findOpenings(reader);
  const mentions: TimeMention[] = [];
  for (let i = 0; i < reader.lex.length; ) {
    const { name, reading } = readAt(reader, i, opens[i] ?? 0);
    const mention =
      reading && (reference.dated || !reading.anchored)
        ? toMention(reading, i, reader, text, sentence.start)
        : null;
    if (reading && mention) {
      mentions.push(mention);
      if (mention.class === 'window' && reading.from !== null && reading.to !== null) {
        reader.last = { from: reading.from, to: reading.to };
        reader.points.clear();
        reader.simples.clear();
      }
    }
    i = name?.end ?? Math.max(reading?.end ?? 0, i + 1);
  }
  return mentions;
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
  return annotateTimesAgainst(sentence, makeTimeReference(context), context.last, vocabulary);
}
