import { eq, sql } from 'drizzle-orm';
import type { Finding } from '../finding/finding.ts';
import { sha256 } from '../identity.ts';
import type { Queries } from './database.ts';
import { perConnection } from './prepared.ts';
import { findingRow } from './rows.ts';
import type { Reconciliation } from './store.ts';
import type { Tables } from './tables.ts';

/** A finding as it is written, and which predicates, outlets and judgement lists find it by. */
interface FindingRow extends ReturnType<typeof findingRow> {
  readonly facets: readonly string[];
  readonly digest: string;
}

const PREDICATE = 'p';
const OUTLET = 'o';
const REVIEW = 'r';
const KINDS: Readonly<Record<string, string>> = {
  [PREDICATE]: 'predicate',
  [OUTLET]: 'outlet',
  [REVIEW]: 'review',
};

const statements = perConnection((q: Queries, t: Tables) => ({
  outlets: q
    .select({ claim: t.claims.id, outlet: t.claims.outletId })
    .from(t.claims)
    .where(eq(t.claims.topicId, sql.placeholder('topic')))
    .prepare('finding_outlets'),
}));

const known = new WeakMap<Finding, FindingRow>();

/** The row of a finding; its digest covers its facets too. The same finding with the same facets is not hashed again. */
function rowOf(finding: Finding, facets: readonly string[], changedAt: number): FindingRow {
  const found = known.get(finding);
  const isSame = found?.facets.length === facets.length && facets.every((one, i) => one === found.facets[i]);
  if (found && isSame) return { ...found, changedAt };
  const row = findingRow(finding, changedAt);
  const made = { ...row, facets, digest: sha256(`${row.body}${JSON.stringify(facets)}`) };
  known.set(finding, made);
  return made;
}

/**
 * The findings of a topic with what each is about, through its claims and its groups: predicates, then outlets, each
 * once; then what a person said of it.
 */
export async function findingRows(
  q: Queries,
  t: Tables,
  { topic, groups, findings }: Reconciliation,
  changedAt: number,
): Promise<FindingRow[]> {
  const predicates = new Map(
    groups.map(({ id, predicate }) => [id, predicate && `${PREDICATE}${predicate}`]),
  );
  const claims = await statements(q, t).outlets.execute({ topic });
  const outlets = new Map(claims.map(({ claim, outlet }) => [claim, `${OUTLET}${outlet}`]));
  return findings.map((finding) => {
    const facets = new Set<string>();
    const add = (facet: string | null | undefined): void => {
      if (facet) facets.add(facet);
    };
    for (const id of finding.groups) add(predicates.get(id));
    for (const id of finding.claims) add(outlets.get(id));
    if (finding.review.status !== 'open') add(`${REVIEW}${finding.review.status}`);
    return rowOf(finding, [...facets], changedAt);
  });
}

export const facetsOf = ({ topicId, id: findingId, facets }: FindingRow) =>
  facets.map((facet) => ({
    topicId,
    findingId,
    kind: KINDS[facet.charAt(0)] ?? '',
    value: facet.slice(1),
  }));
