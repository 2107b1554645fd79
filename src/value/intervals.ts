import { type Intervals, MOST, NARROW, VAGUE_WORDS, WIDE, WORD_FRACTIONS } from './hedge-rules.ts';
import type { Hedge, Interval } from './value.ts';

/** A quantity as worded. `significance` is the size of the last significant digit: 1 for 24, 1000 for "169,000". */
export interface WordedQuantity {
  nominal: number | null;
  low: number | null;
  high: number | null;
  hedge: Hedge;
  significance: number | null;
  kind: 'count' | 'continuous';
  /** The words of a vague number or a part ("dozens", "several thousand", "two thirds"). */
  word?: string;
}

type Loosening = { readonly step: number; readonly cap: number };

const isWhole = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** w(a, b) = min(a, b · v): how far a value may be loosened. */
const slack = (value: number, step: number, by: Loosening): number =>
  Math.min(by.step * step, by.cap * Math.abs(value));

/** Counts have whole ends, rounded inwards, and never below nothing. */
function tidy(low: number, high: number, counted: boolean): Interval {
  if (!counted) return { low, high };
  const lower = Math.ceil(low - 1e-9);
  const upper = Math.floor(high + 1e-9);
  return lower <= upper ? { low: lower, high: upper } : { low, high };
}

/** A value and what lies so far around it at most. */
export function around(value: number, step: number, by: Loosening, counted: boolean): Interval {
  const width = slack(value, step, by);
  return tidy(value - width, value + width, counted);
}

const point = (value: number): Interval => ({ low: value, high: value });

/** One step beyond a value, where an open bound begins; M = 1 for counts, 0 for what is measured. */
function strict(value: number, step: number, by: Loosening, counted: boolean): { edge: number; far: number } {
  const unit = counted ? 1 : 0;
  return { edge: unit, far: Math.max(unit, slack(value, step, by)) };
}

function below(
  value: number,
  step: number,
  counted: boolean,
  core: Loosening,
  floor: number | null,
): Intervals {
  const near = strict(value, step, core, counted);
  const high = value - near.edge;
  const inner = tidy(value - near.far, high, counted);
  const outer = floor ?? tidy(value - strict(value, step, WIDE, counted).far, high, counted).low ?? high;
  const low = Math.min(outer, inner.low ?? outer, high);
  return { core: inner, halo: { low, high } };
}

function above(value: number, step: number, counted: boolean): Intervals {
  const { edge, far } = strict(value, step, WIDE, counted);
  return { core: tidy(value + edge, value + far, counted), halo: { low: value + edge, high: null } };
}

function bare(value: number, step: number, counted: boolean): Intervals {
  const sharp = counted && step <= 1 && isWhole(value);
  return { core: point(value), halo: sharp ? point(value) : around(value, step, NARROW, counted) };
}

function between(low: number, high: number, step: number, counted: boolean): Intervals {
  const left = around(low, step, NARROW, counted).low ?? low;
  const right = around(high, step, NARROW, counted).high ?? high;
  return { core: { low, high }, halo: { low: Math.min(left, low), high: Math.max(right, high) } };
}

/** Longest vague word that occurs in a text, stretched to the number the text names ("several thousand"). */
function vague(text: string, nominal: number | null): Intervals | null {
  const plain = ` ${text.toLowerCase().replace(/[^a-z]+/gu, ' ')} `;
  let best: string | null = null;
  for (const word of VAGUE_WORDS.keys())
    if (plain.includes(` ${word} `) && word.length > (best?.length ?? 0)) best = word;
  const found = best === null ? undefined : VAGUE_WORDS.get(best);
  const base = found?.core.low;
  if (!found || !base) return null;
  const factor = nominal !== null && nominal > base ? nominal / base : 1;
  const stretch = ({ low, high }: Interval): Interval => ({
    low: (low ?? 0) * factor,
    high: (high ?? 0) * factor,
  });
  return { core: stretch(found.core), halo: stretch(found.halo) };
}

/** "half", "two thirds": a share of one, loosely. */
function worded(text: string, value: number): Intervals | null {
  const plain = text.toLowerCase().trim();
  const most = MOST.get(plain);
  if (most) return most;
  if (
    !/\b(?:half|third|thirds|quarter|quarters|fifths?|fourths?|sixths?|eighths?|tenths?)$/u.test(plain) ||
    value >= 1
  )
    return null;
  const wide = plain.endsWith('half') ? WORD_FRACTIONS.halfHalo : WORD_FRACTIONS.halo;
  const share = (width: number): Interval => ({
    low: Math.max(0, value - width),
    high: Math.min(1, value + width),
  });
  return { core: share(WORD_FRACTIONS.core), halo: share(wide) };
}

function hedged(value: number, step: number, input: WordedQuantity): Intervals {
  const counted = input.kind === 'count';
  switch (input.hedge) {
    case 'about':
      return { core: around(value, step, NARROW, counted), halo: around(value, step, WIDE, counted) };
    case 'at-least':
      return { core: point(value), halo: { low: value, high: null } };
    case 'more-than':
      return above(value, step, counted);
    case 'nearly':
      return below(value, step, counted, NARROW, null);
    case 'at-most':
    case 'up-to':
      return { core: point(value), halo: { low: Math.min(0, value), high: value } };
    case 'less-than':
      return below(value, step, counted, WIDE, Math.min(0, value - (counted ? 1 : 0)));
    case 'between':
      return between(input.low ?? value, Math.max(input.high ?? value, input.low ?? value), step, counted);
    case 'exact':
    case 'implicit':
      return { core: point(value), halo: point(value) };
    default:
      return bare(value, step, counted);
  }
}

const contain = ({ core, halo }: Intervals): Intervals => ({
  core,
  halo: {
    low: halo.low === null || core.low === null ? null : Math.min(halo.low, core.low),
    high: halo.high === null || core.high === null ? null : Math.max(halo.high, core.high),
  },
});

/**
 * Turns a quantity as worded into what the wording asserts (core) inside everything that it allows (halo).
 * Both are closed and never empty. Without a number both are unbounded.
 */
export function toIntervals(input: WordedQuantity): Intervals {
  const { nominal, low, high, hedge, word } = input;
  const value = nominal ?? low ?? high;
  if (word !== undefined && (hedge === 'vague' || value === null)) {
    const found = MOST.get(word.toLowerCase().trim()) ?? vague(word, value);
    if (found) return found;
  }
  if (value === null) return { core: { low: null, high: null }, halo: { low: null, high: null } };
  if (hedge === 'vague')
    return contain({
      core: { low: low ?? value, high: high ?? value },
      halo: { low: low ?? value, high: high ?? value },
    });
  const fraction = word !== undefined && hedge === 'bare' ? worded(word, value) : null;
  if (fraction) return contain(fraction);
  const step = input.significance ?? 1;
  return contain(hedged(value, step > 0 && Number.isFinite(step) ? step : 1, input));
}
