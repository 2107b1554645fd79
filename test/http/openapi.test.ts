import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, described } from './described.ts';
import { type Answer, anInput, withApp } from './harness.ts';
import { CLAIMS, tellStory } from './story.ts';

const here = withApp(tellStory);
let api: Api;
let answers: ReturnType<typeof described>;

beforeAll(async () => {
  const webhook = { url: 'https://example.org/', types: [], topics: [], description: '' };
  await here.store.addWebhook({ ...webhook, id: 'whk_1', secret: 'whsec_AAAA' });
  api = await (await here.get('/openapi.json')).json();
  answers = described(api);
});

async function expectValid(response: Answer, method: string, path: string): Promise<void> {
  expect(await answers.mistakeOf(response, method, path)).toBeNull();
}

const FILLED: Record<string, string> = {
  '/v1/documents/{id}': 'doc_post',
  '/v1/claims/{id}': CLAIMS[0]?.id ?? '',
  '/v1/claims/{id}/explain': CLAIMS[0]?.id ?? '',
  '/v1/outlets/{id}': 'coastal-wire',
  '/oembed': '?url=http://localhost/topics/harbour-flood',
  '/v1alpha1/claims:search': '?query=people',
  '/v1/webhooks/{id}': 'whk_1',
  '/v1/webhooks/{id}/deliveries': 'whk_1',
  topic: 'harbour-flood',
};
/** An address with ids that are there; those of findings and groups are derived from what they are made of. */
function fill(path: string, finding: { id: string; groups: string[] }): string {
  const derived = path.includes('findings') ? finding.id : path.includes('groups') ? finding.groups[0] : null;
  const id = derived ?? FILLED[path] ?? '';
  if (id.startsWith('?')) return `${path}${id}`;
  return path.replace('{topic}', FILLED['topic'] ?? '').replace('{id}', encodeURIComponent(id));
}

describe('the OpenAPI document', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(structuredClone(api) as unknown as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(api.openapi).toMatch(/^3\.1\./);
  });

  it('describes every address of the API, and none that does not exist', () => {
    const described = Object.entries(api.paths)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
      .sort();
    const pages = [
      ...['/', '/topics/:topic', '/topics/:topic/findings', '/groups/:id', '/documents/:id', '/outlets'],
      ...['/outlets/:id', '/search', '/compare', '/check', '/docs', '/assets/:name', '/openapi.json'],
      ...['/embed.js', '/embed/topics/:topic'],
    ];
    const documents = ['/llms.txt', '/ns/relations', '/ns/relations.jsonld', '/mcp'];
    const served = here.app.routes
      .filter(({ method, path }) => method !== 'ALL' && ![...pages, ...documents].includes(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/(?<=\/):(\w+)/g, '{$1}')}`);
    expect(described).toEqual([...new Set(served)].sort());
    expect(described.length).toBeGreaterThan(14);
  });

  it('names every call and describes every parameter', () => {
    const calls = Object.values(api.paths).flatMap((methods) => Object.values(methods));
    const ids = calls.map((call) => call.operationId);
    expect(new Set(ids).size).toBe(calls.length);
    const bare = calls.flatMap((call) =>
      (call.parameters ?? [])
        .filter((parameter) => !parameter.description && !parameter.schema?.description)
        .map((parameter) => `${call.operationId}: ${parameter.name}`),
    );
    expect(bare).toEqual([]);
    expect(calls.filter((call) => !call.summary)).toEqual([]);
  });

  it('names the shapes that recur instead of writing them out again', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { properties } = value as { properties?: Record<string, unknown> };
      if (properties !== undefined && Object.keys(properties).length > 1) {
        const text = JSON.stringify(properties);
        const other = seen.get(text);
        if (other === undefined) seen.set(text, path);
        else twice.push(`${other} = ${path}`);
      }
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}/${key}`);
    };
    visit(api, '');
    expect(twice).toEqual([]);
    for (const name of [
      'Claim',
      'Finding',
      'Consensus',
      'Topic',
      'Outlet',
      'DocumentInput',
      'Problem',
      'Value',
    ])
      expect(Object.keys(api.components.schemas), name).toContain(name === 'Finding' ? 'FindingView' : name);
  });

  it('describes every answer as it is: what is there, what is not, and what was asked wrongly', async () => {
    const { data } = await (await here.get('/v1/discrepancies')).json();
    let checked = 0;
    for (const [path, methods] of Object.entries(api.paths)) {
      if (!methods['get']) continue;
      const address = fill(path, data[0]);
      const first = await here.get(address, here.keyed);
      expect(first.status, address).toBe(200);
      const etag = first.headers.get('etag');
      await expectValid(first, 'get', path);
      await expectValid(
        await here.get(`${address}${address.includes('?') ? '&' : '?'}nonsense=1`, here.keyed),
        'get',
        path,
      );
      if (etag)
        await expectValid(await here.get(address, { ...here.keyed, 'if-none-match': etag }), 'get', path);
      if (path.includes('{'))
        await expectValid(await here.get(path.replaceAll(/\{\w+\}/g, 'none'), here.keyed), 'get', path);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(12);
    const extra = '?_extra=claims&tier=conflict,check,explained';
    await expectValid(await here.get(`/v1/discrepancies${extra}`), 'get', '/v1/discrepancies');
    for (const [path, wanted] of [
      ['/v1/discrepancies', 'claims,groups,reviews'],
      ['/v1/claims', 'article,selectors'],
      ['/v1/documents', 'text,blocks'],
    ] as const)
      await expectValid(await here.get(`${path}?_extra=${wanted}`), 'get', path);
  });

  it('describes every answer to a body', async () => {
    const bodies: [unknown, string][] = [
      [anInput({ id: 'new' }), 'application/json'],
      [anInput({ id: 'new' }), 'application/json'],
      [[anInput({ id: 'other' }), anInput({ id: 'new' })], 'application/json'],
      [[anInput({ id: 'new' })], 'application/json'],
      [[anInput(), {}], 'application/json'],
      [{}, 'application/json'],
      ['', 'application/json'],
      ['x'.repeat(300_000), 'application/json'],
      ['x', 'text/plain'],
    ];
    const statuses: number[] = [];
    for (const [body, type] of bodies) {
      const response = await here.post(body, type);
      statuses.push(response.status);
      await expectValid(response, 'post', '/v1/documents');
    }
    expect(statuses).toEqual([201, 200, 201, 200, 207, 422, 400, 413, 415]);
    const remove = () => here.ask('DELETE', '/v1/documents/new');
    await expectValid(await remove(), 'delete', '/v1/documents/{id}');
    await expectValid(await remove(), 'delete', '/v1/documents/{id}');
  });

  it('can find an answer that is wrong', async () => {
    const wrong = { id: 'x', colour: 'red' };
    expect(answers.wrongOf({ $ref: '#/components/schemas/Topic' }, wrong)).toContain('required');
  });
});
