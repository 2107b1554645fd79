/**
 * Bare route: Hono on Node with nothing around one route, which answers with the bytes of a file. The baseline of
 * bench/http.ts. `node bench/bare-route.mjs FILE TYPE [ENCODING]` prints its address.
 */
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [file = '', type = '', encoding] = process.argv.slice(2);
const bytes = readFileSync(file);
const body = encoding ? bytes : bytes.toString('utf8');
const headers = {
  'content-type': type,
  etag: '"bare"',
  ...(encoding ? { 'content-encoding': encoding } : {}),
};
const app = new Hono();
app.get('/bare', (c) => c.body(body, 200, headers));
app.get('/same', (c) => c.body(null, 304, { etag: '"bare"' }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
