import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Census } from '../store/store.ts';
import { createDurations } from './durations.ts';
import type { Env, Services } from './services.ts';

let ofProcess: Registry | undefined;

/** Memory, processor, pauses and the lag of the event loop: once a process, however many apps it has. */
function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** The pattern of the route and never the path: a label for each thing ever asked for would fill the memory. */
export function routeOf(c: Context<Env>): string {
  const pattern = routePath(c, -1);
  return pattern.endsWith('*') ? 'none' : pattern;
}

const GAUGES: Record<keyof Census, string> = {
  documents: 'Documents that are stored.',
  topics: 'Topics that are stored.',
  waiting: 'Topics whose claims changed since they were last reconciled.',
};
const NAMES: Record<keyof Census, string> = {
  documents: 'crosscheck_documents',
  topics: 'crosscheck_topics',
  waiting: 'crosscheck_topics_waiting',
};

/** What the service says of itself to Prometheus. */
export function createMetrics({ store }: Pick<Services, 'store'>) {
  const own = new Registry();
  const process = processMetrics();
  const durations = createDurations(
    'crosscheck_http_request_duration_seconds',
    'Requests until their answer starts, by route pattern and status; _count is how many.',
  );
  const kinds = Object.keys(GAUGES) as (keyof Census)[];
  const gauges = kinds.map((kind) => ({
    kind,
    gauge: new Gauge({ name: NAMES[kind], help: GAUGES[kind], registers: [own] }),
  }));
  /** Notes one answer, and how many milliseconds it took. */
  const observe = (method: string, route: string, status: number, ms: number): void =>
    durations.observe(method, route, status, ms / 1000);
  return {
    observe,
    /** Measures each request. */
    measure: createMiddleware<Env>(async (c, next) => {
      const start = performance.now();
      await next();
      observe(c.req.method, routeOf(c), c.res.status, performance.now() - start);
    }),
    /** In the text format of Prometheus, with the type of it. */
    async read(): Promise<{ text: string; type: string }> {
      const census = await store.census();
      for (const { kind, gauge } of gauges) gauge.set(census[kind]);
      return {
        text: `${durations.text()}\n\n${await own.metrics()}${await process.metrics()}`,
        type: own.contentType,
      };
    },
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
