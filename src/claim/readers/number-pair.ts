import type { Reading } from '../reading/reading.ts';

/** Two numbers that are set against each other: "219–213", "52 to 48", "336 votes to 217", "52 % to 48 %". */
export interface NumberPair {
  readonly first: number;
  readonly second: number;
  /** Index of the first and of the last token, both included. */
  readonly from: number;
  readonly to: number;
  /** Offsets of the words of either number. */
  readonly spans: readonly [readonly [number, number], readonly [number, number]];
  readonly percent: boolean;
}

const BETWEEN = /^(?:to|[-–—])$/u;
const PERCENT = /^(?:%|percent|pc)$/u;
/** What may stand behind the first number: "336 votes to 217". */
const BEHIND = /^(?:votes?|voting|%|percent|pc)$/u;
const GLUED = /^(\d{1,3})([-–—])(\d{1,3})$/u;
const NUMBER = /^\d{1,3}(?:\.\d+)?$/u;

/** The pair that begins at a token; null where none does. */
export function pairAt(reading: Reading, from: number): NumberPair | null {
  const token = reading.tokens[from];
  if (!token) return null;
  const glued = GLUED.exec(token.text);
  if (!glued) return NUMBER.test(token.text) ? spacedPair(reading, from) : null;
  const [, first = '', mark = '', second = ''] = glued;
  const middle = token.start + first.length;
  return {
    first: Number(first),
    second: Number(second),
    from,
    to: from,
    spans: [
      [token.start, middle],
      [middle + mark.length, token.end],
    ],
    percent: PERCENT.test(reading.tokens[from + 1]?.lower ?? ''),
  };
}

function spacedPair({ tokens }: Reading, from: number): NumberPair | null {
  let between = from + 1;
  const unit = tokens[between]?.lower ?? '';
  while (BEHIND.test(tokens[between]?.lower ?? '') && between - from < 3) between += 1;
  if (tokens[between]?.lower === 'per' && tokens[between + 1]?.lower === 'cent') between += 2;
  const to = between + 1;
  const [a, b] = [tokens[from], tokens[to]];
  if (!a || !b || !BETWEEN.test(tokens[between]?.lower ?? '') || !NUMBER.test(b.text)) return null;
  const behind = tokens[to + 1]?.lower ?? '';
  return {
    first: Number(a.text),
    second: Number(b.text),
    from,
    to,
    spans: [
      [a.start, a.end],
      [b.start, b.end],
    ],
    percent: PERCENT.test(behind) || PERCENT.test(unit) || behind === 'per',
  };
}
