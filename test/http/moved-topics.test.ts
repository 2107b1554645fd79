import { describe, expect, it } from 'vitest';
import { foundedBy } from '../../src/topic/find-topics.ts';
import { entry, reconciliation, views } from '../store/builders.ts';
import { traits } from '../store/sorting-contract.ts';
import { withApp } from './harness.ts';

const [kept, gone] = [foundedBy('d1'), foundedBy('d2')];

/** Two stories that turn out to be one: the id of the second is no more. */
const here = withApp(async (store) => {
  for (const id of ['d1', 'd2'])
    await store.addDocument({ ...entry(id, 1, { topic: 'unsorted' }), traits: traits(id, 'bergen') });
  await store.moveDocuments([{ document: 'd2', from: 'unsorted', to: gone }], new Map());
  const both = [
    { document: 'd1', from: 'unsorted', to: kept },
    { document: 'd2', from: gone, to: kept },
  ];
  await store.moveDocuments(both, new Map());
  await store.saveReconciliation(reconciliation(kept, []), views('{}'), {
    revision: 9,
    at: '2025-11-04T09:00:05Z',
  });
});

describe('a topic that was taken up by another', () => {
  it('leads there, with the rest of the address', async () => {
    for (const rest of [
      '',
      '/consensus',
      '/consensus?as_of=2025-10-08',
      '/discrepancies?limit=2',
      '/timeline',
    ]) {
      const answer = await here.get(`/v1/topics/${gone}${rest}`);
      expect(answer.status, rest).toBe(308);
      expect(answer.headers.get('location')).toBe(`/v1/topics/${kept}${rest}`);
    }
    const page = await here.get(`/topics/${gone}`, { accept: 'text/html' });
    expect([page.status, page.headers.get('location')]).toEqual([308, `/topics/${kept}`]);
  });

  it('is not led to from an id that never was, nor from one that is there', async () => {
    expect((await here.get('/v1/topics/top_never/consensus')).status).toBe(404);
    expect((await here.get(`/v1/topics/${kept}`)).status).toBe(200);
  });
});
