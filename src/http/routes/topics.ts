import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { METHODS, type MethodName } from '../../consensus/methods/index.ts';
import { CrosscheckError } from '../../errors.ts';
import type { Look } from '../../look-back.ts';
import type { ViewName } from '../../store/store.ts';
import { Topic } from '../../topic/topic.ts';
import { ConsensusView } from '../../view/consensus-view.ts';
import { TimelineView } from '../../view/timeline-view.ts';
import { asOf, topicParam } from '../filters.ts';
import { etagOf, sendJson, sendReady } from '../guards/etag.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answers, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import type { Env } from '../services.ts';

const METHOD_NAMES = Object.keys(METHODS) as [MethodName, ...MethodName[]];

const method = z
  .enum(METHOD_NAMES, { error: `Give one of ${METHOD_NAMES.join(', ')}.` })
  .optional()
  .meta({
    description:
      'How the voices of independent origins become a figure. interval, the default: what intervals agree on, or none. vote: the number that most write. median: the weighted lower median. lowest: the least that any allows.',
  });

export const noTopic = (id: string): CrosscheckError =>
  new CrosscheckError('not-found', `There is no topic "${id}". GET /v1/topics lists them.`);

export const listTopics = defineRoute(
  {
    method: 'get',
    path: '/v1/topics',
    operationId: 'listTopics',
    tags: ['Topics'],
    summary: 'List topics',
    request: { query: query(PAGING) },
    responses: { 200: answers('A page of topics.', listOf('TopicList', Topic)), ...FAILURES },
  },
  async (c) => {
    const { page } = splitPaging(c.req.valid('query'));
    return sendPage(c, await c.get('services').store.topics(page));
  },
);

export const getTopic = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}',
    operationId: 'getTopic',
    tags: ['Topics'],
    summary: 'One topic',
    request: { params: topicParam, query: query({}) },
    responses: { 200: answers('The topic.', Topic), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { topic: id } = c.req.valid('param');
    const topic = await c.get('services').store.topic(id);
    if (topic === null) throw noTopic(id);
    return sendJson(c, topic);
  },
);

export const getConsensus = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/consensus',
    operationId: 'getConsensus',
    tags: ['Topics'],
    summary: 'The consensus view of a topic',
    description:
      'What the outlets say, question by question: the figure that independent origins agree on or an abstention, the range that all statements allow, and each position with its origins and outlets. Kept ready: one look-up, never cut into pages.',
    request: { params: topicParam, query: query({ as_of: asOf, method }) },
    responses: { 200: answers('The view.', ConsensusView), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { as_of: at, method: named } = c.req.valid('query');
    return sendView<ConsensusView>(c, 'consensus', c.req.valid('param').topic, { at, method: named });
  },
);

export const getTimeline = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/timeline',
    operationId: 'getTimeline',
    tags: ['Topics'],
    summary: 'How the figures of a topic moved',
    description:
      'Of every figure that was given for two moments or more: what each origin said, when it was current, and whether it went up, down or stayed. Kept ready: one look-up, never cut into pages.',
    request: { params: topicParam, query: query({ as_of: asOf }) },
    responses: { 200: answers('The view.', TimelineView), ...FAILURES_OF_ONE },
  },
  async (c) =>
    sendView<TimelineView>(c, 'timeline', c.req.valid('param').topic, { at: c.req.valid('query').as_of }),
);

/** A ready view of a topic: as it is, as it stood, or as another method sees it. */
async function sendView<View>(c: Context<Env>, name: ViewName, id: string, look: Look) {
  const { store, lookBack } = c.get('services');
  if (look.at !== undefined || (look.method ?? 'interval') !== 'interval') {
    const past = await lookBack(id, look);
    if (past === null) throw noTopic(id);
    return sendReady<View>(c, past.views[name], etagOf(past.views[name]));
  }
  const view = await store.view(id, name);
  if (view !== null) return sendReady<View>(c, view.json, view.etag);
  if ((await store.topic(id)) === null) throw noTopic(id);
  throw new CrosscheckError('not-ready', 'The topic is being reconciled for the first time; ask again.');
}
