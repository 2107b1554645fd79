import type { Claim } from '../claim/claim.ts';
import type { Cell } from '../group/cells.ts';
import { inOrder } from '../group/group-claims.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

export type { Cell };

/** Everything that verdicts on a topic look up, made once. */
export interface TopicFacts {
  readonly topic: string;
  readonly vocabulary: Vocabulary;
  readonly cells: readonly Cell[];
  /** Predicates and documents under which a number of at least two digits occurs: "4,460 shelters". */
  readonly numbers: ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<string>>>;
  /** Numbers that an article states as a part of another. */
  readonly parts: ReadonlyMap<number, Claim>;
}

export function gatherFacts(
  topic: string,
  cells: readonly Cell[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
): TopicFacts {
  const numbers = new Map<number, Map<string, Set<string>>>();
  const parts = new Map<number, Claim>();
  for (const claim of inOrder(claims)) {
    const { nominal } = claim.value;
    if (nominal === null) continue;
    if (claim.partOf !== null && !parts.has(nominal)) parts.set(nominal, claim);
    if (Math.abs(nominal) < 10) continue;
    const predicates = numbers.get(nominal) ?? new Map<string, Set<string>>();
    if (predicates.size === 0) numbers.set(nominal, predicates);
    const found = predicates.get(claim.predicate.text);
    if (found) found.add(claim.documentId);
    else predicates.set(claim.predicate.text, new Set([claim.documentId]));
  }
  return { topic, vocabulary, cells, numbers, parts };
}
