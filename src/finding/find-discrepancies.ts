import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { gatherCells } from '../group/cells.ts';
import type { Group } from '../group/group.ts';
import { byCodePoint } from '../identity.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { campOfStatements } from './camp.ts';
import { compareDenials } from './compare-denials.ts';
import { compareFigures } from './compare-figures.ts';
import { compareGroups } from './compare-groups.ts';
import { compareParts } from './compare-parts.ts';
import { compareStatements } from './compare-statements.ts';
import type { Finding } from './finding.ts';
import { uncorroborated } from './make-finding.ts';
import { type Cell, gatherFacts, type TopicFacts } from './topic-facts.ts';

const FIGURES = new Set(['quantity', 'fraction', 'duration', 'date']);

function compareCell(cell: Cell, facts: TopicFacts): Finding[] {
  const kind = cell.claims[0]?.value.kind ?? '';
  return FIGURES.has(kind) ? compareFigures(cell, facts) : compareStatements(cell, facts);
}

/** A figure that one outlet alone gives, where there are others that could have. */
function findLonely(facts: TopicFacts): Finding[] {
  const outlet = facts.cells[0]?.claims[0]?.outlet;
  if (facts.cells.every((cell) => cell.claims.every((claim) => claim.outlet === outlet))) return [];
  return facts.cells.flatMap((cell) => {
    const [first] = cell.statements;
    const own = cell.claims[0]?.outlet;
    const alone = cell.claims.every((claim) => claim.outlet === own);
    if (!first || !alone || !cell.predicate) return [];
    const camp = campOfStatements([first], cell.predicate, facts.vocabulary);
    return [uncorroborated(camp, cell.group.id, cell.predicate, facts)];
  });
}

/**
 * Everything that differs on its face inside a topic, each with a verdict and a reason; sorted by id.
 * Pure: claims, groups and documents in any order give the same bytes. `gathered`: the cells of these groups, where they
 * are at hand already; `witness` hears what each finding was decided from.
 */
export function findDiscrepancies(
  topic: string,
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  vocabulary: Vocabulary,
  gathered = gatherCells(groups, claims, documents, vocabulary),
  witness?: TopicFacts['witness'],
): Finding[] {
  const facts = gatherFacts(topic, gathered.cells, claims, vocabulary, witness);
  const found = [
    ...facts.cells.flatMap((cell) => compareCell(cell, facts)),
    ...compareGroups(facts),
    ...compareParts(facts),
    ...compareDenials(facts),
    ...findLonely(facts),
  ];
  const unique = new Map(found.map((finding) => [finding.id, finding]));
  return [...unique.values()].sort((a, b) => byCodePoint(a.id, b.id));
}
