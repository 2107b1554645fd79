import { and, eq, sql } from 'drizzle-orm';
import type { NewChange } from '../change/change.ts';
import { findingChanged, findingGone } from '../change/note-changes.ts';
import type { Finding } from '../finding/finding.ts';
import type { Queries } from './database.ts';
import { facetList, facetRow } from './finding-rows.ts';
import type { FindingRow, KeptRows } from './kept-rows.ts';
import { perConnection } from './prepared.ts';
import { differenceOf, type Work } from './replacing.ts';
import { fromBody } from './rows.ts';
import type { Tables } from './tables.ts';

const statements = perConnection((q: Queries, t: Tables) => ({
  finding: q
    .select({ body: t.findings.body, facets: t.findings.facets })
    .from(t.findings)
    .where(and(eq(t.findings.topicId, sql.placeholder('topic')), eq(t.findings.id, sql.placeholder('id'))))
    .prepare('replaced_finding'),
}));

interface Before {
  readonly finding: Finding;
  readonly facets: string;
}

/** Findings with their facets as they were, those that are asked for. */
async function findingsBefore(
  { database, q, topic }: Work,
  there: KeptRows['findings'],
  ids: readonly string[],
): Promise<Map<string, Before>> {
  const before = new Map<string, Before>();
  for (const id of ids) {
    const kept = there.get(id);
    if (kept && 'finding' in kept) {
      before.set(id, { finding: kept.finding, facets: kept.facets });
      continue;
    }
    const [row] = await statements(q, database.tables).finding.execute({ topic, id });
    if (row) before.set(id, { finding: fromBody<Finding>(row), facets: row.facets });
  }
  return before;
}

/** Whether a finding keeps its place in every list that is sorted by what it says. */
const keepsItsPlace = ({ verdict, level, score }: FindingRow, before: Finding | undefined): boolean =>
  before?.verdict === verdict && before.severity?.level === level && before.severity.score === score;

/** Writes those that are new or moved whole; of one that stays where it stands in the lists, only what it says. */
async function writeFindings(
  { database, q, at, json }: Work,
  changed: readonly FindingRow[],
  before: ReadonlyMap<string, Before>,
): Promise<void> {
  const stays = (row: FindingRow): boolean => keepsItsPlace(row, before.get(row.id)?.finding);
  const written = changed.map((row) => ({ ...row, body: json(row.finding), changedAt: at }));
  const whole = written.filter((row) => !stays(row));
  const partly = written.filter(stays).map(({ topicId, id, digest, body, facets, changedAt }) => ({
    ...{ topicId, id, digest, body, facets, changedAt },
  }));
  await database.upsert(q, 'findings', whole);
  await database.update(q, 'findings', partly);
}

const NONE: readonly string[] = [];

/** Adds and removes the facets in which findings differ from what they were. */
async function replaceFacets(
  { database, q, topic: topicId }: Work,
  gone: readonly string[],
  changed: readonly FindingRow[],
  before: ReadonlyMap<string, Before>,
): Promise<void> {
  const [removed, added]: [object[], object[]] = [[], []];
  const replace = (id: string, now: FindingRow | null): void => {
    const kept = before.get(id);
    if (kept?.facets === now?.facets) return;
    const [old, wanted] = [kept ? facetList(kept) : NONE, now ? facetList(now) : NONE];
    const row = { topicId, id };
    for (const facet of old) if (!wanted.includes(facet)) removed.push(facetRow(row, facet));
    for (const facet of wanted) if (!old.includes(facet)) added.push(facetRow(row, facet));
  };
  for (const id of gone) replace(id, null);
  for (const row of changed) replace(row.id, row);
  await database.remove(q, 'findingFacets', removed);
  await database.insert(q, 'findingFacets', added);
}

/** Puts the findings of a topic in the place of those that are there; answers what is told of it. */
export async function replaceFindings(
  work: Work,
  there: KeptRows['findings'],
  rows: ReadonlyMap<string, FindingRow>,
): Promise<NewChange[]> {
  const { gone, changed, replaced } = differenceOf(there, rows);
  const before = await findingsBefore(work, there, [...gone, ...replaced]);
  const keys = gone.map((id) => ({ topicId: work.topic, id }));
  await work.database.remove(work.q, 'findings', keys);
  await writeFindings(work, changed, before);
  await replaceFacets(work, gone, changed, before);
  return [
    ...gone.flatMap((id) => before.get(id)?.finding ?? []).map(findingGone),
    ...changed.map(({ id, finding }) => findingChanged(finding, before.get(id)?.finding ?? null)),
  ];
}
