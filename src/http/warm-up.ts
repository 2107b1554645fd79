import { createApp } from './app.ts';
import type { Services } from './services.ts';

/** Pages that are asked for before anybody does; the topic is one that is there. */
const PAGES = ['/', '/compare?example=yes'] as const;

/** Nobody asked, so nothing is written down. */
const silent = (): void => {};
const QUIET = { debug: silent, info: silent, warn: silent, error: silent };

/**
 * Goes through the pages once while nobody waits: what is read or worked out at first use, such as the gazetteer and
 * the statements of the store, is then at hand for the first visitor. It asks an app of its own, so that nothing is
 * counted as a request. What goes wrong is left to the first visitor to meet.
 */
export async function warmUp(services: Services): Promise<void> {
  const app = createApp({ ...services, log: QUIET, config: { ...services.config, reading: 'open' } });
  try {
    const { data } = await services.store.topics({ limit: 1 });
    const topics = data.flatMap(({ id }) => [
      `/topics/${encodeURIComponent(id)}`,
      `/v1/topics/${encodeURIComponent(id)}`,
    ]);
    for (const path of [...topics, ...PAGES]) {
      const response = await app.request(path);
      await response.arrayBuffer();
    }
  } catch (error) {
    services.log.debug({ err: error }, 'not warmed up');
  }
}
