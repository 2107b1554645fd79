import { type Finding, TIER } from '../../finding/finding.ts';
import { joined, plainSheet } from '../sheet.ts';
import type { FindingView, SlimClaim } from '../slim.ts';

const claimsOf = (row: Finding): SlimClaim[] => (row as FindingView)._claims ?? [];

/** When the last of its claims was published; null when the claims are not at hand. */
const saidAt = (row: Finding): string | null =>
  claimsOf(row)
    .map((claim) => claim.publishedAt)
    .sort()
    .at(-1) ?? null;

/** A finding a line. What its claims say is filled in where they came with it: ?_extra=claims. */
export const findingSheet = plainSheet<Finding>({
  id: (row) => row.id,
  topic: (row) => row.topic,
  publishedAt: saidAt,
  tier: (row) => TIER[row.verdict],
  verdict: (row) => row.verdict,
  subtype: (row) => row.subtype,
  axis: (row) => row.axis,
  level: (row) => row.severity.level,
  score: (row) => row.severity.score,
  dimension: (row) => row.dimension,
  review: (row) => row.review.status,
  because: (row) => row.because,
  explanations: (row) => row.explanations.map(({ text }) => text).join(' '),
  outlets: (row) => joined([...new Set(claimsOf(row).map((claim) => claim.outlet))]),
  statements: (row) =>
    claimsOf(row)
      .map(({ outlet, text }) => `${outlet}: ${text}`)
      .join('\n'),
  claims: (row) => joined(row.claims),
  groups: (row) => joined(row.groups),
});
