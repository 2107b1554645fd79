import type { ConsensusStatus, Grade } from '../../consensus/consensus.ts';
import type { Tier, Verdict } from '../../finding/finding.ts';
import type { Hedge } from '../../value/value.ts';

/** Hedges that a language words around a figure; the others say the figure alone. */
export type WordedHedge = Exclude<Hedge, 'exact' | 'bare' | 'vague' | 'implicit'>;

/** All words that an embedded view says in one language. `{n}`, `{a}`, `{b}`, `{time}` and `{who}` are filled in. */
export interface Labels {
  /** BCP 47, for Intl and for the attribute lang. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** Between the names of a list, with its space. */
  comma: string;
  verdict: Record<Verdict, string>;
  status: Record<ConsensusStatus, string>;
  tier: Record<Tier, string>;
  grade: Record<Grade, string>;
  hedge: Record<WordedHedge, string>;
  words: Record<Word, string>;
}

export type Word =
  | 'consensus'
  | 'discrepancies'
  | 'statement'
  | 'scale'
  | 'outlets'
  | 'origins'
  | 'originsAtMost'
  | 'range'
  | 'orMore'
  | 'source'
  | 'data'
  | 'old'
  | 'away'
  | 'loading'
  | 'missing'
  | 'refused'
  | 'nothing'
  | 'nothingDiffers'
  | 'more'
  | 'open'
  | 'newWindow'
  | 'sample';
