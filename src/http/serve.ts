import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Config } from '../config.ts';
import type { FastLane } from './fast-lane.ts';
import type { Env } from './services.ts';

/** Milliseconds. A stream of documents may take long, so its body has a clock of its own: see guards/body-limit. */
const TIMEOUTS = {
  headers: 15_000,
  request: 3_600_000,
  keepAlive: 10_000,
  grace: 10_000,
  sweep: 20,
} as const;

export interface Running {
  url: string;
  /** Stops taking requests, lets those under way finish (ten seconds at most), and frees the port. */
  close(): Promise<void>;
}

/** Listens. `atOnce` answers what it can before the app is asked. @throws the system's error when the address cannot be had. */
export async function serve(
  { fetch, atOnce = null }: Pick<OpenAPIHono<Env>, 'fetch'> & { atOnce?: FastLane | null },
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<Running> {
  const askApp = getRequestListener(fetch);
  const options = {
    headersTimeout: TIMEOUTS.headers,
    requestTimeout: TIMEOUTS.request,
    keepAliveTimeout: TIMEOUTS.keepAlive,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16_384,
  };
  const server = createServer(options, (incoming, outgoing) => {
    if (!atOnce?.(incoming, outgoing, askApp)) void askApp(incoming, outgoing);
  });
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  // What finishes its request now would be kept alive for the next one; what never asked is not idle to Node.
  const closeIdle = (): void => {
    server.closeIdleConnections();
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: bound, family } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${host}]` : host;
  return {
    url: `http://${name}:${bound}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        const grace = setTimeout(() => server.closeAllConnections(), TIMEOUTS.grace);
        const sweep = setInterval(closeIdle, TIMEOUTS.sweep);
        server.close((error) => {
          clearTimeout(grace);
          clearInterval(sweep);
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}
