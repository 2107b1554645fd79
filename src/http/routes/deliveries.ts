import { randomBytes } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { CrosscheckError } from '../../errors.ts';
import { deliverySheet } from '../../view/sheets/administration.ts';
import { Delivery, DeliveryState } from '../../webhook/delivery.ts';
import { testMessage } from '../../webhook/message.ts';
import { guarded } from '../guards/require-scope.ts';
import { note } from '../note.ts';
import { listOf, PAGING, sendPage } from '../paging.ts';
import { readJson } from '../read-json.ts';
import {
  answers,
  answersAs,
  BODY_FAILURES,
  bodyOf,
  defineRoute,
  FAILURES,
  FAILURES_OF_FEED,
  FAILURES_OF_ONE,
  query,
} from '../router.ts';
import { noWebhook, webhookParam } from './webhooks.ts';

const QUEUED = 'It is due at once; GET the deliveries for what became of it.';
const REFUSED = { 400: FAILURES[400], 404: FAILURES_OF_ONE[404], 500: FAILURES[500] } as const;

export const testWebhook = defineRoute(
  {
    ...guarded('admin'),
    method: 'post',
    path: '/v1/webhooks/{id}/test',
    operationId: 'testWebhook',
    tags: ['Webhooks'],
    summary: 'Send a test message',
    description: 'A message of the type webhook.test, signed like any other.',
    request: { params: webhookParam, query: query({}) },
    responses: { 202: answers(QUEUED, Delivery), ...REFUSED },
  },
  async (c) => {
    const { store, now } = c.get('services');
    const { id } = c.req.valid('param');
    if ((await store.webhook(id)) === null) throw noWebhook(id);
    const message = testMessage(id, now().toISOString(), randomBytes(8).toString('hex'));
    const queued = await store.queueMessage(id, message);
    await note(c, { action: 'webhook.test', target: id, detail: queued.id });
    return c.json(queued, 202);
  },
);

export const listDeliveries = defineRoute(
  {
    ...guarded('admin'),
    method: 'get',
    path: '/v1/webhooks/{id}/deliveries',
    operationId: 'listDeliveries',
    tags: ['Webhooks'],
    summary: 'What was sent to a webhook',
    description: 'The last first, each with its tries.',
    request: {
      params: webhookParam,
      query: query({ state: DeliveryState.optional().meta({ description: 'Only these.' }), ...PAGING }),
    },
    responses: {
      200: answersAs('A page of deliveries.', listOf('DeliveryList', Delivery)),
      ...FAILURES_OF_ONE,
    },
  },
  async (c) => {
    const { store } = c.get('services');
    const { id } = c.req.valid('param');
    const { state, limit, after } = c.req.valid('query');
    if ((await store.webhook(id)) === null) throw noWebhook(id);
    return sendPage(c, await store.deliveries({ webhook: id, state }, { limit, after }), {
      sheet: deliverySheet,
    });
  },
);

const deliveryParam = webhookParam.extend({
  delivery: z.string().min(1).max(300).meta({ description: 'Id of the delivery: msg_…' }),
});

export const replayDelivery = defineRoute(
  {
    ...guarded('admin'),
    method: 'post',
    path: '/v1/webhooks/{id}/deliveries/{delivery}/replay',
    operationId: 'replayDelivery',
    tags: ['Webhooks'],
    summary: 'Send a message again',
    description: 'The same bytes with the same webhook-id, whatever became of it, with all tries anew.',
    request: { params: deliveryParam, query: query({}) },
    responses: { 202: answers(QUEUED, Delivery), ...REFUSED },
  },
  async (c) => {
    const { id, delivery } = c.req.valid('param');
    const again = await c.get('services').store.replay(id, delivery);
    if (again === null)
      throw new CrosscheckError('not-found', `Webhook "${id}" has no delivery "${delivery}".`);
    await note(c, { action: 'webhook.replay', target: id, detail: delivery });
    return c.json(again, 202);
  },
);

const ReplayInput = z
  .strictObject({
    since: z.string().min(1).max(400).meta({
      description: 'The cursor of a change: what came after it is sent again. `0`: everything.',
    }),
  })
  .meta({ id: 'ReplayInput', description: 'From where to send again.' });

export const replayChanges = defineRoute(
  {
    ...guarded('admin'),
    method: 'post',
    path: '/v1/webhooks/{id}/replay',
    operationId: 'replayChanges',
    tags: ['Webhooks'],
    summary: 'Send everything after a change again',
    description:
      'As the filters of the webhook are now. Messages that were sent before keep their webhook-id.',
    request: { params: webhookParam, query: query({}), body: bodyOf(ReplayInput) },
    responses: {
      202: { description: 'They are due at once.' },
      404: FAILURES_OF_ONE[404],
      410: FAILURES_OF_FEED[410],
      ...BODY_FAILURES,
    },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const { since } = await readJson(c, ReplayInput);
    if (!(await c.get('services').store.replaySince(id, since))) throw noWebhook(id);
    await note(c, { action: 'webhook.replay', target: id, detail: `since ${since}` });
    return c.body(null, 202);
  },
);
