/**
 * How long one more document takes until its topic is reconciled and its views are ready, as the store grows; beside
 * the same document written and nothing worked out. Milliseconds of processor time of all threads, then by the clock.
 * Documents are filled in past the store's own door, indexes last; every topic is then reconciled as it would be, so
 * that groups, findings and feed are as large as they get. The store grows from one size to the next: a million claims
 * take many minutes and ten gigabytes.
 *   npm run build && npx tsx bench/insert.ts [claims …]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Claim } from '../src/claim/claim.ts';
import type { Document } from '../src/document/document.ts';
import { built, processorTime } from './built.ts';

const { claimRow, documentRow } = await built<typeof import('../src/store/rows.ts')>('store/rows');
const { newTopic } = await built<typeof import('../src/store/entries.ts')>('store/entries');
const { openStore } = await built<typeof import('../src/store/open.ts')>('store/open');
const { settle } = await built<typeof import('../src/ingest.ts')>('ingest');
const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const CLAIMS_A_DOCUMENT = 10;
const CLAIMS_A_TOPIC = 200;
const MEASURED = 120;
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

type Row = Readonly<Record<string, unknown>>;
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS: Readonly<Record<string, string>> = { dirty: 'dirty_order', reconciled: 'reconciled_revision' };

/** Writes rows of a table with one prepared statement. */
function writer(raw: Sqlite.Database, table: string) {
  let statement: Sqlite.Statement | null = null;
  return (row: Row): void => {
    const fields = Object.keys(row);
    statement ??= raw.prepare(
      `insert or ignore into ${table} (${fields.map((field) => COLUMNS[field] ?? snake(field))}) values (${fields.map((field) => `@${field}`)})`,
    );
    const plain = fields.map((field) => [
      field,
      typeof row[field] === 'boolean' ? Number(row[field]) : row[field],
    ]);
    statement.run(Object.fromEntries(plain));
  };
}

/** Adds topics that are written, and waiting to be reconciled. */
function fill(path: string, from: number, to: number): void {
  const raw = new Sqlite(path);
  raw.pragma('synchronous = off');
  raw.pragma('cache_size = -400000');
  const indexes = raw
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all() as { name: string; sql: string }[];
  raw.exec('begin');
  for (const { name } of indexes) raw.exec(`drop index ${name}`);
  const [topics, outlets, documents, claims] = ['topics', 'outlets', 'documents', 'claims'].map((table) =>
    writer(raw, table),
  );
  let seq = (raw.prepare('select max(seq) from claims').pluck().get() as number | null) ?? 0;
  for (let topic = from; topic < to; topic += 1) {
    const id = `topic-${topic}`;
    const entries = Array.from({ length: CLAIMS_A_TOPIC / CLAIMS_A_DOCUMENT }, (_, n) =>
      article(id, `doc-${topic}-${n}`),
    );
    const counts = { documents: entries.length, claims: CLAIMS_A_TOPIC };
    const outletCount = new Set(entries.map(({ document }) => document.outlet)).size;
    topics?.({
      ...newTopic(id, id, false, 0),
      ...counts,
      outlets: outletCount,
      revision: 1,
      dirty: topic + 1,
    });
    for (const entry of entries) {
      outlets?.(outletOf(entry));
      // No other content has its id here: it serves as its digest.
      const digest = entry.document.id;
      documents?.(
        documentRow(entry.document, { digest, claims: entry.claims.length, addedAt: 0, changedAt: 0 }),
      );
      for (const claim of entry.claims) {
        seq += 1;
        claims?.(claimRow(claim, seq, 0));
      }
    }
  }
  for (const { sql } of indexes) raw.exec(sql);
  raw.exec('commit');
  raw.close();
}

const KINDS = ['written', 'same topic', 'any topic'] as const;
type Spent = { cpu: number; clock: number };

async function spentOn(work: () => Promise<unknown>): Promise<Spent> {
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
}

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
