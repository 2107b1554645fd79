import { meet } from '../value/compare.ts';
import { instantOf } from './calendar.ts';
import type { Group } from './group.ts';
import type { Statement } from './voices.ts';

const DENIED = 'denied';

/** The question of a group without its last part, what became of it: happened, expected, denied. */
const questionOf = ({ key }: Group): string => key.slice(0, key.lastIndexOf('|'));
const modalityOf = ({ key }: Group): string => key.slice(key.lastIndexOf('|') + 1);

/** What is denied, by the question that it answers. */
export function deniedBy(
  groups: readonly Group[],
  statementsOf: (group: Group) => readonly Statement[],
): ReadonlyMap<string, readonly Statement[]> {
  const denied = groups.filter((group) => modalityOf(group) === DENIED);
  return new Map(denied.map((group) => [questionOf(group), statementsOf(group)]));
}

/**
 * Parts statements into those that stand and those that their own origin has taken back: it denies later what it said
 * ("the agency withdrew its report that 24 were killed"). What another origin denies stands, and is disputed.
 */
export function partWithdrawn(
  group: Group,
  statements: readonly Statement[],
  denied: ReadonlyMap<string, readonly Statement[]>,
): { standing: readonly Statement[]; withdrawn: readonly Statement[] } {
  const denials = modalityOf(group) === DENIED ? [] : (denied.get(questionOf(group)) ?? []);
  if (denials.length === 0) return { standing: statements, withdrawn: [] };
  const isBack = (statement: Statement): boolean =>
    denials.some(
      (denial) =>
        denial.origin === statement.origin &&
        meet(denial.measure.halo, statement.measure.halo) &&
        timeOf(denial) >= timeOf(statement),
    );
  return {
    standing: statements.filter((statement) => !isBack(statement)),
    withdrawn: statements.filter(isBack),
  };
}

const timeOf = ({ claim }: Statement): number => instantOf(claim.publishedAt) ?? 0;
