import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Camp } from './camp.ts';
import { makePair } from './make-pair.ts';
import { decide } from './rules/index.ts';
import { countGoesOn } from './rules/unordered-update.ts';

/**
 * Whether the figure of one camp became that of a later one, for all the rules of findings can tell: a total that grew, a
 * level that had time to move, a toll that went on being counted.
 */
export function became(
  earlier: Camp,
  later: Camp,
  predicate: Predicate | undefined,
  vocabulary: Vocabulary,
): boolean {
  const rule = decide(
    makePair(earlier, later, { subject: 'figures', predicate, sameQuestion: true }, vocabulary),
  );
  if (rule === countGoesOn) return earlier.side.halo.high < later.side.halo.low;
  return rule?.verdict === 'evolving';
}
