import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll } from 'vitest';
import { type Running, serve } from '../../src/http/serve.ts';
import type { Answer } from './harness.ts';

export interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  names: string[];
  body: Buffer;
}

/** One request over a connection, as its headers are given: nothing is added but the host. */
export const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Got>((resolve, reject) => {
    request(url, { headers, method }, (answer) => {
      const parts: Buffer[] = [];
      const names = answer.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
      answer
        .on('data', (part) => parts.push(part))
        .on('error', reject)
        .on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            names: names.sort(),
            body: Buffer.concat(parts),
          }),
        );
    })
      .on('error', reject)
      .end();
  });

/** Serves what it is given until the tests of the file are over; resolves to the address. */
export function servers(): (app: Parameters<typeof serve>[0]) => Promise<string> {
  const open: Running[] = [];
  afterAll(async () => {
    await Promise.all(open.splice(0).map((running) => running.close()));
  });
  return async (app) => {
    const running = await serve(app, { host: '127.0.0.1', port: 0 });
    open.push(running);
    return running.url;
  };
}

/** The same as an answer of fetch, but packed as it came. */
export async function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const got = await ask(url, headers);
  const named = Object.entries(got.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(got.status === 304 ? null : new Uint8Array(got.body), {
    status: got.status,
    headers: named,
  });
}
