import type { Camp } from '../camp.ts';
import type { Explanation } from '../finding.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rules/rule.ts';
import type { Rulebook, TopicFacts } from '../topic-facts.ts';

/** A pair with its verdict. */
export interface Decided {
  readonly pair: Pair;
  readonly rule: Rule;
  readonly a: Camp;
  readonly b: Camp;
}

/** What may lie behind a finding. It never changes the verdict. `Facts`: what it looks up. */
export interface Explainer<Facts = Rulebook> {
  readonly kind: Explanation['kind'];
  /** Whether only two figures that do not meet need it. */
  readonly ofApart?: boolean;
  /** The explanation in a sentence; null when it does not apply. */
  readonly explain: (decided: Decided, facts: Facts) => string | null;
}

/** One that the two sides alone do not tell. */
export type WideExplainer = Explainer<TopicFacts>;

const APART: ReadonlySet<Rule['verdict']> = new Set([
  'conflict',
  'origin-inconsistent',
  'party-dispute',
  'unordered-update',
  'unclear-scope',
  'revised',
]);

/** Whether a verdict says that two figures do not meet. */
export const isApart = ({ pair, rule }: Decided): boolean =>
  pair.subject === 'figures' && APART.has(rule.verdict);
