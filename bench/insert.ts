/**
 * How long one more document takes until its topic is reconciled and its views are ready, as the store grows; beside
 * the same document written and nothing worked out. Milliseconds of processor time of all threads, then by the clock.
 * Each document comes in a turn of the event loop of its own, in a process set up as the server is: what it leaves to be
 * tidied up behind it is not in its figures, but in those of all work together.
 * Documents are filled in past the store's own door, indexes last; every topic is then reconciled as it would be, so
 * that groups, findings and feed are as large as they get. The store grows from one size to the next: a million claims
 * take many minutes and ten gigabytes.
 *   npm run build && npx tsx bench/insert.ts [claims …]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { built, processorTime } from './built.ts';
import { article, CLAIMS_A_DOCUMENT, CLAIMS_A_TOPIC, fill, outletOf, random, vocabulary } from './fill.ts';

const { openStore } = await built<typeof import('../src/store/open.ts')>('store/open');
const { collectBetweenRequests } =
  await built<typeof import('../src/http/collect-between.ts')>('http/collect-between');
const { settle } = await built<typeof import('../src/ingest.ts')>('ingest');

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const MEASURED = 240;
const percentile = (times: number[], share: number): string =>
  (times.sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1).padStart(6);

const KINDS = ['written', 'same topic', 'any topic'] as const;
type Spent = { cpu: number; clock: number };

async function spentOn(work: () => Promise<unknown>): Promise<Spent> {
  await nextTurn();
  const [cpu, clock] = [processorTime(), performance.now()];
  await work();
  return { cpu: processorTime() - cpu, clock: performance.now() - clock };
}

/**
 * One document more into any topic, which a process remembers if its store is small, and one more into the same topic.
 */
async function measure(path: string, size: number): Promise<void> {
  const store = await openStore({ path });
  const topics = size / CLAIMS_A_TOPIC;
  const spent: Record<(typeof KINDS)[number], Spent[]> = { written: [], 'same topic': [], 'any topic': [] };
  const settled = async (topic?: string) => {
    const { failed } = await settle(store, vocabulary, {
      now: new Date(),
      topics: topic === undefined ? undefined : new Set([topic]),
    });
    if (failed[0]) throw failed[0].error;
  };
  await settled();
  const add = (entry: ReturnType<typeof article>) => store.addDocument({ ...entry, outlet: outletOf(entry) });
  const before = processorTime();
  for (let n = 0; n < MEASURED; n += 1) {
    const topic = `topic-${random(topics)}`;
    const [first, next] = [article(topic, `first-${size}-${n}`), article(topic, `next-${size}-${n}`)];
    const written = await spentOn(() => add(first));
    const cold = await spentOn(() => settled(topic));
    spent.written.push(written);
    spent['any topic'].push({ cpu: written.cpu + cold.cpu, clock: written.clock + cold.clock });
    spent['same topic'].push(
      await spentOn(async () => {
        await add(next);
        await settled(topic);
      }),
    );
    // Every topic is as large as the others when its turn comes again.
    for (const { document } of [first, next]) await store.removeDocument(document.id);
    await settled(topic);
  }
  const all = (processorTime() - before) / MEASURED;
  await store.close();
  const shown = (all: readonly Spent[], of: keyof Spent): string => {
    const late = all.slice(MEASURED / 2).map((one) => one[of]);
    return `${percentile(late, 0.5)} (p95 ${percentile(late, 0.95)})`;
  };
  for (const kind of KINDS) {
    const [cpu, clock] = [shown(spent[kind], 'cpu'), shown(spent[kind], 'clock')];
    process.stdout.write(
      `${size.toLocaleString('en-GB').padStart(10)} claims  ${kind.padEnd(10)} processor ${cpu}   clock ${clock}\n`,
    );
  }
  process.stdout.write(`two documents that came and went, all work together: processor ${all.toFixed(1)}\n`);
}

collectBetweenRequests();
process.stdout.write(
  `milliseconds; one document of ${CLAIMS_A_DOCUMENT} claims into a topic of ${CLAIMS_A_TOPIC}; the last ${MEASURED / 2} of ${MEASURED}\n`,
);
const folder = mkdtempSync(join(tmpdir(), 'crosscheck-insert-'));
const path = join(folder, 'bench.db');
try {
  let topics = 0;
  for (const size of [...sizes].sort((a, b) => a - b)) {
    await (await openStore({ path })).close();
    fill(path, topics, size / CLAIMS_A_TOPIC);
    topics = size / CLAIMS_A_TOPIC;
    await measure(path, size);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
