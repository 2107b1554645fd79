import { beforeAll, describe, expect, it } from 'vitest';
import { createIngest } from '../../src/jobs/ingest.ts';
import { withApp } from './harness.ts';

const here = withApp();
let clock = 0;
beforeAll(async () => {
  const { store, vocabulary } = here.services;
  const now = () => {
    clock += 1_000;
    return new Date(Date.UTC(2025, 10, 4, 10) + clock);
  };
  const fetchPage = () => Promise.reject(new Error('nothing is fetched here'));
  Object.assign(here.services, { now, ...createIngest({ store, vocabulary, now, fetchPage }) });
  for (const [id, place] of [
    ['n1', 'Naples'],
    ['n2', 'Naples'],
    ['n3', 'Naples'],
    ['g1', 'Glasgow'],
    ['g2', 'Glasgow'],
  ] as const)
    await tell(id, place);
});
const tell = async (id: string, place: string, topic?: string) => {
  const text = `Nine people were killed when a ferry sank off ${place} on Monday, police in ${place} said (${id}).`;
  const input = { id, outlet: `Outlet ${id}`, publishedAt: `2025-03-04T0${id.slice(1)}:00:00Z`, text };
  expect((await here.post({ ...input, ...(topic ? { topic } : {}) })).status).toBe(201);
};
const json = async (path: string) => (await here.get(path)).json();
const topicOf = async (id: string): Promise<string> => (await json(`/v1/documents/${id}`)).topic;
const topicsOf = (...ids: string[]) => Promise.all(ids.map(topicOf));
const send = (method: string, path: string, body: unknown) =>
  here.ask(method, path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const patch = async (topic: string, body: unknown) => send('PATCH', `/v1/topics/${topic}`, body);

describe('topics that were found', () => {
  it('two are merged for good: the old id leads on, and new articles follow', async () => {
    const [naples, glasgow] = await topicsOf('n1', 'g1');
    expect(naples).not.toBe(glasgow);
    const answer = await patch(glasgow ?? '', {
      mergeInto: naples,
      title: 'Two ferries',
      reason: 'One storm.',
    });
    expect(answer.status).toBe(200);
    const { topic, split } = await answer.json();
    expect([topic.title, topic.documents, split]).toEqual(['Two ferries', 5, null]);
    expect(new Set(await topicsOf('n1', 'n2', 'n3', 'g1', 'g2'))).toEqual(new Set([topic.id]));
    const gone = [naples, glasgow].find((id) => id !== topic.id);
    const led = await here.get(`/v1/topics/${gone}`);
    expect([led.status, led.headers.get('location')]).toEqual([308, `/v1/topics/${topic.id}`]);
    await tell('g3', 'Glasgow');
    expect(await topicOf('g3')).toBe(await topicOf('n1'));
    expect((await json('/v1/reviews?action=same')).data[0]).toMatchObject({ reason: 'One storm.' });
  });

  it('one is split again, whatever had joined it, and both sides stay as they are', async () => {
    const whole = await topicOf('n1');
    const answer = await patch(whole, { split: ['g1', 'g2', 'g3'] });
    expect(answer.status).toBe(200);
    const { topic, split } = await answer.json();
    expect([topic.documents, split.documents]).toEqual([3, 3]);
    expect(await topicsOf('n1', 'n2', 'n3')).toEqual([topic.id, topic.id, topic.id]);
    expect(await topicsOf('g1', 'g2', 'g3')).toEqual([split.id, split.id, split.id]);
    await tell('n4', 'Naples');
    expect(await topicsOf('n4', 'g1')).toEqual([topic.id, split.id]);
  });

  it('one of likes is split into two that its articles alone would never make, and merged back', async () => {
    const { topic, split } = await (await patch(await topicOf('n1'), { split: ['n2', 'n4'] })).json();
    expect(await topicsOf('n1', 'n3')).toEqual([topic.id, topic.id]);
    expect(await topicsOf('n2', 'n4')).toEqual([split.id, split.id]);
    expect((await patch(split.id, { mergeInto: topic.id })).status).toBe(200);
    expect(new Set(await topicsOf('n1', 'n2', 'n3', 'n4')).size).toBe(1);
  });

  it('a title is kept when articles come in', async () => {
    const id = await topicOf('g1');
    expect((await (await patch(id, { title: 'The Clyde ferry' })).json()).topic.title).toBe(
      'The Clyde ferry',
    );
    await tell('g4', 'Glasgow');
    expect((await json(`/v1/topics/${id}`)).title).toBe('The Clyde ferry');
    const { data } = await (await here.ask('GET', '/v1/audit?action=topic.change')).json();
    expect(data[0]).toMatchObject({ target: id, detail: 'title: The Clyde ferry' });
  });

  it('what cannot be done is refused, and nothing changes', async () => {
    const id = await topicOf('n1');
    const before = await topicsOf('n1', 'n2', 'g1');
    const refusal = async (topic: string, body: unknown) => {
      const answer = await patch(topic, body);
      return [
        answer.status,
        ...((await answer.json()).errors ?? []).map((one: { path: string }) => one.path),
      ];
    };
    expect(await refusal('none', { title: 'x' })).toEqual([404]);
    expect(await refusal(id, {})).toEqual([422, '']);
    expect(await refusal(id, { title: ' ' })).toEqual([422, 'title']);
    expect(await refusal(id, { mergeInto: 'none' })).toEqual([422, 'mergeInto']);
    expect(await refusal(id, { mergeInto: id })).toEqual([422, 'mergeInto']);
    expect(await refusal(id, { split: ['n1'], splitInto: 'other' })).toEqual([422, 'splitInto']);
    expect(await refusal(id, { splitInto: 'other' })).toEqual([422, 'splitInto', '']);
    expect(await refusal(id, { unmerge: 'none' })).toEqual([422, 'unmerge']);
    expect(await refusal(id, { unmerge: id })).toEqual([422, 'unmerge']);
    expect(await refusal(id, { split: ['g1'] })).toEqual([422, 'split']);
    expect(await refusal(id, { split: ['n1', 'n2', 'n3', 'n4'] })).toEqual([422, 'split']);
    expect(await refusal(id, { split: ['n1'], mergeInto: 'x' })).toEqual([422, 'split']);
    expect(await topicsOf('n1', 'n2', 'g1')).toEqual(before);
  });
});

describe('a change of a topic that is sent again', () => {
  it('with an Idempotency-Key is done once and gets the same answer', async () => {
    await tell('n5', 'Nantes');
    await tell('g5', 'Genoa');
    const [from, into] = await topicsOf('n5', 'g5');
    const merge = (key: string) =>
      here.ask('PATCH', `/v1/topics/${from}`, {
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ mergeInto: into }),
      });
    const first = await merge('once');
    const again = await merge('once');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.text()).toBe(await first.text());
    expect((await merge('another')).status).not.toBe(200);
  });
});

describe('a topic that is made before its articles', () => {
  it('keeps its title when they come, and is made once', async () => {
    const body = { id: 'harbour', title: 'The old harbour' };
    const made = await send('POST', '/v1/topics', body);
    expect([made.status, (await made.json()).title]).toEqual([201, 'The old harbour']);
    expect((await send('POST', '/v1/topics', body)).status).toBe(200);
    expect((await send('POST', '/v1/topics', { ...body, title: 'Another' })).status).toBe(422);
    expect((await send('POST', '/v1/topics', { id: 'harbour' })).status).toBe(422);
    await tell('h1', 'Hull', 'harbour');
    expect(await json('/v1/topics/harbour')).toMatchObject({ title: 'The old harbour', documents: 1 });
  });
});

describe('a topic before its first article', () => {
  it('that is still being worked out says when to ask again', async () => {
    await here.store.putTopic({ id: 'under-way', title: 'Under way' });
    for (const part of ['consensus', 'chart.svg', 'timeline']) {
      const answer = await here.get(`/v1/topics/under-way/${part}`);
      expect([answer.status, answer.headers.get('retry-after')], part).toEqual([503, '1']);
    }
  });

  it('has a consensus, a timeline and a list of discrepancies: all of them empty', async () => {
    expect((await send('POST', '/v1/topics', { id: 'to-come', title: 'To come' })).status).toBe(201);
    for (const part of ['consensus', 'timeline', 'discrepancies', 'embed', 'consensus?flat=1']) {
      const answer = await here.get(`/v1/topics/to-come/${part}`);
      expect(answer.status, part).toBe(200);
    }
    expect(await json('/v1/topics/to-come/consensus')).toMatchObject({
      topic: 'to-come',
      data: [],
      next: null,
    });
    await tell('n9', 'Naples', 'to-come');
    expect((await json('/v1/topics/to-come/consensus')).data.length).toBeGreaterThan(0);
  });
});
