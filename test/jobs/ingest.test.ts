import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrosscheckError } from '../../src/errors.ts';
import { createIngest } from '../../src/jobs/ingest.ts';
import type { Fetched } from '../../src/outside/fetch.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const text = 'At least four people were killed in Genoa when a bridge collapsed on Monday, police said.';
const article = (rest: Record<string, unknown> = {}) => ({
  outlet: 'Example Times',
  publishedAt: '2025-03-04T09:00:00Z',
  topic: 'bridge',
  text,
  ...rest,
});

let folder = '';
let store: Store;
const verbs = (
  changes: Partial<Store> = {},
  page: Fetched = { url: 'https://example.org/', kind: 'text', content: text },
) =>
  createIngest({
    store: new Proxy(store, {
      get: (target, name) => Reflect.get({ ...changes }, name) ?? Reflect.get(target, name),
    }),
    vocabulary,
    now: () => new Date('2025-03-05T00:00:00Z'),
    fetchPage: async () => page,
  });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crosscheck-jobs-'));
  store = await openStore({ path: join(folder, 'test.db') });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('ingesting', () => {
  it('adds an article once, and its topic is settled', async () => {
    const { ingest } = verbs();
    expect(await ingest([article(), article()])).toMatchObject([
      { status: 'added' },
      { status: 'unchanged' },
    ]);
    expect(await store.dirtyTopics()).toEqual([]);
    expect((await store.consensus('bridge')).length).toBeGreaterThan(0);
  });

  it('puts a changed article in the place of the old one', async () => {
    const { ingest } = verbs();
    await ingest([article({ id: 'a' })]);
    expect(await ingest([article({ id: 'a', text: text.replace('four', 'five') })])).toMatchObject([
      { status: 'replaced' },
    ]);
  });

  it('fetches an article that is only an address', async () => {
    expect(await verbs().ingest([article({ text: undefined, url: 'https://example.org/' })])).toMatchObject([
      { status: 'added' },
    ]);
  });

  it('answers for each article on its own', async () => {
    const feed: Fetched = { url: 'https://example.org/', kind: 'feed', content: '<rss/>' };
    const outcomes = await verbs({}, feed).ingest([
      article({ text: undefined, url: 'https://example.org/' }),
      article({ text: undefined, html: '<script>only code</script>' }),
      article(),
    ]);
    expect(outcomes).toMatchObject([
      { error: expect.any(CrosscheckError) },
      { error: expect.any(CrosscheckError) },
      { status: 'added' },
    ]);
  });

  it('settles the other topics when one cannot be', async () => {
    const { take } = verbs();
    await take([article({ topic: 'one' }), article({ topic: 'two' })]);
    const broken = verbs({
      topicInput: (topic) =>
        topic === 'one' ? Promise.reject(new Error('torn page')) : store.topicInput(topic),
    });
    await expect(broken.settle()).rejects.toThrow('Not reconciled: "one"');
    expect(await store.dirtyTopics()).toEqual(['one']);
    await verbs().settle();
    expect(await store.dirtyTopics()).toEqual([]);
  });

  it('settles once more when two ask at the same time', async () => {
    const { ingest } = verbs();
    await Promise.all([ingest([article({ topic: 'one' })]), ingest([article({ topic: 'two' })])]);
    expect(await store.dirtyTopics()).toEqual([]);
  });
});
