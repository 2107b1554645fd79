import { and, eq, inArray, max, sql } from 'drizzle-orm';
import { reviewAdded } from '../change/note-changes.ts';
import { type Review, targetsOf } from '../review/review.ts';
import { noteChanges } from './change-log.ts';
import type { Database, Queries } from './database.ts';
import { nextDirty } from './entries.ts';
import { fromBody, toMilliseconds } from './rows.ts';
import type { ReviewFilter } from './store.ts';

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
    await database.insert(q, 'reviews', [{ seq, id, kind, at, body: JSON.stringify(review) }]);
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
    for (const topic of topics) {
      await q
        .update(t.topics)
        .set({
          revision: sql`${t.topics.revision} + 1`,
          changedAt: at,
          dirty: sql`coalesce(${t.topics.dirty}, ${await nextDirty(q, t)})`,
        })
        .where(eq(t.topics.id, topic));
    }
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
  const rows = await q
    .select({ topic: table.topicId })
    .from(table)
    .where(inArray(table.id, [...ids]));
  return new Set(rows.map((row) => row.topic));
}

/** Reviews in the order in which they were made: all, those of a topic’s claims, or those of documents. */
export async function listReviews(
  { tables: t, reads }: Database,
  filter: ReviewFilter,
  q: Queries = reads,
): Promise<Review[]> {
  const targets = q.select({ seq: t.reviewTargets.seq }).from(t.reviewTargets);
  const ofTopic = (topic: string) =>
    targets
      .innerJoin(t.claims, eq(t.claims.id, t.reviewTargets.target))
      .where(and(eq(t.reviewTargets.kind, 'claim'), eq(t.claims.topicId, topic)));
  const where =
    filter.topic !== undefined
      ? inArray(t.reviews.seq, ofTopic(filter.topic))
      : filter.of === 'documents'
        ? inArray(t.reviews.seq, targets.where(eq(t.reviewTargets.kind, 'document')))
        : undefined;
  const rows = await q.select({ body: t.reviews.body }).from(t.reviews).where(where).orderBy(t.reviews.seq);
  return rows.map((row) => fromBody<Review>(row));
}
