import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { eachAs } from '../each-as.ts';
import { afresh } from '../remember.ts';
import { Measures } from '../value/compare.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { AsOfs } from './as-of.ts';
import { Columns } from './columns.ts';
import type { Group } from './group.ts';
import { inOrder } from './group-claims.ts';
import { findOrigins, type Origins } from './origins.ts';
import { findSources, type Sources } from './sources.ts';
import { type Statement, statementsOf } from './statements.ts';
import { type Voices, voicesOf } from './voices.ts';
import { denialsOf, deniedBy, partWithdrawn } from './withdrawals.ts';

/** A group with its claims at hand. */
export interface Cell {
  readonly group: Group;
  readonly claims: readonly Claim[];
  readonly columns: Columns;
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
  readonly columns: Columns;
  readonly origins: Origins;
  readonly said: readonly Statement[];
}

/** The groups of a topic with all that verdicts and consensus both need, made once. */
export interface Cells {
  readonly cells: readonly Cell[];
  readonly sources: Sources;
}

/** A statement, and the cell in which it stands. */
export interface Placed {
  readonly cell: Cell;
  readonly statement: Statement;
}

/** The statements of some claims, by the id of the claim. */
export function placesOf(
  cells: readonly Cell[],
  wanted: { has(claim: string): boolean },
): Map<string, Placed> {
  const places = new Map<string, Placed>();
  for (const cell of cells)
    for (const statement of cell.statements)
      if (wanted.has(statement.claim.id)) places.set(statement.claim.id, { cell, statement });
  return places;
}

/** One cell for each group, in the order of the groups. `recall`: of the run before for this topic. */
export function gatherCells(
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  vocabulary: Vocabulary,
  recall = afresh,
): Cells {
  const ordered = inOrder(claims);
  const membersOf = memberFinder(ordered);
  const sources = findSources(documents, ordered, vocabulary, recall);
  const { rules } = vocabulary;
  const ruler = new Measures(rules.durations);
  const asOfs = new AsOfs(rules);
  const columnsOf = (group: Group): Columns => {
    const members = membersOf(group);
    const isWhole = members.length === group.claims.length;
    return new Columns(members, isWhole ? group.claims : eachAs(members, ({ id }) => id), ruler, asOfs);
  };
  const read = (group: Group): Read => {
    const columns = recall(`members ${group.id}`, [group], () => columnsOf(group));
    const found = findOrigins(columns, sources);
    const say = (): Read => ({ group, columns, origins: found, said: statementsOf(columns, found.units) });
    // Nothing that was made before is compared with a hundred thousand origins.
    if (recall === afresh) return say();
    const marks = [[...found.circular].join(), [...found.withoutPrimary].join()];
    return recall(`said ${group.id}`, [group, ...marks, ...found.units.each, ...found.units.of], say);
  };
  const readings = eachAs(groups, read);
  const denied = deniedBy(readings);
  const cells = eachAs(readings, (reading): Cell => {
    const { group, columns, origins, said } = reading;
    const denials = denialsOf(group, denied);
    return recall(`cell ${group.id}`, [reading, denials], () => {
      const { standing, withdrawn } = partWithdrawn(said, denials);
      return {
        group,
        claims: columns.claims,
        columns,
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

/** Finds the claims of groups, in the order of their ids; a group of all claims needs no search. */
function memberFinder(ordered: readonly Claim[]): (group: Group) => readonly Claim[] {
  let byId: ReadonlyMap<string, Claim> | null = null;
  return ({ claims }) => {
    if (claims.length === ordered.length && ordered.every(({ id }, i) => id === claims[i])) return ordered;
    byId ??= new Map(ordered.map((claim) => [claim.id, claim]));
    const members: Claim[] = [];
    for (const id of claims) {
      const claim = byId.get(id);
      if (claim) members.push(claim);
    }
    return members;
  };
}
