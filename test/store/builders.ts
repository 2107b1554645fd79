import type { Claim } from '../../src/claim/claim.ts';
import type { Consensus } from '../../src/consensus/consensus.ts';
import type { Document } from '../../src/document/document.ts';
import type { Outlet } from '../../src/document/outlet.ts';
import type { Finding } from '../../src/finding/finding.ts';
import type { Group } from '../../src/group/group.ts';
import type { Reconciliation, Views } from '../../src/store/store.ts';

export const outlet = (id = 'harbour-post', more: Partial<Outlet> = {}): Outlet => ({
  id,
  name: id,
  owner: null,
  kind: 'outlet',
  sample: true,
  ...more,
});

export const document = (id: string, more: Partial<Document> = {}): Document => ({
  id,
  outlet: 'harbour-post',
  topic: 'ferry',
  url: null,
  title: 'Ferry sinks',
  publishedAt: '2025-10-07T12:00:00.000Z',
  zone: 'UTC',
  language: 'en',
  source: 'text',
  text: `At least 24 people were killed, according to ${id}.`,
  blocks: [{ kind: 'body', start: 0, end: 30, language: 'en' }],
  fingerprint: ['a1', 'b2'],
  ...more,
});

/** A claim of the document, number `index` in it. */
export const claim = (of: Document, index: number, more: Partial<Claim> = {}): Claim => ({
  id: `${of.id}-c${index}`,
  documentId: of.id,
  outlet: of.outlet,
  topic: of.topic,
  publishedAt: of.publishedAt,
  subject: { text: 'people', key: 'person' },
  predicate: { id: 'people.killed', text: 'killed', timeClass: 'flow' },
  value: value(24 + index),
  scope: { population: null, place: 'harbour', cause: null, actor: null, time: null, provenance: {} },
  attribution: { chain: [], origin: 'coast-guard' },
  modality: 'occurred',
  polarity: 'affirmed',
  confidence: 0.9,
  partOf: null,
  partial: false,
  increment: false,
  provisional: false,
  evidence: { quote: 'At least 24 people were killed', start: 0, end: 30, valueStart: 0, valueEnd: 11 },
  extractor: { name: 'rules', version: '1', rule: 'people.killed/passive' },
  ...more,
});

export const value = (nominal: number): Claim['value'] => ({
  kind: 'quantity',
  text: `at least ${nominal}`,
  nominal,
  hedge: 'at-least',
  unit: 'person',
  core: { low: nominal, high: nominal },
  halo: { low: nominal, high: null },
  denominator: null,
  items: null,
  exhaustive: false,
  label: null,
  role: 'count',
});

/** A document with so many claims, as the store takes it. */
export function entry(id: string, claims: number, more: Partial<Document> = {}) {
  const of = document(id, more);
  return {
    document: of,
    claims: Array.from({ length: claims }, (_, index) => claim(of, index)),
    outlet: outlet(of.outlet),
  };
}

export const group = (topic: string, id: string, claims: string[], more: Partial<Group> = {}): Group => ({
  id,
  topic,
  family: 'person people.killed person',
  key: id,
  question: 'People killed in the harbour',
  subject: 'person',
  predicate: 'people.killed',
  timeClass: 'flow',
  unit: 'person',
  scope: { population: null, place: 'harbour', cause: null, actor: null, time: null, provenance: {} },
  claims,
  ...more,
});

export const finding = (topic: string, id: string, score: number, more: Partial<Finding> = {}): Finding => ({
  id,
  topic,
  verdict: 'conflict',
  subtype: 'value',
  axis: 'outlets',
  flagged: true,
  severity: { score, level: 'high', magnitude: 0.5, balance: 1, certainty: 0.9 },
  claims: ['d1-c0'],
  groups: ['g1'],
  dimension: null,
  because: 'One says 10, the other 24.',
  explanations: [],
  review: { status: 'open' },
  rules: '2026.1',
  ...more,
});

export const consensus = (of: Group, display = 'at least 24'): Consensus => ({
  group: {
    id: of.id,
    question: of.question,
    subject: of.subject,
    predicate: of.predicate,
    timeClass: of.timeClass,
    unit: of.unit,
    scope: of.scope,
  },
  status: 'agreed',
  best: 24,
  low: 24,
  high: null,
  floor: null,
  conservative: 24,
  display,
  support: { asserted: 1, consistent: 1, originsMax: 1, owners: 1, outlets: 1, documents: 1 },
  grade: 'single-origin',
  positions: [],
  earlier: [],
  withdrawn: [],
  weights: {},
  origins: [],
  members: null,
  asOf: null,
  findings: [],
});

/** What a reconciliation may give, with as many groups and findings as asked for. */
export function reconciliation(topic: string, groups: Group[], findings: Finding[] = []): Reconciliation {
  return { topic, groups, findings, consensus: groups.map((one) => consensus(one)) };
}

/** The ready views of a topic: its consensus as given, and a timeline of nothing. */
export const views = (consensus: string): Views => ({ consensus, timeline: '{}' });

/** All rows of a list, page by page. */
export async function all<T>(
  list: (page: { limit: number; after?: string | undefined }) => Promise<{ data: T[]; next: string | null }>,
  limit = 3,
): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const page = await list({ limit, after });
    rows.push(...page.data);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}
