import { randomBytes } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { CrosscheckError } from '../../errors.ts';
import { refusalOf } from '../../outside/post.ts';
import { readCursor, writeCursor } from '../../store/cursor.ts';
import { webhookSheet } from '../../view/sheets/administration.ts';
import { toSecret } from '../../webhook/sign.ts';
import { Webhook, WebhookInput, WebhookPatch } from '../../webhook/webhook.ts';
import { idParam } from '../filters.ts';
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
  FAILURES_OF_ONE,
  query,
} from '../router.ts';
import { sendJson } from '../send-as.ts';
import type { Services } from '../services.ts';

/** Each is served beside the others. */
const MOST = 100;

export const webhookParam = idParam('Id of the webhook.');
export const noWebhook = (id: string): CrosscheckError =>
  new CrosscheckError('not-found', `There is no webhook "${id}". GET /v1/webhooks lists them.`);

const NewWebhook = Webhook.extend({
  secret: z.string().meta({
    description: 'What messages are signed with: whsec_ and base64. It is shown this once.',
  }),
}).meta({ id: 'NewWebhook' });
const ChangedWebhook = Webhook.extend({
  secret: z.string().optional().meta({ description: 'The new secret, where one was asked for.' }),
}).meta({ id: 'ChangedWebhook' });

/** An address can hold a secret in its path; the trail tells where it leads, no more. */
const hostOf = (url: string): string => new URL(url).host;

/** @throws CrosscheckError 'outside-refused' for an address that messages may not go to */
function checkAddress({ config }: Services, url: string): void {
  const reason = refusalOf(url, config.allowPrivateAddresses);
  if (reason === null) return;
  throw new CrosscheckError('outside-refused', `Nothing is sent to ${url}: ${reason}`, {
    errors: [{ path: 'url', message: reason }],
  });
}

type Aged = Pick<Webhook, 'createdAt' | 'id'>;
const LIST = 'webhooks';
const textOf = ({ createdAt, id }: Aged): string => `${createdAt} ${id}`;
/** The oldest first; those of one moment by id, so that a page ends at one place. */
const byAge = (a: Aged, b: Aged): number => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0);

export const listWebhooks = defineRoute(
  {
    ...guarded('admin'),
    method: 'get',
    path: '/v1/webhooks',
    operationId: 'listWebhooks',
    tags: ['Webhooks'],
    summary: 'List webhooks',
    description: 'Oldest first; never their secrets.',
    request: { query: query(PAGING) },
    responses: { 200: answersAs('A page of webhooks.', listOf('WebhookList', Webhook)), ...FAILURES },
  },
  async (c) => {
    const { limit, after } = c.req.valid('query');
    // There are few, so that all of them are read.
    const all = (await c.get('services').store.webhooks()).sort(byAge);
    const [createdAt, id] = after === undefined ? [] : readCursor(after, LIST, {});
    const rest =
      createdAt === undefined ? all : all.filter((one) => byAge({ createdAt, id } as Aged, one) < 0);
    const data = rest.slice(0, limit);
    const last = data.at(-1);
    const next = last && rest.length > limit ? writeCursor(LIST, {}, [last.createdAt, last.id]) : null;
    return sendPage<Webhook>(c, { data, next }, { sheet: webhookSheet });
  },
);

export const createWebhook = defineRoute(
  {
    ...guarded('admin'),
    method: 'post',
    path: '/v1/webhooks',
    operationId: 'createWebhook',
    tags: ['Webhooks'],
    summary: 'Make a webhook',
    description: [
      'From now on each change that is wanted is posted to the address, signed after Standard Webhooks 1.0.0: `{"type", "timestamp", "data"}` with the headers webhook-id, webhook-timestamp and webhook-signature. `data` is a change as GET /v1/changes tells it.',
      'Only 2xx within fifteen seconds is a success; a redirect is none. Else it is tried again after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours. 410 ends it. Messages are sent one after the other in the order of the changes; one that failed comes later and holds up no other. A message can come twice, with the same webhook-id.',
      'The answer holds the secret; it is not shown again.',
    ].join('\n\n'),
    request: { query: query({}), body: bodyOf(WebhookInput) },
    responses: { 201: answers('The webhook, with its secret.', NewWebhook), ...BODY_FAILURES },
  },
  async (c) => {
    const services = c.get('services');
    const input = await readJson(c, WebhookInput);
    checkAddress(services, input.url);
    if ((await services.store.webhooks()).length >= MOST)
      throw new CrosscheckError('busy', `There are ${MOST} webhooks already. Remove one first.`);
    const secret = toSecret(randomBytes(32));
    const id = `whk_${randomBytes(12).toString('hex')}`;
    const webhook = await services.store.addWebhook({ ...input, id, secret });
    await note(c, { action: 'webhook.create', target: id, detail: hostOf(input.url) });
    c.header('Cache-Control', 'no-store');
    c.header('Location', `/v1/webhooks/${id}`);
    return c.json({ ...webhook, secret }, 201);
  },
);

export const getWebhook = defineRoute(
  {
    ...guarded('admin'),
    method: 'get',
    path: '/v1/webhooks/{id}',
    operationId: 'getWebhook',
    tags: ['Webhooks'],
    summary: 'One webhook',
    request: { params: webhookParam, query: query({}) },
    responses: { 200: answers('The webhook.', Webhook), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const webhook = await c.get('services').store.webhook(id);
    if (webhook === null) throw noWebhook(id);
    return sendJson(c, webhook);
  },
);

export const changeWebhook = defineRoute(
  {
    ...guarded('admin'),
    method: 'patch',
    path: '/v1/webhooks/{id}',
    operationId: 'changeWebhook',
    tags: ['Webhooks'],
    summary: 'Change a webhook',
    description:
      'Only what is given changes. `"active": false` pauses it; what changes meanwhile is sent when it goes on. `"newSecret": true` makes a new secret, which the answer holds; for a day the old one signs as well.',
    request: { params: webhookParam, query: query({}), body: bodyOf(WebhookPatch) },
    responses: {
      200: answers('The webhook as it is now.', ChangedWebhook),
      404: FAILURES_OF_ONE[404],
      ...BODY_FAILURES,
    },
  },
  async (c) => {
    const services = c.get('services');
    const { id } = c.req.valid('param');
    const patch = await readJson(c, WebhookPatch);
    if (patch.url !== undefined) checkAddress(services, patch.url);
    const secret = patch.newSecret ? toSecret(randomBytes(32)) : undefined;
    const webhook = await services.store.changeWebhook(id, patch, secret);
    if (webhook === null) throw noWebhook(id);
    await note(c, { action: 'webhook.change', target: id, detail: Object.keys(patch).join(', ') });
    c.header('Cache-Control', 'no-store');
    return c.json(secret === undefined ? webhook : { ...webhook, secret }, 200);
  },
);

export const deleteWebhook = defineRoute(
  {
    ...guarded('admin'),
    method: 'delete',
    path: '/v1/webhooks/{id}',
    operationId: 'deleteWebhook',
    tags: ['Webhooks'],
    summary: 'Remove a webhook',
    description: 'With its deliveries; what was not delivered yet is not.',
    request: { params: webhookParam, query: query({}) },
    responses: {
      204: { description: 'It is gone.' },
      400: FAILURES[400],
      404: FAILURES_OF_ONE[404],
      500: FAILURES[500],
    },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    if (!(await c.get('services').store.removeWebhook(id))) throw noWebhook(id);
    await note(c, { action: 'webhook.remove', target: id });
    return c.body(null, 204);
  },
);
