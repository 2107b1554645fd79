import { describe, expect, it } from 'vitest';
import { mergeTopics, unmergeTopic } from '../src/change-topics.ts';
import type { DocumentInput } from '../src/document/document.ts';
import { ingestAll, settle } from '../src/ingest.ts';
import { toReview } from '../src/review/review.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { loadVocabulary } from '../src/vocabulary/vocabulary.ts';
import { temporaryFolder } from './store/folder.ts';

const inFolder = temporaryFolder();
const vocabulary = loadVocabulary();
const now = new Date('2026-03-01T00:00:00Z');
let count = 0;
const open = (): Promise<Store> => {
  count += 1;
  return openStore({ path: inFolder(`${count}.db`), now: () => now.getTime() });
};

const article = (outlet: string, publishedAt: string, title: string, text: string): DocumentInput => ({
  ...{ outlet, publishedAt, title, text: `${title}\n\n${text}` },
});
const tunnel = [
  article(
    'Plum Daily',
    '2026-02-03T10:00:00Z',
    'Tunnel floods near Lucerne',
    'Water broke into a tunnel near Lucerne on Monday and killed 14 workers. The engineer Beat Zgraggen had warned of it.',
  ),
  article(
    'Pear Post',
    '2026-02-03T18:00:00Z',
    'Engineer warned of Lucerne tunnel',
    'Beat Zgraggen had warned of the water in the tunnel near Lucerne in which at least 12 workers were killed on Monday.',
  ),
  article(
    'Quince Herald',
    '2026-02-05T09:00:00Z',
    'Lucerne mourns',
    'Lucerne mourned on Wednesday the 14 workers who were killed on Monday in the flooded tunnel. Beat Zgraggen wept.',
  ),
];
const bus = [
  article(
    'Plum Daily',
    '2026-02-03T11:00:00Z',
    'Bus leaves the road in Murcia',
    'A bus left the road near Murcia on Monday and killed 5 people. Its driver, Ines Robledo, was unhurt.',
  ),
  article(
    'Pear Post',
    '2026-02-04T11:00:00Z',
    'Murcia driver questioned',
    'The police near Murcia questioned Ines Robledo, whose bus left the road on Monday. Five people were killed.',
  ),
];
const heap = [...tunnel, ...bus];

async function topicsOf(store: Store) {
  const topics = (await store.topics({ limit: 100 })).data;
  const rows = topics.map(async ({ id, title, documents }) => {
    const outlets = (await store.documents({ topic: id }, { limit: 100 })).data.map((one) => one.outlet);
    return { id, title, documents, outlets: outlets.sort() };
  });
  return Promise.all(rows);
}

async function ingested(...portions: (readonly DocumentInput[])[]): Promise<Store> {
  const store = await open();
  for (const portion of portions) await ingestAll(store, vocabulary, portion, { now });
  return store;
}

describe('articles that come without a topic', () => {
  it('fall into one topic a story, and each is told where it went', async () => {
    const store = await open();
    const taken = await ingestAll(store, vocabulary, heap, { now });
    const topics = taken.map((one) => ('topic' in one ? one.topic : ''));
    expect(new Set(topics.slice(0, 3)).size).toBe(1);
    expect(new Set(topics.slice(3)).size).toBe(1);
    expect(new Set(topics).size).toBe(2);
    expect(await topicsOf(store)).toMatchObject(
      [
        { id: topics[0] ?? '', title: 'Tunnel floods near Lucerne', documents: 3 },
        { id: topics[3] ?? '', title: 'Bus leaves the road in Murcia', documents: 2 },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const view = await store.view(topics[0] ?? '', 'consensus');
    expect(JSON.parse(view?.json ?? '{}').counts).toMatchObject({ documents: 3, outlets: 3 });
    await store.close();
  });

  it('one by one, in any order, or all at once give the same topics and the same bytes', async () => {
    const views = async (store: Store) => {
      const topics = await topicsOf(store);
      const ready = await Promise.all(
        topics.map(async ({ id }) => (await store.view(id, 'consensus'))?.json),
      );
      await store.close();
      return [topics, ready];
    };
    const together = await views(await ingested(heap));
    expect(await views(await ingested(...heap.map((one) => [one])))).toEqual(together);
    expect(await views(await ingested(...[...heap].reverse().map((one) => [one])))).toEqual(together);
    expect(await views(await ingested(heap, heap))).toEqual(together);
  });

  it('an id that a topic had before an earlier article came leads to it', async () => {
    const store = await ingested(tunnel.slice(1));
    const [before] = await topicsOf(store);
    await ingestAll(store, vocabulary, tunnel.slice(0, 1), { now });
    const [after] = await topicsOf(store);
    expect(after?.id).not.toBe(before?.id);
    expect(await store.topicLedTo(before?.id ?? '')).toBe(after?.id);
    await store.close();
  });

  it('what a person joins or sets apart stays so', async () => {
    const store = await open();
    const taken = await ingestAll(store, vocabulary, heap, { now });
    const id = (at: number) => {
      const one = taken[at];
      return one && 'id' in one ? one.id : '';
    };
    const say = (kind: 'same' | 'not-same', a: number, b: number, at: string) =>
      store.addReview(
        toReview({ kind, of: 'documents', pair: [id(a), id(b)], actor: 'ana', reason: 'Read both.' }, at),
      );
    const sizes = async () => {
      await settle(store, vocabulary, { now });
      return (await topicsOf(store)).map((one) => one.documents).sort();
    };
    await say('same', 0, 3, '2026-03-01T00:00:00Z');
    expect(await sizes()).toEqual([5]);
    await say('not-same', 0, 3, '2026-03-02T00:00:00Z');
    expect(await sizes()).toEqual([2, 3]);
    await say('not-same', 0, 2, '2026-03-03T00:00:00Z');
    expect((await sizes()).length).toBe(3);
    await ingestAll(store, vocabulary, heap, { now });
    expect((await sizes()).length).toBe(3);
    await store.close();
  });

  it('without the one that held them together, the rest is sorted anew', async () => {
    const store = await open();
    const taken = await ingestAll(store, vocabulary, tunnel, { now });
    const [first] = taken;
    if (first && 'id' in first) await store.removeDocument(first.id);
    await settle(store, vocabulary, { now });
    const alone = await ingested(tunnel.slice(1));
    expect(await topicsOf(store)).toEqual(expect.arrayContaining(await topicsOf(alone)));
    await store.close();
    await alone.close();
  });

  it('that people put under a name stay there, whichever of them came before that', async () => {
    const given = { ...(bus[0] as DocumentInput), topic: 'alps' };
    const said = { actor: 'ana', reason: 'Read both.', at: now.toISOString() };
    const lived = async (before: DocumentInput[], after: DocumentInput[]) => {
      const store = await ingested([given, ...before]);
      const settled = async () => void (await settle(store, vocabulary, { now }));
      const found = (await topicsOf(store)).find(({ id }) => id !== 'alps')?.id ?? '';
      await mergeTopics({ store, settle: settled }, found, 'alps', said);
      for (const one of after) await ingestAll(store, vocabulary, [one], { now });
      const topics = await topicsOf(store);
      const view = (await store.view('alps', 'consensus'))?.json;
      await unmergeTopic({ store, settle: settled }, 'alps', found);
      const apart = await topicsOf(store);
      await store.close();
      return { topics, view, apart };
    };
    const together = await lived(tunnel, []);
    expect(together.topics).toMatchObject([{ id: 'alps', documents: 4 }]);
    expect(together.apart.map(({ documents }) => documents).sort()).toEqual([1, 3]);
    for (const first of [0, 1, 2])
      expect(await lived(tunnel.slice(first, first + 1), tunnel.toSpliced(first, 1))).toEqual(together);
  });
});
