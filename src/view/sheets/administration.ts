import type { AuditEntry } from '../../key/audit-entry.ts';
import type { ApiKey } from '../../key/key.ts';
import type { ReviewView } from '../../review/judgement.ts';
import type { Delivery } from '../../webhook/delivery.ts';
import type { Webhook } from '../../webhook/webhook.ts';
import { joined, plainSheet } from '../sheet.ts';

export const auditSheet = plainSheet<AuditEntry>({
  seq: (row) => row.seq,
  at: (row) => row.at,
  actor: (row) => row.actor,
  action: (row) => row.action,
  target: (row) => row.target,
  detail: (row) => row.detail,
  keyId: (row) => row.keyId,
  requestId: (row) => row.requestId,
});

export const keySheet = plainSheet<ApiKey>({
  id: (row) => row.id,
  name: (row) => row.name,
  prefix: (row) => row.prefix,
  scopes: (row) => joined(row.scopes),
  createdAt: (row) => row.createdAt,
  expiresAt: (row) => row.expiresAt,
  lastUsedAt: (row) => row.lastUsedAt,
  revokedAt: (row) => row.revokedAt,
});

export const reviewSheet = plainSheet<ReviewView>({
  id: (row) => row.id,
  at: (row) => row.at,
  action: (row) => row.action,
  actor: (row) => row.actor,
  reason: (row) => row.reason,
  claims: (row) => joined(row.claims),
  documents: (row) => joined(row.documents),
  verdict: (row) => row.verdict,
  subtype: (row) => row.subtype,
  dimension: (row) => row.dimension,
  value: (row) => row.value,
});

export const webhookSheet = plainSheet<Webhook>({
  id: (row) => row.id,
  url: (row) => row.url,
  types: (row) => joined(row.types),
  topics: (row) => joined(row.topics),
  description: (row) => row.description,
  state: (row) => row.state,
  createdAt: (row) => row.createdAt,
});

/** Without the body that was sent: it is in the JSON. */
export const deliverySheet = plainSheet<Delivery>({
  id: (row) => row.id,
  webhook: (row) => row.webhook,
  type: (row) => row.type,
  state: (row) => row.state,
  createdAt: (row) => row.createdAt,
  nextAt: (row) => row.nextAt,
  tries: (row) => row.attempts.length,
  lastStatus: (row) => row.attempts.at(-1)?.status ?? null,
  lastError: (row) => row.attempts.at(-1)?.error ?? null,
});
