import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store, TopicSearch } from '../../src/store/store.ts';
import { all, claim, consensus, entry, finding, group, reconciliation, value, views } from './builders.ts';

const AT = '2025-10-08T09:00:00.000Z';
const FIRST = { limit: 500 };
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

/** What every engine must do. `open` gives a fresh, empty store with a clock each time; this suite closes it. */
export function describeStore(name: string, open: (now: () => number) => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
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

    it('has another stamp after every write, and the same after none', async () => {
      const stamps = [store.stamp()];
      await store.addDocument(entry('d1', 3));
      stamps.push(store.stamp());
      await store.claims({ document: 'd1' }, FIRST);
      expect(store.stamp()).toBe(stamps[1]);
      await store.putTopic({ id: 'one', title: 'One' });
      stamps.push(store.stamp());
      if (stamps[0] !== null) expect(new Set(stamps).size).toBe(3);
    });

    describe('documents', () => {
      it('gives back a document and its claims exactly as they came', async () => {
        const one = entry('d1', 3);
        expect(await store.addDocument(one)).toEqual({ added: true, replaced: false, topic: 'ferry' });
        expect(await store.document('d1')).toEqual(one.document);
        expect((await store.claims({ document: 'd1' }, FIRST)).data).toEqual(one.claims);
        expect(await store.claim('d1-c1')).toEqual(one.claims[1]);
        expect(await store.outlet('harbour-post')).toEqual(one.outlet);
      });

      it('answers null for what is not there', async () => {
        expect(await store.document('nothing')).toBeNull();
        expect(await store.claim('nothing')).toBeNull();
        expect(await store.topic('nothing')).toBeNull();
        expect(await store.outlet('nothing')).toBeNull();
        expect(await store.group('nothing')).toBeNull();
        expect(await store.finding('nothing')).toBeNull();
        expect(await store.view('nothing', 'consensus')).toBeNull();
        expect(await store.topicInput('nothing')).toBeNull();
        expect(await store.consensus('nothing')).toEqual([]);
      });

      it('adds nothing when the same document comes twice, whatever the order of its keys', async () => {
        await store.addDocument(entry('d1', 2));
        await save('ferry');
        const again = entry('d1', 2);
        const turned = Object.fromEntries(Object.entries(again.document).reverse()) as typeof again.document;
        expect(await store.addDocument({ ...again, document: turned })).toEqual({
          added: false,
          replaced: false,
          topic: 'ferry',
        });
        expect(await store.topic('ferry')).toMatchObject({ documents: 1, claims: 2, outlets: 1 });
        expect(await store.dirtyTopics()).toEqual([]);
      });

      it('adds a document once when it comes many times at the same moment', async () => {
        const answers = await Promise.all(Array.from({ length: 8 }, () => store.addDocument(entry('d1', 2))));
        expect(answers.filter((answer) => answer.added)).toHaveLength(1);
        expect(await store.topic('ferry')).toMatchObject({ documents: 1, claims: 2 });
      });

      it('replaces a document that keeps its id but says something else', async () => {
        await store.addDocument(entry('d1', 3));
        const next = entry('d1', 1, { text: 'At least 30 people were killed.' });
        expect(await store.addDocument(next)).toEqual({ added: true, replaced: true, topic: 'ferry' });
        expect(await store.document('d1')).toEqual(next.document);
        expect(ids((await store.claims({}, FIRST)).data)).toEqual(['d1-c0']);
        expect(await store.topic('ferry')).toMatchObject({ documents: 1, claims: 1, outlets: 1 });
      });

      it('moves a document that comes again under another topic and outlet', async () => {
        await store.addDocument(entry('d1', 3));
        await store.addDocument(entry('d1', 2, { topic: 'strike', outlet: 'valley-news' }));
        expect(await store.topic('ferry')).toMatchObject({ documents: 0, claims: 0, outlets: 0 });
        expect(await store.topic('strike')).toMatchObject({ documents: 1, claims: 2, outlets: 1 });
        expect(await store.outlet('harbour-post')).toBeNull();
        expect(await store.dirtyTopics()).toEqual(['ferry', 'strike']);
      });

      it('removes a document with its claims, its words and its outlet', async () => {
        await store.addDocument(entry('d1', 2));
        await store.addDocument(entry('d2', 1, { outlet: 'valley-news' }));
        expect(await store.removeDocument('d1')).toBe(true);
        expect(await store.removeDocument('d1')).toBe(false);
        expect(await store.claim('d1-c0')).toBeNull();
        expect(ids((await store.claims({ q: 'killed' }, FIRST)).data)).toEqual(['d2-c0']);
        expect(await store.outlet('harbour-post')).toBeNull();
        expect(await store.topic('ferry')).toMatchObject({ documents: 1, claims: 1, outlets: 1 });
      });

      it('refuses a claim that belongs elsewhere and writes nothing of its document', async () => {
        const one = entry('d1', 2);
        for (const stray of [{ documentId: 'd9' }, { topic: 'strike' }, { outlet: 'valley-news' }]) {
          const claims = [claim(one.document, 0), claim(one.document, 1, stray)];
          await expect(store.addDocument({ ...one, claims })).rejects.toMatchObject({
            code: 'invalid-document',
          });
        }
        expect(await store.document('d1')).toBeNull();
        expect(await store.outlet('harbour-post')).toBeNull();
        expect(await store.topic('ferry')).toBeNull();
      });

      it('keeps a claim once that is given twice, and refuses two that share an id', async () => {
        const one = entry('d1', 1);
        await store.addDocument({ ...one, claims: [...one.claims, ...one.claims] });
        expect(await store.topic('ferry')).toMatchObject({ claims: 1 });
        const other = claim(one.document, 0, { confidence: 0.1 });
        await expect(store.addDocument({ ...one, claims: [...one.claims, other] })).rejects.toMatchObject({
          code: 'invalid-document',
        });
      });

      it('refuses a claim id that another document of the topic uses, and writes nothing', async () => {
        await store.addDocument(entry('d1', 1));
        const two = entry('d2', 1);
        const claims = [claim(two.document, 0, { id: 'd1-c0' })];
        await expect(store.addDocument({ ...two, claims })).rejects.toMatchObject({
          code: 'invalid-document',
        });
        expect(await store.document('d2')).toBeNull();
        expect(await store.topic('ferry')).toMatchObject({ documents: 1, claims: 1 });
      });

      it('refuses numbers that JSON would turn into null', async () => {
        const one = entry('d1', 0);
        for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
          const claims = [claim(one.document, 0, { value: value(wrong) })];
          await expect(store.addDocument({ ...one, claims })).rejects.toMatchObject({
            code: 'invalid-document',
          });
        }
      });
    });

    describe('looking back', () => {
      const on = (day: number) => Date.parse(`2025-10-${String(day).padStart(2, '0')}T12:00:00Z`);
      const stood = async (day: number, topic = 'ferry') => {
        const input = await store.topicInputAt(topic, new Date(on(day)).toISOString());
        return input && { documents: ids(input.documents), claims: ids(input.claims) };
      };
      const published = (day: number) => ({ publishedAt: new Date(on(day)).toISOString() });

      it('counts what had been published by then, though it was taken in later', async () => {
        clock = on(20);
        await store.addDocument(entry('d1', 2, published(7)));
        await store.addDocument(entry('d2', 1, published(9)));
        expect(await stood(6)).toEqual({ documents: [], claims: [] });
        expect(await stood(8)).toEqual({ documents: ['d1'], claims: ['d1-c0', 'd1-c1'] });
        expect(await stood(21)).toEqual({ documents: ['d1', 'd2'], claims: ['d1-c0', 'd1-c1', 'd2-c0'] });
        expect(await store.topicInputAt('nothing', AT)).toBeNull();
        await expect(store.topicInputAt('ferry', 'once')).rejects.toMatchObject({ code: 'invalid-request' });
      });

      it('gives what was removed later, and no more what had been removed by then', async () => {
        clock = on(8);
        await store.addDocument(entry('d1', 2, published(7)));
        const whole = await store.topicInputAt('ferry', new Date(on(9)).toISOString());
        clock = on(10);
        await store.removeDocument('d1');
        expect(await stood(9)).toEqual({ documents: ['d1'], claims: ['d1-c0', 'd1-c1'] });
        const again = await store.topicInputAt('ferry', new Date(on(9)).toISOString());
        expect({ ...again, revision: 0 }).toEqual({ ...whole, revision: 0 });
        expect(await stood(11)).toEqual({ documents: [], claims: [] });
        clock = on(12);
        await store.addDocument(entry('d1', 1, published(7)));
        expect(await stood(11)).toEqual({ documents: [], claims: [] });
        expect(await stood(13)).toEqual({ documents: ['d1'], claims: ['d1-c0'] });
      });

      it('gives the version that was in place', async () => {
        clock = on(8);
        await store.addDocument(entry('d1', 3, published(7)));
        clock = on(10);
        await store.addDocument(entry('d1', 1, { ...published(7), text: 'At least 30 people were killed.' }));
        expect((await stood(9))?.claims).toHaveLength(3);
        expect((await stood(11))?.claims).toHaveLength(1);
        const before = await store.topicInputAt('ferry', new Date(on(9)).toISOString());
        expect(before?.documents[0]?.text).toContain('24');
      });

      it('finds a document under the topic that it had then', async () => {
        clock = on(8);
        await store.addDocument(entry('d1', 1, published(7)));
        clock = on(10);
        await store.addDocument(entry('d1', 1, { ...published(7), topic: 'strike' }));
        expect(await stood(9)).toMatchObject({ documents: ['d1'] });
        expect(await stood(9, 'strike')).toMatchObject({ documents: [] });
        expect(await stood(11)).toMatchObject({ documents: [] });
        expect(await stood(11, 'strike')).toMatchObject({ documents: ['d1'] });
      });
    });

    describe('strange text', () => {
      it('takes SQL, quotes and control characters in ids as plain text', async () => {
        for (const id of ["'; drop table claims; --", '"quoted"', '% _ \\', 'tab\tline\n\u001b', '🙂 é']) {
          const one = entry(id, 2, { topic: `t ${id}`, outlet: `o ${id}` });
          await store.addDocument(one);
          expect(await store.document(id)).toEqual(one.document);
          expect((await store.claims({ topic: `t ${id}`, outlet: `o ${id}` }, FIRST)).data).toEqual(
            one.claims,
          );
        }
        expect(await store.document('%')).toBeNull();
      });

      it('keeps NUL and half surrogates in texts exactly and refuses them in keys', async () => {
        const text = 'A\u0000B \ud800 C \udc00';
        const one = entry('d1', 0, { text, title: text });
        const claims = [claim(one.document, 0, { subject: { text, key: 'person' } })];
        await store.addDocument({ ...one, claims });
        expect(await store.document('d1')).toEqual(one.document);
        expect(await store.claim('d1-c0')).toEqual(claims[0]);
        for (const id of ['a\u0000b', '\ud800', 'x\udc00y']) {
          await expect(store.addDocument(entry(id, 0))).rejects.toMatchObject({ code: 'invalid-document' });
          const other = entry('d2', 0);
          const wrong = [claim(other.document, 0, { subject: { text: 'x', key: id } })];
          await expect(store.addDocument({ ...other, claims: wrong })).rejects.toMatchObject({
            code: 'invalid-document',
          });
        }
        const named = { ...entry('d2', 0), outlet: { ...entry('d2', 0).outlet, name: 'Post \ud800' } };
        await expect(store.addDocument(named)).rejects.toMatchObject({ code: 'invalid-document' });
        await expect(store.putTopic({ id: 'ferry', title: 'A\u0000B' })).rejects.toMatchObject({
          code: 'invalid-document',
        });
        expect(await store.document('d2')).toBeNull();
      });

      it('finds nothing, and breaks nothing, when asked for odd ids', async () => {
        // What cannot be kept is sometimes turned into U+FFFD: it must not be found under that name.
        for (const id of ['d1', '\ufffd']) await store.addDocument(entry(id, 1, { topic: id }));
        for (const odd of ["' or 1=1 --", '\u0000', '\ud800', '', '%', 'd1\u0000']) {
          expect(await store.claim(odd)).toBeNull();
          expect(await store.document(odd)).toBeNull();
          expect(await store.topic(odd)).toBeNull();
          expect(await store.topicInput(odd)).toBeNull();
          expect(await store.removeDocument(odd)).toBe(false);
          expect((await store.documents({ topic: odd }, FIRST)).data).toEqual([]);
          expect((await store.findings({ outlet: odd }, FIRST)).data).toEqual([]);
          expect((await store.claims({ topic: odd }, FIRST)).data).toEqual([]);
        }
      });
    });

    describe('topics', () => {
      it('creates a topic with its first document, titled as asked or after its id', async () => {
        await store.addDocument(entry('d1', 1, { topic: 'ferry-off-the-coast' }));
        await store.addDocument({ ...entry('d2', 1, { topic: 'talks' }), topicTitle: 'Talks in Sharm' });
        expect(await store.topic('ferry-off-the-coast')).toMatchObject({
          title: 'Ferry off the coast',
          sample: false,
          version: 0,
        });
        expect(await store.topic('talks')).toMatchObject({ title: 'Talks in Sharm' });
        await store.addDocument(entry('d3', 1, { topic: 'Strike in al-Karsin' }));
        expect(await store.topic('Strike in al-Karsin')).toMatchObject({ title: 'Strike in al-Karsin' });
      });

      it('changes the title of a topic and nothing else', async () => {
        await store.addDocument(entry('d1', 2));
        await store.putTopic({ id: 'ferry', title: 'The ferry', sample: true });
        await store.putTopic({ id: 'ferry', title: 'The ferry disaster' });
        expect(await store.topic('ferry')).toMatchObject({
          title: 'The ferry disaster',
          sample: true,
          documents: 1,
          claims: 2,
        });
        await store.putTopic({ id: 'empty', title: 'Nothing yet' });
        expect(await store.topic('empty')).toMatchObject({ documents: 0, sample: false });
        expect(await store.dirtyTopics()).toEqual(['ferry']);
      });

      it('lists dirty topics, the one that waits longest first', async () => {
        await store.addDocument(entry('d1', 1, { topic: 'b' }));
        await store.addDocument(entry('d2', 1, { topic: 'a' }));
        await store.addDocument(entry('d3', 1, { topic: 'b' }));
        expect(await store.dirtyTopics()).toEqual(['b', 'a']);
        expect(await store.dirtyTopics(new Set(['a', 'b', 'c', '\0']))).toEqual(['b', 'a']);
        expect(await store.dirtyTopics(new Set(['a']))).toEqual(['a']);
        const many = Array.from({ length: 200 }, (_, n) => `t${n}`);
        expect(await store.dirtyTopics(new Set(['a', ...many]))).toEqual(['a']);
        await save('b');
        expect(await store.dirtyTopics()).toEqual(['a']);
        await store.removeDocument('d1');
        expect(await store.dirtyTopics()).toEqual(['a', 'b']);
      });

      it('counts documents, outlets and claims as they come and go', async () => {
        await store.addDocument(entry('d1', 2));
        await store.addDocument(entry('d2', 3));
        await store.addDocument(entry('d3', 1, { outlet: 'valley-news' }));
        expect(await store.topic('ferry')).toMatchObject({ documents: 3, outlets: 2, claims: 6 });
        await store.removeDocument('d1');
        expect(await store.topic('ferry')).toMatchObject({ documents: 2, outlets: 2, claims: 4 });
        await store.removeDocument('d2');
        expect(await store.topic('ferry')).toMatchObject({ documents: 1, outlets: 1, claims: 1 });
      });
    });

    describe('reconciliations', () => {
      it('gives what reconciling needs in one piece, the same whatever the order of arrival', async () => {
        await store.addDocument(entry('d2', 2));
        await store.addDocument(entry('d1', 1));
        await store.addDocument(entry('x', 1, { topic: 'strike' }));
        const input = await store.topicInput('ferry');
        expect(ids(input?.documents ?? [])).toEqual(['d1', 'd2']);
        expect(ids(input?.claims ?? [])).toEqual(['d1-c0', 'd2-c0', 'd2-c1']);
      });

      it('writes groups, findings, consensus and view, and counts them', async () => {
        await store.addDocument(entry('d1', 1));
        const one = group('ferry', 'g1', ['d1-c0']);
        const result = reconciliation(
          'ferry',
          [one, group('ferry', 'g2', [])],
          [
            finding('ferry', 'f1', 50),
            finding('ferry', 'f2', 20, { verdict: 'omission' }),
            finding('ferry', 'f3', 0, { verdict: 'evolving' }),
          ],
        );
        expect(await save('ferry', result, '{"a":1}')).toEqual({ version: 1, changed: true });
        expect(await store.group('g1')).toEqual(one);
        expect(await store.finding('f1')).toEqual(result.findings[0]);
        expect(await store.consensus('ferry')).toEqual(result.consensus);
        expect(await store.view('ferry', 'consensus')).toMatchObject({ json: '{"a":1}', version: 1 });
        expect(await store.topic('ferry')).toMatchObject({
          groups: 2,
          conflicts: 1,
          checks: 1,
          version: 1,
          updatedAt: AT,
        });
      });

      it('takes the place of what was there and leaves other topics alone', async () => {
        await store.addDocument(entry('d1', 1));
        await store.addDocument(entry('x', 1, { topic: 'strike' }));
        const old = reconciliation(
          'ferry',
          [group('ferry', 'g1', []), group('ferry', 'g2', [])],
          [finding('ferry', 'f1', 50), finding('ferry', 'f2', 50)],
        );
        const other = reconciliation(
          'strike',
          [group('strike', 'h1', [])],
          [finding('strike', 'k1', 10, { groups: ['h1'], claims: ['x-c0'] })],
        );
        await save('ferry', old, 'old');
        await save('strike', other, 'other');
        const next = reconciliation(
          'ferry',
          [group('ferry', 'g2', ['d1-c0']), group('ferry', 'g3', [])],
          [finding('ferry', 'f2', 70)],
        );
        await save('ferry', next, 'next');
        expect(await store.group('g1')).toBeNull();
        expect(await store.group('g2')).toEqual(next.groups[0]);
        expect(await store.consensus('ferry')).toEqual(next.consensus);
        expect(ids((await store.findings({ topic: 'ferry' }, FIRST)).data)).toEqual(['f2']);
        expect(ids((await store.findings({ topic: 'strike' }, FIRST)).data)).toEqual(['k1']);
        expect(await store.topic('ferry')).toMatchObject({ groups: 2, conflicts: 1, version: 2 });
      });

      it('keeps version and ETag when nothing differs, and changes both when something does', async () => {
        await store.addDocument(entry('d1', 1));
        const result = reconciliation('ferry', [group('ferry', 'g1', [])], [finding('ferry', 'f1', 50)]);
        await save('ferry', result, 'view');
        const before = await store.view('ferry', 'consensus');
        expect(await save('ferry', result, 'view')).toEqual({ version: 1, changed: false });
        expect(await store.view('ferry', 'consensus')).toEqual(before);
        await save('ferry', result, 'another view');
        const after = await store.view('ferry', 'consensus');
        expect(after).toMatchObject({ json: 'another view', version: 2 });
        expect(after?.etag).not.toBe(before?.etag);
        expect(after?.etag).toMatch(/^"[0-9a-f]{32}"$/);
      });

      it('notices when only the order of the consensus changes', async () => {
        await store.addDocument(entry('d1', 1));
        const groups = [group('ferry', 'g1', []), group('ferry', 'g2', [])];
        await save('ferry', reconciliation('ferry', groups), 'v');
        const turned = {
          ...reconciliation('ferry', groups),
          consensus: groups.toReversed().map((g) => consensus(g)),
        };
        expect(await save('ferry', turned, 'v')).toMatchObject({ changed: true });
        expect(await store.consensus('ferry')).toEqual(turned.consensus);
      });

      it('leaves a topic dirty whose claims changed meanwhile', async () => {
        await store.addDocument(entry('d1', 1));
        const input = await store.topicInput('ferry');
        await store.addDocument(entry('d2', 1));
        const result = reconciliation('ferry', []);
        await store.saveReconciliation(result, views('v'), { revision: input?.revision ?? 0, at: AT });
        expect(await store.dirtyTopics()).toEqual(['ferry']);
        await save('ferry', result, 'v');
        expect(await store.dirtyTopics()).toEqual([]);
      });

      it('drops a result that is older than the one in place', async () => {
        await store.addDocument(entry('d1', 1));
        const early = (await store.topicInput('ferry'))?.revision ?? 0;
        await store.addDocument(entry('d2', 1));
        await save('ferry', reconciliation('ferry', [group('ferry', 'new', [])]), 'new');
        const late = reconciliation('ferry', [group('ferry', 'old', [])]);
        expect(await store.saveReconciliation(late, views('old'), { revision: early, at: AT })).toEqual({
          version: 1,
          changed: false,
        });
        expect(await store.group('old')).toBeNull();
        expect((await store.view('ferry', 'consensus'))?.json).toBe('new');
      });

      it('writes nothing when one part cannot be written', async () => {
        await store.addDocument(entry('d1', 1));
        const stray = {
          ...reconciliation('ferry', [group('ferry', 'g1', [])]),
          consensus: [consensus(group('ferry', 'no-such-group', []))],
        };
        await expect(save('ferry', stray, 'v')).rejects.toThrow();
        expect(await store.group('g1')).toBeNull();
        expect(await store.view('ferry', 'consensus')).toBeNull();
        expect(await store.dirtyTopics()).toEqual(['ferry']);
      });

      it('refuses to reconcile a topic that does not exist', async () => {
        await expect(save('nothing')).rejects.toMatchObject({ code: 'not-found' });
      });
    });

    describe('filters', () => {
      beforeEach(async () => {
        const one = entry('d1', 0, { publishedAt: '2025-10-07T12:00:00Z' });
        const two = entry('d2', 0, { publishedAt: '2025-10-07T12:00:00.500Z', outlet: 'valley-news' });
        const three = entry('d3', 0, { publishedAt: '2025-10-08T00:00:00Z', topic: 'strike' });
        await store.addDocument({
          ...one,
          claims: [
            claim(one.document, 0),
            claim(one.document, 1, { predicate: { id: null, text: 'said', timeClass: 'attribute' } }),
          ],
        });
        await store.addDocument({
          ...two,
          claims: [
            claim(two.document, 0, {
              value: value(-3.5),
              attribution: { chain: [], origin: null },
              evidence: {
                ...claim(two.document, 0).evidence,
                quote: 'Señor Núñez said "three" boats—none of Gaza’s.',
              },
            }),
          ],
        });
        await store.addDocument({
          ...three,
          claims: [
            claim(three.document, 0, {
              subject: { text: 'boats', key: 'boat' },
              scope: { ...claim(three.document, 0).scope, place: null },
              value: { ...value(7), nominal: null },
            }),
          ],
        });
      });

      const found = async (filter: Parameters<Store['claims']>[0]) =>
        ids((await store.claims(filter, FIRST)).data);

      it('lists claims newest first, and in text order inside a document', async () => {
        expect(await found({})).toEqual(['d3-c0', 'd2-c0', 'd1-c0', 'd1-c1']);
      });

      it('finds claims by each filter, and by several together', async () => {
        expect(await found({ topic: 'strike' })).toEqual(['d3-c0']);
        expect(await found({ document: 'd1' })).toEqual(['d1-c0', 'd1-c1']);
        expect(await found({ outlet: 'valley-news' })).toEqual(['d2-c0']);
        expect(await found({ origin: 'coast-guard' })).toEqual(['d3-c0', 'd1-c0', 'd1-c1']);
        expect(await found({ predicate: 'people.killed' })).toEqual(['d3-c0', 'd2-c0', 'd1-c0']);
        expect(await found({ subject: 'boat' })).toEqual(['d3-c0']);
        expect(await found({ place: 'harbour' })).toEqual(['d2-c0', 'd1-c0', 'd1-c1']);
        expect(await found({ topic: 'ferry', predicate: 'people.killed', origin: 'coast-guard' })).toEqual([
          'd1-c0',
        ]);
      });

      it('bounds claims by time, whatever the notation of the time', async () => {
        expect(await found({ from: '2025-10-07T14:00:00.250+02:00' })).toEqual(['d3-c0', 'd2-c0']);
        expect(await found({ to: '2025-10-07T12:00:00.500Z' })).toEqual(['d1-c0', 'd1-c1']);
        expect(await found({ from: '2025-10-08' })).toEqual(['d3-c0']);
        await expect(store.claims({ from: 'yesterday' }, FIRST)).rejects.toMatchObject({
          code: 'invalid-request',
        });
      });

      it('bounds claims by number; a claim without a number is then left out', async () => {
        expect(await found({ min: 25 })).toEqual(['d1-c1']);
        expect(await found({ max: 24 })).toEqual(['d2-c0', 'd1-c0']);
        expect(await found({ min: 24, max: 24 })).toEqual(['d1-c0']);
      });

      it('finds words of the evidence in any case, with or without accents, without query syntax', async () => {
        expect(await found({ q: 'NUNEZ señor' })).toEqual(['d2-c0']);
        expect(await found({ q: 'Gaza’s boats' })).toEqual(['d2-c0']);
        expect(await found({ q: 'killed', topic: 'ferry' })).toEqual(['d1-c1', 'd1-c0']);
        expect(ids(await all((page) => store.claims({ q: 'were killed', max: 30 }, page), 1))).toEqual([
          'd1-c1',
          'd1-c0',
        ]);
        expect(await found({ q: 'nunez killed' })).toEqual([]);
        expect(await found({ q: 'killed OR nunez' })).toEqual([]);
        for (const odd of ['"', '*', '—', '  ', 'a"b', 'NEAR(', 'quote:', '\u0000', '\ud800', ') --']) {
          expect(await found({ q: odd })).toEqual([]);
        }
      });

      it('finds documents by topic and outlet', async () => {
        const docs = async (filter: Parameters<Store['documents']>[0]) =>
          ids((await store.documents(filter, FIRST)).data);
        expect(await docs({})).toEqual(['d3', 'd2', 'd1']);
        expect(await docs({ topic: 'ferry' })).toEqual(['d2', 'd1']);
        expect(await docs({ outlet: 'harbour-post' })).toEqual(['d3', 'd1']);
        expect(await docs({ topic: 'strike', outlet: 'harbour-post' })).toEqual(['d3']);
      });

      it('finds findings by each filter, most severe first', async () => {
        const groups = [group('ferry', 'g1', []), group('ferry', 'g2', [], { predicate: 'boats.sunk' })];
        await save(
          'ferry',
          reconciliation('ferry', groups, [
            finding('ferry', 'b', 50),
            finding('ferry', 'a', 50, { claims: ['d2-c0', 'd1-c0'] }),
            finding('ferry', 'c', 60, { verdict: 'omission', groups: ['g2'] }),
            finding('ferry', 'd', 70, {
              verdict: 'evolving',
              severity: { ...finding('ferry', 'd', 70).severity, level: 'low' },
            }),
            finding('ferry', 'e', 0, { verdict: 'agree' }),
          ]),
        );
        const list = async (filter: Parameters<Store['findings']>[0]) =>
          ids((await store.findings(filter, FIRST)).data);
        expect(await list({})).toEqual(['d', 'c', 'a', 'b', 'e']);
        expect(await list({ tiers: ['conflict'] })).toEqual(['a', 'b']);
        expect(await list({ tiers: ['check', 'conflict', 'check'] })).toEqual(['c', 'a', 'b']);
        expect(await list({ tiers: [] })).toEqual([]);
        expect(await list({ verdict: 'evolving', topic: 'ferry' })).toEqual(['d']);
        expect(await list({ level: 'low' })).toEqual(['d']);
        expect(await list({ predicate: 'boats.sunk' })).toEqual(['c']);
        expect(await list({ outlet: 'valley-news' })).toEqual(['a']);
        expect(await list({ topic: 'strike' })).toEqual([]);
        expect(
          await all((page) => store.findings({ tiers: ['explained', 'check', 'conflict'] }, page), 1),
        ).toMatchObject(['d', 'c', 'a', 'b'].map((id) => ({ id })));
      });
    });

    describe('pages', () => {
      it('go through every list once and end with null', async () => {
        for (let index = 0; index < 7; index += 1) {
          await store.addDocument(entry(`d${index}`, 2, { outlet: `o${index}`, topic: `t${index % 5}` }));
        }
        expect(new Set(ids(await all((page) => store.claims({}, page))))).toHaveProperty('size', 14);
        expect(ids(await all((page) => store.documents({}, page)))).toEqual([
          'd0',
          'd1',
          'd2',
          'd3',
          'd4',
          'd5',
          'd6',
        ]);
        expect(ids(await all((page) => store.topics(page), 5))).toEqual(['t0', 't1', 't2', 't3', 't4']);
        expect(ids(await all((page) => store.outlets(page), 7))).toHaveLength(7);
        expect((await store.topics({ limit: 5 })).next).toBeNull();
      });

      it('give the topics that hold a word in their title, whatever its case and accents, and those with something open', async () => {
        const titles = ['Flood in Ostráva', 'FLOOD in Porto', 'Strike in Porto', '50 % off_all'];
        for (const [index, title] of titles.entries()) await store.putTopic({ id: `t${index}`, title });
        const found = (filter: TopicSearch) => all((page) => store.topics(page, filter), 1).then(ids);
        expect(await found({ title: 'flood' })).toEqual(['t0', 't1']);
        expect(await found({ title: 'OSTRAVA' })).toEqual(['t0']);
        expect(await found({ title: 'in pórto' })).toEqual(['t1', 't2']);
        expect(await found({ title: '%' })).toEqual(['t3']);
        expect(await found({ title: '_' })).toEqual(['t3']);
        expect(await found({ title: "' or 1=1 --" })).toEqual([]);
        expect(await found({ open: 'conflict' })).toEqual([]);
        await store.addDocument(entry('d1', 2, { topic: 't1' }));
        const asked = group('t1', 'g1', ['d1-c0', 'd1-c1']);
        await save('t1', reconciliation('t1', [asked], [finding('t1', 'f1', 10)]));
        expect(await found({ open: 'conflict', title: 'porto' })).toEqual(['t1']);
        expect(await found({ open: 'check' })).toEqual(['t1']);
      });

      it('show no row twice and miss none when rows come and go in between', async () => {
        for (const hour of [1, 3, 5, 7]) {
          await store.addDocument(entry(`d${hour}`, 1, { publishedAt: `2025-10-07T0${hour}:00:00Z` }));
        }
        const first = await store.claims({}, { limit: 2 });
        expect(ids(first.data)).toEqual(['d7-c0', 'd5-c0']);
        await store.addDocument(entry('d8', 1, { publishedAt: '2025-10-07T08:00:00Z' }));
        await store.addDocument(entry('d4', 1, { publishedAt: '2025-10-07T04:00:00Z' }));
        await store.removeDocument('d5');
        const second = await store.claims({}, { limit: 5, after: first.next ?? '' });
        expect(ids(second.data)).toEqual(['d4-c0', 'd3-c0', 'd1-c0']);
        expect(second.next).toBeNull();
      });

      it('refuse a token that was not given out for this list and filter', async () => {
        for (let index = 0; index < 3; index += 1) await store.addDocument(entry(`d${index}`, 1));
        const { next } = await store.claims({ topic: 'ferry' }, { limit: 1 });
        const token = next ?? '';
        expect(ids((await store.claims({ topic: 'ferry' }, { limit: 5, after: token })).data)).toHaveLength(
          2,
        );
        const forged = Buffer.from(JSON.stringify([0, 0, 'x'])).toString('base64url');
        for (const after of ['', 'x', '%%%', forged, `${token}A`, token.slice(1), 'é', 'A'.repeat(10_000)]) {
          await expect(store.claims({ topic: 'ferry' }, { limit: 1, after })).rejects.toMatchObject({
            code: 'invalid-cursor',
          });
        }
        await expect(store.claims({}, { limit: 1, after: token })).rejects.toMatchObject({
          code: 'invalid-cursor',
        });
        await expect(store.claims({ topic: 'x' }, { limit: 1, after: token })).rejects.toMatchObject({
          code: 'invalid-cursor',
        });
        await expect(store.documents({ topic: 'ferry' }, { limit: 1, after: token })).rejects.toMatchObject({
          code: 'invalid-cursor',
        });
      });

      it('refuse a limit that is not a whole number from 1 to 500', async () => {
        for (const limit of [0, -1, 501, 1.5, Number.NaN]) {
          await expect(store.topics({ limit })).rejects.toMatchObject({ code: 'invalid-request' });
        }
      });

      it('give documents by id in the order asked for, without those that are gone, however many', async () => {
        for (const id of ['d1', 'd2', 'd3']) await store.addDocument(entry(id, 1));
        expect(ids(await store.documentsById(['d3', 'gone', 'd1', 'd3', 'nul\0']))).toEqual(['d3', 'd1']);
        const many = Array.from({ length: 1_000 }, (_, index) => `none-${index}`);
        expect(ids(await store.documentsById([...many, 'd2']))).toEqual(['d2']);
        expect(await store.documentsById([])).toEqual([]);
      });

      it('give claims by id in the order asked for, without those that are gone', async () => {
        await store.addDocument(entry('d1', 3));
        expect(ids(await store.claimsById(['d1-c2', 'gone', 'd1-c0', 'd1-c2']))).toEqual(['d1-c2', 'd1-c0']);
      });
    });

    it('is ready while it is open and says so when it is not', async () => {
      await expect(store.ready()).resolves.toBeUndefined();
      await store.addDocument(entry('d1', 1));
      await store.close();
      await expect(store.ready()).rejects.toMatchObject({ code: 'not-ready' });
      await expect(store.addDocument(entry('d2', 1))).rejects.toMatchObject({ code: 'not-ready' });
    });

    it('keeps a document of a topic whole while others write it', async () => {
      await store.addDocument(entry('d1', 5));
      const writes = Array.from({ length: 20 }, (_, index) =>
        store.addDocument(entry('d1', 5 + (index % 3), { title: `${index}` })),
      );
      const reads = Array.from({ length: 20 }, async () => {
        const input = await store.topicInput('ferry');
        const claims = input?.claims.length ?? 0;
        return input?.documents.length === 1 && claims >= 5 && claims <= 7;
      });
      await Promise.all(writes);
      expect(await Promise.all(reads)).not.toContain(false);
    });
  });
}
