/**
 * Bare route: Hono on Node with nothing around one route, which answers with the bytes of another answer: its status,
 * its headers and its body. The baseline of bench/http.ts. `node bench/bare-route.mjs STATUS HEADERS FILE` prints its
 * address; HEADERS is JSON.
 */
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [status = '', given = '', file = ''] = process.argv.slice(2);
const headers = JSON.parse(given);
const bytes = readFileSync(file);
const body = status === '304' ? null : headers['content-encoding'] ? bytes : bytes.toString('utf8');
const app = new Hono();
app.get('/bare', (c) => c.body(body, Number(status), headers));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
