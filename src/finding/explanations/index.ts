import { onceEach } from '../../remember.ts';
import type { Explanation } from '../finding.ts';
import type { Rule } from '../rules/rule.ts';
import type { Rulebook, TopicFacts } from '../topic-facts.ts';
import { type Decided, type Explainer, isApart, type WideExplainer } from './explanation.ts';
import { addedLater } from './growth.ts';
import {
  differenceIsStatedPart,
  digitSwap,
  factorOfTen,
  partRaisesFloor,
  partsAddUp,
  sameNumberElsewhere,
} from './numbers.ts';
import { additive, asOfGap, inclusionRule, missingDimension } from './scope.ts';
import { floorGap, hedgeCap, hedgeDropped } from './wording.ts';

const EXPLAINERS: readonly WideExplainer[] = [
  missingDimension,
  asOfGap,
  hedgeDropped,
  sameNumberElsewhere,
  digitSwap,
  factorOfTen,
  differenceIsStatedPart,
  partsAddUp,
  partRaisesFloor,
  addedLater,
  inclusionRule,
  additive,
  floorGap,
  hedgeCap,
];

/** Those of findings that need no look around, in the same order. */
const OF_SIDES: readonly Explainer[] = [
  missingDimension,
  asOfGap,
  hedgeDropped,
  partsAddUp,
  partRaisesFloor,
  inclusionRule,
  additive,
  floorGap,
];

/** Those that have anything to say of what a rule decides: two or three of most. */
const forRules = <Facts>(explainers: readonly Explainer<Facts>[]) =>
  onceEach((rule: Rule) => explainers.filter(({ of }) => of === undefined || of(rule)));
const ofAll = forRules(EXPLAINERS);
const ofSides = forRules(OF_SIDES);

/**
 * Whether what lies behind a finding may stand elsewhere in its topic: a number under another predicate, a stated part,
 * how fast a total usually grows. Of any other finding the two sides alone tell it.
 */
export const looksAround = (decided: Decided): boolean =>
  isApart(decided.rule) || (decided.rule.verdict === 'evolving' && decided.pair.timeClass === 'cumulative');

/** What may lie behind a finding that needs no look around, in a fixed order. */
export const explainSides = (decided: Decided, rulebook: Rulebook): Explanation[] =>
  tell(ofSides(decided.rule), decided, rulebook);

/** What may lie behind a finding, in a fixed order. */
export const explain = (decided: Decided, facts: TopicFacts): Explanation[] =>
  tell(ofAll(decided.rule), decided, facts);

function tell<Facts>(explainers: readonly Explainer<Facts>[], decided: Decided, facts: Facts): Explanation[] {
  const found: Explanation[] = [];
  for (const explainer of explainers) {
    const text = explainer.explain(decided, facts);
    if (text !== null) found.push({ kind: explainer.kind, text });
  }
  return found;
}
