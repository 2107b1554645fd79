import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { addKey, anInput, withApp } from './harness.ts';

const here = withApp();
const read = async () => (await here.get('/metrics')).text();
const counted = (text: string, labels: string): number =>
  Number(
    new RegExp(`^crosscheck_http_request_duration_seconds_count\\{${labels}\\} (\\d+)$`, 'm').exec(
      text,
    )?.[1] ?? 0,
  );

describe('the numbers for Prometheus', () => {
  it('count requests by the pattern of their route and their status, never by their address', async () => {
    for (const id of ['a', 'b', 'cck_secret']) await here.get(`/v1/documents/${id}`);
    await here.get('/nowhere/at/all');
    const text = await read();
    expect(counted(text, 'method="GET",route="/v1/documents/:id",status="404"')).toBe(3);
    expect(counted(text, 'method="GET",route="none",status="404"')).toBe(1);
    expect(text).not.toMatch(/cck_|nowhere/);
  });

  it('say how much is stored, and how many topics wait to be reconciled', async () => {
    expect(await read()).toMatch(/^crosscheck_documents 0$/m);
    await here.post([anInput({ id: 'a' }), anInput({ id: 'b', topic: 'other' }), anInput({ id: 'c' })]);
    const text = await read();
    expect(text).toMatch(/^crosscheck_documents 3$/m);
    expect(text).toMatch(/^crosscheck_topics 2$/m);
    expect(text).toMatch(/^crosscheck_topics_waiting 2$/m);
  });

  it('tell of memory and the event loop, in the format that Prometheus reads', async () => {
    const answer = await here.get('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds'])
      expect(text).toMatch(new RegExp(`^${name} [\\d.e+-]+$`, 'm'));
  });

  it('need a key where looking does', async () => {
    const app = createApp({ ...here.services, config: { ...here.services.config, reading: 'keys' } });
    expect((await app.request('/metrics')).status).toBe(401);
    expect((await app.request('/metrics', { headers: await addKey(here.store, 'read') })).status).toBe(200);
  });
});

describe('the log', () => {
  it('never shows a key that somebody put into a path or a request id', async () => {
    const key = here.keyed['authorization']?.slice('Bearer '.length) ?? '';
    expect(key).toMatch(/^cck_/);
    here.logged.length = 0;
    await here.get(`/v1/documents/${key}`);
    await here.get(`/v1/documents/${key.replace('cck_', '%63c%6B%5f')}`);
    const answer = await here.get('/v1/topics', { 'x-request-id': key });
    expect(answer.headers.get('x-request-id')).not.toContain('cck_');
    const log = JSON.stringify(here.logged);
    expect(log).toContain('/v1/documents/cck_…');
    expect(log).not.toContain(key.slice(4));
  });
});
