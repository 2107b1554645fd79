import { z } from 'zod';

export const AuditAction = z.enum([
  'document.add',
  'document.remove',
  'claim.add',
  'review.add',
  'topic.create',
  'topic.change',
  'key.create',
  'key.revoke',
  'webhook.create',
  'webhook.change',
  'webhook.remove',
  'webhook.test',
  'webhook.replay',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** Who did what. The trail is only ever added to. */
export const AuditEntry = z
  .strictObject({
    seq: z.int().meta({ description: 'Grows with time.' }),
    at: z.string().meta({ description: 'RFC 3339, UTC.' }),
    actor: z.string().meta({ description: 'Name of the key, "anybody" without one, or "command line".' }),
    keyId: z.string().nullable().meta({ description: 'Id of the key that was shown.' }),
    action: AuditAction,
    target: z.string().meta({ description: 'Id of what was changed.' }),
    detail: z.string().nullable().meta({ description: 'What else there is to know, in words.' }),
    requestId: z.string().nullable().meta({ description: 'X-Request-Id of the request.' }),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what.' });
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An entry before it has its place in the trail. */
export type Deed = Omit<AuditEntry, 'seq'>;
