import { type Ground, groundOf, type Pair } from '../pair.ts';
import * as agree from './agree.ts';
import * as compatible from './compatible.ts';
import * as conflict from './conflict.ts';
import * as differentScope from './different-scope.ts';
import { heardDifferently } from './divergent-quote.ts';
import * as evolving from './evolving.ts';
import { toldDifferently } from './framing-difference.ts';
import { noCommonScale } from './not-comparable.ts';
import { leftOut } from './omission.ts';
import { misquoted } from './origin-inconsistent.ts';
import * as part from './part-of.ts';
import * as party from './party-dispute.ts';
import { sharperFigure } from './refines.ts';
import * as revised from './revised.ts';
import type { Rule } from './rule.ts';
import * as unclear from './unclear-scope.ts';
import * as unordered from './unordered-update.ts';

/** The decision table: the first rule that matches decides. */
export const RULES: readonly Rule[] = [
  noCommonScale,
  part.statedPart,
  differentScope.differentThings,
  differentScope.addedOnTop,
  unordered.noneYet,
  conflict.partExceedsWhole,
  compatible.sameFigureReworded,
  part.partOfWhole,
  compatible.roomForBothInPart,
  differentScope.partlyDifferentThings,
  agree.sameFigureIfSameScope,
  compatible.roomForBothIfSameScope,
  evolving.grownIfSamePlace,
  evolving.movedIfSamePlace,
  part.partIfSameScope,
  unclear.missingScope,
  agree.sameFigure,
  sharperFigure,
  compatible.roomForBoth,
  evolving.grown,
  evolving.moved,
  evolving.ebbed,
  revised.corrected,
  unclear.inferredScope,
  unordered.countGoesOn,
  conflict.contradictsItself,
  conflict.totalFell,
  unordered.noOrder,
  unordered.countedMeanwhile,
  misquoted,
  party.partiesDiffer,
  conflict.cannotBothBeTrue,
  evolving.advanced,
  revised.takenBack,
  conflict.statusFell,
  unordered.noOrderOfStatuses,
  party.partyRejects,
  conflict.yesAndNo,
  conflict.listsExclude,
  leftOut,
  heardDifferently,
  toldDifferently,
];

/** The rules of each kind of pair, in the order of the table. */
const OF_KIND: ReadonlyMap<Ground, readonly Rule[]> = new Map(
  RULES.flatMap(({ on }) => on).map((kind) => [kind, RULES.filter(({ on }) => on.includes(kind))]),
);
const NONE: readonly Rule[] = [];

/** The rule that decides a pair; null when nothing about it is worth saying. */
export function decide(pair: Pair): Rule | null {
  for (const rule of OF_KIND.get(groundOf(pair)) ?? NONE) if (rule.when(pair)) return rule;
  return null;
}
