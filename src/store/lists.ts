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
  /** What a variant of the list asks for by these names: its values are few, and stand in the query. */
  variants?: Record<string, (value: string | number) => SQL>;
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
  const variants = Object.entries(list.variants ?? {}).map(([name, condition]) => [
    name,
    (value: string | number) => onTheWay(condition(value)),
  ]);
  return {
    ...list,
    name: `${list.name} by change`,
    variants: Object.fromEntries(variants),
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

/** The conditions of a variant of a list. */
const variantOf = <T>(list: List<T>, variant: Values): (SQL | undefined)[] =>
  Object.entries(variant).map(([name, value]) => list.variants?.[name]?.(value));

/**
 * The query of a list for one set of filters; `after` when it does not start at the top. Several variants are merged by
 * the engine: each stands in the order of an index, and none is read further than the page needs.
 */
export function buildListQuery<T>(
  database: Database,
  list: List<T>,
  filters: readonly string[],
  after: boolean,
  variants: readonly Values[] = [{}],
) {
  const conditions = filters.map((name) => list.where[name]);
  const keys = Object.fromEntries(sortKeys(list.order).map((key, index) => [`key${index}`, key]));
  const branch = (variant: Values = {}) =>
    database.reads
      .select({ ...list.columns, ...keys } as Record<string, PgColumn>)
      .from(list.from as Exclude<List<T>['from'], SQL>)
      .where(and(...conditions, ...variantOf(list, variant), after ? following(list.order) : undefined));
  const [first, ...others] = variants;
  const merged = others.reduce((query, variant) => query.unionAll(branch(variant)) as never, branch(first));
  return merged.orderBy(...sorting(list.order)).limit(placed('limit'));
}

const checkLimit = (limit: number): void => {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
    throw new CrosscheckError('invalid-request', `limit is ${limit}; give a whole number from 1 to 500.`);
  }
};

const keysOf = (list: List<unknown>, row: Row): Position =>
  sortKeys(list.order).map((_, index) => row[`key${index}`] as string | number);

/**
 * Makes a reader of pages. Queries are prepared once for each set of filters that is asked for.
 * `variants` are alternatives of the filter that exclude each other: the page is merged from all of them.
 */
export function pager<T>(database: Database, list: List<T>) {
  const prepared = new Map<string, ReturnType<ReturnType<typeof buildListQuery>['prepare']>>();

  const query = async (
    values: Values,
    variants: readonly Values[],
    after: Position | null,
    limit: number,
  ): Promise<Row[]> => {
    const filters = Object.keys(values).sort();
    const name = `${list.name}:${filters.join('+')}${after ? ':after' : ''}${JSON.stringify(variants)}`;
    const statement =
      prepared.get(name) ?? buildListQuery(database, list, filters, after !== null, variants).prepare(name);
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
    const rows = variants.length === 0 ? [] : await query(values, variants, after, page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      data: shown.map((row) => list.read(row)),
      next: rows.length > page.limit && last ? writeCursor(list.name, filter, keysOf(list, last)) : null,
    };
  };
}
