/**
 * How much the store costs over better-sqlite3 itself: the same rows, tables and transactions, written and read with
 * hand-made statements in the same run. `npx tsx bench/store.ts [claims …]`
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openStore } from '../src/store/open.ts';
import { digestOf } from '../src/store/rows.ts';
import type { Store } from '../src/store/store.ts';
import { claim, entry, finding, group, reconciliation, views } from '../test/store/builders.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const CLAIMS_A_DOCUMENT = 20;
/** What is there before the clock starts comes in larger documents, so that the run stays short. */
const CLAIMS_IN_STOCK = 400;
const TIMED = 8_000;
const PREDICATES = ['people.killed', 'people.injured', 'people.held', 'strikes.count', 'plan.points'];
const WORDS = 'killed wounded people officials strike town hospital ministry said overnight aid convoy'.split(
  ' ',
);

/** Plausible rows: a few big topics, a hundred outlets, five predicates. */
function made(index: number, claimCount = CLAIMS_A_DOCUMENT) {
  const at = new Date(Date.UTC(2025, 9, 1) + index * 60_000).toISOString();
  const one = entry(`doc_${index.toString(16).padStart(24, '0')}`, 0, {
    topic: `topic-${index % 10}`,
    outlet: `outlet-${index % 97}`,
    publishedAt: at,
    text: 'x'.repeat(3_000),
    fingerprint: Array.from({ length: 200 }, (_, n) => (index * 7919 + n).toString(36)),
  });
  const claims = Array.from({ length: claimCount }, (_, n) => {
    const basis = claim(one.document, n);
    const words = Array.from({ length: 14 }, (_, w) => WORDS[(index * 31 + n * 7 + w * w) % WORDS.length]);
    return {
      ...basis,
      id: `clm_${index.toString(16).padStart(20, '0')}${n.toString(16).padStart(4, '0')}`,
      predicate: { ...basis.predicate, id: PREDICATES[(index + n) % PREDICATES.length] ?? null },
      subject: { text: 'people', key: `subject-${n % 7}` },
      scope: { ...basis.scope, place: `place-${(index * n) % 50}` },
      attribution: { chain: [], origin: n % 3 === 0 ? null : `origin-${n % 11}` },
      evidence: {
        ...basis.evidence,
        quote: `${words.join(' ')} ${n === 0 && index % 100 === 0 ? 'rareword' : ''}`,
      },
    };
  });
  return { ...one, claims };
}

const seconds = (began: bigint): number => Number(process.hrtime.bigint() - began) / 1e9;

async function rate(times: number, work: (index: number) => unknown): Promise<number> {
  for (let index = 0; index < Math.min(times, 50); index += 1) await work(index);
  const began = process.hrtime.bigint();
  for (let index = 0; index < times; index += 1) await work(index);
  return times / seconds(began);
}

/** The same rows into the same tables by hand. */
function rawWriter(path: string) {
  const raw = new Sqlite(path);
  raw.pragma('wal_autocheckpoint = 4000');
  raw.pragma('synchronous = normal');
  const holes = (count: number) => Array(count).fill('?').join(', ');
  const document = raw.prepare(
    `insert into documents (id, topic_id, outlet_id, published_at, added_at, digest, claims, body, changed_at) values (${holes(9)})`,
  );
  const row = raw.prepare(
    `insert into claims (topic_id, id, seq, document_id, outlet_id, origin, predicate, subject, place, published_at, nominal, body, changed_at) values (${holes(13)})`,
  );
  const words = raw.prepare('insert into claim_search (rowid, quote) values (?, ?)');
  let seq = 0;
  return {
    raw,
    write(one: ReturnType<typeof made>) {
      raw.exec('begin immediate');
      const { document: d, claims } = one;
      raw
        .prepare('insert or ignore into topics values (?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0)')
        .run(d.topic, d.topic);
      raw
        .prepare('insert or ignore into outlets values (?, ?, null, ?, 1)')
        .run(d.outlet, d.outlet, 'outlet');
      const at = Date.parse(d.publishedAt);
      document.run(d.id, d.topic, d.outlet, at, at, '', claims.length, JSON.stringify(d), at);
      for (const c of claims) {
        seq += 1;
        const filters = [
          c.attribution.origin,
          c.predicate.id,
          c.subject.key,
          c.scope.place,
          at,
          c.value.nominal,
        ];
        row.run(c.topic, c.id, seq, c.documentId, c.outlet, ...filters, JSON.stringify(c), at);
        words.run(seq, c.evidence.quote);
      }
      raw.exec('commit');
    },
  };
}

const line = (name: string, ours: number, base: number | null, unit: string): void => {
  const number = (value: number) => Math.round(value).toLocaleString('en-GB');
  const beside = base === null ? '' : `${number(base)} | ${(ours / base).toFixed(2)}`;
  console.log(`| ${name} | ${number(ours)} ${unit} | ${beside || ' | '} |`);
};

async function measure(size: number, folder: string): Promise<void> {
  const stock = Array.from({ length: Math.ceil((size - TIMED) / CLAIMS_IN_STOCK) }, (_, index) =>
    made(index, CLAIMS_IN_STOCK),
  );
  const timed = Array.from({ length: TIMED / CLAIMS_A_DOCUMENT }, (_, index) => made(stock.length + index));
  const rows = [...stock, ...timed];
  const path = join(folder, `ours-${size}.db`);
  const store = await openStore({ path });
  const rawPath = join(folder, `raw-${size}.db`);
  await (await openStore({ path: rawPath })).close();
  const { raw, write } = rawWriter(rawPath);

  console.log(
    `\n| ${size.toLocaleString('en-GB')} claims | store | better-sqlite3 | ratio |\n|---|---|---|---|`,
  );
  for (const one of stock) await store.addDocument(one);
  let began = process.hrtime.bigint();
  for (const one of timed) await store.addDocument(one);
  const ours = TIMED / seconds(began);
  for (const one of stock) write(one);
  began = process.hrtime.bigint();
  for (const one of timed) write(one);
  line('claims written, a document of 20 a transaction', ours, TIMED / seconds(began), '/s');
  began = process.hrtime.bigint();
  for (const one of timed) digestOf([one.document, one.claims]);
  line('… of which digests', TIMED / seconds(began), null, '/s');

  const ids = rows.flatMap((one) => one.claims.map((each) => each.id));
  const id = (index: number) => ids[(index * 7919) % ids.length] ?? '';
  const point = raw.prepare('select body from claims where id = ?').pluck();
  line(
    'claim by id',
    await rate(20_000, (index) => store.claim(id(index))),
    await rate(20_000, (index) => JSON.parse(point.get(id(index)) as string)),
    '/s',
  );
  const order = 'order by published_at desc, seq limit 51';
  const page = raw.prepare(`select body from claims where topic_id = ? ${order}`).pluck();
  line(
    'page of 50 claims of a topic',
    await rate(1_500, (index) => store.claims({ topic: `topic-${index % 10}` }, { limit: 50 })),
    await rate(1_500, (index) => page.all(`topic-${index % 10}`).map((body) => JSON.parse(body as string))),
    '/s',
  );
  await readMore(store, raw);
  await reconcileOnce(store, rows.length);
  console.log(`| file | ${Math.round(statSync(path).size / 1e6)} MB | | |`);
  raw.close();
  await store.close();
}

async function readMore(store: Store, raw: Sqlite.Database): Promise<void> {
  const order = 'order by published_at desc, seq limit 51';
  const filters = {
    'page by predicate and outlet': { predicate: 'people.killed', outlet: 'outlet-3' },
    'page by place': { place: 'place-7' },
    'page by number, none fits': { min: 1e9 },
    'page by a rare word': { q: 'rareword' },
    'page by a word in nearly all': { q: 'killed' },
    'page by that word in a topic': { q: 'killed', topic: 'topic-3' },
  };
  for (const [name, filter] of Object.entries(filters)) {
    line(name, await rate(20, () => store.claims(filter, { limit: 50 })), null, '/s');
  }
  const deep = raw.prepare(`select body from claims where published_at <= ? ${order}`).pluck();
  const middle = raw.prepare('select avg(published_at) from claims').pluck().get() as number;
  let after: string | undefined;
  for (let turn = 0; turn < 20; turn += 1) {
    after = (await store.claims({}, { limit: 500, after })).next ?? undefined;
  }
  line(
    'page of 50, from the 20th page of 500',
    await rate(500, () => store.claims({}, { limit: 50, after })),
    await rate(500, () => deep.all(middle).map((body) => JSON.parse(body as string))),
    '/s',
  );
}

/** A topic with a tenth of all claims: read whole, written whole, written again, asked for. */
async function reconcileOnce(store: Store, documents: number): Promise<void> {
  let began = process.hrtime.bigint();
  const input = await store.topicInput('topic-3');
  const claims = input?.claims ?? [];
  line('claims read to reconcile a topic', claims.length / seconds(began), null, '/s');
  const groups = Array.from({ length: 500 }, (_, n) =>
    group(
      'topic-3',
      `g${n}`,
      claims.slice(n, n + 20).map((c) => c.id),
    ),
  );
  const findings = groups.map((one, n) =>
    finding('topic-3', `f${n}`, n % 100, { groups: [one.id], claims: one.claims.slice(0, 2) }),
  );
  const result = reconciliation('topic-3', groups, findings);
  const ready = views(JSON.stringify(result.consensus));
  const options = { revision: input?.revision ?? 0, at: '2025-10-08T00:00:00Z' };
  began = process.hrtime.bigint();
  await store.saveReconciliation(result, ready, options);
  line('groups with consensus and finding written', groups.length / seconds(began), null, '/s');
  began = process.hrtime.bigint();
  await store.saveReconciliation(result, ready, options);
  line('… written again, nothing differs', groups.length / seconds(began), null, '/s');
  line('ready consensus view', await rate(5_000, () => store.view('topic-3', 'consensus')), null, '/s');
  line(
    'page of 50 findings',
    await rate(500, () => store.findings({ tiers: ['conflict', 'check'] }, { limit: 50 })),
    null,
    '/s',
  );
  line(
    'one document into that topic',
    await rate(200, (index) => store.addDocument({ ...made(documents + index) })),
    null,
    '/s',
  );
}

const folder = mkdtempSync(join(tmpdir(), 'crosscheck-bench-'));
const began = process.hrtime.bigint();
try {
  for (const size of sizes) await measure(size, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${seconds(began).toFixed(0)} s, Node ${process.version}`);
