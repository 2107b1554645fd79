import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { CrosscheckError } from '../../errors.ts';
import { readText } from '../guards/body-limit.ts';
import { requires } from '../guards/require-scope.ts';
import { parseJson } from '../read-json.ts';
import type { Env } from '../services.ts';
import { VERSION } from '../version.ts';

const BODY_LIMIT = 1_000_000;

async function answer(c: Context<Env>): Promise<Response> {
  const services = c.get('services');
  const parsed = parseJson(await readText(c, Math.min(BODY_LIMIT, services.config.bodyLimit)));
  if (parsed instanceof CrosscheckError) throw parsed;
  // The protocol costs memory and time at start; whoever never speaks it does not pay for it.
  const { answerMcp } = await import('../../mcp/answer.ts');
  const { url, headers } = c.req.raw;
  const response = await answerMcp(
    new Request(url, { method: 'POST', headers }),
    parsed.value,
    services,
    VERSION,
  );
  for (const [name, value] of response.headers) c.header(name, value);
  return c.newResponse(response.body, response.status as StatusCode);
}

/** Model Context Protocol over Streamable HTTP. There are no sessions and no streams: only POST is answered. */
export function addMcp(app: OpenAPIHono<Env>): void {
  app.post('/mcp', requires('read'), answer);
}
