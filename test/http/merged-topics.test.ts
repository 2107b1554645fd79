import { beforeAll, describe, expect, it } from 'vitest';
import { createIngest } from '../../src/jobs/ingest.ts';
import { withApp } from './harness.ts';

const here = withApp();
let clock = 0;
const tell = async (id: string, place: string, topic?: string) => {
  const text = `Nine people were killed when a ferry sank off ${place} on Monday, police in ${place} said (${id}).`;
  const input = { id, outlet: `Outlet ${id}`, publishedAt: `2025-03-04T0${id.slice(1)}:00:00Z`, text };
  return here.post({ ...input, ...(topic ? { topic } : {}) });
};
beforeAll(async () => {
  const { store, vocabulary } = here.services;
  const now = () => {
    clock += 1_000;
    return new Date(Date.UTC(2025, 10, 4, 10) + clock);
  };
  const fetchPage = () => Promise.reject(new Error('nothing is fetched here'));
  Object.assign(here.services, { now, ...createIngest({ store, vocabulary, now, fetchPage }) });
  for (const [id, topic] of [
    ['b1', 'Boat (old)'],
    ['b2', 'Boat (old)'],
    ['f1', 'ferry'],
    ['s1', 'ship'],
  ] as const)
    expect((await tell(id, 'Naples', topic)).status).toBe(201);
});
const json = async (path: string) => (await here.get(path)).json();
const patch = (topic: string, body: unknown) =>
  here.ask('PATCH', `/v1/topics/${encodeURIComponent(topic)}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const topicOf = async (id: string): Promise<string> => (await json(`/v1/documents/${id}`)).topic;
const audit = async () => (await (await here.ask('GET', '/v1/audit?action=topic.change')).json()).data;

describe('a topic that people named and merged', () => {
  let boat = '';
  let before: unknown[];
  const views = async () => {
    const topics = [boat, 'ferry'].map(encodeURIComponent);
    const parts = topics.flatMap((id) =>
      ['', '/consensus', '/timeline', '/discrepancies'].map((part) => [id, part]),
    );
    return Promise.all(
      parts.map(async ([id, part]) => {
        const { updatedAt: _, version: __, ...rest } = await json(`/v1/topics/${id}${part}`);
        return rest;
      }),
    );
  };

  it('is part of the other one at once, and who did it is written down', async () => {
    boat = await topicOf('b1');
    before = await views();
    const answer = await patch(boat, { mergeInto: 'ferry', title: 'The ferry', reason: 'One boat.' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      topic: { id: 'ferry', title: 'The ferry', documents: 3, outlets: 3 },
      split: null,
    });
    const [{ data, counts }, ...rest] = [await json('/v1/topics/ferry/consensus')];
    expect(rest).toEqual([]);
    expect(counts).toMatchObject({ documents: 3, outlets: 3 });
    expect(data.length).toBeGreaterThan(0);
    expect((await json('/v1/topics')).data.map(({ id }: { id: string }) => id)).toEqual(['ferry', 'ship']);
    const detail = 'title: The ferry; merged into ferry; because: One boat.';
    expect((await audit())[0]).toMatchObject({ target: boat, detail });
    expect(await json('/v1/topics/ferry/merges')).toMatchObject({
      data: [{ id: boat, into: 'ferry', found: false, reason: 'One boat.' }],
      next: null,
    });
  });

  it('leads to the other one from every address, with the rest of it', async () => {
    const id = encodeURIComponent(boat);
    for (const rest of [
      '',
      '/consensus?as_of=2025-10-08&method=vote',
      '.csv',
      '/merges.csv',
      '/consensus.csv?flat=1',
      '/consensus.svg',
      '/consensus?flat=1',
      '/timeline.ndjson',
      '/discrepancies?limit=2',
      '/discrepancies?as_of=2025-10-08',
      '/merges',
      '/embed?show=discrepancies',
      '/feed.json',
      '/atom.xml',
      '/rss.xml',
      '/chart.svg?theme=dark',
      '/chart.png',
    ]) {
      const answer = await here.get(`/v1/topics/${id}${rest}`);
      expect(answer.status, rest).toBe(308);
      expect(answer.headers.get('location')).toBe(`/v1/topics/ferry${rest}`);
    }
    for (const path of ['/topics/ID', '/topics/ID/findings?tier=check', '/embed/topics/ID?lang=fr']) {
      const page = await here.get(path.replace('ID', id), { accept: 'text/html' });
      expect([page.status, page.headers.get('location')]).toEqual([308, path.replace('ID', 'ferry')]);
    }
    for (const list of ['documents', 'claims.csv', 'discrepancies.atom.xml', 'discrepancies', 'reviews']) {
      const answer = await here.get(`/v1/${list}?limit=2&topic=${id}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([
        308,
        `/v1/${list}?limit=2&topic=ferry`,
      ]);
    }
    expect((await here.get('/v1/documents?topic=ferry')).status).toBe(200);
    expect((await here.get('/v1/documents?topic=nobody')).status).toBe(200);
  });

  it('leads there however its name is written in the address, and for other sites too', async () => {
    const written = [...boat].map((letter) => `%${letter.codePointAt(0)?.toString(16)}`).join('');
    const answer = await here.get(`/v1/topics/${written}/consensus`, { origin: 'https://example.org' });
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/v1/topics/ferry/consensus']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is described to whoever embeds it as the one that it is part of', async () => {
    const url = encodeURIComponent(`http://localhost/topics/${encodeURIComponent(boat)}`);
    const answer = await here.get(`/oembed?url=${url}`);
    expect([answer.status, (await answer.json()).title]).toEqual([200, 'The ferry']);
  });

  it('takes what still names it there: articles, rows, drafts', async () => {
    const sent = await tell('b3', 'Naples', 'Boat (old)');
    expect([sent.status, await sent.json()]).toMatchObject([201, { topic: 'ferry', status: 'added' }]);
    expect(await (await tell('b3', 'Naples', 'Boat (old)')).json()).toMatchObject({ status: 'unchanged' });
    const row = { topic: 'Boat (old)', outlet: 'Data', subject: 'people', predicate: 'killed', value: 9 };
    const taken = await here.ask('POST', '/v1/claims', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(row),
    });
    expect(await taken.json()).toMatchObject({ topic: 'ferry', status: 'added' });
    expect((await json('/v1/topics/ferry/consensus')).counts.documents).toBe(5);
    const draft = await here.ask('POST', '/v1/check', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ topic: boat, text: 'Nine people were killed when a ferry sank off Naples.' }),
    });
    expect(await draft.json()).toMatchObject({ topic: 'ferry', topicBasis: 'given' });
  });

  it('is no name for a new topic, and the answer says where it lives', async () => {
    const answer = await here.ask('POST', '/v1/topics', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: boat, title: 'Boat' }),
    });
    const { errors } = await answer.json();
    expect([answer.status, errors[0].path]).toEqual([422, 'id']);
    expect(errors[0].message).toContain('was merged into "ferry"');
  });

  it('is merged once: the same again changes nothing, anything else is refused with what to do', async () => {
    const last = (await audit())[0].seq;
    const again = await patch(boat, { mergeInto: 'ferry' });
    expect([again.status, (await again.json()).topic.id]).toEqual([200, 'ferry']);
    expect((await audit())[0].seq).toBe(last);
    const refusal = async (topic: string, body: unknown) => {
      const answer = await patch(topic, body);
      const [error] = (await answer.json()).errors ?? [];
      return [answer.status, error?.path, error?.message];
    };
    expect(await refusal(boat, { mergeInto: 'ship' })).toEqual([
      422,
      'mergeInto',
      expect.stringContaining('Take that back first: PATCH /v1/topics/ferry'),
    ]);
    expect(await refusal('ferry', { mergeInto: boat })).toEqual([
      422,
      'mergeInto',
      expect.stringContaining('merge this one into it'),
    ]);
    for (const [topic, body] of [
      ['ferry', { mergeInto: 'ferry' }],
      ['ferry', { mergeInto: 'nobody' }],
      ['ship', { unmerge: boat }],
      ['ferry', { unmerge: 'nobody' }],
      ['ferry', { split: ['f1'], unmerge: boat }],
    ] as const)
      expect((await refusal(topic, body))[0], JSON.stringify(body)).toBe(422);
    expect((await patch('nobody', { mergeInto: 'ferry' })).status).toBe(404);
    // Whoever changes it otherwise is led to where it is.
    const led = await patch(boat, { title: 'Boat' });
    expect([led.status, led.headers.get('location')]).toEqual([308, '/v1/topics/ferry']);
  });

  it('leads on when that is merged, too', async () => {
    expect((await patch('ferry', { mergeInto: 'ship' })).status).toBe(200);
    const led = await here.get(`/v1/topics/${encodeURIComponent(boat)}/consensus`);
    expect(led.headers.get('location')).toBe('/v1/topics/ship/consensus');
    expect((await json('/v1/topics/ship')).documents).toBe(6);
    const back = await (await patch('ship', { unmerge: 'ferry' })).json();
    expect([back.topic.id, back.topic.documents, back.split.id, back.split.documents]).toEqual([
      'ship',
      1,
      'ferry',
      5,
    ]);
  });

  it('is what it was when that is taken back, to the byte', async () => {
    for (const { id } of (await json('/v1/documents?topic=ferry&limit=50')).data)
      if (!['b1', 'b2', 'f1'].includes(id)) await here.ask('DELETE', `/v1/documents/${id}`);
    const answer = await patch('ferry', { unmerge: boat, title: 'Ferry', reason: 'Two boats.' });
    expect(await answer.json()).toMatchObject({ topic: { documents: 1 }, split: { id: boat, documents: 2 } });
    expect(await views()).toEqual(before);
    expect(await json('/v1/topics/ferry/merges')).toEqual({ data: [], next: null });
    const again = await patch('ferry', { unmerge: boat });
    expect([again.status, (await again.json()).split.id]).toEqual([200, boat]);
    const detail = `title: Ferry; no longer merged: ${boat}; because: Two boats.`;
    expect((await audit())[0]).toMatchObject({ target: 'ferry', detail });
  });
});

describe('a topic that people named and split', () => {
  it('puts articles under another one for good, whatever they name', async () => {
    const whole = await topicOf('b1');
    const answer = await patch(whole, { split: ['b2'], splitInto: 'second-boat', reason: 'Two boats.' });
    expect(await answer.json()).toMatchObject({
      topic: { id: whole, documents: 1 },
      split: { id: 'second-boat', documents: 1 },
    });
    expect(await (await tell('b2', 'Naples', 'Boat (old)')).json()).toMatchObject({
      status: 'unchanged',
      topic: 'second-boat',
    });
    expect((await json('/v1/topics/second-boat/consensus')).data.length).toBeGreaterThan(0);
    const again = await patch(whole, { split: ['b2'], splitInto: 'second-boat' });
    expect([again.status, (await again.json()).split.id]).toEqual([200, 'second-boat']);
    expect((await patch(whole, { split: ['b1'] })).status).toBe(422);
    expect((await patch(whole, { split: ['f1'] })).status).toBe(422);
    expect((await patch('second-boat', { mergeInto: whole })).status).toBe(200);
    expect(await topicOf('b2')).toBe(whole);
  });
});

describe('a topic that was found and one that people named', () => {
  it('are one under the name, whichever is merged into which; later articles of the story follow', async () => {
    for (const id of ['g1', 'g2']) await tell(id, 'Glasgow');
    const found = await topicOf('g1');
    await tell('h1', 'Glasgow', 'clyde');
    const merged = await (await patch('clyde', { mergeInto: found })).json();
    expect(merged.topic).toMatchObject({ id: 'clyde', documents: 3 });
    expect((await patch('clyde', { mergeInto: found })).status).toBe(200);
    const led = await here.get(`/v1/topics/${found}`);
    expect([led.status, led.headers.get('location')]).toEqual([308, '/v1/topics/clyde']);
    expect(await (await tell('g3', 'Glasgow')).json()).toMatchObject({ topic: 'clyde' });
    await tell('g0', 'Glasgow');
    expect(await topicOf('g0')).toBe('clyde');
    const back = await (await patch('clyde', { unmerge: found })).json();
    expect([back.topic.documents, back.split.documents]).toEqual([1, 4]);
    expect(new Set(await Promise.all(['g0', 'g1', 'g2', 'g3'].map(topicOf)))).toEqual(
      new Set([back.split.id]),
    );
    const other = await (await patch(back.split.id, { mergeInto: 'clyde' })).json();
    expect(other.topic).toMatchObject({ id: 'clyde', documents: 5 });
  });
});

describe('merges that are asked for at once', () => {
  it('are taken one after the other, and lose nothing', async () => {
    for (const [id, topic] of [
      ['x1', 'one'],
      ['x2', 'two'],
      ['x3', 'three'],
    ] as const)
      await tell(id, 'Hull', topic);
    const answers = await Promise.all([
      patch('one', { mergeInto: 'two' }),
      patch('two', { mergeInto: 'three' }),
      patch('three', { mergeInto: 'one' }),
      tell('x4', 'Hull', 'one'),
      tell('x5', 'Hull', 'two'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 201, 201]);
    await here.services.settle();
    expect(new Set(await Promise.all(['x1', 'x2', 'x3', 'x4', 'x5'].map(topicOf)))).toEqual(
      new Set(['three']),
    );
    expect((await json('/v1/topics/three/consensus')).counts.documents).toBe(5);
  });
});
