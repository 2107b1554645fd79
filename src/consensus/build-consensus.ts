import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Finding } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import { inOrder } from '../group/group-claims.ts';
import { findOrigins } from '../group/origins.ts';
import { findTextReuse } from '../group/text-reuse.ts';
import { statementsOf } from '../group/voices.ts';
import { byCodePoint } from '../identity.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { agreeOnFigures } from './agree-on-figures.ts';
import { agreeOnStatements } from './agree-on-statements.ts';
import type { Consensus } from './consensus.ts';

/** What each group says; in the order of the groups. Pure: the order of claims and documents does not matter. */
export function buildConsensus(
  groups: readonly Group[],
  claims: readonly Claim[],
  documents: readonly Document[],
  findings: readonly Finding[],
  vocabulary: Vocabulary,
): Consensus[] {
  const byId = new Map(inOrder(claims).map((claim) => [claim.id, claim]));
  const reuse = findTextReuse(documents, vocabulary.rules.independence);
  const byGroup = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const group of finding.groups) {
      const found = byGroup.get(group);
      if (found) found.push(finding);
      else byGroup.set(group, [finding]);
    }
  }
  return groups.map((group) => {
    const members = group.claims.flatMap((id) => byId.get(id) ?? []);
    const about = byGroup.get(group.id) ?? [];
    const { id, question, subject, predicate, timeClass, unit, scope } = group;
    return {
      group: { id, question, subject, predicate, timeClass, unit, scope },
      ...agree(members, reuse, about, vocabulary),
      findings: about.map((finding) => finding.id).sort(byCodePoint),
    };
  });
}

function agree(
  members: readonly Claim[],
  reuse: ReadonlyMap<string, string>,
  about: readonly Finding[],
  vocabulary: Vocabulary,
): Omit<Consensus, 'group' | 'findings'> {
  const statements = statementsOf(members, reuse, vocabulary.rules);
  if (statements.some((statement) => !statement.isPart)) return agreeOnFigures(statements, vocabulary);
  const origins = findOrigins(members, reuse, () => null);
  const predicate = vocabulary.predicates.get(members[0]?.predicate.id ?? '');
  const inConflict = about.some((finding) => finding.verdict === 'conflict' && finding.groups.length === 1);
  return agreeOnStatements(
    members,
    (claim) => origins.get(claim.id) ?? claim.outlet,
    predicate,
    inConflict,
    vocabulary,
  );
}
