import { Claim } from '../../src/claim/claim.ts';
import { Consensus } from '../../src/consensus/consensus.ts';
import { Document } from '../../src/document/document.ts';
import { Finding } from '../../src/finding/finding.ts';
import { Group } from '../../src/group/group.ts';

type Deep<T> = { [K in keyof T]?: T[K] };

/** A document that passes its schema; name only what the test is about. */
export function aDocument(own: Deep<Document> = {}): Document {
  const text = own.text ?? 'A headline\nTen people were killed.';
  const headline = text.indexOf('\n');
  return Document.parse({
    id: 'doc_1',
    outlet: 'harbour-post',
    topic: 'harbour-flood',
    url: 'https://example.org/a',
    title: text.slice(0, Math.max(1, headline)),
    publishedAt: '2025-11-03T08:00:00Z',
    zone: 'UTC',
    language: 'en',
    source: 'text',
    text,
    blocks: [
      { kind: 'headline', start: 0, end: Math.max(0, headline), language: 'en' },
      { kind: 'body', start: headline + 1, end: text.length, language: 'en' },
    ],
    fingerprint: [],
    ...own,
  });
}

/** A claim of a document: its quote and value are looked up in the text. */
export function aClaim(
  document: Document,
  quote: string,
  value: string,
  own: Deep<Omit<Claim, 'value' | 'scope'>> & {
    value?: Deep<Claim['value']>;
    scope?: Deep<Claim['scope']>;
  } = {},
): Claim {
  const start = document.text.indexOf(quote);
  const valueStart = document.text.indexOf(value, start);
  if (start < 0 || valueStart < 0) throw new Error(`not in the text: ${quote} / ${value}`);
  const nominal = own.value?.nominal ?? 10;
  return Claim.parse({
    id: `clm_${document.id}_${start}`,
    documentId: document.id,
    outlet: document.outlet,
    topic: document.topic,
    publishedAt: document.publishedAt,
    subject: { text: 'people', key: 'people' },
    predicate: { id: 'people.killed', text: 'killed', timeClass: 'flow' },
    attribution: { chain: [], origin: null },
    modality: 'occurred',
    polarity: 'affirmed',
    confidence: 0.9,
    partOf: null,
    evidence: { quote, start, end: start + quote.length, valueStart, valueEnd: valueStart + value.length },
    extractor: { name: 'rules', version: '1', rule: 'people.killed/passive' },
    ...own,
    value: {
      kind: 'quantity',
      text: value,
      nominal,
      hedge: 'bare',
      unit: 'person',
      core: { low: nominal, high: nominal },
      halo: { low: nominal, high: nominal },
      denominator: null,
      items: null,
      role: 'count',
      ...own.value,
    },
    scope: {
      population: null,
      place: 'cairo',
      cause: 'flood',
      actor: null,
      time: { class: 'window', from: '2025-11-02', to: '2025-11-03', text: 'on Sunday', asOf: null },
      provenance: { place: 'inherited', time: 'explicit' },
      ...own.scope,
    },
  });
}

/** A group of claims. */
export function aGroup(claims: readonly Claim[], own: Deep<Group> = {}): Group {
  const [first] = claims;
  return Group.parse({
    id: `grp_${first?.id}`,
    topic: first?.topic ?? 'harbour-flood',
    family: 'person|people.killed',
    key: `k${first?.id}`,
    question: 'People killed in the flood, 2 November 2025',
    subject: 'people',
    predicate: first?.predicate.id ?? null,
    timeClass: 'flow',
    unit: 'person',
    scope: first?.scope,
    claims: claims.map((claim) => claim.id).sort(),
    ...own,
  });
}

/** What a group says: one position a nominal. */
export function aConsensus(group: Group, claims: readonly Claim[], own: Deep<Consensus> = {}): Consensus {
  const byNominal = new Map<number | null, Claim[]>();
  for (const claim of claims)
    byNominal.set(claim.value.nominal, [...(byNominal.get(claim.value.nominal) ?? []), claim]);
  const outlets = (rows: readonly Claim[]) => [...new Set(rows.map((row) => row.outlet))].sort();
  const { id, question, subject, predicate, timeClass, unit, scope } = group;
  return Consensus.parse({
    group: { id, question, subject, predicate, timeClass, unit, scope },
    status: 'agreed',
    best: 10,
    low: 10,
    high: 10,
    floor: null,
    conservative: 10,
    display: '10',
    support: {
      asserted: 1,
      consistent: 1,
      originsMax: 1,
      owners: outlets(claims).length,
      outlets: outlets(claims).length,
      documents: new Set(claims.map((claim) => claim.documentId)).size,
    },
    grade: 'corroborated',
    positions: [...byNominal].map(([nominal, rows]) => ({
      display: rows[0]?.value.text ?? '?',
      nominal,
      low: rows[0]?.value.halo?.low ?? null,
      high: rows[0]?.value.halo?.high ?? null,
      origins: [...new Set(rows.map((row) => row.attribution.origin ?? row.outlet))],
      outlets: outlets(rows),
      claims: rows.map((row) => row.id),
    })),
    origins: [...new Set(claims.map((row) => row.attribution.origin ?? row.outlet))].sort().map((id) => ({
      id,
      basis: 'source' as const,
      flags: [],
      outlets: outlets(claims.filter((row) => (row.attribution.origin ?? row.outlet) === id)),
      documents: [],
    })),
    members: null,
    asOf: '2025-11-02',
    findings: [],
    ...own,
  });
}

/** A finding about claims. */
export function aFinding(
  groups: readonly Group[],
  claims: readonly Claim[],
  own: Deep<Finding> = {},
): Finding {
  return Finding.parse({
    id: `fnd_${claims.map((claim) => claim.id).join('')}`,
    topic: claims[0]?.topic ?? 'harbour-flood',
    verdict: 'conflict',
    subtype: 'value',
    axis: 'outlets',
    flagged: true,
    severity: { score: 47, level: 'high', magnitude: 0.6, balance: 1, certainty: 0.8 },
    claims: claims.map((claim) => claim.id),
    groups: groups.map((group) => group.id),
    dimension: null,
    because: 'They give different figures for the same people, place and day.',
    explanations: [],
    review: { status: 'open' },
    rules: '2026.1',
    ...own,
  });
}
