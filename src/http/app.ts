import type { OpenAPIHono } from '@hono/zod-openapi';
import { describeApi } from './api-document.ts';
import { cors } from './guards/cors.ts';
import { sendText } from './guards/etag.ts';
import { identify } from './guards/identify.ts';
import { movedTopics } from './guards/moved-topics.ts';
import { rateLimit } from './guards/rate-limit.ts';
import { requestId } from './guards/request-id.ts';
import { guardReading } from './guards/require-scope.ts';
import { securityHeaders } from './guards/security-headers.ts';
import { createMetrics } from './metrics.ts';
import { createRouter } from './router.ts';
import { listAudit } from './routes/audit.ts';
import { listChanges } from './routes/changes.ts';
import { getGroupChart, getGroupPicture, getTopicChart, getTopicPicture } from './routes/charts.ts';
import { getClaim, listClaims, postClaims } from './routes/claims.ts';
import { listDeliveries, replayChanges, replayDelivery, testWebhook } from './routes/deliveries.ts';
import { deleteDocument, getDocument, listDocuments, postDocuments } from './routes/documents.ts';
import { getEmbed } from './routes/embed.ts';
import { listenToEvents } from './routes/events.ts';
import { explainClaim, explainFinding, explainGroup } from './routes/explain.ts';
import { getFinding, listDiscrepancies, listTopicDiscrepancies } from './routes/findings.ts';
import { getHealth, getReadiness } from './routes/health.ts';
import { createKey, listKeys, revokeKey } from './routes/keys.ts';
import { getMetrics } from './routes/metrics.ts';
import { addGuides, addNeighbours } from './routes/neighbours.ts';
import { getOutlet, listOutlets } from './routes/outlets.ts';
import { addPages } from './routes/pages.ts';
import { addFindingReview, addReview, listFindingReviews, listReviews } from './routes/reviews.ts';
import { changeTopic, createTopic } from './routes/topic-changes.ts';
import { getConsensus, getTimeline, getTopic, listTopics } from './routes/topics.ts';
import { changeWebhook, createWebhook, deleteWebhook, getWebhook, listWebhooks } from './routes/webhooks.ts';
import type { Env, Services } from './services.ts';

/** The whole HTTP side: the API under /v1, its documents, and the pages. */
export function createApp(services: Services): OpenAPIHono<Env> {
  const app = createRouter();
  const metrics = createMetrics(services);
  const numbers = getMetrics(metrics);
  app.use(
    metrics.measure,
    requestId(services),
    securityHeaders,
    cors(services),
    identify(services),
    rateLimit(services),
    guardReading,
  );
  for (const path of ['/v1/topics/:topic', '/v1/topics/:topic/*', '/topics/:topic', '/embed/topics/:topic'])
    app.use(path, movedTopics);

  app
    .openapi(postDocuments.route, postDocuments.handler)
    .openapi(listDocuments.route, listDocuments.handler)
    .openapi(getDocument.route, getDocument.handler)
    .openapi(deleteDocument.route, deleteDocument.handler)
    .openapi(listClaims.route, listClaims.handler)
    .openapi(postClaims.route, postClaims.handler)
    .openapi(getClaim.route, getClaim.handler)
    .openapi(explainClaim.route, explainClaim.handler)
    .openapi(listTopics.route, listTopics.handler)
    .openapi(createTopic.route, createTopic.handler)
    .openapi(changeTopic.route, changeTopic.handler)
    .openapi(getTopic.route, getTopic.handler)
    .openapi(getConsensus.route, getConsensus.handler)
    .openapi(getTimeline.route, getTimeline.handler)
    .openapi(getEmbed.route, getEmbed.handler)
    .openapi(listTopicDiscrepancies.route, listTopicDiscrepancies.handler)
    .openapi(listDiscrepancies.route, listDiscrepancies.handler)
    .openapi(getFinding.route, getFinding.handler)
    .openapi(listFindingReviews.route, listFindingReviews.handler)
    .openapi(addFindingReview.route, addFindingReview.handler)
    .openapi(listReviews.route, listReviews.handler)
    .openapi(addReview.route, addReview.handler)
    .openapi(explainFinding.route, explainFinding.handler)
    .openapi(explainGroup.route, explainGroup.handler)
    .openapi(listOutlets.route, listOutlets.handler)
    .openapi(getOutlet.route, getOutlet.handler)
    .openapi(listChanges.route, listChanges.handler)
    .openapi(getGroupChart.route, getGroupChart.handler)
    .openapi(getTopicChart.route, getTopicChart.handler)
    .openapi(getGroupPicture.route, getGroupPicture.handler)
    .openapi(getTopicPicture.route, getTopicPicture.handler)
    .openapi(listAudit.route, listAudit.handler)
    .openapi(listKeys.route, listKeys.handler)
    .openapi(createKey.route, createKey.handler)
    .openapi(revokeKey.route, revokeKey.handler)
    .openapi(numbers.route, numbers.handler)
    .openapi(listenToEvents.route, listenToEvents.handler)
    .openapi(listWebhooks.route, listWebhooks.handler)
    .openapi(createWebhook.route, createWebhook.handler)
    .openapi(getWebhook.route, getWebhook.handler)
    .openapi(changeWebhook.route, changeWebhook.handler)
    .openapi(deleteWebhook.route, deleteWebhook.handler)
    .openapi(testWebhook.route, testWebhook.handler)
    .openapi(listDeliveries.route, listDeliveries.handler)
    .openapi(replayDelivery.route, replayDelivery.handler)
    .openapi(replayChanges.route, replayChanges.handler)
    .openapi(getHealth.route, getHealth.handler)
    .openapi(getReadiness.route, getReadiness.handler);

  addNeighbours(app);

  const api = describeApi(app);
  const json = JSON.stringify(api);
  app.get('/openapi.json', (c) => sendText(c, json, 'application/json'));
  addGuides(app, api);
  addPages(app, api);
  return app;
}
