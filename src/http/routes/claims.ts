import { z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import type { Claim } from '../../claim/claim.ts';
import { ClaimInput } from '../../claim/claim-input.ts';
import { CrosscheckError } from '../../errors.ts';
import type { Store } from '../../store/store.ts';
import { CLAIM_EXTRAS, type ClaimExtra, ClaimView, withArticle } from '../../view/claim-view.ts';
import { linkClaims } from '../../view/linked/claims.ts';
import { claimSheet } from '../../view/sheets/claims.ts';
import { choices, idParam, instant, key, numeric, updatedSince } from '../filters.ts';
import { flat, sendFlat } from '../flat.ts';
import { guarded } from '../guards/require-scope.ts';
import { takeBody } from '../intake.ts';
import { worldOf } from '../link.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { bodyKind } from '../read-json.ts';
import {
  answers,
  answersAs,
  answersFlat,
  BODY_FAILURES,
  defineRoute,
  FAILURES,
  FAILURES_OF_ONE,
  ONCE,
  query,
  referOneOrMore,
} from '../router.ts';
import { sendOne } from '../send-as.ts';
import type { Env } from '../services.ts';
import { streamRows } from '../stream-rows.ts';
import { ClaimBatchAnswer, ClaimTaken, claimIntake } from '../take-claims.ts';

const extra = choices(
  CLAIM_EXTRAS,
  'Adds `_article` (title, address, a link to the quote) and `_selectors` (where the evidence stands, as Web Annotation has it).',
);

/** Adds what is wanted of the articles: one query for a page of claims. */
async function withExtras(
  store: Store,
  claims: readonly Claim[],
  wanted: readonly ClaimExtra[],
): Promise<ClaimView[]> {
  if (wanted.length === 0) return [...claims];
  const documents = await store.documentsById(claims.map(({ documentId }) => documentId));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return claims.map((claim) => {
    const document = byId.get(claim.documentId);
    return document === undefined ? claim : withArticle(claim, document, wanted);
  });
}

const filters = {
  topic: key('Id of a topic.'),
  document: key('Id of a document.'),
  outlet: key('Id of an outlet.'),
  origin: key('Key of the source that a claim goes back to.'),
  predicate: key('Vocabulary id of the predicate.'),
  subject: key('Key of the subject.'),
  place: key('Vocabulary id of the place.'),
  from: instant('Published at or after.'),
  to: instant('Published before.'),
  min: numeric('The figure is at least this.'),
  max: numeric('The figure is at most this.'),
  q: key('Words to be found in the evidence.'),
  updated_since: updatedSince,
  _extra: extra,
};

const linking = (c: Context<Env>, claims: readonly Claim[]) => async () =>
  linkClaims(claims, await worldOf(c, claims));

export const listClaims = defineRoute(
  {
    method: 'get',
    path: '/v1/claims',
    operationId: 'listClaims',
    tags: ['Claims'],
    summary: 'List claims',
    description: 'Every statement that was read from the articles, with the exact words that prove it.',
    request: { query: query({ ...filters, flat, ...PAGING }) },
    responses: {
      200: answersFlat('A page of claims.', listOf('ClaimList', ClaimView), { linked: true }),
      ...FAILURES,
    },
  },
  async (c) => {
    const { store } = c.get('services');
    const { flat: isFlat, _extra: wanted, ...search } = c.req.valid('query');
    const { filter, page } = splitPaging(search);
    if (isFlat) return sendFlat<never, Claim>(c, (each) => store.claims(filter, each), claimSheet);
    const found = await store.claims(filter, page);
    const data = await withExtras(store, found.data, wanted);
    return sendPage<ClaimView>(c, { ...found, data }, { sheet: claimSheet, link: linking(c, found.data) });
  },
);

export const postClaims = defineRoute(
  {
    ...guarded('write'),
    method: 'post',
    path: '/v1/claims',
    operationId: 'addClaims',
    tags: ['Claims'],
    summary: 'Add structured rows',
    description: [
      'Ready-made claims: subject, predicate and value, from a data set, another program or a person. One, a list, or a stream of lines. Each is kept in a document of its own, which holds the row in words, and its topic is reconciled before the answer. The same row again changes nothing.',
      'One row: 201 when it was added, 200 when it was here already, a problem when it has mistakes. A list: one entry for each, in order; 201 when at least one was added, 200 when none was, 207 when at least one failed; the right ones are kept.',
      'A stream (application/x-ndjson): always 200, one line of answer for each line, `{"line", "id", "document", "topic", "status"}` or `{"line", "error"}`, and a last line `{"summary": {"complete", "added", "unchanged", "replaced", "failed"}}`.',
    ].join('\n\n'),
    request: {
      query: query({}),
      body: {
        required: true,
        content: {
          'application/json': { schema: referOneOrMore(ClaimInput) },
          'application/x-ndjson': { schema: ClaimInput },
        },
      },
    },
    responses: {
      200: {
        description: 'Nothing was added; or the answer to a stream.',
        content: {
          'application/json': { schema: z.union([ClaimTaken, ClaimBatchAnswer]) },
          'application/x-ndjson': { schema: { type: 'string' } },
        },
      },
      201: answers('At least one row was added.', z.union([ClaimTaken, ClaimBatchAnswer])),
      207: answers('At least one row of the list failed.', ClaimBatchAnswer),
      ...ONCE,
      ...BODY_FAILURES,
    },
  },
  async (c) => {
    const intake = claimIntake(c.get('services'));
    const response = bodyKind(c) === 'lines' ? streamRows(c, intake) : await takeBody(c, intake);
    return response as Response & TypedResponse<never, 200, 'json'>;
  },
);

export const getClaim = defineRoute(
  {
    method: 'get',
    path: '/v1/claims/{id}',
    operationId: 'getClaim',
    tags: ['Claims'],
    summary: 'One claim',
    request: { params: idParam('Id of the claim.'), query: query({ _extra: extra }) },
    responses: { 200: answersAs('The claim.', ClaimView, { linked: true }), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const { store } = c.get('services');
    const claim = await store.claim(id);
    if (claim === null) throw new CrosscheckError('not-found', `There is no claim "${id}".`);
    const [view = claim] = await withExtras(store, [claim], c.req.valid('query')._extra);
    return sendOne<ClaimView>(c, view, { sheet: claimSheet, link: linking(c, [claim]) });
  },
);
