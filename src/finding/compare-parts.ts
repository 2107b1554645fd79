import { placesOf } from '../group/cells.ts';
import type { Statement } from '../group/statements.ts';
import { campOfStatements } from './gather-camp.ts';
import { makeRuling, type Ruling } from './make-finding.ts';
import type { TopicFacts } from './topic-facts.ts';

/** What an article itself states as a part of another figure: "ten people, including three children". */
export function compareParts(facts: TopicFacts): Ruling[] {
  const wholes = new Set<string>();
  for (const { claims } of facts.cells) {
    for (const { partOf } of claims) if (partOf !== null) wholes.add(partOf);
  }
  if (wholes.size === 0) return [];
  const places = placesOf(facts.cells, wholes);
  return facts.cells.flatMap((cell) =>
    cell.statements.flatMap((part) => {
      const whole = places.get(part.claim.partOf ?? '');
      if (!whole || whole.statement === part) return [];
      const camp = (statement: Statement) => campOfStatements([statement], cell.predicate, facts.vocabulary);
      const ruling = makeRuling(
        camp(part),
        camp(whole.statement),
        {
          subject: 'figures',
          predicate: cell.predicate,
          statedPart: true,
          groups: [cell.group.id, whole.cell.group.id],
          // Each article speaks for itself alone.
          about: [part.claim.id, whole.statement.claim.id],
        },
        facts,
      );
      return ruling ?? [];
    }),
  );
}
