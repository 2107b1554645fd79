import type { Explanation } from '../finding.ts';
import type { TopicFacts } from '../topic-facts.ts';
import type { Decided, Explainer } from './explanation.ts';
import { addedLater } from './growth.ts';
import { differenceIsStatedPart, digitSwap, factorOfTen, sameNumberElsewhere } from './numbers.ts';
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
  addedLater,
  inclusionRule,
  additive,
  floorGap,
  hedgeCap,
];

/** What may lie behind a finding, in a fixed order. */
export function explain(decided: Decided, facts: TopicFacts): Explanation[] {
  const found: Explanation[] = [];
  for (const { kind, explain: ask } of EXPLAINERS) {
    const text = ask(decided, facts);
    if (text !== null) found.push({ kind, text });
  }
  return found;
}
