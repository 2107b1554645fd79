import { eq, sql } from 'drizzle-orm';
import type { NewChange } from '../change/change.ts';
import { consensusChanged, goneFromTopic, groupUpdated } from '../change/note-changes.ts';
import type { Consensus } from '../consensus/consensus.ts';
import { CrosscheckError } from '../errors.ts';
import { TIER } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import { sha256 } from '../identity.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { findingRows } from './finding-rows.ts';
import { byId, type KeptRows, keptRows, type Row, rememberRows } from './kept-rows.ts';
import { perConnection } from './prepared.ts';
import { replaceFindings } from './replace-findings.ts';
import { differenceOf, type JsonOf, jsonOnce, type Work } from './replacing.ts';
import { toMilliseconds } from './rows.ts';
import type { Reconciliation, SaveOptions, Views } from './store.ts';
import type { Tables } from './tables.ts';
import { nextDirty } from './topic-rows.ts';

const statements = perConnection((q: Queries, t: Tables) => {
  const topic = sql.placeholder('topic');
  return {
    topic: q.select().from(t.topics).where(eq(t.topics.id, topic)).limit(1).prepare('reconciliation_topic'),
    views: q
      .select({ name: t.views.name, etag: t.views.etag })
      .from(t.views)
      .where(eq(t.views.topicId, topic))
      .prepare('reconciliation_views'),
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

const run = ({ q, database }: Work) => statements(q, database.tables);

/** Removes the rows that are gone and writes those that are new or differ. */
async function writeRows(
  { database, q, topic: topicId, json }: Work,
  name: 'groups' | 'consensus',
  gone: readonly string[],
  changed: readonly (Row & { one: Group | Consensus })[],
): Promise<void> {
  const keys = gone.map((id) => ({ topicId, id }));
  await database.remove(q, name, keys);
  await database.upsert(
    q,
    name,
    changed.map((row) => ({ ...row, topicId, body: json(row.one) })),
  );
}

/** Groups and what they say as rows, but for their bodies. What is the same object as before says the same. */
function groupRowsOf({ groups, consensus }: Reconciliation, there: KeptRows, json: JsonOf) {
  const digestOf = <T extends object>(one: T, kept: { one?: T; digest: string } | undefined): string =>
    kept?.one === one ? kept.digest : sha256(json(one));
  return {
    groups: byId(groups.map((one) => ({ id: one.id, one, digest: digestOf(one, there.groups.get(one.id)) }))),
    consensus: byId(
      consensus.map((one, position) => {
        const { id } = one.group;
        return { id, one, position, digest: digestOf(one, there.consensus.get(id)) };
      }),
    ),
  };
}

type GroupRows = ReturnType<typeof groupRowsOf>;

/** Writes groups and what they say; one that only moved in the list says the same, and is no change of its own. */
async function replaceGroups(
  work: Work,
  there: KeptRows,
  rows: GroupRows,
): Promise<{ changes: NewChange[]; moved: boolean }> {
  const { database, q, topic: topicId } = work;
  const ofGroups = differenceOf(there.groups, rows.groups);
  const ofSaid = differenceOf(there.consensus, rows.consensus);
  await writeRows(work, 'groups', ofGroups.gone, ofGroups.changed);
  await writeRows(work, 'consensus', ofSaid.gone, ofSaid.changed);
  const moved: object[] = [];
  for (const { id, position, digest } of rows.consensus.values()) {
    const kept = there.consensus.get(id);
    if (kept?.digest === digest && kept.position !== position) moved.push({ topicId, id, position });
  }
  await database.update(q, 'consensus', moved);
  return {
    moved: moved.length > 0,
    changes: [
      ...ofSaid.gone.map((id) => goneFromTopic('consensus', id, topicId)),
      ...ofGroups.gone.map((id) => goneFromTopic('group', id, topicId)),
      ...ofGroups.changed.map(({ id, one }) => groupUpdated(one, ofGroups.replaced.has(id))),
      ...ofSaid.changed.map(({ id, one }) => consensusChanged(topicId, one, ofSaid.replaced.has(id))),
    ],
  };
}

/** The views as rows of a version. */
const viewRows = (topicId: string, views: Views, version: number) =>
  Object.entries(views).map(([name, json]: [string, string]) => ({
    ...{ topicId, name, json, version },
    etag: `"${sha256(json).slice(0, 32)}"`,
  }));

/** Whether any view differs from what is there. Its text stands before its tag: all of it is read for that. */
async function viewsDiffer(work: Work, rows: ReturnType<typeof viewRows>): Promise<boolean> {
  const { topic } = work;
  const there = new Map((await run(work).views.execute({ topic })).map(({ name, etag }) => [name, etag]));
  return rows.some(({ name, etag }) => there.get(name) !== etag);
}

/**
 * Puts what a topic now gives in the place of what it gave before; rows that are the same are left alone. What was
 * worked out at an older revision than the one in place is dropped.
 */
export function saveReconciled(
  database: Database,
  result: Reconciliation,
  views: Views,
  { revision, at, claims }: SaveOptions,
): Promise<{ version: number; changed: boolean }> {
  const { topic } = result;
  const { tables: t } = database;
  const updatedAt = toMilliseconds(at, 'at');

  return database.write(async (q) => {
    const json = jsonOnce();
    const work: Work = { database, q, topic, at: updatedAt, json };
    const [kept] = await run(work).topic.execute({ topic });
    if (!kept) throw new CrosscheckError('not-found', `There is no topic "${topic}".`);
    if (revision < kept.reconciled) return { version: kept.version, changed: false };

    // Asked before any group is removed, for its consensus goes with it.
    const there = await keptRows(database, q, kept);
    const findings = await findingRows(work, result, claims, there.findings);
    const rows = { ...groupRowsOf(result, there, json), findings };
    const ofGroups = await replaceGroups(work, there, rows);
    const changes = [...ofGroups.changes, ...(await replaceFindings(work, there.findings, rows.findings))];
    await noteChanges(database, q, updatedAt, changes);
    const ofViews = viewRows(topic, views, kept.version + 1);
    const changed = ofGroups.moved || changes.length > 0 || (await viewsDiffer(work, ofViews));
    const version = changed ? kept.version + 1 : kept.version;
    if (changed) await database.upsert(q, 'views', ofViews);
    const inTier = (tier: 'conflict' | 'check') =>
      result.findings.filter(({ verdict, review }) => TIER[verdict] === tier && review.status !== 'dismissed')
        .length;
    await run(work).finish.execute({
      topic,
      groups: result.groups.length,
      conflicts: inTier('conflict'),
      checks: inTier('check'),
      updatedAt,
      changedAt: changed ? updatedAt : kept.changedAt,
      version,
      reconciled: revision,
      dirty: kept.revision > revision ? await nextDirty(q, t) : null,
    });
    rememberRows(database, { id: topic, version, reconciled: revision }, rows);
    return { version, changed };
  });
}
