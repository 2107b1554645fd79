import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Kit } from '../kit.ts';
import { defineTables } from '../tables.ts';

const kit = {
  table: sqliteTable,
  text,
  whole: (name: string) => integer(name),
  real,
  flag: (name: string) => integer(name, { mode: 'boolean' }),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
} as unknown as Kit;

export const tables = defineTables(kit);
/** One by one, as drizzle-kit wants them. */
export const {
  changes,
  webhooks,
  deliveries,
  jobs,
  outlets,
  topics,
  documents,
  pastEntries,
  traits,
  traitKeys,
  reviews,
  reviewTargets,
  topicAliases,
  documentPlaces,
  claims,
  groups,
  consensus,
  findings,
  findingFacets,
  views,
  apiKeys,
  auditEntries,
  keptAnswers,
} = tables;
