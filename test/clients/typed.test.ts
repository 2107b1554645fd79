import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, serve } from '../../src/http/serve.ts';
import { withApp } from '../http/harness.ts';
import { tellStory } from '../http/story.ts';
import { aProject, type Ran } from './generate.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/tasks/typed-client.md'), 'utf8');

/** The programs that a page writes into files: name and text. */
function programsOf(markdown: string): [string, string][] {
  const programs = [...markdown.matchAll(/^cat > (\S+) <<'END'\n([\s\S]*?)^END$/gm)];
  expect(programs.length).toBeGreaterThan(1);
  return programs.map(([, name = '', source = '']) => [name, source]);
}

/** What the compiler complains of beside these programs; what belongs to a complaint is indented below it. */
const apartFrom = (output: string, names: readonly string[]): string =>
  output
    .replaceAll(/\n(?=\s)/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !names.some((name) => line.startsWith(`${name}(`)))
    .join('\n');

/** The lines of a program that the compiler complains about. */
const linesOf = (output: string, name: string): number[] => [
  ...new Set([...output.matchAll(new RegExp(`^${name}\\((\\d+),`, 'gm'))].map(([, line]) => Number(line))),
];

const overSchema = (rest: string) => `
import createClient from 'openapi-fetch';
import type { paths } from './api.ts';
const [address = '', key = ''] = process.argv.slice(2);
const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl: address, headers: { authorization: key } });
${rest}`;
const overPackage = (rest: string) => `
import { createClient } from 'crosscheck/client';
const [address = '', key = ''] = process.argv.slice(2);
const client = createClient(address, { key });
${rest}`;

/** Programs that somebody writes, those that are right and those that are wrong. */
const RIGHT = {
  'schema.ts': overSchema(`
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
  'package.ts': overPackage(`
const topics = await client.v1.topics.$get({ query: { limit: '1' } });
const topic: string = topics.ok ? ((await topics.json()).data[0]?.id ?? '') : '';
const consensus = await client.v1.topics[':topic'].consensus.$get({ param: { topic }, query: { method: 'median' } });
const questions: string[] = consensus.ok ? (await consensus.json()).data.map((row) => row.group.question) : [];
const checked = await client.v1.check.$post({ query: {}, json: { topic, text: 'Ten people were killed in Cairo.' } });
const missing = await client.v1.claims[':id'].$get({ param: { id: 'none' }, query: {} });
const code: string = missing.status === 404 ? (await missing.json()).code : '';
const keys = await client.v1.keys.$get({ query: {} });
console.log(JSON.stringify({ topic, questions: questions.length > 0, checked: checked.status, code, keys: keys.status }));`),
};
const WRONG = {
  'wrong-schema.ts': overSchema(`
await client.GET('/v1/topics', { params: { query: { colour: 'red' } } });
await client.GET('/v1/discrepancies', { params: { query: { level: 'enormous' } } });
await client.POST('/v1/check', { body: { words: 'Ten people were killed.' } });
const { data } = await client.GET('/v1/outlets');
console.log(data?.data[0]?.truthScore);`),
  'wrong-package.ts': overPackage(`
await client.v1.topic.$get({ query: {} });
await client.v1.topics.$get({ query: { colour: 'red' } });
await client.v1.discrepancies.$get({ query: { level: 'enormous' } });
await client.v1.check.$post({ query: {}, json: { words: 'Ten people were killed.' } });
const answer = await client.v1.outlets[':id'].$get({ param: { id: 'coastal-wire' }, query: {} });
if (answer.ok) console.log((await answer.json()).truthScore);
await client.v1.claims[':id'].$get({ param: { name: 'none' }, query: {} });`),
};

const here = withApp(tellStory);
const project = aProject();
let running: Running;
let [made, checked]: Ran[] = [];
// The compiler starts once for all programs: reading the types costs far more than any of them.
beforeAll(async () => {
  running = await serve(here.app, { host: '127.0.0.1', port: 0 });
  made = await project.generate(`${running.url}/openapi.json`, 'api.ts');
  for (const [name, source] of [...Object.entries({ ...RIGHT, ...WRONG }), ...programsOf(PAGE)])
    project.write(name, source);
  checked = await project.check();
}, 180_000);
afterAll(() => running.close());

const complaints = (): string => checked?.output ?? 'The compiler did not run.';

describe('a client that openapi-typescript generates', () => {
  it('is generated without a warning, compiles, and runs against the server', async () => {
    expect(made?.code, made?.output).toBe(0);
    expect(made?.output).not.toMatch(/warn|⚠|unable|error/i);
    expect(apartFrom(complaints(), Object.keys(WRONG))).toBe('');
    const ran = await project.start('schema.ts', running.url, here.keyed['authorization'] ?? '');
    expect(JSON.parse(ran.output)).toEqual({
      topic: 'harbour-flood',
      question: expect.stringContaining('killed'),
      added: 201,
      missing: 'not-found',
      page: null,
    });
  }, 120_000);

  it('does not compile with a wrong parameter, body or field', () => {
    expect(linesOf(complaints(), 'wrong-schema.ts')).toEqual([7, 8, 9, 11]);
  });
});

describe('the client of this package', () => {
  it('compiles under its public name, and runs against the server', async () => {
    expect(apartFrom(complaints(), Object.keys(WRONG))).toBe('');
    const key = (here.keyed['authorization'] ?? '').replace('Bearer ', '');
    const ran = await project.start('package.ts', running.url, key);
    expect(JSON.parse(ran.output)).toEqual({
      topic: 'harbour-flood',
      questions: true,
      checked: 200,
      code: 'not-found',
      keys: 200,
    });
  }, 120_000);

  it('does not compile with a wrong path, parameter, body or field', () => {
    expect(linesOf(complaints(), 'wrong-package.ts')).toEqual([6, 7, 8, 9, 11, 12]);
  });
});
