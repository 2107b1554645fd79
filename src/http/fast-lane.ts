import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMatch } from './guards/etag.ts';
import type { Limits, Spent } from './guards/rate-limit.ts';
import type { Ready, ReadyAnswers } from './guards/ready-answers.ts';
import { idFrom, logAnswer } from './guards/request-id.ts';
import type { Metrics } from './metrics.ts';
import { type Asked, createReader } from './read-message.ts';
import type { Services } from './services.ts';

type Ask = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** Answers a message, at once or soon, and says so; false where `ask` has to. */
export type FastLane = (incoming: IncomingMessage, outgoing: ServerResponse, ask: Ask) => boolean;

interface Lane {
  answers: ReadyAnswers;
  limits: Limits;
  metrics: Pick<Metrics, 'observe'>;
}

/** The status that a ready answer comes to; null where it holds too little for this caller. */
function statusOf({ has }: Asked, { etag, body }: Ready): 200 | 304 | null {
  if (isMatch(has, etag)) return 304;
  return body === null ? null : 200;
}

/** An answer that is at hand for who asked. */
interface Found {
  asked: Asked;
  ready: Ready;
  status: 200 | 304;
}

/**
 * Answers what was asked for before from memory, as long as nothing at all was written since: the same bytes and
 * headers as the app, counted, measured and logged like any other. It looks at a message before anything is made of
 * it; whatever is unusual about one, it leaves to the app.
 */
export function createFastLane(services: Services, { answers, limits, metrics }: Lane): FastLane {
  const { store, config, log } = services;
  const isOpen = config.reading === 'open';
  const read = createReader();

  function send(
    outgoing: ServerResponse,
    { asked, ready, status }: Found,
    spent: Spent | null,
    start: number,
  ): void {
    const requestId = idFrom(asked.requestId);
    const headers = [...(status === 304 ? ready.unchanged : ready.headers), 'x-request-id', requestId];
    if (spent !== null) headers.push(...Object.entries(spent.headers).flat());
    const ms = performance.now() - start;
    metrics.observe('GET', ready.route, status, ms);
    logAnswer(log, { requestId, method: 'GET', path: ready.path, status, ms });
    outgoing.writeHead(status, headers);
    if (status === 304) outgoing.end();
    else outgoing.end(ready.body);
  }

  function find(incoming: IncomingMessage): Found | null {
    const asked = isOpen ? read(incoming) : null;
    const stamp = asked && store.stamp();
    const ready = asked === null || stamp === null ? null : answers.find(asked.key, stamp);
    const status = asked && ready && statusOf(asked, ready);
    return asked && ready && status ? { asked, ready, status } : null;
  }

  return (incoming, outgoing, ask) => {
    const start = performance.now();
    try {
      const found = find(incoming);
      if (found === null) return false;
      const { forwarded } = found.asked;
      const remote = incoming.socket.remoteAddress;
      const counting = limits.spend(found.ready.rate, { remote, forwarded }, null);
      if (counting === null) {
        send(outgoing, found, null, start);
        return true;
      }
      counting
        .then((spent) => {
          limits.note(incoming, spent);
          if (spent.refusal !== null) return ask(incoming, outgoing);
          return send(outgoing, found, spent, start);
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
