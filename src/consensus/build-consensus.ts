import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { eachAs } from '../each-as.ts';
import type { Finding } from '../finding/finding.ts';
import { type Cell, gatherCells } from '../group/cells.ts';
import type { Group } from '../group/group.ts';
import type { Sources } from '../group/sources.ts';
import { sortedOnce } from '../identity.ts';
import { afresh } from '../remember.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { agreeOnFigures, type Verdict } from './agree-on-figures.ts';
import { agreeOnStatements } from './agree-on-statements.ts';
import type { Consensus } from './consensus.ts';
import { listOrigins } from './list-origins.ts';
import { METHODS, type MethodName } from './methods/index.ts';
import type { Method } from './methods/method.ts';

/**
 * What each group says; in the order of the groups. Pure: the order of claims and documents does not matter.
 * `gathered`: the cells of these groups, where they are at hand already. `method`: how voices become a figure.
 * `recall`: of the run before for this topic.
 */
export function buildConsensus(
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  findings: readonly Finding[],
  vocabulary: Vocabulary,
  gathered = gatherCells(groups, claims, documents, vocabulary),
  method: MethodName = 'interval',
  recall = afresh,
): Consensus[] {
  const byGroup = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const group of finding.groups) {
      const found = byGroup.get(group);
      if (found) found.push(finding);
      else byGroup.set(group, [finding]);
    }
  }
  return eachAs(gathered.cells, (cell) => {
    const about = byGroup.get(cell.group.id) ?? [];
    const owners = ownersOf(cell, gathered.sources);
    if (recall === afresh) return toConsensus(cell, about, owners, vocabulary, METHODS[method]);
    return recall(`consensus ${cell.group.id}`, [cell, owners, method, ...about], () =>
      toConsensus(cell, about, owners, vocabulary, METHODS[method]),
    );
  });
}

/** How many owners carry what counts. */
function ownersOf({ columns, statements, voices }: Cell, { ownerOf }: Sources): number {
  const { each } = columns.outlets;
  const isAll = voices.current.length === 0 || statements.length === columns.ids.length;
  const outlets = isAll ? each : new Set(statements.map(({ outlet }) => outlet));
  if (each.length === 1) return 1;
  const owners = new Set<string>();
  for (const outlet of outlets) owners.add(ownerOf(outlet));
  return owners.size;
}

function toConsensus(
  cell: Cell,
  about: readonly Finding[],
  owners: number,
  vocabulary: Vocabulary,
  method: Method,
): Consensus {
  const { id, question, subject, predicate, timeClass, unit, scope } = cell.group;
  const verdict = agree(cell, about, vocabulary, method);
  const { asserted, consistent, originsMax, outlets, documents } = verdict.support;
  return {
    group: { id, question, subject, predicate, timeClass, unit, scope },
    status: verdict.status,
    best: verdict.best,
    low: verdict.low,
    high: verdict.high,
    floor: verdict.floor,
    conservative: verdict.conservative,
    display: verdict.display,
    support: { asserted, consistent, originsMax, outlets, documents, owners },
    grade: verdict.grade,
    positions: verdict.positions,
    earlier: verdict.earlier,
    withdrawn: verdict.withdrawn,
    weights: verdict.weights,
    members: verdict.members,
    asOf: verdict.asOf,
    origins: listOrigins(cell),
    // Nearly always they come in the order of their ids.
    findings: sortedOnce(eachAs(about, (finding) => finding.id)),
  };
}

function agree(cell: Cell, about: readonly Finding[], vocabulary: Vocabulary, method: Method): Verdict {
  const { claims, origins, voices, withdrawn, predicate } = cell;
  if (voices.current.length > 0 || withdrawn.length > 0)
    return agreeOnFigures(cell, about, vocabulary, method);
  const units = new Map(claims.map((claim, i) => [claim, origins.units.at(i)]));
  const inConflict = about.some(
    ({ verdict, groups, review }) =>
      verdict === 'conflict' && groups.length === 1 && review.status !== 'dismissed',
  );
  return agreeOnStatements(
    claims,
    (claim) => units.get(claim) ?? claim.outlet,
    predicate,
    inConflict,
    vocabulary,
  );
}
