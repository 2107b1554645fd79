import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody else, on a port of its own, that lets in our script and nothing more. */
export interface Foreign {
  url: string;
  /** Puts markup into the page that is served next. */
  put(body: string): void;
  close(): Promise<void>;
}

const STYLE = 'body { font-family: serif; margin: 1rem; } iframe { width: 100%; border: 0; }';

/** Opens it. `ours`: the origin of the site that is embedded. */
export async function openForeign(ours: string): Promise<Foreign> {
  let body = '';
  const server = createServer((request, response) => {
    if (request.url === '/own.css') {
      response.setHeader('Content-Type', 'text/css').end(STYLE);
      return;
    }
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${ours}; connect-src ${ours}; style-src 'self'; frame-src ${ours}`,
      )
      .end(
        `<!doctype html><html lang="en"><head><title>A newspaper</title><link rel="stylesheet" href="/own.css"></head><body><main><h1>A newspaper</h1>${body}</main></body></html>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (text) => {
      body = text;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
