import type { Database as Connection } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relationalStore } from '../../src/store/relational-store.ts';
import { type Connections, connectSqlite } from '../../src/store/sqlite/connect.ts';
import { sqliteDatabase } from '../../src/store/sqlite/sqlite-database.ts';
import type { ClaimFilter, FindingFilter, Store } from '../../src/store/store.ts';
import { testMessage } from '../../src/webhook/message.ts';
import { entry, finding, group, reconciliation, views } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
const asked = new Set<string>();

/** Notes every statement that is prepared on a connection from now on. */
function listen(connection: Connection): void {
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((sql: string) => {
    asked.add(sql);
    return prepare(sql);
  }) as Connection['prepare'];
}

function planOf(connection: Connection, sql: string): string[] {
  const holes = sql.split('?').length - 1;
  const rows = connection.prepare(`explain query plan ${sql}`).all(...Array(holes).fill(null));
  return (rows as { detail: string }[]).map((row) => row.detail);
}

/** The matches come from another table, and are put in order afterwards. */
const SORTS = /finding_facets|review_targets/;
/** In the order of the table itself, which is walked until the page is full. */
const IN_PLACE = /^SCAN reviews: .* order by "reviews"."seq" desc limit \?$/;
/** How much there is: a row a topic, asked for by whoever watches the service, never by a reader. */
const CENSUS = /^SCAN topics: select sum\("documents"\)/;
/** Bounded by the number alone: newest first, so an index that holds the number is walked until the page is full. */
const WALKS = /where \(?"claims"\."nominal" [<>]= \?( and "claims"\."nominal" [<>]= \?)?\)? order/;

const PAGE = { limit: 1 };
const claimFilter: Required<ClaimFilter> = {
  topic: 'ferry',
  document: 'd1',
  outlet: 'harbour-post',
  origin: 'coast-guard',
  predicate: 'people.killed',
  subject: 'person',
  place: 'harbour',
  from: '2025-01-01T00:00:00Z',
  to: '2026-01-01T00:00:00Z',
  min: 0,
  max: 100,
  q: 'killed',
  updatedSince: '2025-01-01T00:00:00Z',
};
const findingFilter: FindingFilter = {
  topic: 'ferry',
  tiers: ['conflict', 'check'],
  verdict: 'conflict',
  level: 'high',
  predicate: 'people.killed',
  outlet: 'harbour-post',
  review: 'dismissed',
  updatedSince: '2025-01-01T00:00:00Z',
};

/** Each filter alone, each two together, and none. */
const choices = <F extends object>(filter: F): Partial<F>[] => {
  const keys = Object.keys(filter) as (keyof F)[];
  const pick = (...names: (keyof F)[]) =>
    Object.fromEntries(names.map((name) => [name, filter[name]])) as Partial<F>;
  return [
    {},
    ...keys.map((key) => pick(key)),
    ...keys.flatMap((a, i) => keys.slice(i + 1).map((b) => pick(a, b))),
  ];
};

type List<T> = (page: { limit: number; after?: string }) => Promise<{ next: string | null; data: T[] }>;

/** The first page of a list, and the second. */
async function twice<T>(list: List<T>): Promise<void> {
  const { next } = await list(PAGE);
  if (next !== null) await list({ ...PAGE, after: next });
}

/** A webhook from its making to its end, with messages that fail, succeed and are sent again. */
async function askOfWebhooks(store: Store): Promise<void> {
  const id = 'whk_1';
  const at = '2025-10-08T00:00:00Z';
  await store.addWebhook({
    ...{ id, secret: 'whsec_one', url: 'https://example.org/hook' },
    ...{ types: [], topics: [], description: '' },
  });
  for (const chance of ['a', 'b', 'c']) await store.queueMessage(id, testMessage(id, at, chance));
  await store.replaySince(id, '0');
  await store.fanOut(id);
  for (const state of ['delivered', 'failed', 'pending'] as const) {
    const job = await store.takeJob(id, Date.parse('2100-01-01'), 1_000);
    if (!job) continue;
    const delivery = await store.deliveryOf(job);
    const nextAt = state === 'pending' ? Date.parse('2101-01-01') : null;
    await store.settleDelivery(job, { at, status: 500, ms: 1, error: null }, { state, nextAt });
    if (delivery) await store.replay(id, delivery.id);
    await twice((page) => store.deliveries({ webhook: id, state }, page));
  }
  await twice((page) => store.deliveries({ webhook: id }, page));
  await store.webhooks();
  await store.webhookSecrets(id);
  await store.changeWebhook(id, { description: 'changed' }, 'whsec_two');
  await store.webhookGone(id);
  await store.pruneDeliveries(Date.parse('2100-01-01'));
  await store.removeWebhook(id);
}

async function askEverything(store: Store): Promise<void> {
  for (const id of ['d1', 'd2', 'd3']) await store.addDocument(entry(id, 3));
  await store.addDocument(entry('d3', 2));
  const groups = [group('ferry', 'g1', [])];
  const findings = ['f1', 'f2', 'f3'].map((id, index) => finding('ferry', id, 50 + index));
  const input = await store.topicInput('ferry');
  const options = { revision: input?.revision ?? 0, at: '2025-10-08T00:00:00Z' };
  await store.saveReconciliation(reconciliation('ferry', groups, findings), views('v'), options);
  await store.saveReconciliation(reconciliation('ferry', groups, findings.slice(1)), views('w'), options);
  await store.dirtyTopics();
  for (const id of ['d1', 'd1-c0', 'ferry', 'g1', 'f2']) {
    await Promise.all([store.document(id), store.claim(id), store.topic(id), store.outlet(id)]);
    await Promise.all([store.group(id), store.finding(id), store.consensus(id), store.view(id, 'consensus')]);
  }
  for (const filter of choices(claimFilter)) await twice((page) => store.claims(filter, page));
  for (const filter of choices(findingFilter)) await twice((page) => store.findings(filter, page));
  for (const filter of choices({ ...findingFilter, review: 'open' as const }))
    await twice((page) => store.findings(filter, page));
  for (const filter of choices({ topic: 'ferry', actor: 'ana', kind: 'same' as const }))
    await twice((page) => store.reviewPages(filter, page));
  await store.reviewsOfClaims(['d1-c0', 'd1-c1']);
  for (const filter of choices({
    topic: 'ferry',
    outlet: 'harbour-post',
    updatedSince: '2025-01-01T00:00:00Z',
  })) {
    await twice((page) => store.documents(filter, page));
  }
  await twice((page) => store.topics(page));
  await twice((page) => store.topics(page, { updatedSince: '2025-01-01T00:00:00Z' }));
  await askOfWebhooks(store);
  await store.changes({ types: ['claim.ingested'] }, { limit: 5 });
  await store.pruneChanges({ before: 0, most: 3 });
  await store.lastChange();
  await twice((page) => store.outlets(page));
  await store.putTopic({ id: 'ferry', title: 'The ferry' });
  await store.removeDocument('d1');
}

describe('queries', () => {
  let connections: Connections;
  beforeAll(async () => {
    connections = await connectSqlite(inFolder('plans.db'), { patience: 1_000 });
    for (const connection of [connections.writer, connections.reader, connections.snapshots])
      listen(connection);
    await askEverything(relationalStore(sqliteDatabase(connections, 1_000), () => 0));
  });
  afterAll(() => {
    for (const connection of [connections.reader, connections.snapshots, connections.writer])
      connection.close();
  });

  const statements = () => [...asked].filter((sql) => /^(select|delete|update)\b/i.test(sql));

  it('have all been asked', () => {
    for (const change of [
      'update "jobs"',
      'delete from "jobs"',
      'delete from "deliveries"',
      'delete from "webhooks"',
    ])
      expect(
        statements().filter((sql) => sql.startsWith(change)),
        change,
      ).not.toEqual([]);
    expect(statements().length).toBeGreaterThan(150);
    expect(statements().filter((sql) => / limit \?/.test(sql) && /<=|> \?/.test(sql)).length).toBeGreaterThan(
      50,
    );
  });

  it('never read a whole table', () => {
    const scans = statements().flatMap((sql) =>
      planOf(connections.writer, sql)
        .filter((step) => /^SCAN (?!.*USING (COVERING )?INDEX|claim_search VIRTUAL)/.test(step))
        .map((step) => `${step}: ${sql}`),
    );
    expect(
      scans.filter(
        (scan) =>
          !/from "topics" limit 1$/.test(scan) &&
          !/select 1 from topics/.test(scan) &&
          !IN_PLACE.test(scan) &&
          !CENSUS.test(scan),
      ),
    ).toEqual([]);
  });

  it('enter an index wherever there is something to look for', () => {
    const wrong = statements()
      .filter((sql) => /\bwhere\b/.test(sql))
      .filter(
        (sql) => !planOf(connections.writer, sql).some((step) => /^SEARCH|VIRTUAL TABLE INDEX/.test(step)),
      );
    expect(wrong.filter((sql) => !/"dirty_order" is not null/.test(sql) && !WALKS.test(sql))).toEqual([]);
  });

  it('bounded by a number alone walk an index that holds the number', () => {
    const walks = statements().filter((sql) => WALKS.test(sql));
    expect(walks).toHaveLength(3);
    for (const sql of walks) {
      expect(planOf(connections.writer, sql)).toEqual(['SCAN claims USING INDEX claims_published']);
    }
  });

  it('take their order from an index, except by facet', () => {
    const wrong = statements()
      .filter((sql) => !SORTS.test(sql))
      .filter((sql) => planOf(connections.writer, sql).some((step) => step.includes('TEMP B-TREE')));
    expect(wrong).toEqual([]);
  });

  it('would be caught by these checks if they read a whole table', () => {
    expect(planOf(connections.writer, 'select * from claims where body = ?')[0]).toMatch(/^SCAN claims$/);
    expect(planOf(connections.writer, 'select * from claims order by body').join()).toContain('TEMP B-TREE');
  });
});
