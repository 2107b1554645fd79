import type { ConflictSubtype, Verdict } from '../finding.ts';
import type { Pair } from '../pair.ts';

/** What an example says about its pair; all else is ordinary: two outlets, two origins, one question, one moment. */
export type Given = Partial<Omit<Pair, 'a' | 'b'>>;

/** Two statements as a person notes them down: `24`, `≥24`, `>24`, `≤24`, `~20`, `[10,15]`, `{egypt,qatar}`, `“arrived”`. */
export type Example = readonly [a: string, b: string, given?: Given];

/** One question about a pair, and the verdict when the answer is yes. The first rule of the list that matches decides. */
export interface Rule {
  readonly id: string;
  readonly verdict: Verdict;
  readonly subtype?: ConflictSubtype;
  readonly when: (pair: Pair) => boolean;
  /** The reason in one sentence. */
  readonly because: (pair: Pair) => string;
  /** `takes` must match this rule and no earlier one; `leaves` must not match it. */
  readonly examples: { readonly takes: readonly Example[]; readonly leaves: readonly Example[] };
}
