import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { measureOf } from '../value/compare.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Group } from './group.ts';
import { inOrder } from './group-claims.ts';
import { findOrigins, type Origins } from './origins.ts';
import { findSources, type Sources } from './sources.ts';
import { type Statement, statementsOf, type Voices, voicesOf } from './voices.ts';
import { deniedBy, partWithdrawn } from './withdrawals.ts';

/** A group with its claims at hand. */
export interface Cell {
  readonly group: Group;
  readonly claims: readonly Claim[];
  readonly origins: Origins;
  readonly statements: readonly Statement[];
  /** What their own origins have taken back: kept, and counted no more. */
  readonly withdrawn: readonly Statement[];
  readonly voices: Voices;
  readonly predicate: Predicate | undefined;
}

/** The groups of a topic with all that verdicts and consensus both need, made once. */
export interface Cells {
  readonly cells: readonly Cell[];
  readonly sources: Sources;
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
  const sources = findSources(documents, [...byId.values()], vocabulary);
  const read = (group: Group) => {
    const members = group.claims.flatMap((id) => byId.get(id) ?? []);
    const measures = members.map((claim) => measureOf(claim.value, vocabulary.rules.durations));
    const origins = findOrigins(members, sources, measures);
    return { members, origins, said: statementsOf(members, origins.of, measures, vocabulary.rules) };
  };
  const denied = deniedBy(groups, (group) => read(group).said);
  const cells = groups.map((group): Cell => {
    const { members, origins, said } = read(group);
    const { standing, withdrawn } = partWithdrawn(group, said, denied);
    return {
      group,
      claims: members,
      origins,
      statements: standing,
      withdrawn,
      voices: voicesOf(standing, vocabulary.rules),
      predicate: vocabulary.predicates.get(group.predicate ?? ''),
    };
  });
  return { cells, sources };
}
