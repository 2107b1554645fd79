import type { ConflictSubtype, Verdict } from '../finding.ts';
import type { Ground, Pair } from '../pair.ts';

/** What an example says about its pair; all else is ordinary: two outlets, two origins, one question, one moment. */
export type Given = Partial<Omit<Pair, 'a' | 'b'>>;

/** Two statements as a person notes them down: `24`, `≥24`, `>24`, `≤24`, `~20`, `[10,15]`, `{egypt,qatar}`, `“arrived”`. */
export type Example = readonly [a: string, b: string, given?: Given];

/** One of two figures counts a part of what the other counts. */
export const NESTED: readonly Ground[] = ['inside', 'contains'];
/** Two figures of one kind, however their scopes stand. */
export const COMPARABLE: readonly Ground[] = [
  ...NESTED,
  'disjoint',
  'overlaps',
  'unknown',
  'shared',
  'apart',
];
/** Of a rule that takes all pairs of its kinds. */
export const always = (): boolean => true;

/** One question about a pair, and the verdict when the answer is yes. The first rule of the list that matches decides. */
export interface Rule {
  readonly id: string;
  readonly verdict: Verdict;
  readonly subtype?: ConflictSubtype;
  /** The kinds of pairs that it is asked about. */
  readonly on: readonly Ground[];
  readonly when: (pair: Pair) => boolean;
  /** The reason in one sentence. */
  readonly because: (pair: Pair) => string;
  /** `takes` must match this rule and no earlier one; `leaves` must not match it. */
  readonly examples: { readonly takes: readonly Example[]; readonly leaves: readonly Example[] };
}
