import { beforeAll, describe, expect, it } from 'vitest';
import { createIngest } from '../../src/jobs/ingest.ts';
import { type Answer, addKey, withApp } from './harness.ts';

const here = withApp();
let reviewer: Record<string, string> = {};
let clock = 0;
beforeAll(async () => {
  const { store, vocabulary } = here.services;
  const now = () => {
    clock += 1_000;
    return new Date(Date.UTC(2025, 10, 4, 10) + clock);
  };
  const fetchPage = () => Promise.reject(new Error('nothing is fetched here'));
  Object.assign(here.services, { now, ...createIngest({ store, vocabulary, now, fetchPage }) });
  reviewer = await addKey(store, 'review');
  await tell('a', 'Plum Daily', 'Ten people were killed when a bridge collapsed in Genoa on Monday.');
  await tell('b', 'Pear Post', 'Thirty people were killed when a bridge collapsed in Genoa on Monday.');
});
const tell = async (id: string, outlet: string, text: string, topic: string | null = 'bridge') => {
  const input = { id, outlet, publishedAt: '2025-03-04T09:00:00Z', text, ...(topic ? { topic } : {}) };
  expect((await here.post(input)).status).toBe(201);
};
const json = async (path: string) => (await here.get(path)).json();
const conflict = async (filter = '') =>
  (await json(`/v1/topics/bridge/discrepancies?tier=conflict${filter}`)).data[0];
const send = (path: string, body: unknown, headers = reviewer): Promise<Answer> =>
  here.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }) as Promise<Answer>;
const paths = async (answer: Answer) => {
  expect(answer.status).toBe(422);
  return (await answer.json()).errors.map((error: { path: string }) => error.path);
};

describe('a finding that a person judges over HTTP', () => {
  it('is dismissed when asked next, stays so when articles come in, and can be asked for', async () => {
    const { id, claims, review } = await conflict();
    expect(review.status).toBe('open');
    expect((await conflict('&review=open')).id).toBe(id);
    expect(await conflict('&review=dismissed')).toBeUndefined();
    const answer = await send(`/v1/findings/${id}/reviews`, { action: 'dismiss', reason: 'Two bridges.' });
    expect(answer.status).toBe(201);
    const said = await answer.json();
    expect(said).toMatchObject({
      action: 'dismiss',
      actor: 'review',
      reason: 'Two bridges.',
      verdict: 'conflict',
    });
    expect([...said.claims].sort()).toEqual([...claims].sort());
    expect(await json(`/v1/findings/${id}`)).toMatchObject({
      flagged: false,
      review: { status: 'dismissed' },
    });
    await tell('c', 'Quince Herald', 'Two cranes were brought to the bridge in Genoa on Tuesday.');
    expect((await conflict('&review=dismissed')).id).toBe(id);
    expect(await conflict('&review=open')).toBeUndefined();
    expect(
      (await json('/v1/discrepancies?review=dismissed')).data.map((one: { id: string }) => one.id),
    ).toEqual([id]);
    expect((await conflict('&review=dismissed&as_of=2026-01-01')).id).toBe(id);
    expect(await conflict('&review=confirmed&as_of=2026-01-01')).toBeUndefined();
    expect(await json(`/v1/findings/${id}/reviews`)).toEqual({ data: [said], next: null });
    const { data } = await (await here.ask('GET', '/v1/audit?action=review.add')).json();
    expect(data[0]).toMatchObject({ actor: 'review', target: said.id });
  });

  it('is what was said last; the words before are kept, newest first, page by page', async () => {
    const { id } = await conflict();
    await send(`/v1/findings/${id}/reviews`, { action: 'confirm', reason: 'One bridge after all.' });
    expect((await conflict('&review=confirmed')).id).toBe(id);
    expect(await conflict('&review=dismissed')).toBeUndefined();
    const first = await json(`/v1/findings/${id}/reviews?limit=1`);
    const second = await json(`/v1/findings/${id}/reviews?limit=1&after=${encodeURIComponent(first.next)}`);
    expect([first, second].map(({ data }) => data[0].action)).toEqual(['confirm', 'dismiss']);
    expect(second.next).toBeNull();
  });

  it('is refused with the field that is wrong, and nothing is kept', async () => {
    const { id } = await conflict();
    const before = (await json('/v1/reviews')).data.length;
    const at = `/v1/findings/${id}/reviews`;
    expect(await paths(await send(at, { action: 'dismiss' }))).toEqual(['reason']);
    expect(await paths(await send(at, { action: 'praise', reason: 'x' }))).toEqual(['action']);
    expect(await paths(await send(at, { action: 'dismiss', reason: '  ', colour: 'red' }))).toEqual(
      expect.arrayContaining(['reason', 'colour']),
    );
    expect(await paths(await send(at, { action: 're-scope', reason: 'x', claim: 'clm_x' }))).toEqual([
      'claim',
    ]);
    expect(await paths(await send(at, { action: 'dismiss', reason: 'x', value: 'y' }))).toEqual(['value']);
    expect((await send('/v1/findings/fnd_none/reviews', { action: 'dismiss', reason: 'x' })).status).toBe(
      404,
    );
    expect((await here.get('/v1/findings/fnd_none/reviews')).status).toBe(404);
    expect(
      (await send(at, { action: 'dismiss', reason: 'x' }, await addKey(here.store, 'read'))).status,
    ).toBe(403);
    expect((await json('/v1/reviews')).data).toHaveLength(before);
  });
});

describe('a finding about as many claims as a great story has', () => {
  it('is judged like any other, by all who saw it as it is', async () => {
    const { store, vocabulary, now } = here.services;
    const { rules } = vocabulary;
    // Of an operator who wants every claim of a side named.
    const wordy = { ...vocabulary, rules: { ...rules, limits: { ...rules.limits, named: 1_000 } } };
    const fetchPage = () => Promise.reject(new Error('nothing is fetched here'));
    Object.assign(here.services, createIngest({ store, vocabulary: wordy, now, fetchPage }));
    const row = { topic: 'vote', subject: 'turnout', predicate: 'people at the rally', unit: 'person' };
    const rows = Array.from({ length: 900 }, (_, at) => ({
      ...{ ...row, outlet: `Outlet ${at}`, origin: `Source ${at}`, publishedAt: '2025-03-04T09:00:00Z' },
      value: at % 2 === 0 ? 100 : 300,
    }));
    const added = await here.ask('POST', '/v1/claims', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rows),
    });
    expect(added.status).toBe(201);
    const largest = async (filter = '') => {
      const { data } = await json(`/v1/topics/vote/discrepancies?tier=conflict&limit=500${filter}`);
      return data.sort(
        (a: { claims: string[] }, b: { claims: string[] }) => b.claims.length - a.claims.length,
      )[0];
    };
    const { id, claims } = await largest();
    expect(claims.length).toBe(900);
    const path = `/v1/findings/${id}/reviews`;
    const dismiss = { action: 'dismiss', reason: 'Counted on two days.', seen: claims };
    expect(await paths(await send(path, { ...dismiss, seen: claims.slice(1) }))).toEqual(['seen']);
    const answer = await send(path, dismiss);
    expect([answer.status, (await answer.json()).claims.length]).toEqual([201, 900]);
    expect(await json(`/v1/findings/${id}`)).toMatchObject({
      flagged: false,
      review: { status: 'dismissed' },
    });
    expect((await largest('&review=dismissed')).id).toBe(id);
    expect((await json(path)).data).toHaveLength(1);
    Object.assign(here.services, createIngest({ store, vocabulary, now, fetchPage }));
  });
});

describe('claims and documents that a person judges over HTTP', () => {
  it('is not judged by who saw it with other claims than it has by now', async () => {
    const { id, claims } = await conflict();
    const path = `/v1/findings/${id}/reviews`;
    const confirm = { action: 'confirm', reason: 'Both are quoted.' };
    expect(await paths(await send(path, { ...confirm, seen: claims.slice(1) }))).toEqual(['seen']);
    expect(await paths(await send(path, { ...confirm, seen: [...claims, 'clm_other'] }))).toEqual(['seen']);
    expect((await send(path, { ...confirm, seen: [...claims].reverse() })).status).toBe(201);
  });

  it('two claims of a finding that answer two questions are no conflict, until they are joined again', async () => {
    const { id, claims } = await conflict();
    const apart = await send(`/v1/findings/${id}/reviews`, { action: 'not-same', reason: 'Two bridges.' });
    expect((await apart.json()).claims.sort()).toEqual([...claims].sort());
    expect(await conflict()).toBeUndefined();
    const joined = await send('/v1/reviews', { action: 'same', reason: 'One.', claims });
    expect(joined.status).toBe(201);
    expect((await conflict()).id).toBe(id);
    const scoped = await send('/v1/reviews', {
      ...{
        action: 're-scope',
        reason: 'It fell in Pisa.',
        claim: claims[0],
        dimension: 'place',
        value: 'pisa',
      },
    });
    expect(await scoped.json()).toMatchObject({ claims: [claims[0]], dimension: 'place', value: 'pisa' });
    for (const [dimension, value, named] of [
      ['place', 'nowhere-at-all', 'egypt'],
      ['cause', 'magic', 'flood'],
      ['population', 'children+goblins', 'children'],
    ]) {
      const again = { action: 're-scope', reason: 'x', claim: claims[0], dimension, value };
      const refused = await send('/v1/reviews', again);
      const { errors } = await refused.json();
      expect([refused.status, errors[0].path], value).toEqual([422, 'value']);
      expect(errors[0].message).toContain(named);
    }
    const { data } = await json('/v1/reviews?topic=bridge&action=same');
    expect(data.map((one: { reason: string }) => one.reason)).toEqual(['One.']);
    expect((await json('/v1/reviews?topic=elsewhere')).data).toEqual([]);
    expect((await json('/v1/reviews?actor=review&limit=2')).data).toHaveLength(2);
    expect((await json('/v1/reviews?actor=nobody')).data).toEqual([]);
  });

  it('two documents that tell two stories get two topics', async () => {
    await tell('s1', 'Plum Daily', 'Nine people were killed when a ferry sank off Naples on Monday.', null);
    await tell(
      's2',
      'Pear Post',
      'Nine people were killed when a ferry sank off Naples on Monday, police said.',
      null,
    );
    const topicOf = async (id: string) => (await json(`/v1/documents/${id}`)).topic;
    expect(await topicOf('s1')).toBe(await topicOf('s2'));
    const body = { action: 'not-same', reason: 'Two ferries.', documents: ['s1', 's2'] };
    expect((await send('/v1/reviews', body)).status).toBe(201);
    expect(await topicOf('s1')).not.toBe(await topicOf('s2'));
    expect((await json(`/v1/reviews?topic=${await topicOf('s2')}`)).data).toHaveLength(1);
  });

  it('what is not there, or says too much, is refused', async () => {
    const wrong = async (body: object) => paths(await send('/v1/reviews', { reason: 'x', ...body }));
    expect(await wrong({ action: 'same', documents: ['a', 'none'] })).toEqual(['documents[1]']);
    expect(await wrong({ action: 'same', claims: ['x'] })).toEqual(['claims']);
    expect(await wrong({ action: 'same', documents: ['a', 'a'] })).toEqual(['documents']);
    expect(await wrong({ action: 'same' })).toEqual(['claims']);
    expect(await wrong({ action: 'confirm' })).toEqual(['finding']);
    expect(await wrong({ action: 're-scope', claim: 'x' })).toEqual(['dimension', 'value']);
    const finding = { action: 'dismiss', reason: 'x', finding: 'fnd_none' };
    expect((await send('/v1/reviews', finding)).status).toBe(404);
  });
});
