import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/change/change.ts';
import { toReview } from '../../src/review/review.ts';
import type { Store } from '../../src/store/store.ts';
import { foundedBy } from '../../src/topic/find-topics.ts';
import { all, entry, finding, group, reconciliation, views } from './builders.ts';
import { traits } from './sorting-contract.ts';

const AT = '2025-10-08T09:00:00.000Z';
const DAY = 86_400_000;

/** All changes after a cursor, and the last cursor. */
export async function follow(store: Store, since?: string, limit = 3): Promise<[Change[], string]> {
  const seen: Change[] = [];
  for (let from = since; ; ) {
    const { data, cursor, next } = await store.changes({}, { since: from, limit });
    seen.push(...data);
    if (next === null) return [seen, cursor];
    from = next;
  }
}

const brief = ({ type, id, action, topic }: Change) => `${type} ${id} ${action} ${topic}`;

/** What somebody holds who only ever applied changes: the ids of everything, and the topic of each document. */
export class Replica {
  readonly sets = new Map<string, Map<string, string | null>>();

  apply({ entity, id, action, topic, type, data }: Change): void {
    const rows = this.sets.get(entity) ?? new Map<string, string | null>();
    this.sets.set(entity, rows);
    if (type === 'topic.moved' && entity === 'document') {
      if (action === 'created') rows.set(id, topic);
      return;
    }
    // The claims of a document that went under another topic go with it.
    const place = entity === 'claim' ? String(data?.['document']) : topic;
    if (action === 'deleted') rows.delete(id);
    else rows.set(id, place);
  }

  ids(entity: string): string[] {
    return [...(this.sets.get(entity)?.keys() ?? [])].sort();
  }
}

/** The ids of everything that a store holds. */
export async function held(store: Store) {
  const topics = (await all((page) => store.topics(page))).map((one) => one.id);
  const inputs = await Promise.all(topics.map((topic) => store.consensus(topic)));
  const sorted = (rows: { id: string }[]) => rows.map((row) => row.id).sort();
  return {
    topic: topics.filter((id) => id !== 'unsorted').sort(),
    document: sorted(await all((page) => store.documents({}, page))),
    claim: sorted(await all((page) => store.claims({}, page))),
    finding: sorted(await all((page) => store.findings({}, page))),
    consensus: sorted(inputs.flat().map((one) => one.group)),
  };
}

/** What every engine must do with what changes. */
export function describeChanges(name: string, open: (now: () => number) => Promise<Store>): void {
  describe(`the sequence of changes on ${name}`, () => {
    let store: Store;
    let clock = 0;
    beforeEach(async () => {
      clock = Date.parse(AT);
      store = await open(() => clock);
    });
    afterEach(() => store.close());
    const save = async (topic: string, result = reconciliation(topic, []), view = '{}') => {
      const input = await store.topicInput(topic);
      return store.saveReconciliation(result, views(view), { revision: input?.revision ?? 0, at: AT });
    };

    it('tells of a document, its topic and its claims, each once, and of nothing when it comes again', async () => {
      await store.addDocument(entry('d1', 2));
      await store.addDocument(entry('d1', 2));
      const [seen, cursor] = await follow(store);
      expect(seen.map(brief)).toEqual([
        'topic.created ferry created ferry',
        'document.added d1 created ferry',
        'claim.ingested d1-c0 created ferry',
        'claim.ingested d1-c1 created ferry',
      ]);
      expect(seen[1]).toEqual({
        ...{
          type: 'document.added',
          entity: 'document',
          id: 'd1',
          action: 'created',
          topic: 'ferry',
          at: AT,
        },
        ...{ data: { outlet: 'harbour-post', title: 'Ferry sinks' }, cursor: expect.any(String) },
      });
      expect(await follow(store, cursor)).toEqual([[], cursor]);
      expect(await store.lastChange()).toBe(4);
    });

    it('tells of a document that comes again with other words: only what differs', async () => {
      await store.addDocument(entry('d1', 3));
      const [, cursor] = await follow(store);
      clock += DAY;
      const again = entry('d1', 2, { title: 'Corrected' });
      const [kept, other] = again.claims;
      if (!kept || !other) throw new Error('two claims');
      await store.addDocument({ ...again, claims: [kept, { ...other, confidence: 0.5 }] });
      const [seen] = await follow(store, cursor);
      expect(seen.map(brief)).toEqual([
        'claim.withdrawn d1-c2 deleted ferry',
        'document.added d1 changed ferry',
        'claim.ingested d1-c1 changed ferry',
      ]);
      const since = new Date(clock).toISOString();
      const changed = await store.claims({ updatedSince: since }, { limit: 9 });
      expect(changed.data.map((one) => one.id)).toEqual(['d1-c1']);
    });

    it('leaves a tombstone for each thing that goes with a document', async () => {
      await store.addDocument(entry('d1', 2));
      const [, cursor] = await follow(store);
      await store.removeDocument('d1');
      await store.removeDocument('d1');
      expect((await follow(store, cursor))[0].map(brief)).toEqual([
        'claim.withdrawn d1-c0 deleted ferry',
        'claim.withdrawn d1-c1 deleted ferry',
        'document.removed d1 deleted ferry',
      ]);
    });

    it('takes a document that comes again under another topic out of the first', async () => {
      await store.addDocument(entry('d1', 1));
      const [, cursor] = await follow(store);
      await store.addDocument(entry('d1', 1, { topic: 'strike' }));
      expect((await follow(store, cursor))[0].map(brief)).toEqual([
        'topic.created strike created strike',
        'document.removed d1 deleted ferry',
        'claim.withdrawn d1-c0 deleted ferry',
        'document.added d1 created strike',
        'claim.ingested d1-c0 created strike',
      ]);
    });

    it('tells when a conflict opens, becomes another, is dismissed and goes, and is still when nothing differs', async () => {
      await store.addDocument(entry('d1', 1));
      const groups = [group('ferry', 'g1', ['d1-c0'])];
      const conflict = finding('ferry', 'f1', 40);
      const told = async (...findings: (typeof conflict)[]) => {
        const cursor = (await store.changes({}, { since: 'now', limit: 1 })).cursor;
        await save('ferry', reconciliation('ferry', groups, findings), JSON.stringify(findings));
        return (await follow(store, cursor))[0].map(brief);
      };
      expect(await told(conflict)).toEqual([
        'group.updated g1 created ferry',
        'consensus.changed g1 created ferry',
        'conflict.opened f1 created ferry',
      ]);
      expect(await told(conflict)).toEqual([]);
      expect(await told({ ...conflict, because: 'Now it is another.' })).toEqual([
        'conflict.changed f1 changed ferry',
      ]);
      const dismissed = { ...conflict, flagged: false, review: { status: 'dismissed' as const } };
      expect(await told(dismissed)).toEqual(['conflict.resolved f1 changed ferry']);
      expect(await told(conflict, finding('ferry', 'f2', 3, { verdict: 'agree' }))).toEqual([
        'conflict.opened f1 changed ferry',
        'finding.updated f2 created ferry',
      ]);
      expect(await told()).toEqual([
        'conflict.resolved f1 deleted ferry',
        'finding.updated f2 deleted ferry',
      ]);
    });

    it('does not call a consensus changed that only stands elsewhere in the list', async () => {
      await store.addDocument(entry('d1', 1));
      const [g1, g2] = [group('ferry', 'g1', []), group('ferry', 'g2', [])];
      await save('ferry', reconciliation('ferry', [g2]));
      const [, cursor] = await follow(store);
      await save('ferry', reconciliation('ferry', [g1, g2]), 'other');
      const [seen] = await follow(store, cursor);
      expect(seen.map(brief)).toEqual([
        'group.updated g1 created ferry',
        'consensus.changed g1 created ferry',
      ]);
      expect((await store.consensus('ferry')).map((one) => one.group.id)).toEqual(['g1', 'g2']);
    });

    it('tells of documents that find their topic, of a topic that leads on, of titles and of reviews', async () => {
      const top = foundedBy('d1');
      await store.addDocument({ ...entry('d1', 1, { topic: 'unsorted' }), traits: traits('d1', 'bergen') });
      const [first, cursor] = await follow(store);
      expect(first.map(brief)).toEqual([
        'document.added d1 created null',
        'claim.ingested d1-c0 created null',
      ]);
      await store.moveDocuments([{ document: 'd1', from: 'unsorted', to: top }], new Map([[top, 'Bergen']]));
      await save(top, reconciliation(top, [group(top, 'g1', [])], [finding(top, 'f1', 9)]));
      await store.moveDocuments([{ document: 'd1', from: top, to: 'nordlys' }], new Map());
      await store.putTopic({ id: 'nordlys', title: 'Nordlys' });
      await store.putTopic({ id: 'nordlys', title: 'The Nordlys' });
      await store.putTopic({ id: 'nordlys', title: 'The Nordlys' });
      const said = { kind: 're-scope', claim: 'd1-c0', dimension: 'place', value: null } as const;
      const review = toReview({ ...said, actor: 'Ada', reason: 'It is not said.' }, AT);
      await store.addReview(review);
      await store.addReview(review);
      expect((await follow(store, cursor))[0].map(brief)).toEqual([
        `topic.created ${top} created ${top}`,
        `topic.moved d1 created ${top}`,
        `group.updated g1 created ${top}`,
        `consensus.changed g1 created ${top}`,
        `conflict.opened f1 created ${top}`,
        'topic.created nordlys created nordlys',
        `topic.moved d1 deleted ${top}`,
        'topic.moved d1 created nordlys',
        `conflict.resolved f1 deleted ${top}`,
        `consensus.changed g1 deleted ${top}`,
        `group.updated g1 deleted ${top}`,
        `topic.moved ${top} deleted ${top}`,
        'topic.changed nordlys changed nordlys',
        `review.added ${review.id} created nordlys`,
      ]);
    });

    it('holds only what is wanted, and its cursor goes on past what is not', async () => {
      for (const id of ['d1', 'd2', 'd3']) await store.addDocument(entry(id, 2));
      await store.addDocument(entry('d4', 1, { topic: 'strike' }));
      const wanted = { topics: ['ferry'], types: ['document.added' as const] };
      const first = await store.changes(wanted, { limit: 2 });
      expect(first.data.map((one) => one.id)).toEqual(['d1', 'd2']);
      const rest = await store.changes(wanted, { since: first.next ?? '', limit: 2 });
      expect(rest.data.map((one) => one.id)).toEqual(['d3']);
      expect(rest.next).toBeNull();
      const now = await store.changes({}, { since: 'now', limit: 9 });
      expect([now.data, now.cursor]).toEqual([[], rest.cursor]);
      expect((await store.changes({ topics: ['nothing'] }, { limit: 9 })).data).toEqual([]);
      expect((await store.changes({ types: [] }, { limit: 9 })).data).toEqual([]);
    });

    it('says so when what came after a cursor is no longer kept, and never gives out a number twice', async () => {
      await store.addDocument(entry('d1', 1));
      const [early] = await follow(store);
      clock += 40 * DAY;
      await store.addDocument(entry('d2', 3));
      const [, late] = await follow(store);
      expect(await store.pruneChanges({ before: clock - 30 * DAY, most: 1_000 })).toBe(3);
      const gone = { code: 'gone', message: expect.stringMatching(/since=now/) };
      await expect(store.changes({}, { since: early[0]?.cursor, limit: 9 })).rejects.toMatchObject(gone);
      await expect(store.changes({}, { since: '0', limit: 9 })).rejects.toMatchObject(gone);
      // The last that went is known by whoever had read it: nothing is missing after it.
      expect((await follow(store, early.at(-1)?.cursor))[0]).toHaveLength(4);
      expect((await follow(store))[0]).toHaveLength(4);
      expect(await store.pruneChanges({ before: 0, most: 2 })).toBe(2);
      expect((await follow(store))[0]).toHaveLength(2);
      expect(await store.pruneChanges({ before: clock * 2, most: 0 })).toBe(1);
      expect(await store.pruneChanges({ before: clock * 2, most: 0 })).toBe(0);
      expect(await store.lastChange()).toBe(7);
      await store.addDocument(entry('d3', 0));
      expect((await follow(store, late))[0].map(brief)).toEqual(['document.added d3 created ferry']);
    });

    it('refuses a cursor that it did not give out', async () => {
      await store.addDocument(entry('d1', 1));
      const other = await open(() => clock);
      for (const id of ['d1', 'd2', 'd3']) await other.addDocument(entry(id, 3));
      const [, ahead] = await follow(other);
      await other.close();
      await expect(store.changes({}, { since: ahead, limit: 9 })).rejects.toMatchObject({ code: 'gone' });
      const { next } = await store.claims({}, { limit: 1 });
      for (const wrong of ['1', '-1', 'x', next ?? 'none', '', 'A'.repeat(9_000)])
        await expect(store.changes({}, { since: wrong, limit: 9 })).rejects.toMatchObject({
          code: 'invalid-cursor',
        });
    });

    it('lists what changed since a time, the last first, with every other filter', async () => {
      await store.addDocument(entry('d1', 2));
      clock += DAY;
      await store.addDocument(entry('d2', 1, { topic: 'strike', outlet: 'valley-news' }));
      clock += DAY;
      await store.addDocument(entry('d3', 1, { publishedAt: '2001-01-01T00:00:00.000Z' }));
      const updatedSince = new Date(Date.parse(AT) + DAY).toISOString();
      const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
      expect(ids(await all((page) => store.documents({ updatedSince }, page), 1))).toEqual(['d3', 'd2']);
      expect(ids(await all((page) => store.claims({ updatedSince }, page), 1))).toEqual(['d3-c0', 'd2-c0']);
      expect(ids(await all((page) => store.topics(page, { updatedSince }), 1))).toEqual(['ferry', 'strike']);
      const [topic, outlet] = ['ferry', 'valley-news'];
      expect(ids(await all((page) => store.claims({ updatedSince, topic }, page)))).toEqual(['d3-c0']);
      expect(ids(await all((page) => store.claims({ updatedSince, outlet }, page)))).toEqual(['d2-c0']);
      expect(ids(await all((page) => store.claims({ updatedSince, q: 'killed' }, page)))).toEqual([
        'd3-c0',
        'd2-c0',
      ]);
      const groups = [group('ferry', 'g1', [])];
      await save('ferry', reconciliation('ferry', groups, [finding('ferry', 'f1', 9)]));
      const findings = (since: string) =>
        all((page) => store.findings({ updatedSince: since, tiers: ['conflict', 'check'] }, page));
      expect(ids(await findings(AT))).toEqual(['f1']);
      expect(await findings(updatedSince)).toEqual([]);
      await expect(store.claims({ updatedSince: 'soon' }, { limit: 1 })).rejects.toMatchObject({
        code: 'invalid-request',
      });
    });

    const id = fc.constantFrom('d1', 'd2', 'd3');
    const step = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        id,
        topic: fc.constantFrom('ferry', 'strike'),
        claims: fc.nat(3),
        title: fc.constantFrom('a', 'b'),
      }),
      fc.record({ do: fc.constant('remove' as const), id }),
      fc.record({ do: fc.constant('find' as const), id, to: fc.constantFrom('top_1', 'top_2') }),
      fc.record({
        do: fc.constant('save' as const),
        topic: fc.constantFrom('ferry', 'strike', 'top_1'),
        groups: fc.uniqueArray(fc.constantFrom('g1', 'g2', 'g3')),
        findings: fc.uniqueArray(fc.constantFrom('f1', 'f2', 'f3')),
        score: fc.constantFrom(5, 50),
      }),
      fc.record({ do: fc.constant('title' as const), topic: fc.constantFrom('ferry', 'new') }),
    );
    type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

    async function take(into: Store, one: Step): Promise<void> {
      if (one.do === 'remove') return void (await into.removeDocument(one.id));
      if (one.do === 'title') return into.putTopic({ id: one.topic, title: 'Another' });
      if (one.do === 'add') {
        const { topic, title } = one;
        return void (await into.addDocument(entry(one.id, one.claims, { topic, title })));
      }
      if (one.do === 'find') {
        const unsorted = entry(one.id, 2, { topic: 'unsorted' });
        await into.addDocument({ ...unsorted, traits: traits(one.id, 'bergen') });
        const move = { document: one.id, from: 'unsorted', to: one.to };
        return void (await into.moveDocuments([move], new Map()));
      }
      if ((await into.topic(one.topic)) === null) return;
      const groups = one.groups.map((key) => group(one.topic, `${one.topic}-${key}`, []));
      const findings = one.findings.map((key) => finding(one.topic, `${one.topic}-${key}`, one.score));
      const revision = (await into.topicInput(one.topic))?.revision ?? 0;
      const result = reconciliation(one.topic, groups, findings);
      await into.saveReconciliation(result, views(JSON.stringify(one)), { revision, at: AT });
    }

    it('rebuilds what is there, whatever was done, for whoever follows it from the start', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (script) => {
          const lived = await open(() => clock);
          try {
            for (const one of script) await take(lived, one);
            const replica = new Replica();
            for (const change of (await follow(lived, '0'))[0]) replica.apply(change);
            const truth = await held(lived);
            for (const [kind, ids] of Object.entries(truth)) expect(replica.ids(kind), kind).toEqual(ids);
            const topics = new Map(
              (await all((page) => lived.documents({}, page))).map((one) => [one.id, one.topic] as const),
            );
            expect(replica.sets.get('document') ?? new Map()).toEqual(topics);
          } finally {
            await lived.close();
          }
        }),
        {
          numRuns: 40,
          // The last group of a topic goes, and what it said goes with it.
          examples: [
            [
              [
                { do: 'add', id: 'd1', topic: 'ferry', claims: 0, title: 'a' },
                { do: 'save', topic: 'ferry', groups: ['g1'], findings: [], score: 5 },
                { do: 'save', topic: 'ferry', groups: [], findings: [], score: 5 },
              ],
            ],
          ],
        },
      );
    });
  });
}
