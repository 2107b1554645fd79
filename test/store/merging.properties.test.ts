import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrosscheckError } from '../../src/errors.ts';
import { settle } from '../../src/ingest.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { claim, document, vocabulary } from '../builders.ts';
import { all, outlet } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
let count = 0;
const open = () => {
  count += 1;
  return openStore({ path: inFolder(`${count}.db`), now: () => 0 });
};
const NOW = new Date('2025-10-20T00:00:00Z');
const said = { actor: 'ana', reason: 'One story.', at: NOW.toISOString() };

const TOPICS = ['a', 'b', 'c', 'd'];
const topic = fc.constantFrom(...TOPICS);
const id = fc.constantFrom('d1', 'd2', 'd3', 'd4');
const put = fc.record({
  do: fc.constant('put' as const),
  id,
  topic,
  outlet: fc.constantFrom('outlet-a', 'outlet-b', 'outlet-c'),
  values: fc.array(fc.constantFrom('10', '24', '≥10', '~20', '31'), { maxLength: 3 }),
});
const step = fc.oneof(
  { weight: 4, arbitrary: put },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), id }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), from: topic, into: topic }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const), from: topic }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('split' as const), id, into: topic }) },
);
const script = fc.array(fc.record({ step, settles: fc.boolean() }), { minLength: 4, maxLength: 18 });
type Put = typeof put extends fc.Arbitrary<infer P> ? P : never;
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function entryOf({ id: name, topic: under, outlet: from, values }: Omit<Put, 'do' | 'id'> & { id: string }) {
  const claims = values.map((value, i) => ({
    ...claim({ value, outlet: from, document: name, id: `${name}-${i}` }),
    topic: under,
  }));
  return { document: { ...document(name, from), topic: under }, claims, outlet: outlet(from) };
}

/** Each topic has an article that stays, so that it is there to be merged and split. */
const anchors = TOPICS.map((under) => ({
  ...{ id: `anchor-${under}`, topic: under, outlet: 'outlet-a' as const, values: ['24' as const] },
}));

/** Does it, or leaves it where it is refused in words. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await work()) !== null;
  } catch (error) {
    if (error instanceof CrosscheckError && error.code !== 'internal') return false;
    throw error;
  }
}

async function settleAll(store: Store): Promise<void> {
  const { failed } = await settle(store, vocabulary, { now: NOW });
  if (failed[0]) throw failed[0].error;
}

/** What is there after all of it, however it came to that. */
interface Model {
  readonly documents: Map<string, Put>;
  readonly merges: Map<string, string>;
  readonly places: Map<string, string>;
}

async function take(store: Store, one: Step, model: Model): Promise<void> {
  if (one.do === 'put') {
    await store.addDocument(entryOf(one));
    model.documents.set(one.id, one);
  } else if (one.do === 'remove') {
    await store.removeDocument(one.id);
    model.documents.delete(one.id);
  } else if (one.do === 'merge') {
    const { from, into } = one;
    const isNew = (await store.merge(from)) === null;
    if ((await attempt(() => store.mergeTopic(from, into, said))) && isNew) model.merges.set(from, into);
  } else if (one.do === 'unmerge') {
    await store.unmergeTopic(one.from);
    model.merges.delete(one.from);
  } else {
    const from = (await store.document(one.id))?.topic;
    if (from === undefined) return;
    const split = { from, documents: [one.id], into: one.into };
    if (await attempt(() => store.splitTopic(split, said))) model.places.set(one.id, one.into);
  }
}

async function anchored(): Promise<Store> {
  const store = await open();
  for (const anchor of anchors) await store.addDocument(entryOf(anchor));
  return store;
}

/** The same in one go: what people put elsewhere first, then the merges, in either order, and then the rest. */
async function inOneBatch({ documents, merges, places }: Model, isReversed: boolean): Promise<Store> {
  const store = await anchored();
  const [put1, rest] = [true, false].map((isPlaced) =>
    [...documents.values()].filter((one) => places.has(one.id) === isPlaced),
  );
  for (const one of put1 ?? []) {
    await store.addDocument(entryOf(one));
    const into = places.get(one.id);
    // Nobody can put an article where it is: it goes by another topic.
    const by = TOPICS.find((name) => name !== one.topic) ?? '';
    if (into === one.topic) await store.splitTopic({ from: into, documents: [one.id], into: by }, said);
    const from = into === one.topic ? by : one.topic;
    await store.splitTopic({ from, documents: [one.id], into }, said);
  }
  const edges = [...merges];
  for (const [from, into] of isReversed ? edges.reverse() : edges) await store.mergeTopic(from, into, said);
  for (const one of rest ?? []) await store.addDocument(entryOf(one));
  await settleAll(store);
  return store;
}

const byId = <T extends { id: string }>(rows: T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Everything that can be asked for, but for how often it was worked out. */
async function everything(store: Store) {
  const topics = await all((page) => store.topics(page));
  const ofTopic = async (name: string) => {
    const input = await store.topicInput(name);
    return {
      input: { documents: input?.documents, claims: input?.claims },
      consensus: (await store.view(name, 'consensus'))?.json,
      timeline: (await store.view(name, 'timeline'))?.json,
      came: [...(await store.cameAs(name))].sort(),
      merges: (await store.mergesInto(name)).map(({ id: from, into }) => [from, into]),
    };
  };
  return {
    topics: topics.map(({ version, ...rest }) => rest),
    parts: await Promise.all(topics.map(({ id: name }) => ofTopic(name))),
    documents: await all((page) => store.documents({}, page)),
    claims: byId(await all((page) => store.claims({}, page))),
    findings: await all((page) => store.findings({}, page)),
    ledTo: await Promise.all(TOPICS.map((name) => store.topicLedTo(name))),
  };
}

describe('any order of articles, merges, splits and what is taken back', () => {
  it('is to the byte what one batch of what is left gives', async () => {
    await fc.assert(
      fc.asyncProperty(script, fc.boolean(), async (steps, isReversed) => {
        const model: Model = { documents: new Map(), merges: new Map(), places: new Map() };
        const lived = await anchored();
        for (const { step: one, settles } of steps) {
          await take(lived, one, model);
          if (settles) await settleAll(lived);
        }
        await settleAll(lived);
        const batch = await inOneBatch(model, isReversed);
        const [left, right] = [await everything(lived), await everything(batch)];
        await Promise.all([lived.close(), batch.close()]);
        expect(left).toEqual(right);
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  it('with every merge taken back is what it was before the first, to the byte', async () => {
    const edges = fc.array(fc.record({ from: topic, into: topic }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(put, { maxLength: 6 }), edges, fc.boolean(), async (puts, pairs, settles) => {
        const store = await anchored();
        for (const one of puts) await store.addDocument(entryOf(one));
        await settleAll(store);
        const before = await everything(store);
        const merged: string[] = [];
        for (const { from, into } of pairs) {
          if (await attempt(() => store.mergeTopic(from, into, said))) merged.push(from);
          if (settles) await settleAll(store);
        }
        for (const from of merged) await store.unmergeTopic(from);
        await settleAll(store);
        const after = await everything(store);
        await store.close();
        expect(after).toEqual(before);
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});
