import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReview } from '../../src/review/review.ts';
import type { Store } from '../../src/store/store.ts';
import { foundedBy } from '../../src/topic/find-topics.ts';
import type { Traits } from '../../src/topic/traits.ts';
import { entry, finding, group, reconciliation, views } from './builders.ts';

const FIRST = { limit: 500 };
const AT = '2025-10-08T09:00:00.000Z';

export const traits = (document: string, ...words: string[]): Traits => ({
  document,
  publishedAt: '2025-10-07T12:00:00.000Z',
  title: `Of ${document}`,
  days: ['2025-10-07'],
  places: ['harbour'],
  acts: ['people.killed'],
  names: [],
  speakers: [],
  figures: [],
  words: words.map((word) => [word, 1]),
});

/** What every engine must do with documents whose topic is found, and with reviews. */
export function describeSorting(name: string, open: (now: () => number) => Promise<Store>): void {
  describe(`documents without a topic on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open(() => Date.parse(AT));
      for (const id of ['d1', 'd2', 'd3']) {
        const words = id === 'd3' ? ['nordlys'] : ['bergen', id];
        await store.addDocument({ ...entry(id, 2, { topic: 'unsorted' }), traits: traits(id, ...words) });
      }
    });
    afterEach(() => store.close());
    const [top1, top2] = [foundedBy('d1'), foundedBy('d2')];
    const move = (document: string, from: string, to: string) => ({ document, from, to });
    const places = async () =>
      Object.fromEntries(
        (await store.sortedDocuments([], ['d1', 'd2', 'd3'])).map((one) => [one.traits.document, one.topic]),
      );

    it('are unsettled until their topic is reconciled; one whose topic was given never is', async () => {
      await store.addDocument(entry('given', 1));
      expect((await store.unsettledDocuments()).map((one) => one.traits.document)).toEqual([
        'd1',
        'd2',
        'd3',
      ]);
      await store.saveReconciliation(reconciliation('unsorted', []), views('{}'), { revision: 3, at: AT });
      expect(await store.unsettledDocuments()).toEqual([]);
    });

    it('are found by a key, within a time', async () => {
      const at = Date.parse('2025-10-07T12:00:00Z');
      const near = await store.documentsNear(['bergen', 'nordlys'], at, at);
      expect(near.map((one) => one.traits.document)).toEqual(['d1', 'd2', 'd3']);
      expect(near[0]).toEqual({ traits: traits('d1', 'bergen', 'd1'), topic: 'unsorted' });
      expect((await store.documentsNear(['bergen'], at, at)).length).toBe(2);
      expect(await store.documentsNear(['bergen'], at + 1, at + 9)).toEqual([]);
      expect(await store.documentsNear([], at, at)).toEqual([]);
    });

    it('move with all that is theirs, and the topic that nothing is left of goes', async () => {
      const moves = ['d1', 'd2', 'd3'].map((id) => move(id, 'unsorted', top1));
      expect(await store.moveDocuments(moves, new Map([[top1, 'Ferry']]))).toBe(3);
      expect(await store.topic(top1)).toMatchObject({ title: 'Ferry', documents: 3, claims: 6, outlets: 1 });
      expect(await store.topic('unsorted')).toBeNull();
      expect(await store.document('d1')).toMatchObject({ topic: top1 });
      const claims = (await store.claims({ topic: top1 }, FIRST)).data;
      expect(claims.map((claim) => claim.id)).toEqual(['d1-c0', 'd1-c1', 'd2-c0', 'd2-c1', 'd3-c0', 'd3-c1']);
      expect(claims.every((claim) => claim.topic === top1)).toBe(true);
      expect((await store.claims({ topic: top1, q: 'people' }, FIRST)).data).toHaveLength(6);
      expect(await store.dirtyTopics()).toEqual([top1]);
    });

    it('the same document again stays where it was put', async () => {
      await store.moveDocuments([move('d1', 'unsorted', top1)], new Map());
      const again = { ...entry('d1', 2, { topic: 'unsorted' }), traits: traits('d1', 'bergen', 'd1') };
      expect(await store.addDocument(again)).toEqual({ added: false, replaced: false, topic: top1 });
      expect((await places())['d1']).toBe(top1);
    });

    it('one that is elsewhere by now is left alone', async () => {
      await store.moveDocuments([move('d1', 'unsorted', top1)], new Map());
      expect(await store.moveDocuments([move('d1', 'unsorted', top2)], new Map())).toBe(0);
      expect((await places())['d1']).toBe(top1);
    });

    it('an id that a topic gave up leads to where its founder is', async () => {
      await store.moveDocuments([move('d2', 'unsorted', top2)], new Map());
      await store.saveReconciliation(
        reconciliation(top2, [group(top2, 'g', ['d2-c0'])], [finding(top2, 'f', 40)]),
        views('{}'),
        { revision: 1, at: AT },
      );
      await store.moveDocuments([move('d1', 'unsorted', top1), move('d2', top2, top1)], new Map());
      expect(await store.topic(top2)).toBeNull();
      expect(await store.finding('f')).toBeNull();
      expect(await store.topicLedTo(top2)).toBe(top1);
      expect(await store.topicLedTo('nothing')).toBeNull();
    });

    it('a removed document leaves its topic to be looked at again', async () => {
      await store.moveDocuments(
        ['d1', 'd2'].map((id) => move(id, 'unsorted', top1)),
        new Map(),
      );
      await store.removeDocument('d1');
      expect((await store.unsettledDocuments()).map((one) => one.traits.document)).toEqual(['d2', 'd3']);
      expect(await store.topicLedTo(top1)).toBeNull();
    });
  });

  describe(`reviews on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open(() => Date.parse(AT));
      await store.addDocument(entry('d1', 2));
      await store.addDocument(entry('d2', 1, { topic: 'fire' }));
      for (const topic of ['ferry', 'fire'])
        await store.saveReconciliation(reconciliation(topic, []), views('{}'), { revision: 1, at: AT });
    });
    afterEach(() => store.close());
    const who = { actor: 'ana', reason: 'Two boats.' };
    const apart = toReview({ kind: 'not-same', of: 'claims', pair: ['d1-c0', 'd1-c1'], ...who }, AT);

    it('are added once, kept in their order, and make what they are about be reconciled again', async () => {
      expect(await store.addReview(apart)).toBe(true);
      expect(await store.addReview(apart)).toBe(false);
      expect(await store.dirtyTopics()).toEqual(['ferry']);
      const joined = { kind: 'same', of: 'claims', pair: ['d1-c0', 'd1-c1'], ...who } as const;
      await store.addReview(toReview({ ...joined, pair: [...joined.pair] }, '2025-10-09T09:00:00.000Z'));
      expect((await store.reviews({})).map((one) => one.kind)).toEqual(['not-same', 'same']);
      expect((await store.topicInput('ferry'))?.reviews).toHaveLength(2);
      expect((await store.topicInput('fire'))?.reviews).toEqual([]);
      expect((await store.topicInputAt('ferry', '2025-10-08T10:00:00Z'))?.reviews).toEqual([apart]);
    });

    it('of documents are told from those of claims; what they are about may be gone', async () => {
      const pair: [string, string] = ['d1', 'gone'];
      const review = toReview({ kind: 'same', of: 'documents', pair, ...who }, AT);
      await store.addReview(review);
      await store.addReview(apart);
      expect(await store.reviews({ of: 'documents' })).toEqual([review]);
      await store.removeDocument('d1');
      expect(await store.reviews({})).toHaveLength(2);
      expect(await store.reviews({ topic: 'ferry' })).toEqual([]);
    });
  });
}
