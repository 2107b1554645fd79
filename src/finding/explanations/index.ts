import type { Explanation } from '../finding.ts';
import type { TopicFacts } from '../topic-facts.ts';
import { type Decided, type Explainer, isApart } from './explanation.ts';
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

const EXPLAINERS: readonly Explainer[] = [
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

/** What may lie behind any finding: most are about figures that meet, or that were never the same. */
const OF_ALL = EXPLAINERS.filter(({ ofApart }) => !ofApart);

/**
 * Whether what lies behind a finding may stand elsewhere in its topic: a number under another predicate, a stated part,
 * how fast a total usually grows. Of any other finding the two sides alone tell it.
 */
export const looksAround = (decided: Decided): boolean =>
  isApart(decided) || (decided.rule.verdict === 'evolving' && decided.pair.timeClass === 'cumulative');

/** What may lie behind a finding, in a fixed order. */
export function explain(decided: Decided, facts: TopicFacts): Explanation[] {
  const found: Explanation[] = [];
  for (const explainer of isApart(decided) ? EXPLAINERS : OF_ALL) {
    const text = explainer.explain(decided, facts);
    if (text !== null) found.push({ kind: explainer.kind, text });
  }
  return found;
}
