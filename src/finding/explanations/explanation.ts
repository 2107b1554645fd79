import { onceEach } from '../../remember.ts';
import type { Camp } from '../camp.ts';
import type { Explanation } from '../finding.ts';
import type { Ground, Pair } from '../pair.ts';
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
  /** Whether it has anything to say of what a rule decides; of all of them otherwise. */
  readonly of?: (rule: Rule) => boolean;
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

const NO_FIGURES: ReadonlySet<Ground> = new Set(['statuses', 'sets', 'answers', 'quotes', 'tones']);

export const isOfFigures = ({ on }: Rule): boolean => on.every((kind) => !NO_FIGURES.has(kind));

/** Whether a rule says that two figures do not meet. */
export const isApart = onceEach((rule: Rule): boolean => APART.has(rule.verdict) && isOfFigures(rule));
