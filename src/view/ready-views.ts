import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Timeline } from '../consensus/timeline.ts';
import type { Document } from '../document/document.ts';
import type { Finding } from '../finding/finding.ts';
import { afresh, type Recall } from '../remember.ts';
import { consensusDocument } from './consensus-view.ts';
import { timelineDocument } from './timeline-view.ts';

/** Every view of a topic that is kept ready, as JSON. `recall`: of the run before for this topic. */
export const readyViews = (
  input: {
    topic: string;
    consensus: readonly Consensus[];
    findings: readonly Finding[];
    timelines: readonly Timeline[];
    claims: readonly Claim[];
    documents: readonly Document[];
  },
  recall: Recall = afresh,
) => ({
  consensus: consensusDocument(input, recall),
  timeline: timelineDocument(input.topic, input.timelines, recall),
});
