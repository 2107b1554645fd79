import type {
  foreignKey,
  index,
  PgBigInt53BuilderInitial,
  PgBooleanBuilderInitial,
  PgDoublePrecisionBuilderInitial,
  PgTextBuilderInitial,
  pgTable,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/**
 * What a dialect offers to the one definition of the tables below. PostgreSQL's types are the master, because they
 * only promise what can be awaited; another dialect is cast to them once, where its kit is made.
 */
export interface Kit {
  table: typeof pgTable;
  text: <N extends string>(name: N) => PgTextBuilderInitial<N, [string, ...string[]]>;
  whole: <N extends string>(name: N) => PgBigInt53BuilderInitial<N>;
  real: <N extends string>(name: N) => PgDoublePrecisionBuilderInitial<N>;
  flag: <N extends string>(name: N) => PgBooleanBuilderInitial<N>;
  index: typeof index;
  uniqueIndex: typeof uniqueIndex;
  primaryKey: typeof primaryKey;
  foreignKey: typeof foreignKey;
}
