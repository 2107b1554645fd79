import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, serve } from '../../src/http/serve.ts';
import { withApp } from '../http/harness.ts';
import { CLAIMS, tellStory } from '../http/story.ts';

const here = withApp(tellStory);
let running: Running;
let client: Client;
beforeAll(async () => {
  running = await serve(here.app, { host: '127.0.0.1', port: 0 });
  client = new Client({ name: 'test', version: '1' });
  // The SDK's own types do not hold under exactOptionalPropertyTypes.
  await client.connect(new StreamableHTTPClientTransport(new URL(`${running.url}/mcp`)) as never);
});
afterAll(async () => {
  await client.close();
  await running.close();
});

interface Called {
  structuredContent?: Record<string, never>;
  isError?: boolean;
  content: { text: string }[];
}
const call = async (name: string, args: Record<string, unknown> = {}): Promise<Called> =>
  (await client.callTool({ name, arguments: args })) as unknown as Called;
const answer = async (name: string, args: Record<string, unknown> = {}) => {
  const called = await call(name, args);
  expect([called.isError ?? false, called.content[0]?.text.slice(0, 0)]).toEqual([false, '']);
  expect(JSON.parse(called.content[0]?.text ?? '')).toEqual(called.structuredContent);
  // biome-ignore lint/suspicious/noExplicitAny: its shape is what the tests are about
  return called.structuredContent as any;
};

describe('an assistant that speaks MCP', () => {
  it('finds five tools that read and nothing else, each with shapes for what it takes and gives', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      ...['check_text', 'explain', 'get_consensus', 'list_discrepancies', 'search_claims'],
    ]);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true });
      expect(tool.inputSchema.type).toBe('object');
      expect(tool.outputSchema?.type).toBe('object');
      expect(tool.description).toBeTruthy();
    }
    expect(client.getInstructions()).toContain('never says what is true');
  });

  it('asks what there is, what it comes to and what differs', async () => {
    const { topics } = await answer('get_consensus');
    expect(topics[0]).toMatchObject({ id: 'harbour-flood' });
    const consensus = await answer('get_consensus', { topic: 'harbour-flood', limit: 2 });
    expect(consensus.questions).toHaveLength(2);
    expect(consensus.truncated).toBe(true);
    const { discrepancies } = await answer('list_discrepancies', { topic: 'harbour-flood' });
    for (const each of discrepancies) {
      expect(each.statements.length).toBeGreaterThan(0);
      for (const { quote } of each.statements)
        expect(CLAIMS.some((claim) => claim.evidence.quote === quote)).toBe(true);
    }
    const why = await answer('explain', { id: discrepancies[0].id });
    expect(why).toMatchObject({ kind: 'finding', topic: 'harbour-flood' });
  });

  it('searches statements, page after page', async () => {
    const first = await answer('search_claims', { query: 'people', limit: 2 });
    expect(first.claims).toHaveLength(2);
    const second = await answer('search_claims', { query: 'people', limit: 2, after: first.next });
    const ids = [...first.claims, ...second.claims].map((claim: { claim: string }) => claim.claim);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('checks a text', async () => {
    const text = 'A train crash near Bergen killed 12 people on Wednesday, police said.';
    const { figures } = await answer('check_text', { text });
    expect(figures[0]).toMatchObject({ text: '12', verdict: 'uncorroborated' });
  });

  it('is told in words what it asked wrongly', async () => {
    for (const [name, args, words] of [
      ['get_consensus', { topic: 'nowhere' }, 'There is no topic'],
      ['explain', { id: 'nothing' }, 'There is no claim'],
      ['list_discrepancies', { topic: 'nowhere' }, 'There is no topic'],
      ['search_claims', { query: '' }, 'query'],
      ['search_claims', { query: 'x', after: 'nonsense' }, 'token'],
    ] as const) {
      const called = await call(name, args);
      expect(called.isError, name).toBe(true);
      expect(called.content[0]?.text).toContain(words);
    }
  });
});

describe('the MCP endpoint', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${running.url}/mcp`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
    });

  it('keeps no session, so that any server can answer', async () => {
    const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const response = await post(list);
    expect(response.status).toBe(200);
    expect(response.headers.get('mcp-session-id')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(((await response.json()) as { result: { tools: unknown[] } }).result.tools).toHaveLength(5);
  });

  it('refuses what is no message, too large, or asked in another way', async () => {
    expect((await post('{"jsonrpc":')).status).toBe(400);
    expect((await post('{"hello":1}')).status).toBe(400);
    expect((await post('"x"'.padEnd(300_000))).status).toBe(413);
    expect((await post('{}', { accept: 'text/html' })).status).toBe(406);
    expect((await fetch(`${running.url}/mcp`)).status).toBe(405);
  });
});
