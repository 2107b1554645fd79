import { and, asc, count, eq, sql, sum } from 'drizzle-orm';
import { topicChanged, topicCreated } from '../change/note-changes.ts';
import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Document } from '../document/document.ts';
import type { Outlet } from '../document/outlet.ts';
import { CrosscheckError } from '../errors.ts';
import type { Finding } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import { withoutMarks } from '../letters.ts';
import { auditStore } from './audit-log.ts';
import { bodiesById } from './by-ids.ts';
import { catalogue } from './catalogue.ts';
import { lastSeq, listChanges, noteChanges, pruneChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { deliveryLog } from './deliveries.ts';
import { dirtyTopics } from './dirty-topics.ts';
import { addEntry, removeEntry } from './entries.ts';
import { findingVariants } from './finding-variants.ts';
import { takeJob } from './job-queue.ts';
import { answerStore } from './kept-answers.ts';
import { keyStore } from './keys.ts';
import { type List, pager } from './lists.ts';
import { checkFree, mergeStore } from './merging.ts';
import { perConnection } from './prepared.ts';
import { saveReconciled } from './reconciliations.ts';
import { addReview, listReviews, listReviewsOfClaims, reviewList } from './review-log.ts';
import { fromBody, isKeepable, key, toTopic } from './rows.ts';
import { moveDocuments, sortedDocuments, topicLedTo } from './sorting.ts';
import type {
  ClaimFilter,
  FindingFilter,
  Page,
  PageRequest,
  ReviewSearch,
  Store,
  TopicFilter,
  TopicSearch,
} from './store.ts';
import type { Tables } from './tables.ts';
import { readTopic, readTopicAt } from './topic-inputs.ts';
import { newTopic } from './topic-rows.ts';
import { webhookTable } from './webhooks.ts';

const statements = perConnection((q: Queries, t: Tables) => {
  const id = sql.placeholder('id');
  const body = (table: Tables['documents' | 'claims' | 'groups' | 'findings'], name: string) =>
    q.select({ body: table.body }).from(table).where(eq(table.id, id)).limit(1).prepare(`one_${name}`);
  return {
    document: body(t.documents, 'document'),
    claim: body(t.claims, 'claim'),
    group: body(t.groups, 'group'),
    finding: body(t.findings, 'finding'),
    topic: q.select().from(t.topics).where(eq(t.topics.id, id)).limit(1).prepare('one_topic'),
    outlet: q.select().from(t.outlets).where(eq(t.outlets.id, id)).limit(1).prepare('one_outlet'),
    consensusOf: q
      .select({ body: t.consensus.body })
      .from(t.consensus)
      .where(eq(t.consensus.topicId, id))
      .orderBy(asc(t.consensus.position))
      .prepare('topic_consensus'),
    view: q
      .select({ json: t.views.json, etag: t.views.etag, version: t.views.version })
      .from(t.views)
      .where(and(eq(t.views.topicId, id), eq(t.views.name, sql.placeholder('name'))))
      .limit(1)
      .prepare('topic_view'),
    census: q
      .select({ documents: sum(t.topics.documents), topics: count(), waiting: count(t.topics.dirty) })
      .from(t.topics)
      .prepare('census'),
  };
});

type Values = Record<string, string | number>;

const instant = (time: string, name: string): number => {
  const value = Date.parse(time);
  if (!Number.isNaN(value)) return value;
  const message = `"${time}" is no RFC 3339 time.`;
  throw new CrosscheckError('invalid-request', `${name}: ${message}`, { errors: [{ path: name, message }] });
};

/** The filters that are given; null when one asks for what no row can hold. */
function given<Filter extends TopicFilter>(filter: Filter): Values | null {
  const { updatedSince, ...rest } = filter;
  const since = updatedSince === undefined ? undefined : instant(updatedSince, 'updated_since');
  const entries = Object.entries<unknown>({ ...rest, updatedSince: since }).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  if (entries.some(([, value]) => typeof value === 'string' && !isKeepable(value))) return null;
  return Object.fromEntries(entries);
}

/** A list in its own order or, where only what changed since a time is wanted, by that. */
function bothWays<T>(database: Database, list: List<T>, changed: List<T>) {
  const [own, byTime] = [pager(database, list), pager(database, changed)];
  return (values: Values, page: PageRequest, variants?: readonly Values[]): Promise<Page<T>> =>
    (values['updatedSince'] === undefined ? own : byTime)(values, page, variants);
}

const NOTHING = { data: [], next: null };

/** The rows of one key; a key that cannot be kept has none, and is not shown to the engine. */
const rowsOf = async <R>(
  statement: { execute: (values: { id: string }) => Promise<R[]> },
  id: string,
): Promise<R[]> => (isKeepable(id) ? statement.execute({ id }) : []);

const bodyOf = async <T>(...of: Parameters<typeof rowsOf<{ body: string }>>): Promise<T | null> => {
  const [row] = await rowsOf(...of);
  return row ? fromBody<T>(row) : null;
};

/** The values for the placeholders of a claim list; null when nothing can match. */
function claimValues(filter: ClaimFilter, database: Database): Values | null {
  const { from, to, q, ...rest } = filter;
  const words = q === undefined ? undefined : database.words(q);
  const values = given({
    ...rest,
    from: from === undefined ? undefined : instant(from, 'from'),
    to: to === undefined ? undefined : instant(to, 'to'),
  });
  if (values === null || words === null) return null;
  return words === undefined ? values : { ...values, q: words };
}

/** The filter of topics as the list has it: more than none of what is open. */
const topicValues = ({ title, open, ...rest }: TopicSearch) => ({
  ...rest,
  title: title === undefined ? undefined : withoutMarks(title),
  ...(open === 'conflict' ? { conflicts: 0 } : open === 'check' ? { open: 0 } : {}),
});

/** The filter of findings for what a person said of them: who says nothing has no facet. */
const judgedBy = (review: FindingFilter['review']) =>
  review === 'open' ? { unjudged: 'review' } : { judged: review };

/** The same store, its engine's failures told in words; nobody sees an older stamp after what a call told him. */
function explained(
  store: Omit<Store, 'stamp'>,
  { explain, looked }: Pick<Database, 'explain' | 'looked'>,
): Omit<Store, 'stamp'> {
  const wrapped = Object.entries(store).map(
    ([name, method]: [string, (...args: never[]) => Promise<unknown>]) => [
      name,
      async (...args: never[]) => {
        try {
          return await method(...args);
        } catch (error) {
          throw explain(error);
        } finally {
          looked();
        }
      },
    ],
  );
  return Object.fromEntries(wrapped) as Omit<Store, 'stamp'>;
}

/** The store over tables: every query is here or in the files beside it, for all dialects. */
export function relationalStore(database: Database, now: () => number): Store {
  const { reads, tables: t } = database;
  const run = statements(reads, t);
  const lists = catalogue(database);
  const documentPages = bothWays(database, lists.documents, lists.changed.documents);
  const claimPages = bothWays(database, lists.claims, lists.changed.claims);
  const claimPagesByWord = pager(database, lists.claimsByWord);
  const topicPages = bothWays(database, lists.topics, lists.changed.topics);
  const outletPages = pager(database, lists.outlets);
  const findingPages = bothWays(database, lists.findings, lists.changed.findings);

  const reviewPages = pager(database, reviewList(database));
  const sorted = sortedDocuments(database);

  const store: Omit<Store, 'stamp'> = {
    addDocument: async (entry) => addEntry(database, entry, now()),
    removeDocument: async (id) => isKeepable(id) && removeEntry(database, id, now()),
    putTopic: async ({ id, title, sample }) => {
      key(id, 'id');
      key(title, 'title');
      await database.write(async (q) => {
        const [kept] = await q.select().from(t.topics).where(eq(t.topics.id, id)).limit(1);
        const at = now();
        if (!kept) await checkFree(q, t, id);
        const row = kept ?? newTopic(id, title, false, at);
        const next = { ...row, title, sample: sample ?? row.sample };
        if (kept?.title === next.title && kept.sample === next.sample) return;
        await database.upsert(q, 'topics', [{ ...next, changedAt: at }]);
        await noteChanges(database, q, at, kept ? [topicChanged(id, title)] : topicCreated(id, title));
      });
    },
    unsettledDocuments: () => sorted.unsettled(),
    documentsNear: (keys, since, until) => sorted.near(keys, since, until),
    sortedDocuments: (topics, documents) => sorted.of(topics, documents),
    moveDocuments: (moves, titles) => moveDocuments(database, moves, titles, now()),
    topicLedTo: async (id) => (isKeepable(id) ? topicLedTo(database, id) : null),
    addReview: async (review) => addReview(database, review),
    reviews: (filter) => listReviews(database, filter),
    reviewsOfClaims: (claims) => listReviewsOfClaims(database, claims),
    reviewPages: async (filter, page) => {
      const values = given<ReviewSearch & TopicFilter>(filter);
      return values ? reviewPages(values, page) : NOTHING;
    },
    dirtyTopics: (among) => database.recent((q) => dirtyTopics(q, t, among)),
    topicInput: (id, options) => readTopic(database, id, options),
    topicInputAt: async (id, at) => readTopicAt(database, id, instant(at, 'at')),
    saveReconciliation: async (result, views, options) => saveReconciled(database, result, views, options),

    document: (id) => bodyOf<Document>(run.document, id),
    documentsById: (ids) => bodiesById<Document>(reads, t.documents, ids),
    documents: async (filter, page) => {
      const values = given(filter);
      return values ? documentPages(values, page) : NOTHING;
    },
    claim: (id) => bodyOf<Claim>(run.claim, id),
    claims: async (filter, page) => {
      const values = claimValues(filter, database);
      if (!values) return NOTHING;
      return filter.q === undefined ? claimPages(values, page) : claimPagesByWord(values, page);
    },
    async claimsById(ids) {
      const claims: Claim[] = [];
      for (const id of new Set(ids)) {
        const claim = await bodyOf<Claim>(run.claim, id);
        if (claim) claims.push(claim);
      }
      return claims;
    },
    async topic(id) {
      const [row] = await rowsOf(run.topic, id);
      return row ? toTopic(row) : null;
    },
    async topics(page, filter = {}) {
      const values = given(topicValues(filter));
      return values ? topicPages(values, page) : NOTHING;
    },
    async outlet(id) {
      const [row] = await rowsOf(run.outlet, id);
      return row ? ({ ...row } as Outlet) : null;
    },
    outlets: async (page) => outletPages({}, page),
    group: (id) => bodyOf<Group>(run.group, id),
    finding: (id) => bodyOf<Finding>(run.finding, id),
    findings: async (filter, page) => {
      const { variants, rest } = findingVariants(filter);
      const { review, ...others } = rest;
      const values = given({ ...others, ...judgedBy(review) });
      return values ? findingPages(values, page, variants) : NOTHING;
    },
    consensus: async (topic) => (await rowsOf(run.consensusOf, topic)).map((row) => fromBody<Consensus>(row)),
    async view(topic, name) {
      const [row] = isKeepable(topic) ? await run.view.execute({ id: topic, name }) : [];
      return row ?? null;
    },

    changes: (filter, page) => listChanges(database, filter, page),
    lastChange: () => lastSeq(reads, t),
    pruneChanges: (limits) => pruneChanges(database, limits),
    ...webhookTable(database, now),
    ...deliveryLog(database, now),
    takeJob: (lane, at, lease) => takeJob(database, lane, at, lease),

    ...keyStore(database),
    ...auditStore(database),
    ...answerStore(database),
    ...mergeStore(database, now),
    async census() {
      const [row] = await run.census.execute();
      const { documents = 0, topics = 0, waiting = 0 } = row ?? {};
      return { documents: Number(documents), topics, waiting };
    },
    backUp: (file) => database.backUp(file),
    ready: () => database.ready(),
    close: () => database.close(),
  };
  return { ...explained(store, database), stamp: () => database.stamp() };
}
