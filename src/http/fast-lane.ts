import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMatch } from './guards/etag.ts';
import type { Limits, Spent } from './guards/rate-limit.ts';
import { keyOf, type Ready, type ReadyAnswers } from './guards/ready-answers.ts';
import { idFrom, logAnswer } from './guards/request-id.ts';
import type { Metrics } from './metrics.ts';
import type { Services } from './services.ts';

type Ask = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** Answers a message, at once or soon, and says so; false where `ask` has to. */
export type FastLane = (incoming: IncomingMessage, outgoing: ServerResponse, ask: Ask) => boolean;

/** A plain host, as the app would take it; any other is the app's to judge. */
const PLAIN_HOST = /^[a-z0-9._-]+(?::\d{1,5})?$/;

interface Lane {
  answers: ReadyAnswers;
  limits: Limits;
  metrics: Pick<Metrics, 'observe'>;
}

/** The key of a message, the same as that of the request which the app would make of it; null where it may differ. */
function keyOfMessage({ method, url, headers }: IncomingMessage): string | null {
  const { host } = headers;
  if (method !== 'GET' || url === undefined || host === undefined || !PLAIN_HOST.test(host)) return null;
  if (headers.authorization !== undefined) return null;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return null;
  return keyOf(`http://${host}${url}`, headers.accept, headers['accept-encoding'], headers.origin);
}

/** The status that a ready answer comes to; null where it holds too little for this caller. */
function statusOf({ headers }: IncomingMessage, { etag, body }: Ready): 200 | 304 | null {
  if (isMatch(headers['if-none-match'], etag)) return 304;
  return body === null ? null : 200;
}

const textOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;

/**
 * Answers what was asked for before from memory, as long as nothing at all was written since: the same bytes and
 * headers as the app, counted, measured and logged like any other. It looks at a message before anything is made of
 * it; whatever is unusual about one, it leaves to the app.
 */
export function createFastLane(services: Services, { answers, limits, metrics }: Lane): FastLane {
  const { store, config, log } = services;
  const isOpen = config.reading === 'open';

  function send(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    ready: Ready,
    status: 200 | 304,
    spent: Spent | null,
    start: number,
  ): void {
    const requestId = idFrom(textOf(incoming.headers['x-request-id']));
    const headers = [...(status === 304 ? ready.unchanged : ready.headers), 'x-request-id', requestId];
    if (spent !== null) headers.push(...Object.entries(spent.headers).flat());
    metrics.observe('GET', ready.route, status, start);
    logAnswer(services, { requestId, method: 'GET', path: ready.path, status }, start);
    outgoing.writeHead(status, headers);
    if (status === 304) outgoing.end();
    else outgoing.end(ready.body);
  }

  function find(incoming: IncomingMessage): { ready: Ready; status: 200 | 304 } | null {
    const key = isOpen ? keyOfMessage(incoming) : null;
    const stamp = key === null ? null : store.stamp();
    const ready = key === null || stamp === null ? null : answers.find(key, stamp);
    const status = ready && statusOf(incoming, ready);
    return ready && status ? { ready, status } : null;
  }

  return (incoming, outgoing, ask) => {
    const start = performance.now();
    try {
      const found = find(incoming);
      if (found === null) return false;
      const { ready, status } = found;
      const forwarded = textOf(incoming.headers['x-forwarded-for']);
      const remote = incoming.socket.remoteAddress;
      const counting = limits.spend(ready.rate, { remote, forwarded }, null);
      if (counting === null) {
        send(incoming, outgoing, ready, status, null, start);
        return true;
      }
      counting
        .then((spent) => {
          limits.note(incoming, spent);
          if (spent.refusal !== null) return ask(incoming, outgoing);
          return send(incoming, outgoing, ready, status, spent, start);
        })
        .catch((error: unknown) => {
          log.error({ err: error }, 'an answer that was at hand was not sent');
          outgoing.destroy();
        });
      return true;
    } catch (error) {
      log.error({ err: error }, 'an answer that was at hand was not sent');
      return outgoing.headersSent;
    }
  };
}
