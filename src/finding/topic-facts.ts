import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Group } from '../group/group.ts';
import { inOrder } from '../group/group-claims.ts';
import { findTextReuse } from '../group/text-reuse.ts';
import { type Statement, statementsOf, type Voices, voicesOf } from '../group/voices.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A group with its claims at hand. */
export interface Cell {
  readonly group: Group;
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
  readonly voices: Voices;
  readonly predicate: Predicate | undefined;
}

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
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  vocabulary: Vocabulary,
): TopicFacts {
  const sorted = inOrder(claims);
  const byId = new Map(sorted.map((claim) => [claim.id, claim]));
  const reuse = findTextReuse(documents, vocabulary.rules.independence);
  const cells = groups.map((group) => {
    const members = group.claims.flatMap((id) => byId.get(id) ?? []);
    const statements = statementsOf(members, reuse, vocabulary.rules);
    return {
      group,
      claims: members,
      statements,
      voices: voicesOf(statements, vocabulary.rules),
      predicate: vocabulary.predicates.get(group.predicate ?? ''),
    };
  });
  const numbers = new Map<number, Map<string, Set<string>>>();
  const parts = new Map<number, Claim>();
  for (const claim of sorted) {
    const { nominal } = claim.value;
    if (nominal === null) continue;
    if (claim.partOf !== null && !parts.has(nominal)) parts.set(nominal, claim);
    if (Math.abs(nominal) < 10) continue;
    const predicates = numbers.get(nominal) ?? new Map<string, Set<string>>();
    const found = predicates.get(claim.predicate.text) ?? new Set<string>();
    predicates.set(claim.predicate.text, found.add(claim.documentId));
    numbers.set(nominal, predicates);
  }
  return { topic, vocabulary, cells, numbers, parts };
}
