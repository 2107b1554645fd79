import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm';
import type { Database, Queries } from './database.ts';
import { perConnection } from './prepared.ts';
import type { Tables } from './tables.ts';
import type { Job } from './webhook-store.ts';

const statements = perConnection((q: Queries, t: Tables) => {
  const lane = sql.placeholder('lane');
  const now = sql.placeholder('now');
  const seq = sql.placeholder('seq');
  const set = {
    runAt: sql`${sql.placeholder('runAt')}`,
    lockedUntil: sql`${sql.placeholder('lockedUntil')}`,
  };
  return {
    last: q
      .select({ seq: max(t.jobs.seq) })
      .from(t.jobs)
      .prepare('jobs_last'),
    byKey: q
      .select()
      .from(t.jobs)
      .where(eq(t.jobs.key, sql.placeholder('key')))
      .limit(1)
      .prepare('jobs_by_key'),
    busy: q
      .select({ seq: t.jobs.seq })
      .from(t.jobs)
      .where(and(eq(t.jobs.lane, lane), gt(t.jobs.lockedUntil, now)))
      .limit(1)
      .prepare('jobs_busy'),
    due: q
      .select()
      .from(t.jobs)
      .where(and(eq(t.jobs.lane, lane), lte(t.jobs.runAt, now)))
      .orderBy(asc(t.jobs.runAt), asc(t.jobs.seq))
      .limit(1)
      .prepare('jobs_due'),
    change: q.update(t.jobs).set(set).where(eq(t.jobs.seq, seq)).prepare('jobs_change'),
    drop: q.delete(t.jobs).where(eq(t.jobs.seq, seq)).prepare('jobs_drop'),
    dropLane: q.delete(t.jobs).where(eq(t.jobs.lane, lane)).prepare('jobs_drop_lane'),
  };
});

/** Asks for jobs, in the caller's transaction. One whose key is there already is asked for at the new time. */
export async function addJobs(
  database: Database,
  q: Queries,
  jobs: readonly { key: string; lane: string; runAt: number }[],
): Promise<void> {
  const run = statements(q, database.tables);
  for (const { key, lane, runAt } of jobs) {
    const [kept] = await run.byKey.execute({ key });
    if (kept) {
      await run.change.execute({ seq: kept.seq, runAt, lockedUntil: kept.lockedUntil });
      continue;
    }
    const [last] = await run.last.execute();
    await database.insert(q, 'jobs', [{ seq: (last?.seq ?? 0) + 1, key, lane, runAt, lockedUntil: 0 }]);
  }
}

/**
 * Takes the job of a lane that is due first, for `lease` milliseconds; null when none is due or somebody is at one.
 * Who does not finish it in time loses it to the next who asks: what is lost with a process is done by another.
 */
export async function takeJob(
  database: Database,
  lane: string,
  now: number,
  lease: number,
): Promise<Job | null> {
  // Looking costs no lock; most of the time nothing is due.
  const ahead = await statements(database.reads, database.tables).due.execute({ lane, now });
  if (ahead.length === 0) return null;
  return database.write(async (q) => {
    const run = statements(q, database.tables);
    if ((await run.busy.execute({ lane, now })).length > 0) return null;
    const [due] = await run.due.execute({ lane, now });
    if (!due) return null;
    const lockedUntil = now + lease;
    await run.change.execute({ seq: due.seq, runAt: due.runAt, lockedUntil });
    return { seq: due.seq, key: due.key, lane, runAt: due.runAt, lockedUntil };
  });
}

/** Ends a job, or puts it off; false when it was lost to somebody else or asked for anew meanwhile. */
export async function endJob(
  database: Database,
  q: Queries,
  job: Job,
  runAt: number | null,
): Promise<boolean> {
  const run = statements(q, database.tables);
  const [kept] = await run.byKey.execute({ key: job.key });
  if (!kept || kept.seq !== job.seq || kept.lockedUntil !== job.lockedUntil) return false;
  const again = kept.runAt !== job.runAt ? kept.runAt : runAt;
  if (again === null) await run.drop.execute({ seq: job.seq });
  else await run.change.execute({ seq: job.seq, runAt: again, lockedUntil: 0 });
  return true;
}

export async function dropLane(database: Database, q: Queries, lane: string): Promise<void> {
  await statements(q, database.tables).dropLane.execute({ lane });
}
