import { pino } from 'pino';
import type { Config } from '../../config.ts';
import { createApp } from '../../http/app.ts';
import { collectBetweenRequests } from '../../http/collect-between.ts';
import { serve } from '../../http/serve.ts';
import { warmUp } from '../../http/warm-up.ts';
import { loadSamples } from '../../jobs/load-samples.ts';
import { startWorker } from '../../jobs/worker.ts';
import { postOutside } from '../../outside/post.ts';
import { gatherLines } from '../gather-lines.ts';
import { createLog } from '../log.ts';
import { type Loaded, openAll } from '../open.ts';
import { stopSignal } from '../stop-signal.ts';
import { say, type Terminal, write } from '../terminal.ts';

/** No request with an idempotency key takes longer: its body alone may keep us waiting for half a minute. */
const LONGEST_REQUEST_MS = 300_000;

/** What the configuration says of the work beside requests. */
const workSettings = ({ changesKept, changesDays, allowPrivateAddresses }: Config) => ({
  keep: { changes: changesKept, days: changesDays },
  post: (address: string, message: Parameters<typeof postOutside>[1]) =>
    postOutside(address, message, { allowPrivateAddresses }),
  chance: Math.random,
});

/** Serves until a signal; prints the address as one line. Resolves to the exit status. */
export async function serveApi(loaded: Loaded, terminal: Terminal): Promise<number> {
  const stopped = stopSignal();
  collectBetweenRequests();
  const { config } = loaded;
  const complaints = pino.destination({ dest: 2, sync: false });
  const lines = gatherLines(complaints);
  // What ends the process without a word is what its last lines tell of.
  const writeLast = (): void => {
    lines.flush();
    complaints.flushSync();
  };
  process.once('exit', writeLast);
  const log = createLog(config.log, lines);
  const { store, vocabulary, now, ingest, ingestRows, settle, lookBack, feed } = await openAll(loaded);
  try {
    const { data: topics } = await store.topics({ limit: 1 });
    if (config.samples && topics.length === 0) {
      const count = await loadSamples(store, vocabulary);
      log.info({ documents: count }, 'samples loaded');
    }
    await settle();
    await store.dropUnfinished(now().getTime() - LONGEST_REQUEST_MS);
    if (config.writing === 'keys' && !(await store.hasKeys()))
      log.info(
        'There is no key yet, so nobody can write. Make one: crosscheck keys create --name me --scopes write',
      );
    const services = { store, vocabulary, config, now, log, ingest, ingestRows, settle, lookBack, feed };
    const running = await serve(createApp(services), config);
    await write(terminal.output, `Crosscheck listens on ${running.url}\n`);
    const warm = warmUp(services);
    const worker = startWorker({ store, now, watch: feed.watch, log, ...workSettings(config) });
    const signal = await stopped;
    log.info({ signal }, 'stopping');
    const done = worker.stop();
    feed.close();
    await Promise.all([running.close(), done, warm]);
    return 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say(terminal, `Port ${config.port} is in use. Set CROSSCHECK_PORT to another one, or to 0 for any.`);
    return 1;
  } finally {
    await store.close();
    lines.flush();
    await new Promise((resolve) => complaints.flush(resolve));
    process.off('exit', writeLast);
  }
}
