import type { Attempt, Delivery, DeliveryState } from '../webhook/delivery.ts';
import type { Message } from '../webhook/message.ts';
import type { Webhook, WebhookInput, WebhookPatch } from '../webhook/webhook.ts';
import type { Page, PageRequest } from './store.ts';

export interface NewWebhook extends WebhookInput {
  id: string;
  secret: string;
}

/** Work that one process has taken, until a time. */
export interface Job {
  seq: number;
  key: string;
  lane: string;
  runAt: number;
  lockedUntil: number;
}

/** Where webhooks are kept, and what is sent to them. Times are milliseconds. */
export interface WebhookStore {
  /** It is told of what is still to come. */
  addWebhook(webhook: NewWebhook): Promise<Webhook>;
  /** Oldest first. */
  webhooks(): Promise<Webhook[]>;
  webhook(id: string): Promise<Webhook | null>;
  /** The secrets that sign now, newest first: the one before it signs for another day. */
  webhookSecrets(id: string): Promise<string[]>;
  /** Null when there is none. `secret`: takes the place of the one in use. */
  changeWebhook(id: string, patch: WebhookPatch, secret?: string): Promise<Webhook | null>;
  /** Nothing is sent there any more, until it is made active by hand. */
  webhookGone(id: string): Promise<void>;
  /** With its deliveries. False when there is none. */
  removeWebhook(id: string): Promise<boolean>;

  /** Turns the next changes into messages that are due at once. Resolves to how many changes were looked at. */
  fanOut(webhook: string): Promise<number>;
  /** Sends a message that no change stands behind. */
  queueMessage(webhook: string, message: Message): Promise<Delivery>;
  /** The last first. @throws CrosscheckError 'invalid-cursor' */
  deliveries(
    filter: { webhook: string; state?: DeliveryState | undefined },
    page: PageRequest,
  ): Promise<Page<Delivery>>;
  /** Sends a message of a webhook again, with all its tries. Null when there is no such message. */
  replay(webhook: string, delivery: string): Promise<Delivery | null>;
  /** Goes through the changes after a cursor again. @throws CrosscheckError 'invalid-cursor', 'gone' */
  replaySince(webhook: string, since: string): Promise<boolean>;

  /**
   * Takes the job of a lane that is due first, for `lease` milliseconds; null when none is due or somebody is at one of
   * the lane. Who does not end it in time loses it: what dies with a process is done by another.
   */
  takeJob(lane: string, now: number, lease: number): Promise<Job | null>;
  /** What a job is to deliver, and how often that was tried since it was last asked for. */
  deliveryOf(job: Job): Promise<(Delivery & { tries: number }) | null>;
  /** Writes down a try and ends the job, or puts it off until `nextAt`. Nothing is written for a job that was lost. */
  settleDelivery(
    job: Job,
    attempt: Attempt,
    outcome: { state: DeliveryState; nextAt: number | null },
  ): Promise<void>;
  /** Forgets deliveries from before a time that are done. */
  pruneDeliveries(before: number): Promise<void>;
}
