import type { Posted } from '../outside/post.ts';
import type { Store } from '../store/store.ts';
import type { Job } from '../store/webhook-store.ts';
import { type Attempt, waitBefore } from '../webhook/delivery.ts';
import { signedHeaders } from '../webhook/sign.ts';

export type Post = (
  address: string,
  message: { headers: Record<string, string>; body: string },
) => Promise<Posted>;

export interface DeliverServices {
  store: Store;
  now: () => Date;
  post: Post;
  /** A number from 0 to 1, to spread what failed together. */
  chance: () => number;
}

const GONE = 410;

/** Sends the message of one job, and writes down what became of it. */
async function deliver(job: Job, { store, now, post, chance }: DeliverServices): Promise<void> {
  const delivery = await store.deliveryOf(job);
  const webhook = delivery && (await store.webhook(delivery.webhook));
  if (!delivery || !webhook) return;
  const at = now();
  const secrets = await store.webhookSecrets(webhook.id);
  const headers = signedHeaders(delivery, secrets, at.getTime());
  const { status, error } = await post(webhook.url, { headers, body: delivery.payload });
  const attempt: Attempt = {
    at: at.toISOString(),
    status,
    ms: Math.max(0, now().getTime() - at.getTime()),
    error,
  };
  if (error === null) return store.settleDelivery(job, attempt, { state: 'delivered', nextAt: null });
  if (status === GONE) await store.webhookGone(webhook.id);
  const wait = status === GONE ? null : waitBefore(delivery.tries + 1, chance());
  const nextAt = wait === null ? null : now().getTime() + wait;
  await store.settleDelivery(job, attempt, { state: nextAt === null ? 'failed' : 'pending', nextAt });
}

/**
 * Turns what changed into messages of a webhook and sends those that are due, one after the other, in the order of the
 * sequence; one that failed comes again later and holds up no other. Ends when nothing is due or `isOver` says so.
 */
export async function serveWebhook(
  id: string,
  services: DeliverServices,
  lease: number,
  isOver: () => boolean,
): Promise<void> {
  const { store, now } = services;
  for (;;) {
    const looked = await store.fanOut(id);
    let sent = 0;
    for (; !isOver(); sent += 1) {
      if ((await store.webhook(id))?.state !== 'active') return;
      const job = await store.takeJob(id, now().getTime(), lease);
      if (!job) break;
      await deliver(job, services);
    }
    if (isOver() || (looked === 0 && sent === 0)) return;
  }
}
