import type { Camp } from '../finding/camp.ts';
import type { Finding } from '../finding/finding.ts';
import { campOfStatements } from '../finding/gather-camp.ts';
import { makeRuling, type Ruling } from '../finding/make-finding.ts';
import type { Placed } from '../group/cells.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

const holds = ({ claims }: Camp, id: string): boolean => claims.some((claim) => claim.id === id);

/** The two camps of a ruling as a claim sees them: its own, and the other one. */
export const sidesFrom = (id: string, { a, b }: Ruling): readonly [own: Camp, other: Camp] =>
  holds(a, id) ? [a, b] : [b, a];

/**
 * The finding as it is about one claim alone. A draft may say what others say too and then shares a camp with them,
 * whose words stand in the reason; the writer asks about the words of the draft. Null: about them there is none.
 *
 *   said  the claims of the draft, with all that comparing them needs
 */
export function alone(
  id: string,
  ruling: Ruling,
  said: ReadonlyMap<string, Placed>,
  topic: string,
  vocabulary: Vocabulary,
): Finding | null {
  const { finding, a, meeting } = ruling;
  const mine = said.get(id);
  const [own, other] = sidesFrom(id, ruling);
  if (!mine || own.claims.length === 1 || !holds(own, id) || holds(other, id)) return finding;
  const camp = campOfStatements([mine.statement], mine.cell.predicate, vocabulary);
  const [first, second] = own === a ? [camp, other] : [other, camp];
  const again = makeRuling(first, second, meeting, { topic, vocabulary });
  return again && { ...again.finding, explanations: finding.explanations };
}
