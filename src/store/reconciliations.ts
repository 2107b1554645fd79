import { eq, sql } from 'drizzle-orm';
import { CrosscheckError } from '../errors.ts';
import { TIER } from '../finding/finding.ts';
import { sha256 } from '../identity.ts';
import type { Database, Queries } from './database.ts';
import { nextDirty } from './entries.ts';
import { perConnection } from './prepared.ts';
import { findingRow, toMilliseconds } from './rows.ts';
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
    outlets: q
      .select({ claim: t.claims.id, outlet: t.claims.outletId })
      .from(t.claims)
      .where(eq(t.claims.topicId, topic))
      .prepare('reconciliation_outlets'),
    digests: {
      groups: digests(t.groups, 'groups'),
      consensus: digests(t.consensus, 'consensus'),
      findings: digests(t.findings, 'findings'),
    },
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

interface Facet {
  topicId: string;
  findingId: string;
  kind: 'outlet' | 'predicate';
  value: string;
}

/** Removes the rows that are gone and writes those that are new or differ; answers both, and which were there before. */
async function replaceRows<R extends Row>(
  database: Database,
  q: Queries,
  name: 'groups' | 'consensus' | 'findings',
  topic: string,
  rows: readonly R[],
): Promise<{ gone: string[]; changed: R[]; replaced: string[] }> {
  const run = statements(q, database.tables);
  const kept = new Map((await run.digests[name].execute({ topic })).map((row) => [row.id, row.digest]));
  const changed = rows.filter((row) => kept.get(row.id) !== row.digest);
  const wanted = new Set(rows.map((row) => row.id));
  const gone = [...kept.keys()].filter((id) => !wanted.has(id));
  for (const id of gone) await run.drop[name].execute({ topic, id });
  await database.upsert(q, name, changed);
  return { gone, changed, replaced: changed.map((row) => row.id).filter((id) => kept.has(id)) };
}

/** Which outlets and predicates each finding is about: through its claims and its groups. */
async function facetsOf(q: Queries, t: Tables, result: Reconciliation): Promise<Map<string, Facet[]>> {
  const run = statements(q, t);
  const { topic } = result;
  const predicates = new Map(result.groups.map((group) => [group.id, group.predicate]));
  const outlets = new Map((await run.outlets.execute({ topic })).map(({ claim, outlet }) => [claim, outlet]));
  const facets = new Map<string, Facet[]>();
  for (const finding of result.findings) {
    const about = (kind: Facet['kind'], values: Iterable<string | null | undefined>): Facet[] =>
      [...new Set(values)].flatMap((value) =>
        value ? [{ topicId: topic, findingId: finding.id, kind, value }] : [],
      );
    facets.set(finding.id, [
      ...about(
        'predicate',
        finding.groups.map((id) => predicates.get(id)),
      ),
      ...about(
        'outlet',
        finding.claims.map((id) => outlets.get(id)),
      ),
    ]);
  }
  return facets;
}

async function replaceFindings(database: Database, q: Queries, result: Reconciliation): Promise<boolean> {
  const { tables: t } = database;
  const facets = await facetsOf(q, t, result);
  const rows = result.findings.map((finding) => {
    const row = findingRow(finding);
    return { ...row, digest: sha256(row.body + JSON.stringify(facets.get(finding.id))) };
  });
  const { gone, changed, replaced } = await replaceRows(database, q, 'findings', result.topic, rows);
  const { dropFacets } = statements(q, t);
  for (const id of replaced) await dropFacets.execute({ topic: result.topic, id });
  const added = changed.flatMap(({ id }) => facets.get(id) ?? []);
  await database.insert(q, 'findingFacets', added);
  return gone.length + changed.length > 0;
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
  const groups = result.groups.map((group) => {
    const body = JSON.stringify(group);
    return { topicId: topic, id: group.id, digest: sha256(body), body };
  });
  const consensus = result.consensus.map((one, position) => {
    const body = JSON.stringify(one);
    return { topicId: topic, id: one.group.id, digest: sha256(`${position} ${body}`), body, position };
  });

  return database.write(async (q) => {
    const run = statements(q, t);
    const [kept] = await run.topic.execute({ topic });
    if (!kept) throw new CrosscheckError('not-found', `There is no topic "${topic}".`);
    if (revision < kept.reconciled) return { version: kept.version, changed: false };

    const groupRows = await replaceRows(database, q, 'groups', topic, groups);
    const consensusRows = await replaceRows(database, q, 'consensus', topic, consensus);
    const findingsChanged = await replaceFindings(database, q, result);
    const old = new Map((await run.views.execute({ topic })).map(({ name, json }) => [name, json]));
    const newer = Object.entries(views).filter(([name, json]) => old.get(name) !== json);
    const touched = [groupRows, consensusRows].some(({ gone, changed }) => gone.length + changed.length > 0);
    const changed = touched || findingsChanged || newer.length > 0;
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
      version,
      reconciled: revision,
      dirty: kept.revision > revision ? await nextDirty(q, t) : null,
    });
    return { version, changed };
  });
}
