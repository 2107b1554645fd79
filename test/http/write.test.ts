import { describe, expect, it } from 'vitest';
import { anInput, BODY_LIMIT, withApp } from './harness.ts';

const here = withApp();
const lines = async (response: Response) =>
  (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const ndjson = 'application/x-ndjson';

describe('adding documents', () => {
  it('adds one, says where it is, and changes nothing when it comes again', async () => {
    const first = await here.post(anInput({ id: 'mine' }));
    expect([first.status, await first.json()]).toEqual([
      201,
      { id: 'mine', topic: 'harbour-flood', status: 'added', claims: 1 },
    ]);
    expect(first.headers.get('location')).toBe('/v1/documents/mine');
    const again = await here.post(anInput({ id: 'mine' }));
    expect([again.status, (await again.json()).status]).toEqual([200, 'unchanged']);
    expect((await (await here.get('/v1/documents/mine')).json()).claims).toHaveLength(1);
  });

  it('replaces a document when its id comes with another text', async () => {
    await here.post(anInput({ id: 'edited' }));
    const response = await here.post(anInput({ id: 'edited', text: 'Nobody was hurt.' }));
    expect([response.status, (await response.json()).status]).toEqual([200, 'replaced']);
  });

  it('takes a list, answers for each in order, and takes the rest when one is wrong', async () => {
    const response = await here.post([
      anInput({ id: 'a' }),
      anInput({ publishedAt: 'yesterday' }),
      anInput({ id: 'b', text: 'UNREADABLE' }),
      anInput({ id: 'c' }),
    ]);
    expect(response.status).toBe(207);
    const { data, counts } = await response.json();
    expect(counts).toEqual({ added: 2, unchanged: 0, replaced: 0, failed: 2 });
    expect(data.map((row: { index: number }) => row.index)).toEqual([0, 1, 2, 3]);
    expect(data[1].error).toMatchObject({ code: 'invalid-document', errors: [{ path: 'publishedAt' }] });
    expect(data[2].error).toMatchObject({ code: 'invalid-document', status: 422 });
    expect(data[3]).toMatchObject({ id: 'c', status: 'added' });
    expect((await here.post([anInput({ id: 'a' })])).status).toBe(200);
    expect((await here.post([anInput({ id: 'a' }), anInput({ id: 'd' })])).status).toBe(201);
  });

  it('takes a stream line by line and reports a bad line with its number', async () => {
    const long = JSON.stringify(anInput({ text: 'x'.repeat(BODY_LIMIT) }));
    const body = [
      JSON.stringify(anInput({ id: 's1' })),
      '{"outlet": ',
      '',
      JSON.stringify(anInput({ id: 's4', colour: 'red' })),
      long,
      `\t${JSON.stringify(anInput({ id: 's6' }))}\r`,
      '[]',
      JSON.stringify(anInput({ id: 's8' })),
    ].join('\n');
    const response = await here.post(body, ndjson);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(ndjson);
    const rows = await lines(response);
    expect(rows.map((row) => [row.line, row.status ?? row.error?.code])).toEqual([
      [1, 'added'],
      [2, 'invalid-json'],
      [4, 'invalid-document'],
      [5, 'too-large'],
      [6, 'added'],
      [7, 'invalid-document'],
      [8, 'added'],
      [undefined, undefined],
    ]);
    expect(rows[2].error.errors[0]).toMatchObject({ path: 'colour' });
    expect(rows.at(-1)).toEqual({
      summary: { complete: true, added: 3, unchanged: 0, replaced: 0, failed: 4 },
    });
  });

  it('answers the first lines of a stream before the last ones are sent', async () => {
    let send: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        send = controller;
      },
    });
    const encode = (text: string) => new TextEncoder().encode(text);
    const response = await here.post(body, ndjson);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    // Cut in the middle of a character of two bytes.
    const bytes = encode(`${JSON.stringify(anInput({ id: 'slow-1', title: 'Café' }))}\n`);
    const cut = bytes.indexOf(0xc3) + 1;
    send?.enqueue(bytes.slice(0, cut));
    send?.enqueue(bytes.slice(cut));
    const first = await reader.read();
    expect(new TextDecoder().decode(first.value)).toContain('"slow-1"');
    send?.close();
    const last = await reader.read();
    expect(new TextDecoder().decode(last.value)).toContain('"complete":true');
    expect((await here.store.document('slow-1'))?.title).toBe('Café');
  });

  it('goes on with a stream when a portion crashes, and does not say why', async () => {
    const { ingest } = here.services;
    here.services.ingest = async () => {
      throw new Error('secret of the database');
    };
    const rows = await lines(await here.post(`${JSON.stringify(anInput())}\n{}\n`, ndjson));
    const single = await here.post(anInput());
    here.services.ingest = ingest;
    expect(rows.map((row) => row.error?.code)).toEqual(['internal', 'invalid-document', undefined]);
    expect(JSON.stringify(rows)).not.toContain('secret');
    expect(single.status).toBe(500);
    expect(await single.text()).not.toContain('secret');
    expect(JSON.stringify(here.logged)).toContain('request failed');
  });

  it('withdraws a document and reconciles without it', async () => {
    let settled = 0;
    here.services.settle = async () => {
      settled += 1;
    };
    await here.post(anInput({ id: 'gone' }));
    const remove = () => here.ask('DELETE', '/v1/documents/gone');
    expect((await remove()).status).toBe(204);
    expect(settled).toBe(1);
    expect((await remove()).status).toBe(404);
    expect((await here.get('/v1/documents/gone')).status).toBe(404);
  });
});
