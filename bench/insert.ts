/**
 * How long one more document takes until its topic is reconciled and its views are ready, as the store grows; beside
 * the same document written and nothing worked out. Milliseconds of processor time.
 *   npm run build && npx tsx bench/insert.ts [claims …]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Claim } from '../src/claim/claim.ts';
import type { Document } from '../src/document/document.ts';
import { built, processorTime } from './built.ts';

const { openStore } = await built<typeof import('../src/store/open.ts')>('store/open');
const { settle } = await built<typeof import('../src/ingest.ts')>('ingest');
const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const CLAIMS_A_DOCUMENT = 10;
const CLAIMS_A_TOPIC = 200;
const MEASURED = 200;
const vocabulary = loadVocabulary();
const predicates = [...vocabulary.predicates.values()].filter((one) => one.kind === 'quantity').slice(0, 20);

let seed = 11;
const random = (below: number): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
};

/** An article of a story: ten figures of twenty questions on three days, as outlets and sources give them. */
function article(topic: string, id: string) {
  const day = random(3);
  const at = new Date(Date.UTC(2025, 9, 6 + day, 12)).toISOString();
  const outlet = `outlet-${random(97)}`;
  const document: Document = {
    ...{ id, outlet, topic, url: null, title: 'A title', publishedAt: at, zone: 'UTC', language: 'en' },
    ...{ source: 'text', text: 'x'.repeat(3_000), blocks: [] },
    fingerprint: Array.from({ length: 200 }, () => random(1_000_000_000).toString(36)),
  };
  const claims = Array.from({ length: CLAIMS_A_DOCUMENT }, (_, n): Claim => {
    const predicate = predicates[(random(20) + n) % predicates.length];
    const nominal = 10 + random(4);
    const from = at.slice(0, 10);
    const to = new Date(Date.parse(at) + 86_400_000).toISOString().slice(0, 10);
    return {
      ...{ id: `${id}-${n}`, documentId: id, outlet, topic, publishedAt: at },
      subject: { text: 'people', key: 'people' },
      predicate: {
        id: predicate?.id ?? '',
        text: predicate?.title ?? '',
        timeClass: predicate?.timeClass ?? 'flow',
      },
      value: {
        ...{ kind: 'quantity', text: `${nominal}`, nominal, hedge: 'bare', unit: predicate?.unit ?? null },
        ...{ denominator: null, items: null, exhaustive: false, label: null, role: 'count' },
        core: { low: nominal, high: nominal },
        halo: { low: nominal, high: random(3) === 0 ? null : nominal },
      },
      scope: {
        ...{ population: null, place: 'gaza-strip', cause: null, actor: null },
        time: { class: 'window', from, to, text: null, asOf: null },
        provenance: { place: 'explicit', time: 'explicit' },
      },
      attribution: random(2) ? { chain: [], origin: `source-${random(5)}` } : { chain: [], origin: null },
      ...{ modality: 'occurred', polarity: 'affirmed', confidence: 0.9, partOf: null, provisional: false },
      evidence: { quote: `${nominal} people there`, start: 0, end: 15, valueStart: 0, valueEnd: 2 },
      extractor: { name: 'rules', version: '1', rule: 'bench' },
    };
  });
  return { document, claims };
}

const outletOf = ({ document }: ReturnType<typeof article>) => ({
  id: document.outlet,
  name: document.outlet,
  ...{ owner: null, kind: 'outlet' as const, sample: true },
});

const percentile = (times: number[], share: number): string =>
  (times.sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1).padStart(6);

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-insert-'));
  const path = join(folder, 'bench.db');
  const store = await openStore({ path });
  const topics = Math.ceil(size / CLAIMS_A_TOPIC);
  for (let topic = 0; topic < topics; topic += 1) {
    for (let n = 0; n < CLAIMS_A_TOPIC / CLAIMS_A_DOCUMENT; n += 1) {
      const entry = article(`topic-${topic}`, `doc-${topic}-${n}`);
      await store.addDocument({ ...entry, outlet: outletOf(entry) });
    }
  }
  const raw = new Sqlite(path);
  raw.exec('update topics set dirty_order = null');
  raw.close();

  const now = new Date('2025-10-09T00:00:00Z');
  const write: number[] = [];
  const whole: number[] = [];
  for (let n = 0; n < MEASURED; n += 1) {
    const topic = `topic-${random(topics)}`;
    const first = article(topic, `first-${n}`);
    const began = processorTime();
    await store.addDocument({ ...first, outlet: outletOf(first) });
    write.push(processorTime() - began);
    // The topic is settled once before the clock starts: what is measured is one document more.
    await settle(store, vocabulary, { now, topics: new Set([topic]) });
    const next = article(topic, `next-${n}`);
    const start = processorTime();
    await store.addDocument({ ...next, outlet: outletOf(next) });
    await settle(store, vocabulary, { now, topics: new Set([topic]) });
    whole.push(processorTime() - start);
  }
  const late = whole.slice(MEASURED / 2);
  process.stdout.write(
    `${size.toLocaleString('en-GB').padStart(10)} claims  written ${percentile(write, 0.5)} ms (p95 ${percentile(write, 0.95)})   written, reconciled, ready ${percentile(late, 0.5)} ms (p95 ${percentile(late, 0.95)})\n`,
  );
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

process.stdout.write(
  `one document of ${CLAIMS_A_DOCUMENT} claims into a topic of ${CLAIMS_A_TOPIC}; the last ${MEASURED / 2} of ${MEASURED}\n`,
);
for (const size of sizes) await measure(size);
