import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Finding } from '../finding/finding.ts';
import { type Cell, gatherCells } from '../group/cells.ts';
import type { Group } from '../group/group.ts';
import type { Sources } from '../group/sources.ts';
import { byCodePoint } from '../identity.ts';
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
 */
export function buildConsensus(
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  findings: readonly Finding[],
  vocabulary: Vocabulary,
  gathered = gatherCells(groups, claims, documents, vocabulary),
  method: MethodName = 'interval',
): Consensus[] {
  const byGroup = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const group of finding.groups) {
      const found = byGroup.get(group);
      if (found) found.push(finding);
      else byGroup.set(group, [finding]);
    }
  }
  return gathered.cells.map((cell) => {
    const { group } = cell;
    const about = byGroup.get(group.id) ?? [];
    const { id, question, subject, predicate, timeClass, unit, scope } = group;
    return {
      group: { id, question, subject, predicate, timeClass, unit, scope },
      ...withOrigins(cell, agree(cell, about, vocabulary, METHODS[method]), gathered.sources),
      findings: about.map((finding) => finding.id).sort(byCodePoint),
    };
  });
}

function withOrigins(
  cell: Cell,
  verdict: Verdict,
  { ownerOf }: Sources,
): Omit<Consensus, 'group' | 'findings'> {
  const origins = listOrigins(cell);
  const counted = cell.voices.current.length > 0 ? cell.statements.map(({ claim }) => claim) : cell.claims;
  const owners = new Set(counted.map(({ outlet }) => ownerOf(outlet)));
  return { ...verdict, support: { ...verdict.support, owners: owners.size }, origins };
}

function agree(cell: Cell, about: readonly Finding[], vocabulary: Vocabulary, method: Method): Verdict {
  const { claims, origins, voices, withdrawn, predicate } = cell;
  if (voices.current.length > 0 || withdrawn.length > 0) return agreeOnFigures(cell, vocabulary, method);
  const units = new Map(claims.map((claim, i) => [claim, origins.of[i] ?? claim.outlet]));
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
