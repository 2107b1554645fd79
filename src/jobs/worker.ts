import type { Logger } from 'pino';
import { type DeliverServices, serveWebhook } from './deliver-webhooks.ts';
import type { Watch } from './watch-changes.ts';

export interface WorkerOptions extends DeliverServices {
  watch: Watch;
  log: Pick<Logger, 'warn' | 'error'>;
  /** What is kept of changes and of deliveries that are done. */
  keep: { changes: number; days: number };
  /** For how long a message is one process's own, in milliseconds: longer than any try takes. */
  lease?: number;
  /** How often to look for what is due, in milliseconds. */
  every?: number;
}

export interface Worker {
  /** Takes up no more work; resolves when what is under way is finished. */
  stop(): Promise<void>;
}

const [LEASE, EVERY, HOUR, DAY] = [60_000, 1_000, 3_600_000, 86_400_000] as const;

/** Starts the work that goes on beside requests: webhooks are told what changed, and what is too old is forgotten. */
export function startWorker(options: WorkerOptions): Worker {
  const { store, watch, log, keep, now, lease = LEASE, every = EVERY } = options;
  const ending = new AbortController();
  const isOver = (): boolean => ending.signal.aborted;
  const underWay = new Map<string, Promise<void>>();
  let pruneAt = 0;

  const begin = (name: string, work: () => Promise<void>): void => {
    if (isOver() || underWay.has(name)) return;
    const done = work()
      .catch((error: unknown) => log.error({ err: error, job: name }, 'a job failed'))
      .finally(() => underWay.delete(name));
    underWay.set(name, done);
  };

  async function prune(): Promise<void> {
    const before = now().getTime() - keep.days * DAY;
    await store.pruneChanges({ before, most: keep.changes });
    await store.pruneDeliveries(before);
  }

  async function look(): Promise<void> {
    for (const { id, state } of await store.webhooks())
      if (state === 'active') begin(id, () => serveWebhook(id, options, lease, isOver));
    if (now().getTime() < pruneAt) return;
    pruneAt = now().getTime() + HOUR;
    begin('prune', prune);
  }

  async function run(): Promise<void> {
    while (!isOver()) {
      const known = watch.last;
      await look().catch((error: unknown) => log.error({ err: error }, 'jobs cannot be looked for'));
      if ((await watch.wait(known, every, ending.signal)) === 'over') return;
    }
  }

  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
      await Promise.all(underWay.values());
    },
  };
}
