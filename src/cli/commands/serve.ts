import { pino } from 'pino';
import { createApp } from '../../http/app.ts';
import { serve } from '../../http/serve.ts';
import { loadSamples } from '../../jobs/load-samples.ts';
import { type Loaded, openAll } from '../open.ts';
import { say, type Terminal, write } from '../terminal.ts';

/** Resolves when the process is asked to stop; a second signal stops it at once. */
const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve(signal);
      });
    }
  });

/** No request with an idempotency key takes longer: its body alone may keep us waiting for half a minute. */
const LONGEST_REQUEST_MS = 300_000;

/** Serves until a signal; prints the address as one line. Resolves to the exit status. */
export async function serveApi(loaded: Loaded, terminal: Terminal): Promise<number> {
  const stopped = stopSignal();
  const { config } = loaded;
  const log = pino({ level: config.log }, pino.destination({ dest: 2, sync: true }));
  const { store, vocabulary, now, ingest, ingestRows, settle, lookBack } = await openAll(loaded);
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
    const app = createApp({ store, vocabulary, config, now, log, ingest, ingestRows, settle, lookBack });
    const running = await serve(app, config);
    await write(terminal.output, `Crosscheck listens on ${running.url}\n`);
    const signal = await stopped;
    log.info({ signal }, 'stopping');
    await running.close();
    return 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say(terminal, `Port ${config.port} is in use. Set CROSSCHECK_PORT to another one, or to 0 for any.`);
    return 1;
  } finally {
    await store.close();
  }
}
