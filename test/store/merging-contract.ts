import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { foundedBy } from '../../src/topic/find-topics.ts';
import { all, entry, finding, group, reconciliation, views } from './builders.ts';
import { traits } from './sorting-contract.ts';

const AT = '2025-10-08T09:00:00.000Z';
const FIRST = { limit: 500 };
const said = { actor: 'ana', reason: 'One boat.', at: AT };

/** What every engine must do with topics that people merge and split. */
export function describeMerging(name: string, open: (now: () => number) => Promise<Store>): void {
  describe(`merged topics on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open(() => Date.parse(AT));
      await store.putTopic({ id: 'boat', title: 'The boat' });
      for (const [id, topic] of [
        ['b1', 'boat'],
        ['b2', 'boat'],
        ['f1', 'ferry'],
        ['s1', 'ship'],
      ] as const)
        await store.addDocument(entry(id, 2, { topic }));
    });
    afterEach(() => store.close());

    const settle = async (topic: string, ...groups: string[]) =>
      store.saveReconciliation(
        reconciliation(
          topic,
          groups.map((id) => group(topic, id, [])),
          groups.map((id) => finding(topic, `f-${id}`, 40)),
        ),
        views(`{"of":"${topic}"}`),
        { revision: (await store.topicInput(topic))?.revision ?? 0, at: AT },
      );
    const places = async () =>
      Object.fromEntries((await store.documents({}, FIRST)).data.map(({ id, topic }) => [id, topic]));
    const topicIds = async () => (await store.topics(FIRST)).data.map(({ id }) => id);
    const refusal = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => null,
        (cause) => cause,
      );
      return { code: error?.code, path: error?.errors?.[0]?.path, message: error?.message };
    };

    it('are one: documents, claims and counts go over, and the id leads on', async () => {
      await settle('boat', 'g1');
      expect(await store.mergeTopic('boat', 'ferry', said)).toBe(true);
      expect(await places()).toEqual({ b1: 'ferry', b2: 'ferry', f1: 'ferry', s1: 'ship' });
      expect(await topicIds()).toEqual(['ferry', 'ship']);
      expect(await store.topic('ferry')).toMatchObject({ documents: 3, claims: 6, outlets: 1 });
      const claims = (await store.claims({ topic: 'ferry' }, FIRST)).data;
      expect(claims.map(({ id, topic }) => [id, topic])).toEqual(
        ['b1', 'b2', 'f1'].flatMap((id) => [0, 1].map((index) => [`${id}-c${index}`, 'ferry'])),
      );
      expect(await store.finding('f-g1')).toBeNull();
      expect(await store.group('g1')).toBeNull();
      expect(await store.view('boat', 'consensus')).toBeNull();
      expect(await store.topicLedTo('boat')).toBe('ferry');
      expect(await store.dirtyTopics()).toContain('ferry');
      const merge = { id: 'boat', title: 'The boat', into: 'ferry', found: false, ...said };
      expect(await store.merge('boat')).toEqual(merge);
      expect(await store.mergesInto('ferry')).toEqual([merge]);
      expect([await store.merge('ferry'), await store.mergesInto('ship')]).toEqual([null, []]);
    });

    it('take what still comes under the old name, which says so', async () => {
      await store.mergeTopic('boat', 'ferry', said);
      const late = entry('b3', 1, { topic: 'boat' });
      expect(await store.addDocument(late)).toEqual({ added: true, replaced: false, topic: 'ferry' });
      expect(await store.document('b3')).toMatchObject({ topic: 'ferry' });
      expect(await store.claim('b3-c0')).toMatchObject({ topic: 'ferry' });
      expect(await store.addDocument(late)).toEqual({ added: false, replaced: false, topic: 'ferry' });
      expect(await store.addDocument(entry('b1', 2, { topic: 'boat' }))).toMatchObject({ added: false });
      const other = entry('b1', 1, { topic: 'boat', text: 'Nobody was hurt.' });
      expect(await store.addDocument(other)).toEqual({ added: true, replaced: true, topic: 'ferry' });
      expect(await store.cameAs('ferry')).toEqual(new Map(['b1', 'b2', 'b3'].map((id) => [id, 'boat'])));
      expect(await topicIds()).toEqual(['ferry', 'ship']);
    });

    it('lead on through each other, in whatever order they were merged', async () => {
      await store.mergeTopic('ferry', 'ship', said);
      await store.mergeTopic('boat', 'ferry', said);
      expect(new Set(Object.values(await places()))).toEqual(new Set(['ship']));
      expect(await store.topicLedTo('boat')).toBe('ship');
      const ids = ['boat', 'nobody', 'ferry', 'ship'];
      expect(await store.mergedHomes(ids)).toEqual(
        new Map([
          ['boat', 'ship'],
          ['ferry', 'ship'],
        ]),
      );
      expect((await store.mergesInto('ship')).map(({ id, into }) => [id, into])).toEqual([
        ['boat', 'ferry'],
        ['ferry', 'ship'],
      ]);
      // Taking one back takes with it what was merged into it.
      expect(await store.unmergeTopic('ferry')).toBe('ship');
      expect(await places()).toEqual({ b1: 'ferry', b2: 'ferry', f1: 'ferry', s1: 'ship' });
      expect(await store.topicLedTo('boat')).toBe('ferry');
    });

    it('are two again when it is taken back, with what came, went and was called since', async () => {
      await settle('boat', 'g1');
      const before = await store.topic('boat');
      await store.mergeTopic('boat', 'ferry', said);
      await store.addDocument(entry('b3', 1, { topic: 'boat' }));
      await store.removeDocument('b1');
      expect(await store.unmergeTopic('boat')).toBe('ferry');
      expect(await store.unmergeTopic('boat')).toBeNull();
      expect(await places()).toEqual({ b2: 'boat', b3: 'boat', f1: 'ferry', s1: 'ship' });
      expect(await store.cameAs('boat')).toEqual(new Map());
      expect(await store.topic('boat')).toMatchObject({ title: 'The boat', documents: 2, claims: 3 });
      expect((await store.topic('boat'))?.version).toBe(before?.version);
      expect(await store.dirtyTopics()).toEqual(expect.arrayContaining(['boat', 'ferry']));
      const past = await store.topicInputAt('boat', AT);
      expect(past?.documents.map(({ id }) => id)).toEqual(['b2', 'b3']);
      expect((await settle('boat', 'g1')).changed).toBe(true);
      expect(await store.finding('f-g1')).toMatchObject({ topic: 'boat' });
    });

    it('keep what was removed while they were merged, each for its own past', async () => {
      let clock = Date.parse(AT);
      const other = await open(() => clock);
      for (const [id, topic] of [
        ['b1', 'boat'],
        ['b2', 'boat'],
        ['f1', 'ferry'],
      ] as const)
        await other.addDocument(entry(id, 1, { topic }));
      const then = '2025-10-08T10:00:00.000Z';
      clock = Date.parse(then) + 1_000;
      await other.removeDocument('b1');
      await other.mergeTopic('boat', 'ferry', said);
      await other.removeDocument('b2');
      const past = async (topic: string) =>
        (await other.topicInputAt(topic, then))?.documents.map(({ id }) => id);
      expect(await past('ferry')).toEqual(['b1', 'b2', 'f1']);
      await other.unmergeTopic('boat');
      expect([await past('boat'), await past('ferry')]).toEqual([['b1', 'b2'], ['f1']]);
      await other.close();
    });

    it('cannot be made in a circle, from nothing, or twice; the same again changes nothing', async () => {
      const merge = (from: string, into: string) => refusal(store.mergeTopic(from, into, said));
      expect(await merge('boat', 'boat')).toMatchObject({ code: 'invalid-body', path: 'mergeInto' });
      expect(await merge('boat', 'nobody')).toMatchObject({ code: 'invalid-body', path: 'mergeInto' });
      expect(await merge('nobody', 'boat')).toMatchObject({ code: 'not-found' });
      await store.mergeTopic('boat', 'ferry', said);
      const last = await store.lastChange();
      expect(await store.mergeTopic('boat', 'ferry', { ...said, reason: 'Again.' })).toBe(false);
      expect(await store.merge('boat')).toMatchObject({ reason: 'One boat.' });
      expect(await merge('ferry', 'boat')).toMatchObject({
        code: 'invalid-body',
        path: 'mergeInto',
        message: expect.stringContaining('PATCH /v1/topics/ferry with {"unmerge": "boat"}'),
      });
      expect(await merge('boat', 'ship')).toMatchObject({
        code: 'invalid-body',
        path: 'mergeInto',
        message: expect.stringContaining('was merged into "ferry" by ana'),
      });
      expect(await refusal(store.putTopic({ id: 'boat', title: 'Boat' }))).toMatchObject({
        code: 'invalid-body',
        path: 'id',
        message: expect.stringContaining('merged into "ferry"'),
      });
      await store.putTopic({ id: 'invented', title: 'Invented', sample: true });
      expect(await merge('ship', 'invented')).toMatchObject({ code: 'invalid-body', path: 'mergeInto' });
      expect(await store.lastChange()).toBe(last + 1);
    });

    it('asked for at once, of two against each other one is taken and one refused', async () => {
      const both = await Promise.allSettled([
        store.mergeTopic('boat', 'ferry', said),
        store.mergeTopic('ferry', 'boat', said),
        store.mergeTopic('boat', 'ship', said),
        store.addDocument(entry('b3', 1, { topic: 'boat' })),
      ]);
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect(await places()).toEqual({ b1: 'ferry', b2: 'ferry', b3: 'ferry', f1: 'ferry', s1: 'ship' });
    });

    it('are told of: what went, where it leads, and what is elsewhere', async () => {
      await settle('boat', 'g1');
      const { cursor } = await store.changes({}, { since: 'now', limit: 1 });
      await store.mergeTopic('boat', 'ferry', said);
      const told = (await store.changes({}, { since: cursor, limit: 100 })).data;
      const short = told.map(({ type, entity, id, action, topic }) => [type, entity, id, action, topic]);
      expect(short).toEqual([
        ...['b1', 'b2'].flatMap((id) => [
          ['topic.moved', 'document', id, 'deleted', 'boat'],
          ['topic.moved', 'document', id, 'created', 'ferry'],
        ]),
        ['conflict.resolved', 'finding', 'f-g1', 'deleted', 'boat'],
        ['consensus.changed', 'consensus', 'g1', 'deleted', 'boat'],
        ['group.updated', 'group', 'g1', 'deleted', 'boat'],
        ['topic.moved', 'topic', 'boat', 'deleted', 'boat'],
      ]);
      expect(told.at(-1)?.data).toEqual({ to: 'ferry' });
      const { cursor: then } = await store.changes({}, { since: 'now', limit: 1 });
      await store.unmergeTopic('boat');
      const back = (await store.changes({ topics: ['boat'] }, { since: then, limit: 100 })).data;
      expect(back.map(({ type, id, action }) => [type, id, action])).toEqual([
        ['topic.created', 'boat', 'created'],
        ['topic.moved', 'b1', 'created'],
        ['topic.moved', 'b2', 'created'],
      ]);
    });

    it('split again, document by document: each stays where it was put, whatever comes of its name', async () => {
      expect(await store.splitTopic({ from: 'boat', documents: ['b2'] }, said)).toBe('boat-2');
      expect(await store.topic('boat-2')).toMatchObject({ title: 'The boat (2)', documents: 1 });
      expect(await store.addDocument(entry('b2', 2, { topic: 'boat' }))).toMatchObject({ added: false });
      await store.removeDocument('b2');
      expect(await store.addDocument(entry('b2', 2, { topic: 'boat' }))).toMatchObject({ topic: 'boat-2' });
      await store.mergeTopic('boat', 'ferry', said);
      expect(await places()).toEqual({ b1: 'ferry', b2: 'boat-2', f1: 'ferry', s1: 'ship' });
      expect(await store.splitTopic({ from: 'ferry', documents: ['b1'], into: 'boat-2' }, said)).toBe(
        'boat-2',
      );
      await store.unmergeTopic('boat');
      expect(await places()).toEqual({ b1: 'boat-2', b2: 'boat-2', f1: 'ferry', s1: 'ship' });
      await store.splitTopic({ from: 'boat-2', documents: ['b1'], into: 'boat' }, said);
      expect(await places()).toEqual({ b1: 'boat', b2: 'boat-2', f1: 'ferry', s1: 'ship' });
      expect(await store.cameAs('boat-2')).toEqual(new Map([['b2', 'boat']]));
    });

    it('are not split of what they do not hold, nor into what is no name; then nothing moves', async () => {
      await store.mergeTopic('ship', 'ferry', said);
      const split = (documents: string[], into?: string) =>
        refusal(store.splitTopic({ from: 'boat', documents, into }, said));
      const before = [await places(), await topicIds()];
      for (const documents of [['b1', 'f1'], ['b1', 'nothing'], ['b1', 'b2'], []])
        expect(await split(documents)).toMatchObject({ code: 'invalid-body', path: 'split' });
      for (const into of ['boat', 'ship', 'unsorted', 'a\0b'])
        expect((await split(['b1'], into)).path, into).toBe('splitInto');
      expect(await refusal(store.splitTopic({ from: 'nobody', documents: ['b1'] }, said))).toMatchObject({
        code: 'not-found',
      });
      expect([await places(), await topicIds()]).toEqual(before);
    });

    it('take up one that was found for its articles, and give it back to be found', async () => {
      const top = foundedBy('d1');
      await store.addDocument({ ...entry('d1', 1, { topic: 'unsorted' }), traits: traits('d1', 'bergen') });
      await store.moveDocuments([{ document: 'd1', from: 'unsorted', to: top }], new Map());
      expect(await refusal(store.mergeTopic('ferry', top, said))).toMatchObject({
        code: 'invalid-body',
        path: 'mergeInto',
      });
      await store.mergeTopic(top, 'ferry', said);
      expect(await store.merge(top)).toMatchObject({ found: true });
      expect((await places())['d1']).toBe('ferry');
      expect(await store.cameAs('ferry')).toEqual(new Map());
      // Who sorted before the merge and writes after it brings it where that leads.
      await store.addDocument({ ...entry('d1', 2, { topic: 'unsorted' }), traits: traits('d1', 'bergen') });
      await store.moveDocuments([{ document: 'd1', from: 'unsorted', to: top }], new Map());
      expect((await places())['d1']).toBe('ferry');
      expect((await refusal(store.splitTopic({ from: 'ferry', documents: ['d1'] }, said))).path).toBe(
        'split',
      );
      await settle('ferry');
      expect(await store.unmergeTopic(top)).toBe('ferry');
      expect((await store.unsettledDocuments()).map((one) => one.traits.document)).toEqual(['d1']);
      expect(await all((page) => store.topics(page))).toHaveLength(3);
    });
  });
}
