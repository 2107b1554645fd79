import { max } from 'drizzle-orm';
import type { AuditAction, AuditEntry, Deed } from '../key/audit-entry.ts';
import type { Database } from './database.ts';
import { equals, type List, pager } from './lists.ts';
import { isKeepable, toMilliseconds } from './rows.ts';
import type { Page, PageRequest } from './store.ts';
import type { Tables } from './tables.ts';

export interface AuditFilter {
  action?: AuditAction | undefined;
  actor?: string | undefined;
  target?: string | undefined;
}

/** The audit trail, as a store keeps it. */
export interface AuditStore {
  /** Adds entries, all or none; none is ever changed or removed. */
  addAudit(deeds: readonly Deed[]): Promise<void>;
  /** Newest first. All that is given must hold. */
  audit(filter: AuditFilter, page: PageRequest): Promise<Page<AuditEntry>>;
}

type Row = Tables['auditEntries']['$inferSelect'];

const toEntry = ({ seq, at, actor, keyId, action, target, detail, requestId }: Row): AuditEntry => ({
  ...{ seq, at: new Date(at).toISOString(), actor, keyId },
  ...{ action: action as AuditAction, target, detail, requestId },
});

export function auditStore(database: Database): AuditStore {
  const { auditEntries: t } = database.tables;
  const list: List<AuditEntry> = {
    name: 'audit',
    from: t,
    columns: {
      ...{ seq: t.seq, at: t.at, actor: t.actor, keyId: t.keyId },
      ...{ action: t.action, target: t.target, detail: t.detail, requestId: t.requestId },
    },
    where: {
      action: equals(t.action, 'action'),
      actor: equals(t.actor, 'actor'),
      target: equals(t.target, 'target'),
    },
    order: { down: t.seq },
    read: (row) => toEntry(row as Row),
  };
  const pages = pager(database, list);
  return {
    addAudit: (deeds) =>
      database.write(async (q) => {
        const [last] = await q.select({ seq: max(t.seq) }).from(t);
        const first = (last?.seq ?? 0) + 1;
        const rows = deeds.map((deed, index) => ({
          ...{ ...deed, seq: first + index, at: toMilliseconds(deed.at, 'at') },
        }));
        await database.insert(q, 'auditEntries', rows);
      }),
    audit: async (filter, page) => {
      const given = Object.entries(filter).filter(([, value]) => value !== undefined) as [string, string][];
      if (given.some(([, value]) => !isKeepable(value))) return { data: [], next: null };
      return pages(Object.fromEntries(given), page);
    },
  };
}
