import { meet } from '../value/compare.ts';
import { instantOf } from './calendar.ts';
import type { Group } from './group.ts';
import type { Statement } from './statements.ts';

const DENIED = 'denied';

/** The question of a group without its last part, what became of it: happened, expected, denied. */
const questionOf = ({ key }: Group): string => key.slice(0, key.lastIndexOf('|'));
const modalityOf = ({ key }: Group): string => key.slice(key.lastIndexOf('|') + 1);

/** What is denied, by the question that it answers. */
export function deniedBy(
  readings: readonly { readonly group: Group; readonly said: readonly Statement[] }[],
): ReadonlyMap<string, readonly Statement[]> {
  const denied = readings.filter(({ group }) => modalityOf(group) === DENIED);
  return new Map(denied.map(({ group, said }) => [questionOf(group), said]));
}

const NOTHING: readonly Statement[] = [];

/** What others, or the same ones, deny of what a group says. */
export const denialsOf = (
  group: Group,
  denied: ReadonlyMap<string, readonly Statement[]>,
): readonly Statement[] =>
  modalityOf(group) === DENIED ? NOTHING : (denied.get(questionOf(group)) ?? NOTHING);

/**
 * Parts statements into those that stand and those that their own origin has taken back: it denies later what it said
 * ("the agency withdrew its report that 24 were killed"). What another origin denies stands, and is disputed.
 */
export function partWithdrawn(
  statements: readonly Statement[],
  denials: readonly Statement[],
): { standing: readonly Statement[]; withdrawn: readonly Statement[] } {
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
