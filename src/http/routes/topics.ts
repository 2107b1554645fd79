import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Consensus } from '../../consensus/consensus.ts';
import { METHODS, type MethodName } from '../../consensus/methods/index.ts';
import type { Timeline } from '../../consensus/timeline.ts';
import { CrosscheckError } from '../../errors.ts';
import type { Look } from '../../look-back.ts';
import type { ViewName } from '../../store/store.ts';
import { Topic } from '../../topic/topic.ts';
import { ConsensusView } from '../../view/consensus-view.ts';
import { linkConsensus } from '../../view/linked/consensus.ts';
import type { Sheet } from '../../view/sheet.ts';
import { topicSheet } from '../../view/sheets/catalogue.ts';
import { consensusSheet } from '../../view/sheets/consensus.ts';
import { timelineSheet } from '../../view/sheets/timeline.ts';
import { slimClaim } from '../../view/slim.ts';
import { TimelineView } from '../../view/timeline-view.ts';
import { drawView } from '../draw-view.ts';
import { asOf, choices, topicParam, updatedSince } from '../filters.ts';
import { atOnce, flat, sendFlat } from '../flat.ts';
import { etagOf } from '../guards/etag.ts';
import { claimsById, worldOf } from '../link.ts';
import { findNamed } from '../negotiate.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answersAs, answersFlat, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import { type Shapes, sendAs, sendOne } from '../send-as.ts';
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
    request: { query: query({ updated_since: updatedSince, flat, ...PAGING }) },
    responses: { 200: answersFlat('A page of topics.', listOf('TopicList', Topic)), ...FAILURES },
  },
  async (c) => {
    const { store } = c.get('services');
    const { flat: isFlat, ...search } = c.req.valid('query');
    const { filter, page } = splitPaging(search);
    if (isFlat) return sendFlat<never, Topic>(c, (each) => store.topics(each, filter), topicSheet);
    return sendPage(c, await store.topics(page, filter), { sheet: topicSheet });
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
    responses: { 200: answersAs('The topic.', Topic), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { topic: id } = c.req.valid('param');
    const topic = await findNamed(c, id, (name) => c.get('services').store.topic(name));
    if (topic === null) throw noTopic(id);
    return sendOne(c, topic, { sheet: topicSheet });
  },
);

const consensusExtra = choices(
  ['claims'],
  'Adds `_claims`: quote, outlet, origin and value of what stands behind the positions.',
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
    request: { params: topicParam, query: query({ as_of: asOf, method, _extra: consensusExtra, flat }) },
    responses: {
      200: answersFlat('The view.', ConsensusView, { linked: true, drawn: true }),
      ...FAILURES_OF_ONE,
    },
  },
  async (c) => {
    const { topic } = c.req.valid('param');
    const { as_of: at, method: named, flat: isFlat, _extra: wanted } = c.req.valid('query');
    const ready = await readView(c, 'consensus', topic, { at, method: named });
    const view = wanted.length > 0 && !isFlat ? await withClaims(ready) : ready;
    const link = async () => {
      const { data } = JSON.parse(view.json) as ConsensusView;
      return linkConsensus(topic, data, await worldOf(c, await ready.claimsById(idsIn(data))));
    };
    const draw = async () =>
      drawView((await c.get('services').store.topic(topic))?.title ?? topic, view.json);
    return sendView<ConsensusView, Consensus>(c, view, isFlat, { sheet: consensusSheet, link, draw });
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
    request: { params: topicParam, query: query({ as_of: asOf, flat }) },
    responses: { 200: answersFlat('The view.', TimelineView), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { as_of: at, flat: isFlat } = c.req.valid('query');
    const view = await readView(c, 'timeline', c.req.valid('param').topic, { at });
    return sendView<TimelineView, Timeline>(c, view, isFlat, { sheet: timelineSheet });
  },
);

const idsIn = (rows: readonly Consensus[]): string[] => [
  ...new Set(rows.flatMap((row) => row.positions.flatMap((position) => position.claims))),
];

/** A consensus view with the claims behind its positions, of which it has the ids. */
async function withClaims({ json, claimsById: read }: Awaited<ReturnType<typeof readView>>) {
  const view = JSON.parse(json) as ConsensusView;
  const whole = JSON.stringify({ ...view, _claims: (await read(idsIn(view.data))).map(slimClaim) });
  return { json: whole, etag: etagOf(whole) };
}

/**
 * A ready view of a topic: as it is, as it stood, or as another method sees it.
 * @throws CrosscheckError `not-found`, or `not-ready` before the first reconciliation
 */
async function readView(c: Context<Env>, name: ViewName, id: string, look: Look) {
  const { store, lookBack } = c.get('services');
  if (look.at !== undefined || (look.method ?? 'interval') !== 'interval') {
    const past = await lookBack(id, look);
    if (past === null) throw noTopic(id);
    const known = async (ids: readonly string[]) => ids.flatMap((claim) => past.claims.get(claim) ?? []);
    return { json: past.views[name], etag: etagOf(past.views[name]), claimsById: known };
  }
  const view = await store.view(id, name);
  if (view !== null) return { ...view, claimsById: (ids: readonly string[]) => claimsById(c, ids) };
  if ((await store.topic(id)) === null) throw noTopic(id);
  throw new CrosscheckError('not-ready', 'The topic is being reconciled for the first time; ask again.');
}

function sendView<View extends { data: readonly Row[] }, Row>(
  c: Context<Env>,
  { json, etag }: { json: string; etag: string },
  isFlat: boolean,
  shapes: Shapes<Row> & { sheet: Sheet<Row> },
) {
  const rows = () => (JSON.parse(json) as View).data;
  if (isFlat) return sendFlat<View, Row>(c, atOnce(rows()), shapes.sheet);
  return sendAs<View, Row>(c, { json, etag, rows, ...shapes });
}
