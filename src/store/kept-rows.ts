import { eq, sql } from 'drizzle-orm';
import type { Consensus } from '../consensus/consensus.ts';
import type { Finding } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import { Shelf } from '../remember.ts';
import type { Database, Queries } from './database.ts';
import { perConnection } from './prepared.ts';
import type { findingRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** What tells a row from another of its id. */
export interface Row {
  readonly id: string;
  readonly digest: string;
}

/** A row that this process wrote comes with what it was written from, but for its body. */
interface Written<T> extends Row {
  readonly one?: T;
}

/** A finding as it is written, but for its body, and which predicates, outlets and judgement lists find it by. */
export interface FindingRow extends Row, ReturnType<typeof findingRow> {
  readonly id: string;
  readonly finding: Finding;
  /** JSON array of all that it is about; `facets`: of what it is found by. */
  readonly about: string;
  readonly facets: string;
}

/** Rows by their id, in the order in which they are listed. */
export type ById<R extends Row> = ReadonlyMap<string, R>;

export const byId = <R extends Row>(rows: readonly R[]): ById<R> => {
  const found = new Map<string, R>();
  for (const row of rows) found.set(row.id, row);
  return found;
};

/** The rows that a topic gave the last time. */
export interface KeptRows {
  readonly groups: ById<Written<Group>>;
  readonly consensus: ById<Written<Consensus> & { readonly position: number }>;
  readonly findings: ById<Row | FindingRow>;
}

/** The state of a topic that rows belong to. */
interface State {
  readonly id: string;
  readonly version: number;
  readonly reconciled: number;
}

/** Rows of the topics that are remembered. */
const REMEMBERED = 50_000;

interface Remembered {
  /** Of the database, when the rows were remembered: another than now, and somebody else has written. */
  others: number;
  rows: Shelf<{ state: State; rows: KeptRows }>;
}

const remembered = new WeakMap<Database, Remembered>();

const statements = perConnection((q: Queries, t: Tables) => {
  const topic = sql.placeholder('topic');
  return {
    groups: q
      .select({ id: t.groups.id, digest: t.groups.digest })
      .from(t.groups)
      .where(eq(t.groups.topicId, topic))
      .prepare('kept_groups'),
    consensus: q
      .select({ id: t.consensus.id, digest: t.consensus.digest, position: t.consensus.position })
      .from(t.consensus)
      .where(eq(t.consensus.topicId, topic))
      .prepare('kept_consensus'),
    findings: q
      .select({ id: t.findings.id, digest: t.findings.digest })
      .from(t.findings)
      .where(eq(t.findings.topicId, topic))
      .prepare('kept_findings'),
  };
});

async function shelfOf(database: Database, q: Queries): Promise<Remembered['rows']> {
  const others = await database.othersWrote(q);
  const known = remembered.get(database);
  if (known && known.others === others) return known.rows;
  const fresh = { others, rows: new Shelf<{ state: State; rows: KeptRows }>(REMEMBERED) };
  remembered.set(database, fresh);
  return fresh.rows;
}

/**
 * The rows that a topic in a state gave, inside a write. They are read from the database unless this process wrote them
 * and nobody else has written anything since: nobody is trusted to have left them alone.
 */
export async function keptRows(database: Database, q: Queries, state: State): Promise<KeptRows> {
  const known = (await shelfOf(database, q)).get(state.id);
  // A write that was rolled back leaves a state behind that the topic never had.
  if (known?.state.version === state.version && known.state.reconciled === state.reconciled)
    return known.rows;
  const run = statements(q, database.tables);
  const topic = state.id;
  return {
    groups: byId(await run.groups.execute({ topic })),
    consensus: byId(await run.consensus.execute({ topic })),
    findings: byId(await run.findings.execute({ topic })),
  };
}

/** Remembers the rows that are being written with a state, in the write that asked for those before. */
export function rememberRows(database: Database, state: State, rows: KeptRows): void {
  const size = rows.groups.size + rows.consensus.size + rows.findings.size;
  remembered.get(database)?.rows.put(state.id, { state, rows }, size);
}
