import { eq, sql } from 'drizzle-orm';
import type { Claim } from '../claim/claim.ts';
import type { Finding } from '../finding/finding.ts';
import { isSameJson, sha256 } from '../identity.ts';
import type { Queries } from './database.ts';
import { byId, type FindingRow, type KeptRows } from './kept-rows.ts';
import { perConnection } from './prepared.ts';
import type { Work } from './replacing.ts';
import { findingRow } from './rows.ts';
import type { Reconciliation } from './store.ts';
import type { Tables } from './tables.ts';

const PREDICATE = 'p';
const OUTLET = 'o';
const REVIEW = 'r';
const KINDS: Readonly<Record<string, string>> = {
  [PREDICATE]: 'predicate',
  [OUTLET]: 'outlet',
  [REVIEW]: 'review',
};

const statements = perConnection((q: Queries, t: Tables) => ({
  claims: q
    .select({ id: t.claims.id, outlet: t.claims.outletId })
    .from(t.claims)
    .where(eq(t.claims.topicId, sql.placeholder('topic')))
    .prepare('finding_outlets'),
}));

const rowOf = (finding: Finding, body: string, about: string): FindingRow => {
  const row = findingRow(finding);
  // Lists show tiers: what is in none is found by its id, its group and its topic.
  const facets = row.tier === 'none' ? '[]' : about;
  return { ...row, finding, about, facets, digest: sha256(`${body}${about}`) };
};

/** Through which facets a finding is found: predicates, then outlets, each once; then what a person said of it. */
function facetsFor(
  finding: Finding,
  predicates: ReadonlyMap<string, string | null>,
  outlets: ReadonlyMap<string, string>,
): string[] {
  const facets = new Set<string>();
  for (const id of finding.groups) {
    const predicate = predicates.get(id);
    if (predicate) facets.add(`${PREDICATE}${predicate}`);
  }
  for (const id of finding.claims) {
    const outlet = outlets.get(id);
    if (outlet !== undefined) facets.add(`${OUTLET}${outlet}`);
  }
  if (finding.review.status !== 'open') facets.add(`${REVIEW}${finding.review.status}`);
  return [...facets];
}

/**
 * The findings of a topic with what each is about, through its claims and its groups; the digest covers both. With
 * `sources`, the claims that they were made from, a finding that is the same object as in the run before is not worked
 * out again: what it is about was decided by the very claims that made it. Without, the claims that are kept are read.
 */
export async function findingRows(
  { q, database, json }: Work,
  { topic, groups, findings }: Reconciliation,
  sources: readonly Claim[] | undefined,
  there: KeptRows['findings'],
): Promise<ReadonlyMap<string, FindingRow>> {
  const predicates = new Map(groups.map(({ id, predicate }) => [id, predicate]));
  const claims = sources ?? (await statements(q, database.tables).claims.execute({ topic }));
  const outlets = new Map<string, string>();
  for (const { id, outlet } of claims) outlets.set(id, outlet);
  const rows = findings.map((finding) => {
    const kept = sources && there.get(finding.id);
    const before = kept && 'finding' in kept ? kept : null;
    if (before?.finding === finding) return before;
    const about = JSON.stringify(facetsFor(finding, predicates, outlets));
    // One that was made anew often says what it said: to look costs less than to write it down and see.
    const isSame = before?.about === about && isSameJson(before.finding, finding);
    return isSame ? { ...before, finding } : rowOf(finding, json(finding), about);
  });
  return byId(rows);
}

type Facet = Tables['findingFacets']['$inferInsert'];

/** What a finding is found by. */
export const facetList = ({ facets }: Pick<FindingRow, 'facets'>): readonly string[] => JSON.parse(facets);

/** A facet as a row of its own. */
export const facetRow = ({ topicId, id }: Pick<FindingRow, 'topicId' | 'id'>, facet: string): Facet => ({
  ...{ topicId, findingId: id, kind: KINDS[facet.charAt(0)] ?? '', value: facet.slice(1) },
});

/** The facets of a finding as rows of their own. */
export const facetsOf = (row: Pick<FindingRow, 'topicId' | 'id' | 'facets'>): Facet[] =>
  facetList(row).map((facet) => facetRow(row, facet));
