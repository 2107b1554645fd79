import { z } from 'zod';
import type { Claim } from '../claim/claim.ts';
import { Consensus } from '../consensus/consensus.ts';
import type { Document } from '../document/document.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import { byCodePoint, canonicalJson } from '../identity.ts';
import { afresh, type Recall } from '../remember.ts';
import { SlimClaim } from './slim.ts';

const count = z.int().nonnegative();

export const ConsensusCounts = z
  .strictObject({
    documents: count,
    outlets: count,
    claims: count,
    groups: count,
    conflicts: count.meta({ description: 'Findings of the tier conflict.' }),
    checks: count.meta({ description: 'Findings of the tier check.' }),
    explained: count.meta({ description: 'Findings of the tier explained.' }),
  })
  .meta({ id: 'ConsensusCounts', description: 'What the view was made from.' });
export type ConsensusCounts = z.infer<typeof ConsensusCounts>;

export const ConsensusView = z
  .strictObject({
    topic: z.string().meta({ description: 'Id of the topic.' }),
    data: z.array(Consensus).meta({
      description:
        'One entry a question: those that most outlets speak of first, rows without a known predicate last.',
    }),
    next: z.null().meta({ description: 'Always null: the view is never cut into pages.' }),
    counts: ConsensusCounts,
    _claims: z
      .array(SlimClaim)
      .optional()
      .meta({ description: 'Only with ?_extra=claims: what stands behind the positions, each once.' }),
  })
  .meta({ id: 'ConsensusView', description: 'What the outlets of a topic say, question by question.' });
export type ConsensusView = z.infer<typeof ConsensusView>;

/** The order in which people read: known predicates, most outlets, most documents, then the words of the question. */
function byReach(a: Consensus, b: Consensus): number {
  return (
    Number(a.group.predicate === null) - Number(b.group.predicate === null) ||
    b.support.outlets - a.support.outlets ||
    b.support.documents - a.support.documents ||
    byCodePoint(a.group.question, b.group.question) ||
    byCodePoint(a.group.id, b.group.id)
  );
}

/**
 * The ready consensus view of a topic: canonical JSON of a ConsensusView, as GET /v1/topics/{topic}/consensus sends it.
 * It holds no time of its own, so that the same claims give the same bytes. `recall`: of the run before for this topic,
 * for most questions are answered as they were before the newest document came.
 */
export function consensusDocument(
  input: {
    topic: string;
    consensus: readonly Consensus[];
    findings: readonly Finding[];
    claims: readonly Claim[];
    documents: readonly Document[];
  },
  recall: Recall = afresh,
): string {
  const jsonOf = (one: Consensus): string =>
    recall(`consensus json ${one.group.id}`, [one], () => canonicalJson(one));
  const ofTier = (tier: string) =>
    input.findings.filter(({ verdict, review }) => TIER[verdict] === tier && review.status !== 'dismissed')
      .length;
  const data = [...input.consensus].sort(byReach);
  const counts: ConsensusCounts = {
    documents: input.documents.length,
    outlets: new Set(input.documents.map((document) => document.outlet)).size,
    claims: input.claims.length,
    groups: input.consensus.length,
    conflicts: ofTier('conflict'),
    checks: ofTier('check'),
    explained: ofTier('explained'),
  };
  // The names in their order, as canonical JSON has them.
  return `{"counts":${canonicalJson(counts)},"data":[${data.map(jsonOf).join(',')}],"next":null,"topic":${canonicalJson(input.topic)}}`;
}
