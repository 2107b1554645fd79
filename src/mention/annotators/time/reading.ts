import { startsUpper } from '../../../letters.ts';
import { MINUTES_A_DAY } from '../../../value/calendar.ts';
import type { Anchors, PhraseBook, Times } from '../../../vocabulary/times.ts';
import type { TimeClass, TimeMention } from '../../mention.ts';
import type { Lexeme } from './lex.ts';

export type Precision = TimeMention['precision'];
/** Where the clause lies: behind or ahead of the publication, or either. */
export type Direction = 'past' | 'perhaps' | 'future';

/** What the grammar sees at one place of one sentence. */
export interface Reader {
  readonly lex: readonly Lexeme[];
  readonly times: Times;
  readonly anchors: Anchors;
  /** Day of publication (or of the dateline), as a day number. */
  readonly today: number;
  /** Time of publication in minutes. */
  readonly now: number;
  /** Day of a month-day ("10-07") that the document gives with its year elsewhere. */
  readonly known: (monthDay: string) => number | null;
  /** Does the document hold this word (lower-case)? */
  readonly has: (word: string) => boolean;
  /** Direction of the clause around a stretch of lexemes; null when no verb tells. */
  readonly tense: (from: number, to: number) => Direction | null;
  /** The last day or window said before this place. */
  last: { readonly from: number; readonly to: number } | null;
  /** What was read before, until `last` changes: the rules ask for the same place many times. */
  readonly points: Map<number, Reading | null>;
  readonly simples: Map<number, Reading | null>;
}

/** The reading at a lexeme, made once. */
export function once(
  known: Map<number, Reading | null>,
  i: number,
  read: () => Reading | null,
): Reading | null {
  const before = known.get(i);
  if (before !== undefined) return before;
  const made = read();
  known.set(i, made);
  return made;
}

/** A stretch of time in minutes, [from, to), and the lexeme after its words. */
export interface Reading {
  readonly end: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly precision: Precision;
  readonly anchored: boolean;
  readonly class?: TimeClass;
  /** The year was not written: it may be taken from the other end of a range. */
  readonly yearless?: boolean;
}

export const word = (r: Reader, i: number): string => r.lex[i]?.lower ?? '';
export const capital = (r: Reader, i: number): boolean => startsUpper(r.lex[i]?.text ?? '');
/** Skips one optional word. */
export function skip(r: Reader, i: number, ...words: readonly string[]): number {
  const here = r.lex[i]?.lower;
  for (let k = 0; k < words.length; k += 1) if (words[k] === here) return i + 1;
  return i;
}

/** A reading of whole days, [from, to) in day numbers. */
export function days(
  end: number,
  from: number | null,
  to: number | null,
  precision: Precision,
  anchored: boolean,
): Reading | null {
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  const scale = (value: number | null): number | null => (value === null ? null : value * MINUTES_A_DAY);
  return { end, from: scale(from), to: scale(to), precision, anchored };
}

export const aDay = (end: number, day: number | null, anchored: boolean): Reading | null =>
  day === null ? null : days(end, day, day + 1, 'day', anchored);

export const dayOf = (minutes: number): number => Math.floor(minutes / MINUTES_A_DAY);

/** The longest phrase of a book that begins at a lexeme. */
export function findPhrase<T>(
  r: Reader,
  book: PhraseBook<T>,
  i: number,
): { end: number; values: T[] } | null {
  const rows = book.get(word(r, i));
  if (!rows) return null;
  let end = 0;
  const values: T[] = [];
  for (const { words, value } of rows) {
    if (end > 0 && i + words.length !== end) continue;
    if (words.every((text, k) => word(r, i + k) === text)) {
      end = i + words.length;
      values.push(value);
    }
  }
  return end > 0 ? { end, values } : null;
}
