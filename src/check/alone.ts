import type { Camp } from '../finding/camp.ts';
import type { Finding } from '../finding/finding.ts';
import { campOfStatements } from '../finding/gather-camp.ts';
import { makeRuling, type Ruling } from '../finding/make-finding.ts';
import type { Cell } from '../group/cells.ts';
import type { Statement } from '../group/statements.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Claims of a draft with all that comparing them needs. */
export type Said = ReadonlyMap<string, { statement: Statement; cell: Cell }>;

export function saidBy(cells: readonly Cell[], own: ReadonlyMap<string, unknown>): Said {
  const said = new Map<string, { statement: Statement; cell: Cell }>();
  for (const cell of cells)
    for (const statement of cell.statements)
      if (own.has(statement.claim.id)) said.set(statement.claim.id, { statement, cell });
  return said;
}

/**
 * The finding as it is about one claim alone. A draft may say what others say too and then shares a camp with them,
 * whose words stand in the reason; the writer asks about the words of the draft. Null: about them there is none.
 */
export function alone(
  id: string,
  ruling: Ruling,
  said: Said,
  topic: string,
  vocabulary: Vocabulary,
): Finding | null {
  const { finding, a, b, meeting } = ruling;
  const mine = said.get(id);
  const holds = ({ claims }: Camp): boolean => claims.some((claim) => claim.id === id);
  const [own, other] = holds(a) ? [a, b] : [b, a];
  if (!mine || own.claims.length === 1 || !holds(own) || holds(other)) return finding;
  const camp = campOfStatements([mine.statement], mine.cell.predicate, vocabulary);
  const [first, second] = own === a ? [camp, other] : [other, camp];
  const again = makeRuling(first, second, meeting, { topic, vocabulary });
  return again && { ...again.finding, explanations: finding.explanations };
}
