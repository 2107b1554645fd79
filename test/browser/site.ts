import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openAll } from '../../src/cli/open.ts';
import { readConfig } from '../../src/config.ts';
import type { DocumentInput } from '../../src/document/document.ts';
import { createApp } from '../../src/http/app.ts';
import { serve } from '../../src/http/serve.ts';
import { loadSamples } from '../../src/jobs/load-samples.ts';
import type { Store } from '../../src/store/store.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

export interface Site {
  url: string;
  store: Store;
  /** Hands in an article as the API does, and waits until its topic is worked out again. */
  add(input: DocumentInput): Promise<void>;
  /** Waits until every topic whose claims changed is worked out again. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** A real server on a free port over a new database, wired as the program wires it. `close` leaves nothing behind. */
export async function openSite(given: {
  samples: boolean;
  prepare?: (store: Store) => Promise<void>;
}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-site-'));
  const config = readConfig({
    CROSSCHECK_PORT: '0',
    CROSSCHECK_DATABASE: join(folder, 'site.db'),
    CROSSCHECK_SAMPLES: String(given.samples),
    CROSSCHECK_WRITING: 'open',
  });
  const all = await openAll({ config, vocabulary: loadVocabulary() });
  if (given.samples) await loadSamples(all.store, all.vocabulary);
  await all.settle();
  await given.prepare?.(all.store);
  const running = await serve(createApp({ ...all, config, log: pino({ level: 'silent' }) }), config);
  return {
    url: running.url,
    store: all.store,
    settle: () => all.settle(),
    async add(input) {
      await all.ingest([input]);
      await all.settle();
    },
    async close() {
      all.feed.close();
      await running.close();
      await all.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
