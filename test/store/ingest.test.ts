import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentInput } from '../../src/document/document.ts';
import { ingest, ingestAll, settle } from '../../src/ingest.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import { claim, document, group, reconciliation } from './builders.ts';
import { temporaryFolder } from './folder.ts';

/** Extraction and reconciliation are tested elsewhere: a claim for each word "killed", a group for each topic. */
vi.mock('../../src/pipeline.ts', () => ({
  extract(input: DocumentInput) {
    if (input.text === 'unreadable') throw new Error('a bug in extraction');
    const { text = '', topic = 'unsorted', outlet, publishedAt } = input;
    const made = document(input.id ?? `${topic}: ${text}`, { text, topic, outlet, publishedAt });
    const claims = [...text.matchAll(/killed/g)].map((_, index) => claim(made, index));
    return { document: made, mentions: [], claims };
  },
  reconcile(topic: string, _documents: unknown, claims: { id: string }[]) {
    if (topic === 'poison') throw new Error('a bug in reconciliation');
    const all = claims.map((one) => one.id);
    return { ...reconciliation(topic, [group(topic, `g-${topic}`, all)]), timelines: [] };
  },
}));

const inFolder = temporaryFolder();
const vocabulary = { outlets: new Map() } as unknown as Vocabulary;
const now = new Date('2025-10-08T09:00:00Z');
const options = { now };
const input = (text: string, more: Partial<DocumentInput> = {}): DocumentInput => ({
  outlet: 'harbour-post',
  topic: 'ferry',
  publishedAt: '2025-10-07T12:00:00Z',
  text,
  ...more,
});

let count = 0;
let store: Store;
beforeEach(async () => {
  count += 1;
  store = await openStore({ path: inFolder(`${count}.db`) });
});
afterEach(() => store.close());

describe('ingesting', () => {
  it('stores a document with its claims and reconciles its topic', async () => {
    const taken = await ingest(store, vocabulary, input('two killed, three killed'), options);
    expect(taken).toEqual({
      id: 'ferry: two killed, three killed',
      topic: 'ferry',
      status: 'added',
      claims: 2,
    });
    expect(await store.topic('ferry')).toMatchObject({
      claims: 2,
      groups: 1,
      version: 1,
      updatedAt: now.toISOString(),
    });
    expect(await store.group('g-ferry')).toMatchObject({ claims: [`${taken.id}-c0`, `${taken.id}-c1`] });
    expect(await store.dirtyTopics()).toEqual([]);
  });

  it('changes nothing when the same comes again: not the version, not the ETag', async () => {
    await ingest(store, vocabulary, input('two killed'), options);
    const before = await store.view('ferry', 'consensus');
    const later = { now: new Date('2025-10-09T00:00:00Z') };
    expect(await ingest(store, vocabulary, input('two killed'), later)).toMatchObject({
      status: 'unchanged',
    });
    expect(await store.view('ferry', 'consensus')).toEqual(before);
    expect(await store.topic('ferry')).toMatchObject({ updatedAt: now.toISOString(), version: 1 });
  });

  it('settles both topics when a document moves from one to the other', async () => {
    await ingest(store, vocabulary, input('two killed', { id: 'mine' }), options);
    const moved = input('two killed', { id: 'mine', topic: 'strike' });
    expect(await ingest(store, vocabulary, moved, options)).toMatchObject({ status: 'replaced' });
    expect(await store.group('g-ferry')).toMatchObject({ claims: [] });
    expect(await store.group('g-strike')).toMatchObject({ claims: ['mine-c0'] });
    expect(await store.dirtyTopics()).toEqual([]);
  });

  it('refuses an address that nobody fetched', async () => {
    const bare = { ...input(''), text: undefined, url: 'https://example.org/a' };
    await expect(ingest(store, vocabulary, bare as DocumentInput, options)).rejects.toMatchObject({
      code: 'invalid-document',
    });
    expect((await store.documents({}, { limit: 1 })).data).toEqual([]);
  });

  it('takes the others when one document cannot be read, and says which', async () => {
    const results = await ingestAll(
      store,
      vocabulary,
      [input('one killed'), input('unreadable'), input('two killed'), input('one killed')],
      options,
    );
    expect(results.map((result) => ('error' in result ? 'failed' : result.status))).toEqual([
      'added',
      'failed',
      'added',
      'unchanged',
    ]);
    expect(await store.topic('ferry')).toMatchObject({ documents: 2, version: 1 });
  });

  it('keeps a document whose topic cannot be reconciled, says so, and leaves the topic dirty', async () => {
    await expect(
      ingest(store, vocabulary, input('one killed', { topic: 'poison' }), options),
    ).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('is kept'),
    });
    expect(await store.topic('poison')).toMatchObject({ documents: 1, version: 0 });
    expect(await ingest(store, vocabulary, input('one killed'), options)).toMatchObject({ status: 'added' });
    const { settled, failed } = await settle(store, vocabulary, options);
    expect(settled).toEqual([]);
    expect(failed).toMatchObject([{ topic: 'poison', error: { message: 'a bug in reconciliation' } }]);
  });

  it('keeps the view ready with what it was made from', async () => {
    await ingest(store, vocabulary, input('one killed, two killed'), options);
    const view = await store.view('ferry', 'consensus');
    expect(JSON.parse(view?.json ?? '')).toMatchObject({
      topic: 'ferry',
      data: [{ group: { id: 'g-ferry' } }],
      counts: { documents: 1, claims: 2, groups: 1 },
    });
  });

  it('reads an address through the content that it is given', async () => {
    const bare = { ...input(''), text: undefined, url: 'https://example.org/a' } as DocumentInput;
    const content = async (given: DocumentInput) => ({ ...given, text: 'five killed' });
    expect(await ingest(store, vocabulary, bare, { now, content })).toMatchObject({
      status: 'added',
      claims: 1,
    });
  });

  it('settles what was left dirty by a program that was stopped in between', async () => {
    const made = document('d1');
    await store.addDocument({
      document: made,
      claims: [claim(made, 0)],
      outlet: { id: 'harbour-post', name: 'x', owner: null, kind: 'outlet', sample: false },
    });
    expect(await settle(store, vocabulary, options)).toEqual({ settled: ['ferry'], failed: [] });
    expect(await store.group('g-ferry')).toMatchObject({ claims: ['d1-c0'] });
  });
});
