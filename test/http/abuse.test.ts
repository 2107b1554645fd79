import { connect } from 'node:net';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { serve } from '../../src/http/serve.ts';
import { anInput, withApp } from './harness.ts';

const here = withApp();
const json = 'application/json';
const HOSTILE = '"\'><script>alert(1)</script><img src=x onerror=alert(2)>';
const make = (body: string, headers: Record<string, string> = {}) =>
  here.ask('POST', '/v1/keys', { headers: { 'content-type': json, ...headers }, body });

/** What a browser would run or fetch of a page. */
function activeParts(html: string): string[] {
  const { document } = parseHTML(html);
  // Our own scripts come from files and hold no text.
  const elements = [...document.querySelectorAll('*:not(script[src^="/assets/"]:empty)')];
  expect(elements.length).toBeGreaterThan(10);
  return elements.flatMap((element) => [
    ...(['SCRIPT', 'IMG', 'MARK-UP', 'IFRAME', 'OBJECT'].includes(element.tagName) ? [element.tagName] : []),
    ...[...element.attributes]
      .filter(({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data):/i.test(value))
      .map(({ name }) => name),
  ]);
}

describe('markup in a text field', () => {
  it('comes back as text, on the pages and in the API, whichever field it is', async () => {
    const id = `x${HOSTILE}`;
    const topic = 'harbour-flood';
    const url = `https://a.example/${encodeURI(HOSTILE)}"><script>alert(1)</script>`;
    const input = {
      ...anInput({ id, outlet: `Post ${HOSTILE}`, title: HOSTILE, url }),
      language: '<mark-up>"',
    };
    const posted = await here.post({ ...input, text: `Ten people were killed, ${HOSTILE} said.` });
    expect(posted.status).toBe(201);
    await here.store.putTopic({ id: topic, title: HOSTILE });
    const key = await make(JSON.stringify({ name: HOSTILE, scopes: ['read'] }));
    expect([key.status, (await key.json()).name]).toEqual([201, HOSTILE]);

    const { data: outlets } = await (await here.get('/v1/outlets')).json();
    const named = encodeURIComponent(id);
    for (const path of ['/', `/topics/${topic}`, `/documents/${named}`, `/outlets/${outlets[0].id}`]) {
      const answer = await here.get(path, { accept: 'text/html' });
      expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(activeParts(await answer.text()), path).toEqual([]);
    }
    expect(await (await here.get('/')).text()).toContain('&lt;script&gt;');

    const paths = [`/v1/documents/${named}`, `/v1/topics/${topic}`, '/v1/outlets', '/v1/keys', '/v1/audit'];
    for (const path of [
      ...paths,
      '/v1/claims',
      '/v1/topics',
      `/v1/documents/${encodeURIComponent(HOSTILE)}`,
    ]) {
      const answer = await here.ask('GET', path);
      expect(answer.headers.get('content-type'), path).toMatch(/^application\/(?:problem\+)?json$/);
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
    }
    expect((await (await here.get(`/v1/documents/${named}`)).json()).title).toBe(HOSTILE);
  });
});

describe('a line break in a text field', () => {
  it('writes no header, neither at first nor when the answer is sent again', async () => {
    const body = anInput({ id: 'a\r\nSet-Cookie: s=1', title: 'b\r\nX-Evil: 1', outlet: 'c\r\nX-Evil: 1' });
    for (const _ of [1, 2]) {
      const { status, headers } = await here.post(body, json, { 'idempotency-key': 'line-break' });
      expect(status).toBe(201);
      expect(headers.get('location')).toBe('/v1/documents/a%0D%0ASet-Cookie%3A%20s%3D1');
      expect([headers.get('set-cookie'), headers.get('x-evil')]).toEqual([null, null]);
    }
    const named = await make(JSON.stringify({ name: 'd\r\nX-Evil: 1', scopes: ['read'] }));
    expect(named.headers.get('x-evil')).toBeNull();
    const lost = await here.get('/topics/none%0d%0aX-Evil:%201');
    expect([lost.status, lost.headers.get('x-evil')]).toEqual([404, null]);
  });
});

describe('JSON nested without end', () => {
  it('is refused by every call that takes a body, and the next request is answered', async () => {
    const list = `${'['.repeat(90_000)}${']'.repeat(90_000)}`;
    const object = `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`;
    for (const [at, deep] of [list, object].entries()) {
      const tries = [
        make(deep),
        make(`{"name":${deep},"scopes":["read"]}`),
        make(`{"name":"x","scopes":${deep}}`),
        here.post(`{"outlet":"x","text":${deep}}`, json, { 'idempotency-key': `deep-${at}` }),
      ];
      for (const { status } of await Promise.all(tries)) {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
    }
    expect((await here.get('/healthz')).status).toBe(200);
  });
});

/** The status of a request whose path goes over the wire as it is written. */
const rawStatus = (url: string, path: string) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)));
    socket.on('error', reject);
  });

describe('a path that is written otherwise', () => {
  it('opens nothing that needs a key', async () => {
    const config = { ...here.services.config, reading: 'keys' as const };
    const running = await serve(createApp({ ...here.services, config }), { host: '127.0.0.1', port: 0 });
    const tricks = [
      '/healthz/../v1/topics',
      '/assets/../v1/topics',
      '/assets/%2e%2e/v1/topics',
      '/assets/..%2fv1%2ftopics',
      '/docs/..;/v1/topics',
      '/%76%31/topics',
      '/v1%2ftopics',
      '//v1/topics',
      '/v1/topics/',
      '/v1/topics.csv',
      '/V1/TOPICS',
      '/v1/topics?x=/healthz',
      '/v1/topics#/healthz',
      '/v1/topics%00/healthz',
      '/healthz%0a/v1/topics',
      '/openapi.json/../v1/claims',
      'http://x/v1/topics',
      '\\v1\\topics',
    ];
    try {
      expect(await rawStatus(running.url, '/healthz')).toBe(200);
      for (const path of tricks) expect([400, 401, 404], path).toContain(await rawStatus(running.url, path));
    } finally {
      await running.close();
    }
  });
});
