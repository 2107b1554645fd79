import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { readText } from '../../src/http/guards/body-limit.ts';
import { readLines } from '../../src/http/ndjson.ts';
import { createRouter } from '../../src/http/router.ts';
import { type Running, serve } from '../../src/http/serve.ts';
import { anInput, withApp } from './harness.ts';

const here = withApp();
const open: Running[] = [];
const start = async (app: Parameters<typeof serve>[0]) => {
  const running = await serve(app, { host: '127.0.0.1', port: 0 });
  open.push(running);
  return running;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((running) => running.close()));
});

/** Sends raw bytes and gives what comes back until the other side closes or half a second passes. */
const raw = (url: string, text: string) =>
  new Promise<string>((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
    setTimeout(() => socket.destroy(), 500);
  });

describe('serving', () => {
  it('serves over a real socket and takes a stream that it answers while it comes', async () => {
    const { url } = await start(here.app);
    const response = await fetch(`${url}/v1/documents`, {
      method: 'POST',
      headers: { ...here.keyed, 'content-type': 'application/x-ndjson' },
      body: `${JSON.stringify(anInput({ id: 'net-1' }))}\n{bad\n`,
    });
    expect((await response.text()).trimEnd().split('\n')).toHaveLength(3);
    const listed = await (await fetch(`${url}/v1/documents`)).json();
    expect(JSON.stringify(listed)).toContain('net-1');
  });

  it('does not wait for who has connected and asks nothing', async () => {
    const running = await start(here.app);
    const { hostname, port } = new URL(running.url);
    const socket = connect(Number(port), hostname);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await new Promise<void>((resolve) => socket.on('connect', resolve));
    const begun = performance.now();
    await running.close();
    open.length = 0;
    // Others are given ten seconds.
    expect(performance.now() - begun).toBeLessThan(5_000);
    await closed;
  });

  it('finishes the request under way before it closes, and takes no other', async () => {
    const app = createRouter();
    app.get('/slow', async (c) => {
      await pause(200);
      return c.text('done');
    });
    const running = await start(app);
    const slow = fetch(`${running.url}/slow`);
    await pause(50);
    const closed = running.close();
    expect(await (await slow).text()).toBe('done');
    await closed;
    open.length = 0;
    await expect(fetch(`${running.url}/slow`)).rejects.toThrow();
  });

  it('says when the port is taken', async () => {
    const { url } = await start(here.app);
    const port = Number(new URL(url).port);
    await expect(serve(here.app, { host: '127.0.0.1', port })).rejects.toThrow(/EADDRINUSE/);
  });

  it('gives up on a body, and on a line, that does not arrive', async () => {
    const app = createRouter();
    app.use(async (c, next) => {
      c.set('services', here.services);
      await next();
    });
    app.post('/text', async (c) => c.text(await readText(c, 1_000, 400)));
    app.post('/lines', async (c) => {
      let count = 0;
      for await (const lines of readLines(c, 1_000, 600)) count += lines.length;
      return c.text(`${count} lines`);
    });
    const { url } = await start(app);
    const send = (path: string, pieces: string[], gap: number) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        const call = request(`${url}${path}`, { method: 'POST' }, (answer) => {
          let text = '';
          answer.on('data', (chunk) => {
            text += chunk;
          });
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        });
        call.on('error', reject);
        void (async () => {
          for (const piece of pieces) {
            call.write(piece);
            await pause(gap);
          }
          call.end();
        })();
      });
    expect(await send('/text', ['a', 'b'], 900).catch(() => ({ status: 408 }))).toMatchObject({
      status: 408,
    });
    expect(await send('/text', ['a', 'b'], 5)).toEqual({ status: 200, text: 'ab' });
    // Slow in all, yet no single line takes long.
    expect(await send('/lines', ['1\n', '2\n', '3\n', '4\n'], 220)).toEqual({ status: 200, text: '4 lines' });
    expect(
      await send('/lines', ['1\n', '2', '2', '2', '2', '2'], 220).catch(() => ({ status: 408 })),
    ).toMatchObject({ status: 408 });
  });

  it('answers broken requests without falling over', async () => {
    const { url } = await start(here.app);
    expect(await raw(url, 'GET /v1/topics HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(url, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(url, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431/,
    );
    expect(
      await raw(url, 'GET /assets/../../package.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1.1 404/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('lets no Host header into its answers', async () => {
    const { url } = await start(here.app);
    await here.post([anInput({ id: 'h1' }), anInput({ id: 'h2' })]);
    const answer = await raw(
      url,
      'GET /v1/documents?limit=1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/link: <\/v1\/documents\?/i);
    expect(answer).not.toContain('evil.example');
  });
});
