import type { OpenAPIHono } from '@hono/zod-openapi';
import { describeApi } from './api-document.ts';
import { CALLS } from './calls.ts';
import { createFastLane, type FastLane } from './fast-lane.ts';
import { cors } from './guards/cors.ts';
import { sendText, shortenUnchanged } from './guards/etag.ts';
import { identify } from './guards/identify.ts';
import { movedFilters, movedTopics } from './guards/moved-topics.ts';
import { createLimits, rateLimit } from './guards/rate-limit.ts';
import { keepAnswers, ReadyAnswers } from './guards/ready-answers.ts';
import { requestId } from './guards/request-id.ts';
import { guardReading } from './guards/require-scope.ts';
import { securityHeaders } from './guards/security-headers.ts';
import { createMetrics } from './metrics.ts';
import { renderPlainly } from './render-plainly.ts';
import { createRouter } from './router.ts';
import { getMetrics } from './routes/metrics.ts';
import { addGuides, addNeighbours } from './routes/neighbours.ts';
import { addPages } from './routes/pages.ts';
import type { Env, Services } from './services.ts';

/** An app, and what is answered before it is asked. */
export type App = OpenAPIHono<Env> & { atOnce: FastLane };

/** The whole HTTP side: the API under /v1, its documents, and the pages. */
export function createApp(services: Services): App {
  renderPlainly();
  const app = createRouter();
  const metrics = createMetrics(services);
  const numbers = getMetrics(metrics);
  const limits = createLimits(services.config);
  const answers = new ReadyAnswers();
  app.use(
    keepAnswers(services, answers),
    metrics.measure,
    shortenUnchanged,
    requestId(services),
    securityHeaders,
    cors(services),
    identify(services),
    rateLimit(limits),
    guardReading,
  );
  for (const path of ['/v1/topics/:topic', '/topics/:topic', '/embed/topics/:topic'])
    app.use(`${path}/*`, movedTopics);
  for (const list of ['documents', 'claims', 'discrepancies', 'reviews'])
    app.use(`/v1/${list}`, movedFilters);

  app.openapiRoutes(CALLS);
  app.openapi(numbers.route, numbers.handler);
  addNeighbours(app);

  const api = describeApi(app);
  const json = JSON.stringify(api);
  app.get('/openapi.json', (c) => sendText(c, json, 'application/json'));
  addGuides(app, api);
  addPages(app, api);
  return Object.assign(app, { atOnce: createFastLane(services, { answers, limits, metrics }) });
}
