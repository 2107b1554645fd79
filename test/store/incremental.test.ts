import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../src/ingest.ts';
import type { Review } from '../../src/review/review.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { claim, document, type Told, vocabulary } from '../builders.ts';
import { outlet } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
let count = 0;
const newPath = (): string => {
  count += 1;
  return inFolder(`${count}.db`);
};
const NOW = new Date('2025-10-20T00:00:00Z');
const open = (path: string): Promise<Store> => openStore({ path, now: () => 0 });

/** A row of an article: few questions, so that a new article changes what the others had settled. */
const row: fc.Arbitrary<Told> = fc.record(
  {
    value: fc.constantFrom('10', '24', '≥10', '~20', '31', '4460', '7'),
    predicate: fc.constantFrom('test.toll', 'test.toll', 'test.casualties', 'test.held'),
    origin: fc.constantFrom(null, null, 'un', 'afp', 'outlet-a', 'outlet-b'),
    originKind: fc.constantFrom('authority' as const, 'outlet' as const),
    place: fc.constantFrom('gaza-strip', 'gaza-strip', 'gaza-city', 'karsin', 'carsin', null),
    population: fc.constantFrom(null, null, 'child'),
    from: fc.constantFrom('2025-10-05', '2025-10-06'),
    timeClass: fc.constantFrom('flow' as const, 'flow' as const, 'cumulative' as const),
    asOf: fc.constantFrom(null, '2025-10-06', '2025-10-07'),
    modality: fc.constantFrom('occurred' as const, 'occurred' as const, 'denied' as const),
    provenance: fc.constantFrom(
      { place: 'explicit' as const, time: 'explicit' as const },
      { place: 'explicit' as const, time: 'inherited' as const },
    ),
    structured: fc.boolean(),
  },
  { noNullPrototype: true },
);

/** A copied text, an own one: the articles of one word list print the same. */
const texts = ['one', 'two'].map((name) => Array.from({ length: 60 }, (_, i) => `${name.length}${i}${name}`));

const put = fc.record({
  do: fc.constant('put' as const),
  id: fc.constantFrom('d1', 'd2', 'd3', 'd4', 'd5'),
  outlet: fc.constantFrom('outlet-a', 'outlet-b', 'outlet-c'),
  text: fc.nat({ max: 1 }),
  rows: fc.array(row, { maxLength: 5 }),
  nested: fc.boolean(),
});
const remove = fc.record({ do: fc.constant('remove' as const), id: put.map(({ id }) => id) });
const again = fc.record({ do: fc.constant('again' as const), nth: fc.nat({ max: 20 }) });
const judge = fc.record({
  do: fc.constant('judge' as const),
  nth: fc.nat({ max: 20 }),
  kind: fc.nat({ max: 3 }),
});
const script = fc.array(
  fc.record({
    step: fc.oneof(
      { weight: 5, arbitrary: put },
      { weight: 2, arbitrary: remove },
      { weight: 1, arbitrary: again },
      { weight: 1, arbitrary: judge },
    ),
    /** What happens after it: nothing, the topic is settled by the one or the other process, or a restart. */
    next: fc.constantFrom('wait', 'settle', 'settle', 'settle', 'other settles', 'restart'),
  }),
  { minLength: 3, maxLength: 14 },
);
type Put = typeof put extends fc.Arbitrary<infer P> ? P : never;

function entryOf({ id, outlet: name, text, rows, nested }: Put) {
  const claims = rows.map((told, i) => claim({ ...told, outlet: name, document: id, id: `${id}-${i}` }));
  const [whole, part] = claims;
  const told =
    nested && whole && part
      ? claims.map((one) => (one === part ? { ...one, partOf: whole.id } : one))
      : claims;
  return { document: document(id, name, texts[text]), claims: told, outlet: outlet(name) };
}

async function judgeSomething(store: Store, kind: number, nth: number): Promise<Review | null> {
  const findings = (await store.findings({}, { limit: 500 })).data;
  const claims = (await store.claims({}, { limit: 500 })).data.map(({ id }) => id).sort();
  const made = { id: `review-${nth}-${kind}`, actor: 'ana', reason: 'read it', at: '2025-10-19T00:00:00Z' };
  const finding = findings[nth % Math.max(1, findings.length)];
  const [a, b] = [claims[nth % Math.max(1, claims.length)], claims[(nth + 1) % Math.max(1, claims.length)]];
  if (!finding || a === undefined || b === undefined || a === b) return null;
  const { claims: about, verdict, subtype } = finding;
  const reviews: Review[] = [
    { ...made, kind: 'dismiss', claims: about, verdict, subtype },
    { ...made, kind: 'not-same', of: 'claims', pair: [a, b] },
    { ...made, kind: 're-scope', claim: a, dimension: 'place', value: 'israel' },
    { ...made, kind: 'same', of: 'claims', pair: [a, b] },
  ];
  return reviews[kind] ?? null;
}

/** Everything that reconciling wrote, as it stands in the file; without what only tells how often that happened. */
function written(path: string): unknown {
  const raw = new Sqlite(path, { readonly: true });
  const rows = (sql: string): unknown[] => raw.prepare(sql).raw().all();
  const all = [
    rows('select id, digest, body from groups order by id'),
    rows('select id, position, digest, body from consensus order by id'),
    rows('select id, digest, verdict, tier, level, score, body from findings order by id'),
    rows('select finding_id, kind, value from finding_facets order by 1, 2, 3'),
    rows('select name, json, etag from views order by name'),
    rows('select documents, outlets, claims, groups, conflicts, checks from topics'),
  ];
  raw.close();
  return all;
}

async function settleAll(store: Store): Promise<void> {
  const { failed } = await settle(store, vocabulary, { now: NOW });
  if (failed[0]) throw failed[0].error;
}

/** What a batch of everything that is still there is made of. */
interface Left {
  readonly survivors: Map<string, Put>;
  readonly reviews: Review[];
}

type Step = (typeof script extends fc.Arbitrary<infer S extends readonly unknown[]> ? S : never)[number];

/** Two processes on one file, of which the first may be started again. */
class Lived {
  readonly survivors = new Map<string, Put>();
  readonly reviews: Review[] = [];
  private readonly puts: Put[] = [];
  private readonly path: string;
  private one: Store;
  private readonly other: Store;

  constructor(path: string, one: Store, other: Store) {
    [this.path, this.one, this.other] = [path, one, other];
  }

  async live({ step, next }: Step): Promise<void> {
    await this.change(step);
    if (next === 'settle') await settleAll(this.one);
    if (next === 'other settles') await settleAll(this.other);
    if (next === 'restart') {
      await this.one.close();
      this.one = await open(this.path);
    }
  }

  async end(): Promise<void> {
    await settleAll(this.one);
    await Promise.all([this.one.close(), this.other.close()]);
  }

  private async change(step: Step['step']): Promise<void> {
    if (step.do === 'put') return this.put(step);
    if (step.do === 'again') return this.put(this.puts[step.nth % Math.max(1, this.puts.length)]);
    if (step.do === 'remove') {
      await this.one.removeDocument(step.id);
      this.survivors.delete(step.id);
      return;
    }
    const review = await judgeSomething(this.one, step.kind, step.nth);
    if (review && (await this.one.addReview(review))) this.reviews.push(review);
  }

  private async put(entry: Put | undefined): Promise<void> {
    if (!entry) return;
    this.puts.push(entry);
    await this.one.addDocument(entryOf(entry));
    this.survivors.set(entry.id, entry);
  }
}

async function inOneBatch(path: string, { survivors, reviews }: Left): Promise<void> {
  const store = await open(path);
  for (const entry of survivors.values()) await store.addDocument(entryOf(entry));
  for (const review of reviews) await store.addReview(review);
  await settleAll(store);
  await store.close();
}

describe('a topic that is settled after every change', () => {
  it('is to the byte what one batch of the survivors gives: any changes, two processes, restarts', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const [path, batch] = [newPath(), newPath()];
        const lived = new Lived(path, await open(path), await open(path));
        for (const step of steps) await lived.live(step);
        await lived.end();
        if (lived.survivors.size === 0) return;
        await inOneBatch(batch, lived);
        expect(written(path)).toEqual(written(batch));
      }),
      { numRuns: 20 },
    );
  }, 240_000);

  it('remembers no document by its name: another process may have put another in its place', async () => {
    const path = newPath();
    const [one, other] = [await open(path), await open(path)];
    const put = (store: Store, id: string, value: string) => {
      const claims = [claim({ value, outlet: `outlet-${id}`, document: id, id: `${id}-0` })];
      const name = `outlet-${id}`;
      return store.addDocument({ document: document(id, name), claims, outlet: outlet(name) });
    };
    await put(one, 'a', '10');
    await put(one, 'b', '10');
    await settleAll(one);
    await put(other, 'b', '24');
    await settleAll(one);
    const [told] = await one.consensus('story');
    expect(told).toMatchObject({ status: 'disputed', low: 10, high: 24 });
    await Promise.all([one.close(), other.close()]);
  });
});
