import type { Claim } from '../../claim/claim.ts';
import { joined, plainSheet, timeCell } from '../sheet.ts';
import { showValue } from '../show-value.ts';

/** A claim a line. */
export const claimSheet = plainSheet<Claim>({
  id: (claim) => claim.id,
  topic: (claim) => claim.topic,
  publishedAt: (claim) => claim.publishedAt,
  outlet: (claim) => claim.outlet,
  documentId: (claim) => claim.documentId,
  subject: (claim) => claim.subject.text,
  predicate: (claim) => claim.predicate.id,
  predicateText: (claim) => claim.predicate.text,
  value: (claim) => showValue(claim.value),
  nominal: (claim) => claim.value.nominal,
  low: (claim) => claim.value.halo?.low ?? null,
  high: (claim) => claim.value.halo?.high ?? null,
  hedge: (claim) => claim.value.hedge,
  unit: (claim) => claim.value.unit,
  population: (claim) => claim.scope.population,
  place: (claim) => claim.scope.place,
  cause: (claim) => claim.scope.cause,
  actor: (claim) => claim.scope.actor,
  from: (claim) => timeCell(claim.scope.time?.from),
  to: (claim) => timeCell(claim.scope.time?.to),
  origin: (claim) => claim.attribution.origin,
  source: (claim) => joined(claim.attribution.chain.slice(-1).map((node) => node.name)),
  modality: (claim) => claim.modality,
  polarity: (claim) => claim.polarity,
  confidence: (claim) => claim.confidence,
  quote: (claim) => claim.evidence.quote,
});
