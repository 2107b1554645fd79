import { eq, isNull, sql } from 'drizzle-orm';
import type { ApiKey, KeyRecord } from '../key/key.ts';
import type { Database, Queries } from './database.ts';
import type { List } from './lists.ts';
import { pager } from './lists.ts';
import { perConnection } from './prepared.ts';
import { isKeepable, toMilliseconds } from './rows.ts';
import type { Page, PageRequest } from './store.ts';
import type { Tables } from './tables.ts';

/** Keys, as a store keeps them. */
export interface KeyStore {
  /** @throws CrosscheckError 'invalid-document' when there is one with this id or hash */
  addKey(record: KeyRecord): Promise<void>;
  /** Newest first, those that were revoked too. */
  keys(page: PageRequest): Promise<Page<ApiKey>>;
  /** The key with this SHA-256. */
  keyByHash(hash: string): Promise<KeyRecord | null>;
  /** Ends a key for good; one that was ended before stays as it is. False when there is none. `at`: RFC 3339. */
  revokeKey(id: string, at: string): Promise<boolean>;
  /** Notes when a key was used last. `at`: RFC 3339. */
  noteKeyUse(id: string, at: string): Promise<void>;
  /** Whether any key was ever made and not revoked. */
  hasKeys(): Promise<boolean>;
}

type Row = Tables['apiKeys']['$inferSelect'];

const instant = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

const toRecord = ({ id, name, hash, prefix, scopes, createdAt, ...row }: Row): KeyRecord => ({
  ...{ id, name, hash, prefix },
  scopes: JSON.parse(scopes),
  createdAt: new Date(createdAt).toISOString(),
  expiresAt: instant(row.expiresAt),
  lastUsedAt: instant(row.lastUsedAt),
  revokedAt: instant(row.revokedAt),
});

function toKey(row: Row): ApiKey {
  const { hash: _, ...key } = toRecord(row);
  return key;
}

const columnsOf = (t: Tables['apiKeys']) => ({
  ...{ id: t.id, name: t.name, hash: t.hash, prefix: t.prefix, scopes: t.scopes },
  ...{ createdAt: t.createdAt, expiresAt: t.expiresAt, lastUsedAt: t.lastUsedAt, revokedAt: t.revokedAt },
});

const statements = perConnection((q: Queries, { apiKeys: t }: Tables) => ({
  byHash: q
    .select(columnsOf(t))
    .from(t)
    .where(eq(t.hash, sql.placeholder('hash')))
    .limit(1)
    .prepare('key_by_hash'),
  byId: q
    .select(columnsOf(t))
    .from(t)
    .where(eq(t.id, sql.placeholder('id')))
    .limit(1)
    .prepare('key_by_id'),
}));

export function keyStore(database: Database): KeyStore {
  const { tables, reads } = database;
  const { apiKeys: t } = tables;
  const list: List<ApiKey> = {
    name: 'keys',
    from: t,
    columns: columnsOf(t),
    where: {},
    order: { down: t.createdAt, up: t.id },
    read: (row) => toKey(row as Row),
  };
  const pages = pager(database, list);
  const change = (id: string, to: (kept: Row) => Partial<Row>) =>
    database.write(async (q) => {
      const [kept] = await statements(q, tables).byId.execute({ id });
      if (kept) await database.upsert(q, 'apiKeys', [{ ...kept, ...to(kept) }]);
      return kept !== undefined;
    });
  return {
    addKey: async ({ scopes, createdAt, expiresAt, ...record }) => {
      const row = {
        ...{ ...record, scopes: JSON.stringify(scopes), createdAt: toMilliseconds(createdAt, 'createdAt') },
        expiresAt: expiresAt === null ? null : toMilliseconds(expiresAt, 'expiresAt'),
        ...{ lastUsedAt: null, revokedAt: null },
      };
      await database.write((q) => database.insert(q, 'apiKeys', [row]));
    },
    keys: (page) => pages({}, page),
    async keyByHash(hash) {
      const [row] = await statements(reads, tables).byHash.execute({ hash });
      return row ? toRecord(row) : null;
    },
    revokeKey: async (id, at) =>
      isKeepable(id) && change(id, ({ revokedAt }) => ({ revokedAt: revokedAt ?? toMilliseconds(at, 'at') })),
    noteKeyUse: async (id, at) => {
      await change(id, () => ({ lastUsedAt: toMilliseconds(at, 'at') }));
    },
    hasKeys: async () =>
      (await reads.select({ id: t.id }).from(t).where(isNull(t.revokedAt)).limit(1)).length > 0,
  };
}
