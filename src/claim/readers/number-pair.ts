import { startsDigit } from '../../letters.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { type Reading, wordsOf } from '../reading/reading.ts';
import type { Surroundings } from '../scope/context.ts';
import { readScope } from '../scope/scope.ts';
import type { Counted } from '../subject.ts';
import { wordedValue } from '../worded-value.ts';

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
  if (!token || !startsDigit(token.text)) return null;
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

/** What one number of a pair tells, and by which words. */
export interface Side {
  readonly side: 0 | 1;
  readonly predicate: Predicate;
  readonly counted: Counted;
  /** Token of the word that makes the pair mean it. */
  readonly at: number;
  /** Id of the reader, and how sure it is. */
  readonly rule: string;
  readonly certainty: number;
  /** First and last token of the words that prove it. */
  readonly evidence: readonly [number, number];
}

/** The row that one number of a pair makes: a share where its predicate is told in percent, else a count. */
export function draftOfSide(
  reading: Reading,
  pair: NumberPair,
  { side, predicate, counted, at, rule, certainty, evidence }: Side,
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft {
  const asked = { reading, at, agent: null, chunk: null, counted, predicate, lent, vocabulary };
  const { scope, timeClass } = readScope(asked);
  const nominal = side === 0 ? pair.first : pair.second;
  const exactly = { low: nominal, high: nominal };
  const loose = roundingOf(pair, nominal, reading.document.text.slice(...pair.spans[side]));
  const [start, end] = pair.spans[side];
  const isShare = predicate.unit === 'percent' || pair.percent;
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, at, at),
    timeClass,
    subject: { text: counted.text, key: counted.key },
    value: wordedValue(isShare ? 'fraction' : 'quantity', reading.document.text.slice(start, end), {
      nominal,
      unit: isShare ? 'percent' : predicate.unit,
      core: exactly,
      halo: loose,
      role: isShare ? 'fraction' : 'count',
    }),
    quantity: null,
    chunk: reading.chunkOf[side === 0 ? pair.from : pair.to] ?? null,
    scope,
    modality: 'occurred',
    polarity: 'affirmed',
    rule: `${predicate.id}/${rule}`,
    confidence: certainty,
    partOf: null,
    evidence,
    valueSpan: [start, end],
  };
}

/** A share that is written with fewer digits may be rounded: "58.5" is 58.45 to 58.55. */
function roundingOf(
  { percent }: NumberPair,
  nominal: number,
  written: string,
): { low: number; high: number } {
  if (!percent) return { low: nominal, high: nominal };
  const half = 0.5 / 10 ** (written.split('.')[1]?.length ?? 0);
  return { low: nominal - half, high: nominal + half };
}
