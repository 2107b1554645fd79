import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/change/change.ts';
import { anInput, withApp } from './harness.ts';
import { tellStory } from './story.ts';

const here = withApp(tellStory);
const rows = async (path: string) => (await (await here.get(path)).json()).data as Change[];

describe('the change feed', () => {
  it('is walked page by page, and each cursor leads to what came after it', async () => {
    const whole = await rows('/v1/changes?limit=500');
    expect(whole.length).toBeGreaterThan(20);
    const walked: Change[] = [];
    let path: string | null = '/v1/changes?limit=7';
    while (path !== null) {
      const answer = await here.get(path);
      const { data, cursor, next } = await answer.json();
      walked.push(...data);
      expect(next === null || next === cursor).toBe(true);
      const link: string | null = answer.headers.get('link');
      expect(link === null).toBe(next === null);
      path = link === null ? null : (/<([^>]+)>/.exec(link)?.[1] ?? '');
    }
    expect(walked).toEqual(whole);
    const [first, ...rest] = whole;
    expect(await rows(`/v1/changes?limit=500&since=${first?.cursor}`)).toEqual(rest);
  });

  it('tells the types and topics that are asked for, and refuses those that there are not', async () => {
    const conflicts = await rows('/v1/changes?type=conflict.opened&limit=500');
    expect(conflicts.length).toBeGreaterThan(0);
    expect(new Set(conflicts.map((one) => one.type))).toEqual(new Set(['conflict.opened']));
    const ofTopic = await rows(
      '/v1/changes?topic=harbour-flood&type=document.added,claim.ingested&limit=500',
    );
    expect(new Set(ofTopic.map((one) => one.topic))).toEqual(new Set(['harbour-flood']));
    expect(await rows('/v1/changes?topic=none')).toEqual([]);
    const wrong = await here.get('/v1/changes?type=weather.changed');
    expect(wrong.status).toBe(400);
    expect((await wrong.json()).errors[0].message).toMatch(/conflict\.opened/);
  });

  it('leads from a snapshot to what came later', async () => {
    const { cursor, data } = await (await here.get('/v1/changes?since=now')).json();
    expect(data).toEqual([]);
    await here.post(anInput({ id: 'later', topic: 'late' }));
    expect((await rows(`/v1/changes?since=${cursor}`)).map((one) => one.type)).toEqual([
      'topic.created',
      'document.added',
      'claim.ingested',
    ]);
    await here.ask('DELETE', '/v1/documents/later');
    const tombs = await rows(`/v1/changes?since=${cursor}`);
    expect(tombs.filter((one) => one.action === 'deleted').map((one) => one.id)).toContain('later');
  });

  it('answers 304 to who has the page already', async () => {
    const first = await here.get('/v1/changes');
    const again = await here.get('/v1/changes', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it('is sent whole as lines', async () => {
    const answer = await here.get('/v1/changes?limit=1', { accept: 'application/x-ndjson' });
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await answer.text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(await rows('/v1/changes?limit=500'));
    const none = await here.get('/v1/changes?since=now', { accept: 'application/x-ndjson' });
    expect([none.status, await none.text()]).toEqual([200, '']);
    const wrong = await here.get('/v1/changes?since=x', { accept: 'application/x-ndjson' });
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });

  it('answers 410 to a cursor whose changes are no longer kept, and says what to do', async () => {
    const [first] = await rows('/v1/changes?limit=1');
    await here.store.pruneChanges({ before: 0, most: 5 });
    for (const since of [first?.cursor, '0']) {
      const answer = await here.get(`/v1/changes?since=${since}`);
      expect(answer.status).toBe(410);
      expect(await answer.json()).toMatchObject({ code: 'gone', detail: expect.stringMatching(/since=now/) });
    }
    expect(await rows('/v1/changes')).toHaveLength(5);
  });

  it('refuses a cursor that it did not give out', async () => {
    for (const since of ['1', 'abc', '%00', 'a'.repeat(401), '']) {
      const answer = await here.get(`/v1/changes?since=${since}`);
      expect([answer.status, (await answer.json()).errors[0].path], since).toEqual([400, 'since']);
    }
  });
});

describe('what changed since a time', () => {
  it('is a filter of claims, documents, topics and discrepancies', async () => {
    const future = '2999-01-01T00:00:00Z';
    for (const path of ['/v1/claims', '/v1/documents', '/v1/topics', '/v1/discrepancies']) {
      const all = await rows(`${path}?limit=500`);
      const since = await rows(`${path}?limit=500&updated_since=2020-01-01`);
      const ids = (list: { id: string }[]) => list.map((one) => one.id).sort();
      expect(ids(since), path).toEqual(ids(all));
      expect(all.length, path).toBeGreaterThan(0);
      expect(await rows(`${path}?updated_since=${future}`), path).toEqual([]);
      const wrong = await here.get(`${path}?updated_since=yesterday`);
      expect([wrong.status, (await wrong.json()).errors[0].path], path).toEqual([400, 'updated_since']);
    }
  });

  it('has no meaning for a topic as it stood', async () => {
    const answer = await here.get(
      '/v1/topics/harbour-flood/discrepancies?as_of=2026-01-01&updated_since=2025-01-01',
    );
    expect([answer.status, (await answer.json()).errors[0].path]).toEqual([400, 'updated_since']);
  });
});
