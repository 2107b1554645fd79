import { CrosscheckError } from '../../errors.ts';
import { Topic } from '../../topic/topic.ts';
import { ConsensusView } from '../../view/consensus-view.ts';
import { topicParam } from '../filters.ts';
import { sendJson, sendReady } from '../guards/etag.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answers, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';

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
    request: { params: topicParam, query: query({}) },
    responses: { 200: answers('The view.', ConsensusView), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { store } = c.get('services');
    const { topic: id } = c.req.valid('param');
    const view = await store.consensusView(id);
    if (view !== null) return sendReady<ConsensusView>(c, view.json, view.etag);
    if ((await store.topic(id)) === null) throw noTopic(id);
    throw new CrosscheckError('not-ready', 'The topic is being reconciled for the first time; ask again.');
  },
);
