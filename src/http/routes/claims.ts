import type { Context } from 'hono';
import { Claim } from '../../claim/claim.ts';
import { CrosscheckError } from '../../errors.ts';
import { linkClaims } from '../../view/linked/claims.ts';
import { claimSheet } from '../../view/sheets/claims.ts';
import { idParam, instant, key, numeric, updatedSince } from '../filters.ts';
import { flat, sendFlat } from '../flat.ts';
import { worldOf } from '../link.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answersAs, answersFlat, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import { sendOne } from '../send-as.ts';
import type { Env } from '../services.ts';

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
      200: answersFlat('A page of claims.', listOf('ClaimList', Claim), { linked: true }),
      ...FAILURES,
    },
  },
  async (c) => {
    const { store } = c.get('services');
    const { flat: isFlat, ...search } = c.req.valid('query');
    const { filter, page } = splitPaging(search);
    if (isFlat) return sendFlat<never, Claim>(c, (each) => store.claims(filter, each), claimSheet);
    const found = await store.claims(filter, page);
    return sendPage(c, found, { sheet: claimSheet, link: linking(c, found.data) });
  },
);

export const getClaim = defineRoute(
  {
    method: 'get',
    path: '/v1/claims/{id}',
    operationId: 'getClaim',
    tags: ['Claims'],
    summary: 'One claim',
    request: { params: idParam('Id of the claim.'), query: query({}) },
    responses: { 200: answersAs('The claim.', Claim, { linked: true }), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const claim = await c.get('services').store.claim(id);
    if (claim === null) throw new CrosscheckError('not-found', `There is no claim "${id}".`);
    return sendOne(c, claim, { sheet: claimSheet, link: linking(c, [claim]) });
  },
);
