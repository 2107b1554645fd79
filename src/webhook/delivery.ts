import { z } from 'zod';

/** pending: to be tried, maybe again; delivered: answered with 2xx; failed: given up. */
export const DeliveryState = z.enum(['pending', 'delivered', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Attempt = z
  .strictObject({
    at: z.string().meta({ description: 'RFC 3339, UTC.' }),
    status: z.int().nullable().meta({ description: 'What was answered; null: nothing.' }),
    ms: z.int().nonnegative().meta({ description: 'How long it took, in milliseconds.' }),
    error: z.string().nullable().meta({ description: 'Why it was no success.' }),
  })
  .meta({ id: 'DeliveryAttempt', description: 'One try to deliver a message.' });
export type Attempt = z.infer<typeof Attempt>;

export const Delivery = z
  .strictObject({
    id: z.string().meta({ description: 'The webhook-id of the message: the same in every try and replay.' }),
    webhook: z.string(),
    type: z.string().meta({ description: 'Type of the message: that of a change, or webhook.test.' }),
    state: DeliveryState.meta({
      description: 'pending: to be tried, maybe again. delivered: answered with 2xx. failed: given up.',
    }),
    createdAt: z.string().meta({ description: 'RFC 3339, UTC.' }),
    nextAt: z.string().nullable().meta({ description: 'When it is tried next; null: not at all.' }),
    attempts: z.array(Attempt).meta({ description: 'Oldest first; the last twenty.' }),
    payload: z.string().meta({ description: 'The body, byte for byte as it is signed.' }),
  })
  .meta({ id: 'Delivery', description: 'One message to one webhook, and what became of it.' });
export type Delivery = z.infer<typeof Delivery>;

/** How many attempts are kept with a delivery. */
export const ATTEMPTS_KEPT = 20;

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000] as const;

/** Waits before each try, in milliseconds: Standard Webhooks 1.0.0, “deliverability and reliability”. */
export const RETRIES = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/**
 * How long to wait before the next try, in milliseconds; null: give up. `tries`: made so far. `chance`, 0 to 1: up to a
 * fifth longer, so that what failed together does not come again together.
 */
export function waitBefore(tries: number, chance: number): number | null {
  const wait = RETRIES[tries];
  return wait === undefined ? null : Math.round(wait * (1 + 0.2 * chance));
}
