import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Group } from './group.ts';
import { inOrder } from './group-claims.ts';
import { findTextReuse } from './text-reuse.ts';
import { type Statement, statementsOf, type Voices, voicesOf } from './voices.ts';
import { deniedBy, partWithdrawn } from './withdrawals.ts';

/** A group with its claims at hand. */
export interface Cell {
  readonly group: Group;
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
  /** What their own origins have taken back: kept, and counted no more. */
  readonly withdrawn: readonly Statement[];
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
  const membersOf = (group: Group): Claim[] => group.claims.flatMap((id) => byId.get(id) ?? []);
  const denied = deniedBy(groups, membersOf, reuse, vocabulary.rules);
  const cells = groups.map((group): Cell => {
    const members = membersOf(group);
    const said = statementsOf(members, reuse, vocabulary.rules);
    const { standing, withdrawn } = partWithdrawn(group, said, denied);
    return {
      group,
      claims: members,
      statements: standing,
      withdrawn,
      voices: voicesOf(standing, vocabulary.rules),
      predicate: vocabulary.predicates.get(group.predicate ?? ''),
    };
  });
  return { cells, reuse };
}
