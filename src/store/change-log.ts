import { asc, gt, lte, max, sql } from 'drizzle-orm';
import type { Action, Change, ChangeType, Entity, NewChange } from '../change/change.ts';
import { CrosscheckError } from '../errors.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Database, Queries } from './database.ts';
import { perConnection } from './prepared.ts';
import type { ChangeFilter, ChangePage } from './store.ts';
import type { Tables } from './tables.ts';

const LIST = 'changes';
/** Rows that are read at once, and rows that one page may cost: a rare type must not hold up everybody else. */
const [PORTION, MOST] = [500, 5_000];
/** Rows that one step of pruning may delete while writers wait. */
const PRUNED = 5_000;

const statements = perConnection((q: Queries, t: Tables) => ({
  last: q
    .select({ seq: max(t.changes.seq) })
    .from(t.changes)
    .prepare('changes_last'),
  after: q
    .select()
    .from(t.changes)
    .where(gt(t.changes.seq, sql.placeholder('seq')))
    .orderBy(asc(t.changes.seq))
    .limit(sql.placeholder('limit'))
    .prepare('changes_after'),
  prune: q
    .delete(t.changes)
    .where(lte(t.changes.seq, sql.placeholder('seq')))
    .prepare('changes_prune'),
}));

type Row = Tables['changes']['$inferSelect'];

/** The number of the last change; 0 when there was none. */
export async function lastSeq(q: Queries, t: Tables): Promise<number> {
  const [row] = await statements(q, t).last.execute();
  return row?.seq ?? 0;
}

/** Writes changes at the end of the sequence, in the transaction in which the things change. */
export async function noteChanges(
  database: Database,
  q: Queries,
  at: number,
  changes: readonly NewChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const first = (await lastSeq(q, database.tables)) + 1;
  const rows = changes.map(({ type, entity, id, action, topic, data }, index) => ({
    ...{ seq: first + index, type, entity, entityId: id, action, topicId: topic, at },
    data: data === null ? null : JSON.stringify(data),
  }));
  await database.insert(q, 'changes', rows);
}

const cursorAt = (seq: number): string => writeCursor(LIST, {}, [seq]);

const WRONG = 'This cursor was not given out here. Take one of a change, or `0` or `now`.';

/** The number that a cursor stands for. @throws CrosscheckError 'invalid-cursor' */
function seqOf(cursor: string): number {
  try {
    const [seq] = readCursor(cursor, LIST, {});
    if (typeof seq === 'number') return seq;
  } catch {
    // Told below in the words of this list.
  }
  throw new CrosscheckError('invalid-cursor', WRONG, { errors: [{ path: 'since', message: WRONG }] });
}

export const toChange = (row: Row): Change => ({
  cursor: cursorAt(row.seq),
  type: row.type as ChangeType,
  entity: row.entity as Entity,
  id: row.entityId,
  action: row.action as Action,
  topic: row.topicId,
  at: new Date(row.at).toISOString(),
  data: row.data === null ? null : JSON.parse(row.data),
});

const gone = (detail: string): CrosscheckError =>
  new CrosscheckError(
    'gone',
    `${detail} Take ?since=now for a new cursor, read the lists once as they stand, and go on from that cursor.`,
  );

/**
 * The next rows of the sequence.
 * @throws CrosscheckError 'gone' when some that came after `seq` are no longer kept, or none of that number was written
 */
export async function changesAfter(q: Queries, t: Tables, seq: number, limit: number): Promise<Row[]> {
  const rows = await statements(q, t).after.execute({ seq, limit });
  const [first] = rows;
  if (first && first.seq !== seq + 1) throw gone('What came after this cursor is no longer kept.');
  if (!first && seq > (await lastSeq(q, t)))
    throw gone('This cursor is ahead of the database, which may have been restored from a backup.');
  return rows;
}

/** The number of the oldest change that is kept; 1 when there is none. */
export async function oldestSeq(q: Queries, t: Tables): Promise<number> {
  const [oldest] = await statements(q, t).after.execute({ seq: 0, limit: 1 });
  return oldest?.seq ?? 1;
}

/** The number that a reader is to go on from. @throws CrosscheckError 'invalid-cursor', 'gone' */
export async function positionOf(q: Queries, t: Tables, since: string): Promise<number> {
  const seq = await startOf(q, t, since);
  await changesAfter(q, t, seq, 1);
  return seq;
}

/** Where a reader starts: a cursor, `0` for the very first change, `now`, or the oldest that is kept. */
async function startOf(q: Queries, t: Tables, since: string | undefined): Promise<number> {
  if (since === 'now') return lastSeq(q, t);
  if (since === '0') return 0;
  if (since !== undefined) return seqOf(since);
  return (await oldestSeq(q, t)) - 1;
}

export const isWanted = (row: Pick<Row, 'type' | 'topicId'>, { topics, types }: ChangeFilter): boolean =>
  (topics === undefined || (row.topicId !== null && topics.includes(row.topicId))) &&
  (types === undefined || types.some((type) => type === row.type));

/** A page of the sequence: those that are wanted of the rows after a cursor. */
export async function listChanges(
  { reads: q, tables: t }: Database,
  filter: ChangeFilter,
  { since, limit }: { since?: string | undefined; limit: number },
): Promise<ChangePage> {
  let seq = await startOf(q, t, since);
  const data: Change[] = [];
  const portion = filter.topics || filter.types ? PORTION : limit;
  for (let seen = 0; seen < MOST && data.length < limit; seen += portion) {
    const rows = await changesAfter(q, t, seq, portion);
    for (const row of rows) {
      seq = row.seq;
      if (isWanted(row, filter) && data.push(toChange(row)) === limit) break;
    }
    if (rows.length < portion) break;
  }
  const cursor = cursorAt(seq);
  return { data, cursor, next: seq < (await lastSeq(q, t)) ? cursor : null };
}

/** The last number that is no longer wanted: all but the newest `most`, and what is older than `before`. */
async function lastStale(q: Queries, t: Tables, last: number, most: number, before: number): Promise<number> {
  const run = statements(q, t);
  const [oldest] = await run.after.execute({ seq: 0, limit: 1 });
  if (!oldest) return 0;
  // Numbers grow with time and have no gaps, so that the first one that is young enough is found by halving.
  let [low, high] = [Math.max(oldest.seq, last - most + 1), last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = await run.after.execute({ seq: middle - 1, limit: 1 });
    if (row && row.at < before) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Forgets changes that are older than `before` (milliseconds) or beyond the newest `most`; the newest always stays, so
 * that numbers are never given out again. Resolves to how many are gone.
 */
export async function pruneChanges(
  database: Database,
  { before, most }: { before: number; most: number },
): Promise<number> {
  const { reads: q, tables: t } = database;
  const last = await lastSeq(q, t);
  const until = await lastStale(q, t, last, Math.max(1, most), before);
  const [oldest] = await statements(q, t).after.execute({ seq: 0, limit: 1 });
  if (!oldest) return 0;
  for (let seq = oldest.seq - 1; seq < until; ) {
    seq = Math.min(seq + PRUNED, until);
    const upTo = seq;
    await database.write(async (w) => {
      await statements(w, t).prune.execute({ seq: upTo });
    });
  }
  return Math.max(0, until - oldest.seq + 1);
}
