/** A process that serves the webhooks of a database until it is killed: `worker.ts PATH`. */
import { watchChanges } from '../../src/jobs/watch-changes.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { postOutside } from '../../src/outside/post.ts';
import { openStore } from '../../src/store/open.ts';

const [path = ''] = process.argv.slice(2);
const store = await openStore({ path });
startWorker({
  store,
  watch: watchChanges(store, 20),
  post: (address, message) => postOutside(address, message, { allowPrivateAddresses: true }),
  log: { warn: () => {}, error: () => {} },
  now: () => new Date(),
  chance: () => 0,
  keep: { changes: 1_000, days: 30 },
  lease: 300,
  every: 20,
});
