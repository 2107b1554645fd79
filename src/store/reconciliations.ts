import { eq, sql } from 'drizzle-orm';
import type { NewChange } from '../change/change.ts';
import {
  consensusChanged,
  findingChanged,
  findingGone,
  goneFromTopic,
  groupUpdated,
} from '../change/note-changes.ts';
import type { Consensus } from '../consensus/consensus.ts';
import { CrosscheckError } from '../errors.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import { sha256 } from '../identity.ts';
import { onceEach } from '../remember.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { nextDirty } from './entries.ts';
import { facetsOf, findingRows } from './finding-rows.ts';
import { perConnection } from './prepared.ts';
import { fromBody, toMilliseconds } from './rows.ts';
import type { Reconciliation, Views } from './store.ts';
import type { Tables } from './tables.ts';

const statements = perConnection((q: Queries, t: Tables) => {
  const topic = sql.placeholder('topic');
  const id = sql.placeholder('id');
  const digests = (table: Tables['groups' | 'consensus' | 'findings'], name: string) =>
    q
      .select({ id: table.id, digest: table.digest })
      .from(table)
      .where(eq(table.topicId, topic))
      .prepare(`reconciliation_${name}`);
  const body = (table: Tables['consensus' | 'findings'], name: string) =>
    q
      .select({ body: table.body })
      .from(table)
      .where(sql`${table.topicId} = ${topic} and ${table.id} = ${id}`)
      .prepare(`reconciliation_${name}_body`);
  const drop = (table: Tables['groups' | 'consensus' | 'findings'], name: string) =>
    q
      .delete(table)
      .where(sql`${table.topicId} = ${topic} and ${table.id} = ${id}`)
      .prepare(`reconciliation_drop_${name}`);
  return {
    topic: q.select().from(t.topics).where(eq(t.topics.id, topic)).limit(1).prepare('reconciliation_topic'),
    views: q
      .select({ name: t.views.name, json: t.views.json })
      .from(t.views)
      .where(eq(t.views.topicId, topic))
      .prepare('reconciliation_views'),
    digests: {
      groups: digests(t.groups, 'groups'),
      consensus: digests(t.consensus, 'consensus'),
      findings: digests(t.findings, 'findings'),
    },
    body: { consensus: body(t.consensus, 'consensus'), findings: body(t.findings, 'findings') },
    drop: {
      groups: drop(t.groups, 'groups'),
      consensus: drop(t.consensus, 'consensus'),
      findings: drop(t.findings, 'findings'),
    },
    dropFacets: q
      .delete(t.findingFacets)
      .where(sql`${t.findingFacets.topicId} = ${topic} and ${t.findingFacets.findingId} = ${id}`)
      .prepare('reconciliation_drop_facets'),
    finish: q
      .update(t.topics)
      .set({
        groups: sql`${sql.placeholder('groups')}`,
        conflicts: sql`${sql.placeholder('conflicts')}`,
        checks: sql`${sql.placeholder('checks')}`,
        updatedAt: sql`${sql.placeholder('updatedAt')}`,
        changedAt: sql`${sql.placeholder('changedAt')}`,
        version: sql`${sql.placeholder('version')}`,
        reconciled: sql`${sql.placeholder('reconciled')}`,
        dirty: sql`${sql.placeholder('dirty')}`,
      })
      .where(eq(t.topics.id, topic))
      .prepare('reconciliation_finish'),
  };
});

interface Row {
  topicId: string;
  id: string;
  digest: string;
}

/** What is written of an object, worked out once: a run that is like the one before gives the same objects again. */
const bodyOf = onceEach((one: Group | Consensus) => {
  const body = JSON.stringify(one);
  return { body, digest: sha256(body) };
});
interface Difference<R extends Row> {
  gone: string[];
  changed: R[];
  /** Of the changed ones, those that were there before. */
  replaced: Set<string>;
  /** The texts of those that are gone or replaced, where they are asked for. */
  before: Map<string, string>;
}

/** What differs between the rows that are there and those that are wanted. */
async function differenceOf<R extends Row>(
  database: Database,
  q: Queries,
  name: 'groups' | 'consensus' | 'findings',
  topic: string,
  rows: readonly R[],
): Promise<Difference<R>> {
  const run = statements(q, database.tables);
  const kept = new Map((await run.digests[name].execute({ topic })).map((row) => [row.id, row.digest]));
  const changed = rows.filter((row) => kept.get(row.id) !== row.digest);
  const wanted = new Set(rows.map((row) => row.id));
  const gone = [...kept.keys()].filter((id) => !wanted.has(id));
  const replaced = new Set(changed.map((row) => row.id).filter((id) => kept.has(id)));
  const before = new Map<string, string>();
  const read = name === 'groups' ? null : run.body[name];
  for (const id of read ? [...gone, ...replaced] : []) {
    const [row] = (await read?.execute({ topic, id })) ?? [];
    if (row) before.set(id, row.body);
  }
  return { gone, changed, replaced, before };
}

/** Removes the rows that are gone and writes those that are new or differ. */
async function writeRows(
  database: Database,
  q: Queries,
  name: 'groups' | 'consensus' | 'findings',
  topic: string,
  { gone, changed }: Difference<Row>,
): Promise<void> {
  const run = statements(q, database.tables);
  for (const id of gone) await run.drop[name].execute({ topic, id });
  await database.upsert(q, name, [...changed]);
}

async function replaceFindings(
  database: Database,
  q: Queries,
  result: Reconciliation,
  at: number,
): Promise<NewChange[]> {
  const { tables: t } = database;
  const rows = await findingRows(q, t, result, at);
  const difference = await differenceOf(database, q, 'findings', result.topic, rows);
  await writeRows(database, q, 'findings', result.topic, difference);
  const { gone, changed, replaced, before } = difference;
  const { dropFacets } = statements(q, t);
  for (const id of replaced) await dropFacets.execute({ topic: result.topic, id });
  await database.insert(q, 'findingFacets', changed.flatMap(facetsOf));
  const read = (id: string): Finding[] => {
    const body = before.get(id);
    return body === undefined ? [] : [fromBody<Finding>({ body })];
  };
  const now = new Map(result.findings.map((finding) => [finding.id, finding]));
  return [
    ...gone.flatMap(read).map(findingGone),
    ...changed.flatMap(({ id }) => {
      const finding = now.get(id);
      return finding ? [findingChanged(finding, read(id)[0] ?? null)] : [];
    }),
  ];
}

/** What differs in the groups of a topic and in what they say; one that only moved in the list says the same. */
function groupChanges(
  { topic, groups, consensus }: Reconciliation,
  ofGroups: Difference<Row>,
  ofConsensus: Difference<Row & { body: string }>,
): NewChange[] {
  const group = new Map(groups.map((one) => [one.id, one]));
  const said = new Map(consensus.map((one) => [one.group.id, one]));
  return [
    ...ofConsensus.gone.map((id) => goneFromTopic('consensus', id, topic)),
    ...ofGroups.gone.map((id) => goneFromTopic('group', id, topic)),
    ...ofGroups.changed.flatMap(({ id }) => {
      const one = group.get(id);
      return one ? [groupUpdated(one, ofGroups.replaced.has(id))] : [];
    }),
    ...ofConsensus.changed.flatMap(({ id, body }) => {
      const one = said.get(id);
      const same = ofConsensus.before.get(id) === body;
      return one && !same ? [consensusChanged(topic, one, ofConsensus.replaced.has(id))] : [];
    }),
  ];
}

/**
 * Puts what a topic now gives in the place of what it gave before; rows that are the same are left alone. What was
 * worked out at an older revision than the one in place is dropped.
 */
export function saveReconciled(
  database: Database,
  result: Reconciliation,
  views: Views,
  { revision, at }: { revision: number; at: string },
): Promise<{ version: number; changed: boolean }> {
  const { topic } = result;
  const { tables: t } = database;
  const updatedAt = toMilliseconds(at, 'at');
  // The same claims give the same bytes, so that a row is the same when its text is: no need to sort its keys.
  const groups = result.groups.map((group) => ({ topicId: topic, id: group.id, ...bodyOf(group) }));
  const consensus = result.consensus.map((one, position) => {
    const { body, digest } = bodyOf(one);
    return { topicId: topic, id: one.group.id, digest: `${position} ${digest}`, body, position };
  });

  return database.write(async (q) => {
    const run = statements(q, t);
    const [kept] = await run.topic.execute({ topic });
    if (!kept) throw new CrosscheckError('not-found', `There is no topic "${topic}".`);
    if (revision < kept.reconciled) return { version: kept.version, changed: false };

    const groupRows = await differenceOf(database, q, 'groups', topic, groups);
    // Asked before any group is removed, for its consensus goes with it.
    const consensusRows = await differenceOf(database, q, 'consensus', topic, consensus);
    await writeRows(database, q, 'groups', topic, groupRows);
    await writeRows(database, q, 'consensus', topic, consensusRows);
    const findingChanges = await replaceFindings(database, q, result, updatedAt);
    await noteChanges(database, q, updatedAt, [
      ...groupChanges(result, groupRows, consensusRows),
      ...findingChanges,
    ]);
    const old = new Map((await run.views.execute({ topic })).map(({ name, json }) => [name, json]));
    const newer = Object.entries(views).filter(([name, json]) => old.get(name) !== json);
    const touched = [groupRows, consensusRows].some(({ gone, changed }) => gone.length + changed.length > 0);
    const changed = touched || findingChanges.length > 0 || newer.length > 0;
    const version = changed ? kept.version + 1 : kept.version;
    if (changed) {
      const rows = Object.entries(views).map(([name, json]) => ({
        ...{ topicId: topic, name, json, version },
        etag: `"${sha256(json).slice(0, 32)}"`,
      }));
      await database.upsert(q, 'views', rows);
    }
    const inTier = (tier: 'conflict' | 'check') =>
      result.findings.filter(({ verdict, review }) => TIER[verdict] === tier && review.status !== 'dismissed')
        .length;
    await run.finish.execute({
      topic,
      groups: groups.length,
      conflicts: inTier('conflict'),
      checks: inTier('check'),
      updatedAt,
      changedAt: changed ? updatedAt : kept.changedAt,
      version,
      reconciled: revision,
      dirty: kept.revision > revision ? await nextDirty(q, t) : null,
    });
    return { version, changed };
  });
}
