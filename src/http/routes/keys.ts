import { z } from '@hono/zod-openapi';
import { CrosscheckError } from '../../errors.ts';
import { ApiKey, KeyInput, makeKey } from '../../key/key.ts';
import { keySheet } from '../../view/sheets/administration.ts';
import { idParam } from '../filters.ts';
import { guarded } from '../guards/require-scope.ts';
import { note } from '../note.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { readJson } from '../read-json.ts';
import {
  answers,
  answersAs,
  BODY_FAILURES,
  bodyOf,
  defineRoute,
  FAILURES,
  FAILURES_OF_ONE,
  ONCE,
  query,
} from '../router.ts';

const NewKey = ApiKey.extend({
  key: z.string().meta({ description: 'The key itself. It is shown this once and kept nowhere.' }),
}).meta({ id: 'NewKey' });

export const listKeys = defineRoute(
  {
    ...guarded('admin'),
    method: 'get',
    path: '/v1/keys',
    operationId: 'listKeys',
    tags: ['Administration'],
    summary: 'List keys',
    description: 'Newest first, those that were revoked too; never the keys themselves.',
    request: { query: query(PAGING) },
    responses: { 200: answersAs('A page of keys.', listOf('KeyList', ApiKey)), ...FAILURES },
  },
  async (c) => {
    const { page } = splitPaging(c.req.valid('query'));
    return sendPage(c, await c.get('services').store.keys(page), { sheet: keySheet });
  },
);

export const createKey = defineRoute(
  {
    ...guarded('admin'),
    method: 'post',
    path: '/v1/keys',
    operationId: 'createKey',
    tags: ['Administration'],
    summary: 'Make a key',
    description:
      'The answer holds the key; only its hash is kept. The first one is made with `crosscheck keys create`.',
    request: { query: query({}), body: bodyOf(KeyInput) },
    responses: { 201: answers('The key.', NewKey), ...ONCE, ...BODY_FAILURES },
  },
  async (c) => {
    const { store, now } = c.get('services');
    const { key, record } = makeKey(await readJson(c, KeyInput), now().toISOString());
    await store.addKey(record);
    const { id, name, scopes } = record;
    await note(c, { action: 'key.create', target: id, detail: `${name}: ${scopes.join(', ')}` });
    const { hash: _, ...shown } = record;
    c.header('Cache-Control', 'no-store');
    return c.json({ ...shown, key }, 201);
  },
);

export const revokeKey = defineRoute(
  {
    ...guarded('admin'),
    method: 'delete',
    path: '/v1/keys/{id}',
    operationId: 'revokeKey',
    tags: ['Administration'],
    summary: 'Revoke a key',
    description: 'From the next request on it opens nothing. It stays in the list.',
    request: { params: idParam('Id of the key: key_…, not the key itself.'), query: query({}) },
    responses: {
      204: { description: 'It is revoked.' },
      400: FAILURES[400],
      404: FAILURES_OF_ONE[404],
      500: FAILURES[500],
    },
  },
  async (c) => {
    const { store, now } = c.get('services');
    const { id } = c.req.valid('param');
    if (!(await store.revokeKey(id, now().toISOString())))
      throw new CrosscheckError('not-found', 'There is no key with this id. GET /v1/keys lists them.');
    await note(c, { action: 'key.revoke', target: id });
    return c.body(null, 204);
  },
);
