import type { Store } from '../store/store.ts';

/** How often the database is asked whether another process wrote to it, in milliseconds. */
const EVERY = 1_000;

/** Tells who waits that the sequence of changes went on. */
export interface Watch {
  /** The last change that was seen. Note it before reading: what comes after it wakes up. */
  readonly last: number;
  /** Resolves when there are changes after `known`; else after `patience` milliseconds, or when all is over. */
  wait(known: number, patience: number, signal?: AbortSignal): Promise<'changed' | 'quiet' | 'over'>;
  /** A hint that somebody in this process has written. */
  ring(): void;
  /** Wakes everybody for the last time. */
  close(): void;
}

/**
 * Watches the sequence. The number of the last change is the truth, and is asked for while somebody waits, so that what
 * another process writes is noticed too; a hint only saves the time until then.
 */
export function watchChanges(store: Pick<Store, 'lastChange'>, every: number = EVERY): Watch {
  const waiting = new Set<() => void>();
  let last = 0;
  let over = false;
  let looking: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  const wake = (): void => {
    for (const one of [...waiting]) one();
  };

  const look = (): void => {
    if (over) return;
    if (looking) {
      again = true;
      return;
    }
    looking = store
      .lastChange()
      .then((seq) => {
        if (seq === last) return;
        last = seq;
        wake();
      })
      // Whoever reads meets the same failure and says so.
      .catch(() => {})
      .finally(() => {
        looking = null;
        if (again) {
          again = false;
          look();
        }
      });
  };

  return {
    get last() {
      return last;
    },
    async wait(known, patience, signal) {
      if (over || signal?.aborted) return 'over';
      if (last > known) return 'changed';
      let limit: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        const done = (): void => {
          waiting.delete(done);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        waiting.add(done);
        limit = setTimeout(done, patience);
        signal?.addEventListener('abort', done, { once: true });
        timer ??= setInterval(look, every);
        look();
      });
      clearTimeout(limit);
      if (waiting.size === 0) {
        clearInterval(timer);
        timer = undefined;
      }
      if (over || signal?.aborted) return 'over';
      return last > known ? 'changed' : 'quiet';
    },
    ring() {
      if (waiting.size > 0) look();
    },
    close() {
      over = true;
      clearInterval(timer);
      timer = undefined;
      wake();
    },
  };
}
