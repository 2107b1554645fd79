/**
 * Webhook: an address that wants to be told of changes.
 *
 *   takes  what somebody listens for, and changes
 *   gives  signed messages after Standard Webhooks 1.0.0, and when to try again
 *   never  reaches out: that is done outside
 */
import { z } from 'zod';
import { ChangeType } from '../change/change.ts';

const LIMITS = { url: 2_000, description: 300, topics: 100, topic: 300 } as const;

const fields = {
  url: z
    .url({ protocol: /^https?$/, error: 'Give a full http or https address.' })
    .max(LIMITS.url)
    .meta({ description: 'Where messages are posted to.', example: 'https://example.org/hooks/crosscheck' }),
  types: z
    .array(ChangeType)
    .max(ChangeType.options.length)
    .meta({ description: 'Only these types of change; empty: all.' }),
  topics: z
    .array(z.string().min(1).max(LIMITS.topic))
    .max(LIMITS.topics)
    .meta({ description: 'Only what happens in these topics; empty: all.' }),
  description: z.string().trim().max(LIMITS.description).meta({ description: 'For people.' }),
};

/** What is handed in to make one. */
export const WebhookInput = z
  .strictObject({
    url: fields.url,
    types: fields.types.default([]),
    topics: fields.topics.default([]),
    description: fields.description.default(''),
  })
  .meta({ id: 'WebhookInput', description: 'What to tell, and where.' });
export type WebhookInput = z.infer<typeof WebhookInput>;

export const WebhookPatch = z
  .strictObject({
    ...fields,
    active: z.boolean().meta({ description: 'false: nothing is sent until it is true again.' }),
    newSecret: z.literal(true).meta({
      description: 'Makes a new secret. For a day messages are signed with the old one as well.',
    }),
  })
  .partial()
  .meta({ id: 'WebhookPatch', description: 'What to change of a webhook.' });
export type WebhookPatch = z.infer<typeof WebhookPatch>;

/** paused: by hand; gone: its address answered 410. */
export const WebhookState = z.enum(['active', 'paused', 'gone']);
export type WebhookState = z.infer<typeof WebhookState>;

export const Webhook = z
  .strictObject({
    id: z.string(),
    ...fields,
    state: WebhookState.meta({
      description: 'paused: by hand. gone: its address answered 410. Nothing is sent in either.',
    }),
    createdAt: z.string().meta({ description: 'RFC 3339, UTC.' }),
  })
  .meta({ id: 'Webhook', description: 'An address that is told of changes.' });
export type Webhook = z.infer<typeof Webhook>;

/** Whether a webhook wants to hear of a change. */
export const wants = (
  { types, topics }: Pick<Webhook, 'types' | 'topics'>,
  { type, topic }: { type: string; topic: string | null },
): boolean =>
  (types.length === 0 || types.some((one) => one === type)) &&
  (topics.length === 0 || (topic !== null && topics.includes(topic)));
