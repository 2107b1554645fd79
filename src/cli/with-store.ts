import type { Config } from '../config.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';

/** Opens the store of the settings for some work, and closes it whatever happens. */
export async function withStore<T>(config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ path: config.database });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Every row of a list that comes in pages; one page in memory. */
export async function* everyRow<Row>(
  read: (after: string | undefined) => Promise<{ data: Row[]; next: string | null }>,
): AsyncGenerator<Row> {
  for (let after: string | null | undefined; after !== null; ) {
    const page = await read(after);
    yield* page.data;
    after = page.next;
  }
}
