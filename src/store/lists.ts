import { and, asc, desc, eq, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { CrosscheckError } from '../errors.ts';
import { type Position, readCursor, writeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import type { Page, PageRequest } from './store.ts';

type Values = Record<string, string | number>;
type Row = Record<string, unknown>;

/** One unique column going up, one going down, or one going down and then a unique one going up. */
type Order =
  | { up: PgColumn; down?: undefined }
  | { down: PgColumn | SQL; up?: undefined }
  | { down: PgColumn; up: PgColumn };

/** A list that can be asked for page by page. */
export interface List<T> {
  /** Part of the page token: a token of one list is refused by another. */
  name: string;
  from: Database['tables'][keyof Database['tables']] | SQL;
  columns: Record<string, PgColumn | SQL>;
  /** What each filter asks for; its value stands in a placeholder of the same name. */
  where: Record<string, SQL>;
  order: Order;
  read: (row: Row) => T;
}

const placed = (name: string) => sql.placeholder(name);
export const equals = (column: PgColumn, name: string): SQL => eq(column, placed(name));
export const atLeast = (column: PgColumn, name: string): SQL => gte(column, placed(name));
export const atMost = (column: PgColumn, name: string): SQL => lte(column, placed(name));
export const before = (column: PgColumn, name: string): SQL => lt(column, placed(name));

/** The condition, kept from choosing the index: the order decides which one is walked. */
const onTheWay = (condition: SQL): SQL => sql`(${condition}) is true`;

/**
 * The same list by the time of change, the last first, from `updatedSince` on. `entered`: filters that stand before
 * that time in an index.
 */
export const byChange = <T>(
  list: List<T>,
  changedAt: PgColumn,
  up: PgColumn,
  entered: readonly string[] = [],
): List<T> => {
  const where = Object.entries(list.where).map(([name, condition]) => [
    name,
    entered.includes(name) ? condition : onTheWay(condition),
  ]);
  return {
    ...list,
    name: `${list.name} by change`,
    where: { ...Object.fromEntries(where), updatedSince: atLeast(changedAt, 'updatedSince') },
    order: { down: changedAt, up },
  };
};

const sortKeys = ({ down, up }: Order): (PgColumn | SQL)[] => [down, up].filter((key) => key !== undefined);

const sorting = ({ down, up }: Order): SQL[] => [...(down ? [desc(down)] : []), ...(up ? [asc(up)] : [])];

/** Rows after a position. The redundant first comparison is what an index can be entered with. */
const following = ({ down, up }: Order): SQL => {
  if (!down) return sql`${up} > ${placed('key0')}`;
  if (!up) return sql`${down} < ${placed('key0')}`;
  return sql`${down} <= ${placed('key0')} and (${down} < ${placed('key0')} or ${up} > ${placed('key1')})`;
};

/** The query of a list for one set of filters; `after` when it does not start at the top. */
export function buildListQuery<T>(
  database: Database,
  list: List<T>,
  filters: readonly string[],
  after: boolean,
) {
  const conditions = filters.map((name) => list.where[name]);
  const keys = Object.fromEntries(sortKeys(list.order).map((key, index) => [`key${index}`, key]));
  return database.reads
    .select({ ...list.columns, ...keys } as Record<string, PgColumn>)
    .from(list.from as Exclude<List<T>['from'], SQL>)
    .where(and(...conditions, after ? following(list.order) : undefined))
    .orderBy(...sorting(list.order))
    .limit(placed('limit'));
}

const checkLimit = (limit: number): void => {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
    throw new CrosscheckError('invalid-request', `limit is ${limit}; give a whole number from 1 to 500.`);
  }
};

const keysOf = (list: List<unknown>, row: Row): Position =>
  sortKeys(list.order).map((_, index) => row[`key${index}`] as string | number);

/** True when the row of `a` stands before the row of `b`. */
const standsBefore = (a: Position, b: Position): boolean => {
  const [a0, a1] = a as [string | number, string | number];
  const [b0, b1] = b as [string | number, string | number];
  return a0 > b0 || (a0 === b0 && a1 < b1);
};

/** Merges lists that are sorted already. There are as many as tiers: three. */
function merge(list: List<unknown>, parts: Row[][], limit: number): Row[] {
  const rows: Row[] = [];
  const open = parts.map((part) => [...part].reverse());
  while (rows.length < limit) {
    const heads = open.filter((part) => part.length > 0);
    const next = heads.reduce<Row[] | undefined>((best, part) => {
      const [head, leader] = [part.at(-1), best?.at(-1)];
      return head && (!leader || standsBefore(keysOf(list, head), keysOf(list, leader))) ? part : best;
    }, undefined);
    const row = next?.pop();
    if (!row) break;
    rows.push(row);
  }
  return rows;
}

/**
 * Makes a reader of pages. Queries are prepared once for each set of filters that is asked for.
 * `variants` are alternatives of the filter that exclude each other: the page is merged from all of them.
 */
export function pager<T>(database: Database, list: List<T>) {
  const prepared = new Map<string, ReturnType<ReturnType<typeof buildListQuery>['prepare']>>();

  const query = async (values: Values, after: Position | null, limit: number): Promise<Row[]> => {
    const filters = Object.keys(values).sort();
    const name = `${list.name}:${filters.join('+')}${after ? ':after' : ''}`;
    const statement =
      prepared.get(name) ?? buildListQuery(database, list, filters, after !== null).prepare(name);
    prepared.set(name, statement);
    const keys = Object.fromEntries((after ?? []).map((key, index) => [`key${index}`, key]));
    return (await statement.execute({ ...values, ...keys, limit })) as Row[];
  };

  return async (values: Values, page: PageRequest, variants: readonly Values[] = [{}]): Promise<Page<T>> => {
    checkLimit(page.limit);
    const filter = { values, variants };
    const after = page.after === undefined ? null : readCursor(page.after, list.name, filter);
    if (after && after.length !== sortKeys(list.order).length)
      throw new CrosscheckError('invalid-cursor', 'Wrong page token.');
    const parts: Row[][] = [];
    for (const variant of variants) parts.push(await query({ ...values, ...variant }, after, page.limit + 1));
    const rows = parts.length === 1 ? (parts[0] ?? []) : merge(list, parts, page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      data: shown.map((row) => list.read(row)),
      next: rows.length > page.limit && last ? writeCursor(list.name, filter, keysOf(list, last)) : null,
    };
  };
}
