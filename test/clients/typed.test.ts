import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, serve } from '../../src/http/serve.ts';
import { withApp } from '../http/harness.ts';
import { tellStory } from '../http/story.ts';
import { aProject } from './generate.ts';

const here = withApp(tellStory);
let running: Running;
beforeAll(async () => {
  running = await serve(here.app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => running.close());

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/tasks/typed-client.md'), 'utf8');

/** The programs that a page writes into files: name and text. */
function programsOf(markdown: string): [string, string][] {
  const programs = [...markdown.matchAll(/^cat > (\S+) <<'END'\n([\s\S]*?)^END$/gm)];
  expect(programs.length).toBeGreaterThan(1);
  return programs.map(([, name = '', source = '']) => [name, source]);
}

/** The lines of a program that the compiler complains about. */
const linesOf = (output: string, name: string): number[] => [
  ...new Set([...output.matchAll(new RegExp(`^${name}\\((\\d+),`, 'gm'))].map(([, line]) => Number(line))),
];

describe('a client that openapi-typescript generates', () => {
  const project = aProject();
  const program = (rest: string) => `
import createClient from 'openapi-fetch';
import type { paths } from './api.ts';
const [address = '', key = ''] = process.argv.slice(2);
const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl: address, headers: { authorization: key } });
${rest}`;

  it('is generated without a warning, compiles, and runs against the server', async () => {
    const made = await project.generate(`${running.url}/openapi.json`, 'api.ts');
    expect(made.code, made.output).toBe(0);
    expect(made.output).not.toMatch(/warn|⚠|unable|error/i);
    project.write(
      'client.ts',
      program(`
const topics = await client.GET('/v1/topics', { params: { query: { limit: 1 } } });
const topic: string = topics.data?.data[0]?.id ?? '';
const consensus = await client.GET('/v1/topics/{topic}/consensus', { params: { path: { topic } } });
const question: string | undefined = consensus.data?.data[0]?.group.question;
const added = await client.POST('/v1/documents', {
  body: { outlet: 'Harbour Post', topic, publishedAt: '2025-11-03T08:00:00Z', text: 'Ten people were killed.' },
});
const missing = await client.GET('/v1/claims/{id}', { params: { path: { id: 'none' } } });
console.log(JSON.stringify({
  topic, question, added: added.response.status, missing: missing.error?.code, page: topics.data?.next,
}));`),
    );
    for (const [name, source] of programsOf(PAGE)) project.write(name, source);
    const checked = await project.check();
    expect(checked.output).toBe('');
    const ran = await project.start('client.ts', running.url, here.keyed['authorization'] ?? '');
    expect(JSON.parse(ran.output)).toEqual({
      topic: 'harbour-flood',
      question: expect.stringContaining('killed'),
      added: 201,
      missing: 'not-found',
      page: null,
    });
  }, 120_000);

  it('does not compile with a wrong parameter, body or field', async () => {
    project.write(
      'client.ts',
      program(`
await client.GET('/v1/topics', { params: { query: { colour: 'red' } } });
await client.GET('/v1/discrepancies', { params: { query: { level: 'enormous' } } });
await client.POST('/v1/check', { body: { words: 'Ten people were killed.' } });
const { data } = await client.GET('/v1/outlets');
console.log(data?.data[0]?.truthScore);`),
    );
    const { output } = await project.check();
    expect(linesOf(output, 'client.ts')).toEqual([7, 8, 9, 11]);
  }, 60_000);
});

describe('the client of this package', () => {
  const project = aProject();
  const program = (rest: string) => `
import { createClient } from 'crosscheck/client';
const [address = '', key = ''] = process.argv.slice(2);
const client = createClient(address, { key });
${rest}`;

  it('compiles under its public name, and runs against the server', async () => {
    project.write(
      'client.ts',
      program(`
const topics = await client.v1.topics.$get({ query: { limit: '1' } });
const topic: string = topics.ok ? ((await topics.json()).data[0]?.id ?? '') : '';
const consensus = await client.v1.topics[':topic'].consensus.$get({ param: { topic }, query: { method: 'median' } });
const questions: string[] = consensus.ok ? (await consensus.json()).data.map((row) => row.group.question) : [];
const checked = await client.v1.check.$post({ query: {}, json: { topic, text: 'Ten people were killed in Cairo.' } });
const missing = await client.v1.claims[':id'].$get({ param: { id: 'none' }, query: {} });
const code: string = missing.status === 404 ? (await missing.json()).code : '';
const keys = await client.v1.keys.$get({ query: {} });
console.log(JSON.stringify({ topic, questions: questions.length > 0, checked: checked.status, code, keys: keys.status }));`),
    );
    const checked = await project.check();
    expect(checked.output).toBe('');
    const key = (here.keyed['authorization'] ?? '').replace('Bearer ', '');
    const ran = await project.start('client.ts', running.url, key);
    expect(JSON.parse(ran.output)).toEqual({
      topic: 'harbour-flood',
      questions: true,
      checked: 200,
      code: 'not-found',
      keys: 200,
    });
  }, 120_000);

  it('does not compile with a wrong path, parameter, body or field', async () => {
    project.write(
      'client.ts',
      program(`
await client.v1.topic.$get({ query: {} });
await client.v1.topics.$get({ query: { colour: 'red' } });
await client.v1.discrepancies.$get({ query: { level: 'enormous' } });
await client.v1.check.$post({ query: {}, json: { words: 'Ten people were killed.' } });
const answer = await client.v1.outlets[':id'].$get({ param: { id: 'coastal-wire' }, query: {} });
if (answer.ok) console.log((await answer.json()).truthScore);
await client.v1.claims[':id'].$get({ param: { name: 'none' }, query: {} });`),
    );
    const { output } = await project.check();
    expect(linesOf(output, 'client.ts')).toEqual([6, 7, 8, 9, 11, 12]);
  }, 60_000);
});
