import { and, eq, inArray, max, sql } from 'drizzle-orm';
import { reviewAdded } from '../change/note-changes.ts';
import { type Review, targetsOf } from '../review/review.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { equals, type List } from './lists.ts';
import { perConnection } from './prepared.ts';
import { fromBody, key, toMilliseconds } from './rows.ts';
import type { ReviewFilter } from './store.ts';
import type { Tables } from './tables.ts';
import { touch } from './topic-rows.ts';

/** Targets in one query: engines allow some thousands. */
const MANY = 400;

const statements = perConnection((q: Queries, t: Tables) => {
  const targets = () => q.select({ seq: t.reviewTargets.seq }).from(t.reviewTargets);
  const bodies = () => q.select({ body: t.reviews.body }).from(t.reviews);
  const ofTopic = targets()
    .innerJoin(t.claims, eq(t.claims.id, t.reviewTargets.target))
    .where(and(eq(t.reviewTargets.kind, 'claim'), eq(t.claims.topicId, sql.placeholder('topic'))));
  const ofDocuments = targets().where(eq(t.reviewTargets.kind, 'document'));
  return {
    ofTopic: bodies()
      .where(inArray(t.reviews.seq, ofTopic))
      .orderBy(t.reviews.seq)
      .prepare('reviews_of_topic'),
    ofDocuments: bodies()
      .where(inArray(t.reviews.seq, ofDocuments))
      .orderBy(t.reviews.seq)
      .prepare('reviews_of_documents'),
  };
});

/** Adds a review and marks the topics of what it is about as dirty; false when it is there already. */
export function addReview(database: Database, review: Review): Promise<boolean> {
  const { tables: t } = database;
  const at = toMilliseconds(review.at, 'at');
  return database.write(async (q) => {
    const [known] = await q.select({ seq: t.reviews.seq }).from(t.reviews).where(eq(t.reviews.id, review.id));
    if (known) return false;
    const [last] = await q.select({ seq: max(t.reviews.seq) }).from(t.reviews);
    const seq = (last?.seq ?? 0) + 1;
    const { id, kind } = review;
    const actor = key(review.actor, 'actor');
    await database.insert(q, 'reviews', [{ seq, id, kind, at, actor, body: JSON.stringify(review) }]);
    const { kind: of, ids } = targetsOf(review);
    await database.insert(
      q,
      'reviewTargets',
      ids.map((target) => ({ seq, kind: of, target })),
    );
    const topics = [...(await topicsOf(database, q, of, ids))];
    const told = topics.length > 0 ? topics : [null];
    await noteChanges(
      database,
      q,
      at,
      told.map((topic) => reviewAdded(review, topic)),
    );
    for (const topic of topics) await touch(q, t, topic, at);
    return true;
  });
}

async function topicsOf(
  { tables: t }: Database,
  q: Queries,
  kind: 'claim' | 'document',
  ids: readonly string[],
): Promise<Set<string>> {
  const table = kind === 'claim' ? t.claims : t.documents;
  const topics = new Set<string>();
  for (let from = 0; from < ids.length; from += MANY) {
    const some = ids.slice(from, from + MANY);
    const rows = await q.select({ topic: table.topicId }).from(table).where(inArray(table.id, some));
    for (const { topic } of rows) topics.add(topic);
  }
  return topics;
}

/** Reviews in the order in which they were made: all, those of a topic’s claims, or those of documents. */
export async function listReviews(
  { tables: t, reads }: Database,
  filter: ReviewFilter,
  q: Queries = reads,
): Promise<Review[]> {
  const run = statements(q, t);
  const { topic, of } = filter;
  const rows =
    topic !== undefined
      ? await run.ofTopic.execute({ topic })
      : of === 'documents'
        ? await run.ofDocuments.execute()
        : await q.select({ body: t.reviews.body }).from(t.reviews).orderBy(t.reviews.seq);
  return rows.map((row) => fromBody<Review>(row));
}

/** Reviews that are about any of these claims, in the order in which they were made. */
export async function listReviewsOfClaims(
  { tables: t, reads: q }: Database,
  claims: readonly string[],
): Promise<Review[]> {
  const found = new Map<number, Review>();
  for (let from = 0; from < claims.length; from += MANY) {
    const some = q
      .select({ seq: t.reviewTargets.seq })
      .from(t.reviewTargets)
      .where(
        and(
          eq(t.reviewTargets.kind, 'claim'),
          inArray(t.reviewTargets.target, claims.slice(from, from + MANY)),
        ),
      );
    const rows = await q
      .select({ seq: t.reviews.seq, body: t.reviews.body })
      .from(t.reviews)
      .where(inArray(t.reviews.seq, some));
    for (const row of rows) found.set(row.seq, fromBody<Review>(row));
  }
  return [...found].sort(([a], [b]) => a - b).map(([, review]) => review);
}

/** All reviews, the last first; of a topic those whose claims or documents are in it now. */
export function reviewList({ tables: t }: Database): List<Review> {
  const { reviews: r, reviewTargets: rt } = t;
  const within = (kind: string, table: typeof t.claims | typeof t.documents) =>
    sql`select ${rt.seq} from ${rt} join ${table} on ${table.id} = ${rt.target} where ${rt.kind} = ${sql.raw(`'${kind}'`)} and ${table.topicId} = ${sql.placeholder('topic')}`;
  return {
    name: 'reviews',
    from: r,
    columns: { body: r.body },
    where: {
      topic: sql`${r.seq} in (${within('claim', t.claims)} union ${within('document', t.documents)})`,
      actor: equals(r.actor, 'actor'),
      kind: equals(r.kind, 'kind'),
    },
    order: { down: r.seq },
    read: (row) => fromBody<Review>(row as { body: string }),
  };
}
