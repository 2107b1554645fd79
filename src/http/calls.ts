import { listAudit } from './routes/audit.ts';
import { listChanges } from './routes/changes.ts';
import { getGroupChart, getGroupPicture, getTopicChart, getTopicPicture } from './routes/charts.ts';
import { postCheck } from './routes/check.ts';
import { getClaim, listClaims, postClaims } from './routes/claims.ts';
import { searchClaims } from './routes/claims-search.ts';
import { listDeliveries, replayChanges, replayDelivery, testWebhook } from './routes/deliveries.ts';
import { deleteDocument, getDocument, listDocuments, postDocuments } from './routes/documents.ts';
import { getEmbed } from './routes/embed.ts';
import { listenToEvents } from './routes/events.ts';
import { explainClaim, explainFinding, explainGroup } from './routes/explain.ts';
import { getFinding, listDiscrepancies, listTopicDiscrepancies } from './routes/findings.ts';
import { getHealth, getReadiness } from './routes/health.ts';
import { createKey, listKeys, revokeKey } from './routes/keys.ts';
import { getOEmbed } from './routes/oembed.ts';
import { getOutlet, listOutlets } from './routes/outlets.ts';
import { addFindingReview, addReview, listFindingReviews, listReviews } from './routes/reviews.ts';
import { changeTopic, createTopic, listMerges } from './routes/topic-changes.ts';
import { getConsensus, getTimeline, getTopic, listTopics } from './routes/topics.ts';
import { changeWebhook, createWebhook, deleteWebhook, getWebhook, listWebhooks } from './routes/webhooks.ts';

/** Every call that answers JSON, in the order of the API document. A tuple, so that the typed client knows each. */
export const CALLS = [
  postDocuments,
  listDocuments,
  getDocument,
  deleteDocument,
  listClaims,
  postClaims,
  getClaim,
  explainClaim,
  listTopics,
  createTopic,
  changeTopic,
  getTopic,
  listMerges,
  getConsensus,
  getTimeline,
  getEmbed,
  listTopicDiscrepancies,
  listDiscrepancies,
  getFinding,
  listFindingReviews,
  addFindingReview,
  listReviews,
  addReview,
  explainFinding,
  explainGroup,
  listOutlets,
  getOutlet,
  listChanges,
  getGroupChart,
  getTopicChart,
  getGroupPicture,
  getTopicPicture,
  listAudit,
  listKeys,
  createKey,
  revokeKey,
  listenToEvents,
  listWebhooks,
  createWebhook,
  getWebhook,
  changeWebhook,
  deleteWebhook,
  testWebhook,
  listDeliveries,
  replayDelivery,
  replayChanges,
  getHealth,
  getReadiness,
  postCheck,
  searchClaims,
  getOEmbed,
] as const;

export type Calls = typeof CALLS;
