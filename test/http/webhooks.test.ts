import { describe, expect, it } from 'vitest';
import { addKey, withApp } from './harness.ts';

const here = withApp();
const URL_OUTSIDE = 'https://93.184.216.34/hook';
const send = (method: string, path: string, body?: unknown) =>
  here.ask(method, path, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });

describe('webhooks over HTTP', () => {
  it('are made, listed, changed, tested, replayed and removed; the secret is shown once', async () => {
    const made = await send('POST', '/v1/webhooks', { url: URL_OUTSIDE, types: ['conflict.opened'] });
    expect(made.status).toBe(201);
    const { secret, ...webhook } = await made.json();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toMatchObject({ state: 'active', types: ['conflict.opened'], topics: [] });
    const path = `/v1/webhooks/${webhook.id}`;
    expect(await (await send('GET', path)).json()).toEqual(webhook);
    expect(await (await send('GET', '/v1/webhooks')).text()).not.toContain(secret);
    const paused = await (await send('PATCH', path, { active: false, topics: ['a'] })).json();
    expect(paused).toEqual({ ...webhook, state: 'paused', topics: ['a'] });
    const renewed = await (await send('PATCH', path, { newSecret: true })).json();
    expect(renewed.secret).not.toBe(secret);
    const test = await send('POST', `${path}/test`);
    expect(test.status).toBe(202);
    const { id, state } = await test.json();
    expect(state).toBe('pending');
    expect((await (await send('GET', `${path}/deliveries?state=pending`)).json()).data[0].id).toBe(id);
    expect((await send('POST', `${path}/deliveries/${id}/replay`)).status).toBe(202);
    expect((await send('POST', `${path}/deliveries/msg_none/replay`)).status).toBe(404);
    expect((await send('POST', `${path}/replay`, { since: '0' })).status).toBe(202);
    expect((await send('POST', `${path}/replay`, { since: 'x' })).status).toBe(400);
    expect((await send('DELETE', path)).status).toBe(204);
    const trail = (await (await send('GET', `/v1/audit?target=${webhook.id}`)).json()).data;
    expect(trail.map((one: { action: string; detail: string }) => [one.action, one.detail])).toEqual([
      ['webhook.remove', null],
      ['webhook.replay', 'since 0'],
      ['webhook.replay', id],
      ['webhook.test', id],
      ['webhook.change', 'newSecret'],
      ['webhook.change', 'topics, active'],
      ['webhook.create', '93.184.216.34'],
    ]);
    expect(JSON.stringify(trail)).not.toContain(secret);
    for (const [method, rest, body] of [
      ['GET', '', undefined],
      ['PATCH', '', {}],
      ['DELETE', '', undefined],
      ['POST', '/test', undefined],
      ['GET', '/deliveries', undefined],
      ['POST', '/replay', { since: '0' }],
    ] as const)
      expect((await send(method, `${path}${rest}`, body)).status, `${method} ${rest}`).toBe(404);
  });

  it('are listed page by page, oldest first, as rows too', async () => {
    const made: string[] = [];
    for (const name of ['a', 'b', 'c'])
      made.push((await (await send('POST', '/v1/webhooks', { url: `${URL_OUTSIDE}/${name}` })).json()).id);
    const { data: all, next: end } = await (await send('GET', '/v1/webhooks')).json();
    expect([all.map((one: { id: string }) => one.id).sort(), end]).toEqual([[...made].sort(), null]);
    const seen: string[] = [];
    for (let path: string | null = '/v1/webhooks?limit=2'; path !== null; ) {
      const page = await (await send('GET', path)).json();
      seen.push(...page.data.map((one: { id: string }) => one.id));
      path = page.next === null ? null : `/v1/webhooks?limit=2&after=${page.next}`;
    }
    expect(seen).toEqual(all.map((one: { id: string }) => one.id));
    expect((await send('GET', '/v1/webhooks?after=x')).status).toBe(400);
    const rows = await (await send('GET', '/v1/webhooks.csv')).text();
    expect(rows.split('\r\n')).toHaveLength(5);
    expect(rows).not.toContain('whsec_');
    for (const id of made) await send('DELETE', `/v1/webhooks/${id}`);
  });

  it('are refused at addresses that are not on the public internet', async () => {
    for (const url of [
      'http://127.0.0.1/',
      'http://localhost:8080/',
      'http://[::1]/',
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
      'http://0x7f000001/',
      'http://user:word@example.org/',
    ]) {
      const answer = await send('POST', '/v1/webhooks', { url });
      expect([answer.status, (await answer.json()).code], url).toEqual([422, 'outside-refused']);
    }
    for (const url of ['ftp://example.org/', 'javascript:alert(1)', 'example.org', '', 7])
      expect((await send('POST', '/v1/webhooks', { url })).status, String(url)).toBe(422);
  });

  it('say which field is wrong', async () => {
    const wrong = await send('POST', '/v1/webhooks', { url: URL_OUTSIDE, types: ['rain'], colour: 1 });
    const paths = (await wrong.json()).errors.map((one: { path: string }) => one.path);
    expect([wrong.status, paths.sort()]).toEqual([422, ['colour', 'types[0]']]);
  });

  it('are for administrators alone', async () => {
    const write = await addKey(here.store, 'write', 'review');
    for (const [headers, status] of [
      [{}, 401],
      [write, 403],
    ] as const) {
      expect((await here.get('/v1/webhooks', headers)).status).toBe(status);
      const made = await here.app.request('/v1/webhooks', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ url: URL_OUTSIDE }),
      });
      expect(made.status).toBe(status);
    }
  });
});
