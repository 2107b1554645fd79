import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Group } from './group.ts';
import { inOrder } from './group-claims.ts';
import { findTextReuse } from './text-reuse.ts';
import { type Statement, statementsOf, type Voices, voicesOf } from './voices.ts';

/** A group with its claims at hand. */
export interface Cell {
  readonly group: Group;
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
  readonly voices: Voices;
  readonly predicate: Predicate | undefined;
}

/** The groups of a topic with all that verdicts and consensus both need, made once. */
export interface Cells {
  readonly cells: readonly Cell[];
  /** Component of each document that shares its text with another. */
  readonly reuse: ReadonlyMap<string, string>;
}

/** One cell for each group, in the order of the groups. */
export function gatherCells(
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  vocabulary: Vocabulary,
): Cells {
  const byId = new Map<string, Claim>();
  for (const claim of inOrder(claims)) byId.set(claim.id, claim);
  const reuse = findTextReuse(documents, vocabulary.rules.independence);
  const cells = groups.map((group): Cell => {
    const members: Claim[] = [];
    for (const id of group.claims) {
      const claim = byId.get(id);
      if (claim) members.push(claim);
    }
    const statements = statementsOf(members, reuse, vocabulary.rules);
    return {
      group,
      claims: members,
      statements,
      voices: voicesOf(statements, vocabulary.rules),
      predicate: vocabulary.predicates.get(group.predicate ?? ''),
    };
  });
  return { cells, reuse };
}
