import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, anInput, BODY_LIMIT, withApp } from './harness.ts';
import { tellStory } from './story.ts';

const here = withApp(tellStory);

/** Checks that an answer is a problem as RFC 9457 has it, and gives it. */
async function problemIn(response: Answer) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = await response.json();
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  expect(problem.title).not.toBe('');
  return problem;
}
const refusal = async (response: Promise<Answer>) => {
  const { status, code, errors } = await problemIn(await response);
  return [status, code, errors.map((each: { path: string }) => each.path)];
};

describe('refusing a body', () => {
  it('refuses an empty one', async () => {
    expect(await refusal(here.post(''))).toEqual([400, 'invalid-json', []]);
    expect(await refusal(here.post(' \n '))).toEqual([400, 'invalid-json', []]);
    expect(await refusal(here.post([]))).toEqual([400, 'invalid-request', []]);
  });

  it('refuses one that is too large, told or untold', async () => {
    const large = 'x'.repeat(20_000_000);
    expect(await refusal(here.post(large))).toEqual([413, 'too-large', []]);
    expect(await refusal(here.post('{}', 'application/json', { 'content-length': '20000000' }))).toEqual([
      413,
      'too-large',
      [],
    ]);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(10_000).fill(32));
      },
    });
    expect(await refusal(here.post(endless))).toEqual([413, 'too-large', []]);
    expect(sent).toBeLessThan(BODY_LIMIT / 10_000 + 5);
  });

  it('refuses what is no JSON, and says where it goes wrong', async () => {
    const problem = await problemIn(await here.post('{"outlet": "Harbour Post",}'));
    expect([problem.status, problem.code]).toEqual([400, 'invalid-json']);
    expect(problem.detail).toMatch(/position|line/);
    expect(await refusal(here.post('null'))).toEqual([422, 'invalid-document', ['']]);
    expect(await refusal(here.post('"text"'))).toEqual([422, 'invalid-document', ['']]);
  });

  it('refuses binary garbage', async () => {
    const bytes = new Uint8Array([0x80, 0xff, 0x00, 0xfe, 0xc0]);
    expect(await refusal(here.post(bytes))).toEqual([400, 'invalid-json', []]);
    const answer = await here.post(bytes, 'application/x-ndjson');
    expect(await answer.text()).toContain('"line":1');
  });

  it('refuses JSON nested without end, quickly', async () => {
    const deep = '['.repeat(90_000) + ']'.repeat(90_000);
    for (const body of [deep, `{"outlet": ${deep}}`, `[{"outlet": ${'['.repeat(63)}${']'.repeat(63)}}]`])
      expect(await refusal(here.post(body))).toEqual([400, 'invalid-json', []]);
    // Brackets among words are words.
    const text = `Ten people were killed. ${'['.repeat(1_000)} \\" ${'{'.repeat(1_000)}`;
    expect((await here.post(anInput({ text }))).status).toBe(201);
    expect(await refusal(here.post(`{"outlet": ${'['.repeat(62)}${']'.repeat(62)}}`))).toEqual([
      ...[422, 'invalid-document'],
      expect.arrayContaining(['outlet']),
    ]);
    const start = performance.now();
    await here.post(`${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('refuses wrong fields and names the path of each', async () => {
    const wrong: [Record<string, unknown>, string][] = [
      [anInput({ outlet: '' }), 'outlet'],
      [anInput({ outlet: undefined }), 'outlet'],
      [anInput({ outlet: 7 }), 'outlet'],
      [anInput({ publishedAt: '2025-02-30T00:00:00Z' }), 'publishedAt'],
      [anInput({ publishedAt: '7 October 2025' }), 'publishedAt'],
      [anInput({ publishedAt: '2025-10-07T12:00:00' }), 'publishedAt'],
      [anInput({ publishedAt: 1_759_795_200 }), 'publishedAt'],
      [anInput({ text: '' }), 'text'],
      [anInput({ text: undefined }), 'text'],
      [anInput({ html: '<p>x</p>' }), 'html'],
      [anInput({ url: 'javascript:alert(1)' }), 'url'],
      [anInput({ url: 'file:///etc/passwd' }), 'url'],
      [anInput({ colour: 'red' }), 'colour'],
      [anInput({ topic: 'x'.repeat(500) }), 'topic'],
    ];
    for (const [input, path] of wrong)
      expect(await refusal(here.post(input)), JSON.stringify(input)).toEqual([
        422,
        'invalid-document',
        [path],
      ]);
    const both = await refusal(here.post(anInput({ outlet: '', publishedAt: 'x', colour: 1 })));
    expect([...both[2]].sort()).toEqual(['colour', 'outlet', 'publishedAt']);
    const { errors } = await problemIn(await here.post(anInput({ colour: 'red' })));
    expect(errors[0].message).toContain('publishedAt');
  });

  it('refuses a type, a charset and a coding that it does not read', async () => {
    const body = JSON.stringify(anInput());
    expect(await refusal(here.post(body, 'text/plain'))).toEqual([415, 'unsupported-media-type', []]);
    expect(await refusal(here.post(body, 'application/x-www-form-urlencoded'))).toEqual([
      415,
      'unsupported-media-type',
      [],
    ]);
    expect((await here.post(body, 'application/json; charset=latin1')).status).toBe(415);
    expect((await here.post(body, 'application/json', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await here.post(body, 'Application/JSON; charset="UTF-8"')).status).toBe(201);
  });

  it('never breaks on half a surrogate pair, NUL or a reversed text', async () => {
    for (const odd of ['\\ud800', '\\udfff\\ud800', '\\u0000', '\\u202e', '\\ufeff']) {
      const body = `{"outlet":"Post ${odd}","topic":"t ${odd}","publishedAt":"2025-11-03T08:00:00Z","text":"Ten people were killed ${odd}.","title":"${odd}"}`;
      const response = await here.post(body);
      expect(response.status, odd).not.toBe(500);
      const { id } = await response.json();
      if (id) expect((await here.get(`/documents/${id}`)).status, odd).toBe(200);
    }
  });

  it('answers any body with success or a problem, never with a crash', async () => {
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
      fc.record({ outlet: fc.anything(), publishedAt: fc.anything(), text: fc.anything() }).map((each) => {
        try {
          return JSON.stringify(each) ?? '';
        } catch {
          return '{}';
        }
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom('application/json', 'application/x-ndjson'),
        async (text, type) => {
          const response = await here.post(text, type);
          await response.text();
          return response.status < 500;
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('refusing a request', () => {
  it('refuses a page size that is none', async () => {
    for (const limit of ['0', '501', 'abc', '-1', '1.5', '', '1e2', '٥'])
      expect(await refusal(here.get(`/v1/claims?limit=${encodeURIComponent(limit)}`)), limit).toEqual([
        400,
        'invalid-request',
        ['limit'],
      ]);
    expect((await here.get('/v1/claims?limit=500')).status).toBe(200);
  });

  it('refuses a page token that it did not give out, or for another list', async () => {
    const { next } = await (await here.get('/v1/claims?limit=1')).json();
    for (const path of [
      '/v1/claims?after=nonsense',
      '/v1/claims?after=%00',
      `/v1/topics?after=${next}`,
      `/v1/claims?outlet=x&after=${next}`,
    ])
      expect(await refusal(here.get(path)), path).toEqual([400, 'invalid-cursor', ['after']]);
  });

  it('refuses a parameter that it does not know, and names those that it knows', async () => {
    const problem = await problemIn(await here.get('/v1/claims?outlets=ynet'));
    expect([problem.status, problem.errors[0].path]).toEqual([400, 'outlets']);
    expect(problem.errors[0].message).toContain('outlet, origin');
    expect(await refusal(here.get('/v1/topics/harbour-flood?x=1'))).toEqual([400, 'invalid-request', ['x']]);
  });

  it('refuses a parameter that is wrong or given twice', async () => {
    const wrong: [string, string][] = [
      ['/v1/claims?from=yesterday', 'from'],
      ['/v1/claims?from=2025-02-30', 'from'],
      ['/v1/claims?to=2025-10-07T12:00', 'to'],
      ['/v1/claims?min=many', 'min'],
      ['/v1/claims?max=Infinity', 'max'],
      ['/v1/claims?outlet=', 'outlet'],
      ['/v1/claims?outlet=a&outlet=b', 'outlet'],
      ['/v1/discrepancies?tier=all', 'tier[0]'],
      ['/v1/discrepancies?tier=', 'tier'],
      ['/v1/discrepancies?verdict=wrong', 'verdict'],
      ['/v1/discrepancies?level=7', 'level'],
      ['/v1/discrepancies?_extra=everything', '_extra[0]'],
    ];
    for (const [path, field] of wrong)
      expect(await refusal(here.get(path)), path).toEqual([400, 'invalid-request', [field]]);
    const { errors } = await problemIn(await here.get('/v1/discrepancies?tier=all'));
    expect(errors[0].message).toContain('conflict, check, explained');
  });

  it('says that there is no such thing', async () => {
    for (const path of [
      '/v1/documents/none',
      '/v1/claims/none',
      '/v1/topics/none',
      '/v1/topics/none/consensus',
      '/v1/topics/none/discrepancies',
      '/v1/findings/none',
      '/v1/outlets/none',
      '/v1/nothing',
      '/v2/claims',
      '/assets/none.css',
    ])
      expect(await refusal(here.get(path)), path).toEqual([404, 'not-found', []]);
  });

  it('gives no file away, whatever the path', async () => {
    for (const path of [
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/crosscheck.css%00',
      '/v1/documents/..%2f..%2fetc%2fpasswd',
      '/v1/documents/%E0%A4%A',
      '/documents/%00',
      '/topics/__proto__',
      '/assets/constructor',
    ])
      expect((await here.get(path)).status, path).toBe(404);
  });

  it('answers HEAD like GET without a body, OPTIONS with what may be asked, and 405 to the rest', async () => {
    const ask = (method: string, path: string) => here.app.request(path, { method }) as Promise<Answer>;
    const head = await ask('HEAD', '/v1/topics');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe((await here.get('/v1/topics')).headers.get('etag'));
    const options = await ask('OPTIONS', '/v1/documents');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
    expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    const put = await ask('PUT', '/v1/documents/doc_post');
    expect(put.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS');
    expect((await problemIn(put)).code).toBe('method-not-allowed');
    expect((await ask('POST', '/')).status).toBe(405);
    expect((await ask('OPTIONS', '/nowhere')).status).toBe(404);
  });

  it('takes a harmless request id over and replaces a harmful one', async () => {
    expect((await here.get('/healthz', { 'x-request-id': 'abc-1' })).headers.get('x-request-id')).toBe(
      'abc-1',
    );
    const given = (await here.get('/healthz', { 'x-request-id': 'a b<script>' })).headers.get('x-request-id');
    expect(given).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lets no parameter write a header', async () => {
    const response = await here.get('/v1/claims?limit=1&q=e%0d%0aset-cookie:%20a=1');
    expect(response.headers.get('set-cookie')).toBeNull();
    const linked = await here.get('/v1/claims?limit=1&topic=harbour-flood');
    expect(linked.headers.get('link')).not.toMatch(/[\r\n]/);
  });

  it('lets any page read and none write, and never lets a browser run or frame anything', async () => {
    const read = await here.get('/v1/topics', { origin: 'https://dashboard.example' });
    expect(read.headers.get('access-control-allow-origin')).toBe('*');
    const written = await here.post('{}', 'application/json', { origin: 'https://evil.example' });
    expect(written.headers.get('access-control-allow-origin')).toBeNull();
    for (const path of ['/', '/docs', '/v1/topics', '/nowhere']) {
      const { headers } = await here.get(path);
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'; style-src 'self';/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });
});
