/**
 * The trace of an extraction: what was considered, what it came to, and why.
 *
 *   steps  every row that was drawn up or refused
 *   fates  every figure, every other number, every trigger, and every row without a figure, each with one outcome
 *
 * Both in text order. Texts are the document’s, offsets UTF-16 code units.
 */
import type { Reason } from './reasons.ts';
import type { Stage } from './recorder.ts';

/** made: it is a claim. merged: a claim stands for it. refused: nothing came of it. */
export type Verdict = 'made' | 'merged' | 'refused';

export interface Words {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Decision {
  readonly predicate: string | null;
  /** As in a claim’s `extractor.rule`: predicate and shape; null when no rule came so far. */
  readonly rule: string | null;
  readonly verdict: Verdict;
  /** Null for what was made; for the fate of a figure with a generic row, why no predicate took it. */
  readonly reason: Reason | null;
  /** The reason in words. */
  readonly because: string | null;
  /** The claim that it became or was merged into. */
  readonly claim: string | null;
}

/** One candidate row. Its words are the evidence. */
export interface Step extends Words, Decision {
  readonly stage: Stage;
  readonly quantity: Words | null;
  readonly trigger: Words | null;
}

/** What became of one thing in the text. */
export interface Fate extends Words, Decision {
  /** figure: a quantity. number: a numeral that is no quantity. trigger: words that can take a figure. row: a claim without a figure. */
  readonly of: 'figure' | 'number' | 'trigger' | 'row';
  /** The number of a figure; null for everything else, and where it has none. */
  readonly nominal: number | null;
}

export interface Trace {
  readonly steps: readonly Step[];
  readonly fates: readonly Fate[];
}
