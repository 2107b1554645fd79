import type { Config } from '../config.ts';
import { createFeed } from '../jobs/feed.ts';
import { createIngest } from '../jobs/ingest.ts';
import { withSampleOutlets } from '../jobs/load-samples.ts';
import { watchChanges } from '../jobs/watch-changes.ts';
import { createLookBack } from '../look-back.ts';
import { now } from '../outside/clock.ts';
import { fetchOutside } from '../outside/fetch.ts';
import { openStore } from '../store/open.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

export interface Loaded {
  config: Config;
  vocabulary: Vocabulary;
}

/** The store and the verbs of writing, wired to the world. Close the store when done. */
export async function openAll({ config, vocabulary: given }: Loaded) {
  const vocabulary = config.samples ? withSampleOutlets(given) : given;
  let onWrite = (): void => {};
  const store = await openStore({ path: config.database, onWrite: () => onWrite() });
  const watch = watchChanges(store);
  onWrite = watch.ring;
  const fetchPage = (url: string) =>
    fetchOutside(url, { allowPrivateAddresses: config.allowPrivateAddresses });
  return {
    ...{ store, vocabulary, fetchPage, now },
    feed: createFeed(store, { most: config.streams, watch }),
    ...createIngest({ store, vocabulary, now, fetchPage }),
    lookBack: createLookBack(store, vocabulary),
  };
}
