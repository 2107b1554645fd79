import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { afresh } from '../remember.ts';
import { measureOf } from '../value/compare.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Group } from './group.ts';
import { inOrder } from './group-claims.ts';
import { findOrigins, type Origins } from './origins.ts';
import { findSources, type Sources } from './sources.ts';
import { type Statement, statementsOf, type Voices, voicesOf } from './voices.ts';
import { denialsOf, deniedBy, partWithdrawn } from './withdrawals.ts';

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

/** A group before it is known what has been taken back of what it says. */
interface Read {
  readonly group: Group;
  readonly members: readonly Claim[];
  readonly origins: Origins;
  readonly said: readonly Statement[];
}

/** The groups of a topic with all that verdicts and consensus both need, made once. */
export interface Cells {
  readonly cells: readonly Cell[];
  readonly sources: Sources;
}

/** One cell for each group, in the order of the groups. `recall`: of the run before for this topic. */
export function gatherCells(
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  vocabulary: Vocabulary,
  recall = afresh,
): Cells {
  const byId = new Map<string, Claim>();
  for (const claim of inOrder(claims)) byId.set(claim.id, claim);
  const sources = findSources(documents, [...byId.values()], vocabulary, recall);
  const { rules } = vocabulary;
  const read = (group: Group): Read => {
    const { members, measures } = recall(`members ${group.id}`, [group], () => {
      const members = group.claims.flatMap((id) => byId.get(id) ?? []);
      return { members, measures: members.map((claim) => measureOf(claim.value, rules.durations)) };
    });
    const found = findOrigins(members, sources, measures);
    const marks = [[...found.circular].join(), [...found.withoutPrimary].join()];
    return recall(`said ${group.id}`, [group, ...marks, ...found.of], () => ({
      group,
      members,
      origins: found,
      said: statementsOf(members, found.of, measures, rules),
    }));
  };
  const readings = groups.map(read);
  const denied = deniedBy(readings);
  const cells = readings.map((reading): Cell => {
    const { group, members, origins, said } = reading;
    const denials = denialsOf(group, denied);
    return recall(`cell ${group.id}`, [reading, denials], () => {
      const { standing, withdrawn } = partWithdrawn(said, denials);
      return {
        group,
        claims: members,
        origins,
        statements: standing,
        withdrawn,
        voices: voicesOf(standing, rules),
        predicate: vocabulary.predicates.get(group.predicate ?? ''),
      };
    });
  });
  return { cells, sources };
}
