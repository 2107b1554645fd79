import type { Store } from './store.ts';

/** The topic that an id means now: the one of this id, or what it leads to; null when there is neither. */
export async function topicNow(
  store: Pick<Store, 'topic' | 'topicLedTo'>,
  id: string,
): Promise<string | null> {
  return (await store.topic(id)) === null ? store.topicLedTo(id) : id;
}
