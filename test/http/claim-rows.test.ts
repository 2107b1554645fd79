import { describe, expect, it } from 'vitest';
import { addKey, withApp } from './harness.ts';

const here = withApp();
const row = (own: Record<string, unknown> = {}) => ({
  ...{ topic: 'toll', outlet: 'Plum Daily', subject: 'people', predicate: 'killed', value: 24 },
  ...{ publishedAt: '2025-10-07T12:00:00Z', ...own },
});
const send = (body: unknown, type = 'application/json', headers: Record<string, string> = {}) =>
  here.ask('POST', '/v1/claims', {
    headers: { 'content-type': type, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const json = async (path: string) => (await here.get(path)).json();

describe('structured rows over HTTP', () => {
  it('one is kept, proved by its own words, and changes nothing when it comes again', async () => {
    const answer = await send(row({ origin: 'Health Office', scope: { place: 'gaza' } }));
    expect(answer.status).toBe(201);
    const taken = await answer.json();
    expect(taken).toMatchObject({ topic: 'toll', status: 'added' });
    expect(answer.headers.get('location')).toBe(`/v1/claims/${taken.id}`);
    const claim = await json(`/v1/claims/${taken.id}`);
    expect(claim).toMatchObject({ outlet: 'plum-daily', value: { nominal: 24 }, documentId: taken.document });
    const document = await json(`/v1/documents/${taken.document}`);
    expect(document.source).toBe('claims');
    expect(document.text.slice(claim.evidence.valueStart, claim.evidence.valueEnd)).toBe('24');
    const again = await send(row({ origin: 'Health Office', scope: { place: 'gaza' } }));
    expect([again.status, await again.json()]).toEqual([200, { ...taken, status: 'unchanged' }]);
    expect((await json('/v1/claims?topic=toll')).data).toHaveLength(1);
    const { data } = await (await here.ask('GET', '/v1/audit?action=claim.add')).json();
    expect(data.map((one: { target: string }) => one.target)).toEqual([taken.id]);
  });

  it('rows that disagree are a conflict in the next answer', async () => {
    const told = (outlet: string, value: number) =>
      row({ topic: 'storm', outlet, value, scope: { place: 'gaza' } });
    const answer = await send([told('Plum Daily', 24), told('Pear Post', 61)]);
    expect([answer.status, (await answer.json()).counts.added]).toEqual([201, 2]);
    expect((await json('/v1/topics/storm/consensus')).data[0].support.outlets).toBe(2);
    expect((await json('/v1/topics/storm/discrepancies')).data).not.toEqual([]);
  });

  it('the bad ones of a list are named by place and field, and the good ones are kept', async () => {
    const answer = await send([
      row({ topic: 'mixed' }),
      row({ topic: 'mixed', value: undefined }),
      row({ topic: 'mixed', publishedAt: 'yesterday', colour: 'red' }),
      'x',
      row({ topic: 'mixed', value: 'at least 30' }),
    ]);
    expect(answer.status).toBe(207);
    const { data, counts } = await answer.json();
    expect(counts).toEqual({ added: 2, unchanged: 0, replaced: 0, failed: 3 });
    const wrong = data.map(({ error }: { error?: { errors: { path: string }[] } }) =>
      error?.errors.map(({ path }) => path),
    );
    expect(wrong).toEqual([
      undefined,
      ['value'],
      expect.arrayContaining(['publishedAt', 'colour']),
      [''],
      undefined,
    ]);
    expect((await json('/v1/claims?topic=mixed')).data).toHaveLength(2);
  });

  it('a stream is answered line by line, and the last line says how many', async () => {
    const lines = [
      JSON.stringify(row({ topic: 'lines' })),
      '{"topic":',
      JSON.stringify(row({ topic: 'lines', value: 9 })),
    ];
    const answer = await send(lines.join('\n'), 'application/x-ndjson');
    const told = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told.map(({ line, status, error }) => [line, status ?? error?.code])).toEqual([
      ...[
        [1, 'added'],
        [2, 'invalid-json'],
        [3, 'added'],
      ],
      [undefined, undefined],
    ]);
    expect(told.at(-1).summary).toEqual({ complete: true, added: 2, unchanged: 0, replaced: 0, failed: 1 });
    expect((await json('/v1/claims?topic=lines')).data).toHaveLength(2);
  });

  it('what is no row, and who may not write, is refused', async () => {
    expect((await send(row({ subject: ' ' }))).status).toBe(422);
    expect((await send([])).status).toBe(400);
    expect((await send('')).status).toBe(400);
    expect((await send('{"value": 1e999}')).status).toBe(422);
    expect((await send(row(), 'text/csv')).status).toBe(415);
    expect((await send(row(), 'application/json', await addKey(here.store, 'read'))).status).toBe(403);
    const hostile = await send(row({ topic: 'a\u0000b' }));
    expect(hostile.status).toBe(422);
    expect((await json('/v1/claims?topic=toll')).data).toHaveLength(1);
  });
});
