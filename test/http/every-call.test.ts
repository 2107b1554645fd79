import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from './described.ts';
import { BODY_LIMIT, withApp } from './harness.ts';
import { tellStory } from './story.ts';

const here = withApp(tellStory);
const json = 'application/json';

type Body = string | Uint8Array<ArrayBuffer>;
interface Call {
  method: string;
  path: string;
  takesBody: boolean;
}
/** Every call of the API document, at an address where something is. */
const calls: Call[] = [];
beforeAll(async () => {
  const webhook = { url: 'https://93.184.216.34/', types: [], topics: [], description: '' };
  await here.store.addWebhook({ ...webhook, id: 'whk_1', secret: 'whsec_AAAA' });
  const { data } = await here.store.findings({ tiers: ['conflict'] }, { limit: 1 });
  const ids: Record<string, string> = {
    '/v1/findings/': data[0]?.id ?? '',
    '/v1/webhooks/': 'whk_1',
    '/v1/groups/': data[0]?.groups[0] ?? '',
  };
  const { paths } = (await (await here.get('/openapi.json')).json()) as Api;
  for (const [template, methods] of Object.entries(paths)) {
    const [, id = 'x'] = Object.entries(ids).find(([start]) => template.startsWith(start)) ?? [];
    const path = template.replace('{topic}', 'harbour-flood').replace('{id}', id).replace('{delivery}', 'x');
    for (const [method, { requestBody }] of Object.entries(methods))
      calls.push({ method: method.toUpperCase(), path, takesBody: requestBody !== undefined });
  }
});

const refusalOf = async (
  { method, path }: Call,
  body: Body | undefined,
  headers: Record<string, string> = {},
) => {
  const init = body === undefined ? { headers } : { headers: { 'content-type': json, ...headers }, body };
  const answer = await here.ask(method, path, init as RequestInit);
  const text = await answer.text();
  expect(answer.headers.get('content-type'), `${method} ${path} ${text}`).toBe('application/problem+json');
  return [answer.status, JSON.parse(text).code];
};

/** Bodies that no call may take, and how each is refused. */
const WRONG: Record<string, [body: () => Body, headers: Record<string, string>, answer: unknown[]]> = {
  'lists nested without end': [() => `${'['.repeat(60_000)}${']'.repeat(60_000)}`, {}, [400, 'invalid-json']],
  'objects nested without end': [
    () => `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
    {},
    [400, 'invalid-json'],
  ],
  'more than is taken': [() => `{"a":"${'x'.repeat(BODY_LIMIT)}"}`, {}, [413, 'too-large']],
  'more than is taken, told by its length': [
    () => '{}',
    { 'content-length': '99999999' },
    [413, 'too-large'],
  ],
  'half a JSON': [() => '{"a":', {}, [400, 'invalid-json']],
  nothing: [() => '', {}, [400, 'invalid-json']],
  'bytes that are no text': [() => new Uint8Array([0x7b, 0xff, 0x00, 0x7d]), {}, [400, 'invalid-json']],
  'another type': [() => '{}', { 'content-type': 'text/html' }, [415, 'unsupported-media-type']],
  'something packed': [() => '{}', { 'content-encoding': 'gzip' }, [415, 'unsupported-media-type']],
  'letters of another kind': [
    () => '{}',
    { 'content-type': 'application/json; charset=utf-16' },
    [415, 'unsupported-media-type'],
  ],
};

describe('every call that takes a body', () => {
  for (const [what, [body, headers, answer]] of Object.entries(WRONG))
    it(`refuses ${what}`, async () => {
      const taking = calls.filter(({ takesBody }) => takesBody);
      expect(taking.length).toBeGreaterThan(10);
      for (const call of taking)
        expect(await refusalOf(call, body(), headers), `${call.method} ${call.path}`).toEqual(answer);
      expect((await here.get('/healthz')).status).toBe(200);
    });
});

describe('every call', () => {
  it('refuses a key in its address, whatever else is right', async () => {
    const key = (here.keyed['authorization'] ?? '').slice(7);
    for (const call of calls)
      for (const query of [`api_key=${key}`, `q=${key}`, `x=%63ck_${key.slice(4)}`]) {
        const path = `${call.path}?${query}`;
        const body = call.takesBody ? '{}' : undefined;
        expect(await refusalOf({ ...call, path }, body), path).toEqual([400, 'key-in-address']);
      }
    expect(JSON.stringify(here.logged)).not.toContain(key.slice(4));
  });
});
