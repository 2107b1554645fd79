import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { settle } from '../../src/ingest.ts';
import { loadSamples, withSampleOutlets } from '../../src/jobs/load-samples.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { type Answer, withApp } from './harness.ts';

const vocabulary = withSampleOutlets(loadVocabulary());
const here = withApp(async (store) => {
  await loadSamples(store, vocabulary);
  await settle(store, vocabulary, { now: new Date('2025-11-01T00:00:00Z') });
});
const check = async (body: unknown, path = '/v1/check', type = 'application/json'): Promise<Answer> =>
  here.app.request(path, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const text =
  'The air strike on the market of Karsin on Thursday killed 50 people, said Lena Osk, the director of the General Hospital. Hospitals took in 17 pigeons.';

describe('POST /v1/check', () => {
  it('finds the topic of a draft, stands its figures against it, and stores nothing', async () => {
    const count = async () => [
      (await here.store.documents({}, { limit: 500 })).data.length,
      (await here.store.claims({}, { limit: 500 })).data.length,
      (await here.store.dirtyTopics()).length,
    ];
    const before = await count();
    const response = await check({ text, publishedAt: '2024-03-15T12:00:00Z' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const view = await response.json();
    expect(view).toMatchObject({ topic: 'karsin-market-strike', topicBasis: 'found', next: null });
    expect(view.data[0]).toMatchObject({ text: '50', verdict: 'conflict' });
    expect(view.counts.conflict).toBe(1);
    expect(await count()).toEqual(before);
  });

  it('reads a draft about an old story as one of its time when it has none of its own', async () => {
    const view = await (await check({ text, topic: 'karsin-market-strike' })).json();
    expect(view).toMatchObject({ topicBasis: 'given', publishedAt: '2024-03-16T09:00:00Z' });
    expect(view.data[0].verdict).toBe('conflict');
  });

  it('comes as CSV too', async () => {
    const response = await check({ text, topic: 'karsin-market-strike' }, '/v1/check.csv');
    const rows: Record<string, string>[] = parse(await response.text(), { columns: true });
    expect(rows[0]).toMatchObject({ text: '50', verdict: 'conflict', status: 'disputed' });
  });

  it('says so when it knows no topic, and when the one that is given is not there', async () => {
    const lost = await (await check({ text: 'A ferry sank off Oban, killing 3 people.' })).json();
    expect(lost).toMatchObject({ topic: null, topicBasis: 'none', data: [{ verdict: 'uncorroborated' }] });
    expect((await check({ text, topic: 'nowhere' })).status).toBe(404);
  });

  it('refuses what is no draft, too long or of another type', async () => {
    for (const [body, status, type] of [
      [{}, 422],
      [{ text: '' }, 422],
      [{ text: 'x', colour: 'red' }, 422],
      [{ text: 'x', publishedAt: 'yesterday' }, 422],
      [{ text: 'x'.repeat(100_001) }, 422],
      ['{"text":', 400],
      ['', 400],
      [[1], 422],
      ['x'.repeat(300_000), 413],
      ['text=x', 415, 'application/x-www-form-urlencoded'],
    ] as const) {
      const response = await check(body, '/v1/check', type);
      expect(response.status, JSON.stringify(body).slice(0, 60)).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    }
  });
});
