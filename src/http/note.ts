import type { Context } from 'hono';
import type { AuditAction } from '../key/audit-entry.ts';
import type { Env, IngestResult } from './services.ts';

/** What a request changed, for the audit trail. */
interface Change {
  action: AuditAction;
  target: string;
  detail?: string | null;
}

/** Writes into the audit trail what a request changed, and who asked for it. */
export async function note(c: Context<Env>, ...changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const { store, now } = c.get('services');
  const who = {
    actor: c.get('apiKey')?.name ?? 'anybody',
    keyId: c.get('apiKey')?.id ?? null,
    requestId: c.get('requestId'),
  };
  const at = now().toISOString();
  await store.addAudit(
    changes.map(({ action, target, detail = null }) => ({ ...who, at, action, target, detail })),
  );
}

/** The documents that came in or took the place of another. */
export const noteDocuments = (c: Context<Env>, results: readonly IngestResult[]): Promise<void> =>
  note(
    c,
    ...results.flatMap((result) =>
      'error' in result || result.status === 'unchanged'
        ? []
        : [{ action: 'document.add' as const, target: result.id, detail: result.status }],
    ),
  );
