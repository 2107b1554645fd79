/**
 * Page: what the page of a large topic costs the server.
 *
 *   usage  npx tsx bench/page.ts [questions] [cold]
 *   takes  500 questions unless told otherwise, each answered by two of twelve outlets, with a conflict or a check
 *   gives  processor time of the first page, over the whole way from request to bytes, and its size, plain and packed
 *
 * A server goes through its pages once when it starts, and so does this; with "cold" it does not.
 * The baseline, in the same run, is the ready consensus document of the same topic, which is sent as it is stored.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { openAll } from '../src/cli/open.ts';
import { readConfig } from '../src/config.ts';
import { createApp } from '../src/http/app.ts';
import { warmUp } from '../src/http/warm-up.ts';
import { loadVocabulary } from '../src/vocabulary/vocabulary.ts';
import { LARGE_TOPIC, tellLargeTopic } from '../test/http/large-topic.ts';

const RUNS = 40;
const WARM = 10;

const folder = mkdtempSync(join(tmpdir(), 'crosscheck-bench-'));
const questions = Number(process.argv[2] ?? 500);
const config = readConfig({ CROSSCHECK_DATABASE: join(folder, 'page.db'), CROSSCHECK_SAMPLES: 'false' });
const all = await openAll({ config, vocabulary: loadVocabulary() });
await tellLargeTopic(all.store, questions);
const services = { ...all, config, log: pino({ level: 'silent' }) };
const app = createApp(services);
if (process.argv[3] !== 'cold') await warmUp(services);

/** Milliseconds of processor time of one answer, all threads of the process, and the answer. */
async function once(path: string): Promise<{ ms: number; body: Buffer }> {
  const from = process.cpuUsage();
  const response = await app.request(path);
  const body = Buffer.from(await response.arrayBuffer());
  const { user, system } = process.cpuUsage(from);
  if (response.status !== 200) throw new Error(`${path} answered with ${response.status}`);
  return { ms: (user + system) / 1000, body };
}

async function measure(path: string): Promise<void> {
  const first = await once(path);
  for (let count = 1; count < WARM; count += 1) await once(path);
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) times.push((await once(path)).ms);
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(RUNS * share)] ?? 0).toFixed(1);
  const size = `${Math.round(first.body.length / 1000)} kB, packed ${Math.round(gzipSync(first.body).length / 1000)} kB`;
  console.log(`${path}: first ${first.ms.toFixed(0)} ms, median ${at(0.5)}, 95 % ${at(0.95)}; ${size}`);
}

await measure(`/v1/topics/${LARGE_TOPIC}/consensus`);
await measure(`/topics/${LARGE_TOPIC}`);
await measure(`/topics/${LARGE_TOPIC}?page=2`);
await measure(`/topics/${LARGE_TOPIC}/findings`);
await all.store.close();
rmSync(folder, { recursive: true, force: true });
