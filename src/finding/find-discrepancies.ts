import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { eachAs } from '../each-as.ts';
import { gatherCells } from '../group/cells.ts';
import type { Group } from '../group/group.ts';
import { afresh, type Recall } from '../remember.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { compareDenials } from './compare-denials.ts';
import { compareFigures } from './compare-figures.ts';
import { compareGroups } from './compare-groups.ts';
import { compareParts } from './compare-parts.ts';
import { compareStatements } from './compare-statements.ts';
import { compareSums } from './compare-sums.ts';
import { explain, looksAround } from './explanations/index.ts';
import { type Finding, retold } from './finding.ts';
import { campOfStatements } from './gather-camp.ts';
import { type Ruling, uncorroborated } from './make-finding.ts';
import { type Told, tellApart } from './tell-apart.ts';
import { type Cell, gatherFacts, type TopicFacts } from './topic-facts.ts';

const FIGURES = new Set(['quantity', 'fraction', 'duration', 'date']);

function compareCell(cell: Cell, facts: TopicFacts): Ruling[] {
  const kind = cell.claims[0]?.value.kind ?? '';
  return FIGURES.has(kind) ? compareFigures(cell, facts) : compareStatements(cell, facts);
}

/** A figure that one outlet alone gives, where there are others that could have. */
function findLonely(facts: TopicFacts, recall: Recall): Finding[] {
  const outlet = facts.cells[0]?.claims[0]?.outlet;
  if (facts.cells.every((cell) => isOf(outlet, cell))) return [];
  const lonely: Finding[] = [];
  for (const cell of facts.cells) {
    const [first] = cell.statements;
    if (!first || !cell.predicate || !isOf(cell.claims[0]?.outlet, cell)) continue;
    const tell = (): Finding => {
      const camp = campOfStatements([first], cell.predicate, facts.vocabulary);
      return uncorroborated(camp, cell.group.id, cell.predicate, facts);
    };
    lonely.push(recall(`lonely ${cell.group.id}`, [cell], tell));
  }
  return lonely;
}

const isOf = (outlet: string | undefined, { claims }: Cell): boolean =>
  claims.every((claim) => claim.outlet === outlet);

/**
 * A finding with what stands elsewhere in its topic and may lie behind it. The same object as in the run before where all
 * of it is the same.
 */
function explained(ruling: Ruling, facts: TopicFacts, recall: Recall): Finding {
  if (!looksAround(ruling)) return ruling.finding;
  const explanations = explain(ruling, facts);
  if (recall === afresh) return attach(ruling, explanations);
  const told = explanations.flatMap(({ kind, text }) => [kind, text]);
  return recall(ruling, told, () => attach(ruling, explanations));
}

const attach = ({ finding }: Ruling, explanations: Finding['explanations']): Finding =>
  explanations.length === 0 ? finding : retold(finding, { explanations });

/**
 * Everything that differs on its face inside a topic, each with a verdict and a reason; sorted by id.
 * Pure: claims, groups and documents in any order give the same bytes. `gathered`: the cells of these groups, where they
 * are at hand already; `witness` hears what each finding was decided from; `recall`: of the run before for this topic.
 */
export function findDiscrepancies(
  topic: string,
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  vocabulary: Vocabulary,
  gathered = gatherCells(groups, claims, documents, vocabulary),
  witness?: (ruling: Ruling) => void,
  recall = afresh,
): Finding[] {
  const facts = gatherFacts(topic, gathered.cells, claims, vocabulary);
  const told = (ruling: Ruling): Told => ({ finding: explained(ruling, facts, recall), ruling });
  const interned = (one: Told): Told => {
    if (recall === afresh) return one;
    const { ruling, finding } = one;
    return { finding: recall(`told ${finding.id}`, [JSON.stringify(finding)], () => finding), ruling };
  };
  const all: Told[] = [];
  for (const cell of facts.cells) {
    const compared = recall(`compare ${cell.group.id}`, [cell], () => compareCell(cell, facts));
    for (const ruling of compared) all.push(told(ruling));
  }
  for (const ruling of compareGroups(facts, recall)) all.push(told(ruling));
  for (const ruling of compareParts(facts)) all.push(interned(told(ruling)));
  for (const ruling of compareSums(facts)) all.push(interned(told(ruling)));
  for (const ruling of compareDenials(facts)) all.push(interned(told(ruling)));
  for (const finding of findLonely(facts, recall)) all.push({ finding, ruling: null });
  const found = tellApart(all, recall);
  if (witness) {
    for (const { ruling, finding } of found) if (ruling) witness({ ...ruling, finding });
  }
  return eachAs(found, ({ finding }) => finding);
}
