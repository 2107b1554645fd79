import type { Change } from '../change/change.ts';
import { CrosscheckError } from '../errors.ts';
import type { ChangeFilter, Store } from '../store/store.ts';
import { type Watch, watchChanges } from './watch-changes.ts';

/** Changes that are held for one listener at a time. */
const PAGE = 100;

/** Changes, or only how far the sequence was read: nothing in it was wanted, or nothing came for a while. */
export interface Tick {
  changes: Change[];
  cursor: string;
}

/** The sequence of changes for those who listen. */
export interface Feed {
  readonly watch: Watch;
  /** How long a listener may leave unread what he was sent, in milliseconds. */
  readonly patience: number;
  /**
   * Follows the sequence from a cursor until `signal` ends it. Reads a page when it is asked for one, so that a slow
   * listener costs no memory; every `heartbeat` milliseconds at the latest it gives a tick.
   * @throws CrosscheckError 'busy' when too many listen; 'gone', 'invalid-cursor' as the store does
   */
  follow(filter: ChangeFilter, since: string, signal: AbortSignal): Promise<AsyncGenerator<Tick>>;
  /** Ends all who follow. */
  close(): void;
}

export interface FeedOptions {
  /** How many may follow at once. */
  most: number;
  heartbeat?: number;
  patience?: number;
  watch?: Watch;
}

/** Makes the feed of a store. */
export function createFeed(
  store: Pick<Store, 'changes' | 'lastChange'>,
  { most, heartbeat = 15_000, patience = 60_000, watch = watchChanges(store) }: FeedOptions,
): Feed {
  const open = new Set<AbortSignal>();

  async function* ticks(
    filter: ChangeFilter,
    first: string,
    signal: AbortSignal,
  ): AsyncGenerator<Tick, void, void> {
    let cursor = first;
    yield { changes: [], cursor };
    while (!signal.aborted) {
      const known = watch.last;
      const page = await store.changes(filter, { since: cursor, limit: PAGE });
      const moved = page.cursor !== cursor;
      cursor = page.cursor;
      if (moved) yield { changes: page.data, cursor };
      if (page.next !== null) continue;
      const woken = await watch.wait(known, heartbeat, signal);
      if (woken === 'over') return;
      if (woken === 'quiet') yield { changes: [], cursor };
    }
  }

  return {
    watch,
    patience,
    async follow(filter, since, signal) {
      if (open.size >= most)
        throw new CrosscheckError(
          'busy',
          `${most} streams are open already. Try again, or ask GET /v1/changes.`,
        );
      open.add(signal);
      const leave = (): void => void open.delete(signal);
      signal.addEventListener('abort', leave, { once: true });
      try {
        // A wrong cursor is told before anything is sent.
        const { cursor } = await store.changes({}, { since, limit: 1 });
        return ticks(filter, since === 'now' ? cursor : since, signal);
      } catch (error) {
        leave();
        throw error;
      }
    },
    close: () => watch.close(),
  };
}
