/**
 * Fill: a store of topics of one size, written past its own door, for what is measured beside it.
 *
 *   takes  the path of a database that is migrated, and which topics to add
 *   gives  topics that are written and, unless told otherwise, waiting to be reconciled
 */
import Sqlite from 'better-sqlite3';
import type { Claim } from '../src/claim/claim.ts';
import type { Document } from '../src/document/document.ts';
import { built } from './built.ts';

const { claimRow, documentRow } = await built<typeof import('../src/store/rows.ts')>('store/rows');
const { newTopic } = await built<typeof import('../src/store/topic-rows.ts')>('store/topic-rows');
const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');

export const CLAIMS_A_DOCUMENT = 10;
export const CLAIMS_A_TOPIC = 200;
export const vocabulary = loadVocabulary();
const predicates = [...vocabulary.predicates.values()].filter((one) => one.kind === 'quantity').slice(0, 20);

let seed = 11;
export const random = (below: number): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
};

/** An article of a story: ten figures of twenty questions on three days, as outlets and sources give them. */
export function article(topic: string, id: string) {
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
      ...{
        modality: 'occurred',
        polarity: 'affirmed',
        confidence: 0.9,
        partOf: null,
        partial: false,
        increment: false,
        provisional: false,
      },
      evidence: { quote: `${nominal} people there`, start: 0, end: 15, valueStart: 0, valueEnd: 2 },
      extractor: { name: 'rules', version: '1', rule: 'bench' },
    };
  });
  return { document, claims };
}

export const outletOf = ({ document }: ReturnType<typeof article>) => ({
  id: document.outlet,
  name: document.outlet,
  ...{ owner: null, kind: 'outlet' as const, sample: true },
});

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
export function fill(path: string, from: number, to: number, isWaiting = true): void {
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
  const last = (raw.prepare('select max(seq) from claims').pluck().get() as number | null) ?? 0;
  let seq = last;
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
      ...(isWaiting ? { revision: 1, dirty: topic + 1 } : {}),
    });
    for (const entry of entries) {
      outlets?.(outletOf(entry));
      // No other content has its id here: it serves as its digest.
      const digest = entry.document.id;
      documents?.(
        documentRow(entry.document, {
          digest,
          claims: entry.claims.length,
          addedAt: 0,
          changedAt: 0,
          named: null,
        }),
      );
      for (const claim of entry.claims) {
        seq += 1;
        claims?.(claimRow(claim, seq, 0));
      }
    }
  }
  for (const { sql } of indexes) raw.exec(sql);
  raw
    .prepare(
      "insert into claim_search (rowid, quote) select seq, body ->> '$.evidence.quote' from claims where seq > ?",
    )
    .run(last);
  raw.exec('commit');
  raw.close();
}
