import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { acceptsGzip } from '../../src/http/guards/pack.ts';
import { anInput, withApp } from './harness.ts';

const here = withApp();
const gzip = { 'accept-encoding': 'br, gzip;q=0.5' };

async function openTo(bytes: number): Promise<string> {
  const id = `d${bytes}`;
  await here.post(
    anInput({ id, text: `Ten people were killed. ${'The harbour is old. '.repeat(bytes / 20)}` }),
  );
  return `/v1/documents/${id}`;
}

describe('answers that are packed', () => {
  it.each([5_000, 150_000])('say the same as plain ones: %i characters', async (bytes) => {
    const path = await openTo(bytes);
    const plain = await here.get(path);
    const packed = await here.get(path, gzip);
    expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([
      null,
      'gzip',
    ]);
    for (const { headers } of [plain, packed]) expect(headers.get('vary')).toContain('Accept-Encoding');
    const sent = Buffer.from(await packed.arrayBuffer());
    const text = await plain.text();
    expect(sent.length).toBeLessThan(text.length / 4);
    expect(gunzipSync(sent).toString()).toBe(text);
  });

  it('have a tag that either form is known by, and answer 304', async () => {
    const path = await openTo(5_000);
    const [plain, packed] = [await here.get(path), await here.get(path, gzip)];
    const [strong, weak] = [plain.headers.get('etag') ?? '', packed.headers.get('etag') ?? ''];
    expect(strong).toMatch(/^"/);
    expect(weak).toBe(`W/${strong}`);
    for (const tag of [strong, weak])
      for (const accept of [{}, gzip]) {
        const known = await here.get(path, { ...accept, 'if-none-match': tag });
        expect([known.status, await known.text(), known.headers.get('content-encoding')]).toEqual([
          304,
          '',
          null,
        ]);
      }
  });

  it('are neither the small ones, nor what comes line by line, nor what is not asked for so', async () => {
    for (let bytes = 5_000; bytes < 5_010; bytes += 1) await openTo(bytes);
    const lines = await here.get('/v1/claims.ndjson?flat=1', gzip);
    const small = await here.get('/v1/outlets', gzip);
    const refused = await here.get('/v1/documents/d5000', { 'accept-encoding': 'gzip;q=0, *' });
    for (const answer of [lines, small, refused]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-encoding')).toBeNull();
    }
    const text = await lines.text();
    expect(text.length).toBeGreaterThan(2_000);
    expect(text).toMatch(/^\{.*\}\n$/s);
  });

  it('are wanted where Accept-Encoding says so', () => {
    const wanted = ['gzip', 'GZIP', 'deflate, gzip;q=1.0', '*', 'x-gzip', 'br;q=1, *;q=0.1'];
    const unwanted = [undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0, *', '*;q=0', 'gzip;q=x'];
    expect(wanted.filter((header) => !acceptsGzip(header))).toEqual([]);
    expect(unwanted.filter(acceptsGzip)).toEqual([]);
  });
});
