import { Claim } from '../../claim/claim.ts';
import { CrosscheckError } from '../../errors.ts';
import { idParam, instant, key, numeric } from '../filters.ts';
import { sendJson } from '../guards/etag.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answers, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';

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
};

export const listClaims = defineRoute(
  {
    method: 'get',
    path: '/v1/claims',
    operationId: 'listClaims',
    tags: ['Claims'],
    summary: 'List claims',
    description: 'Every statement that was read from the articles, with the exact words that prove it.',
    request: { query: query({ ...filters, ...PAGING }) },
    responses: { 200: answers('A page of claims.', listOf('ClaimList', Claim)), ...FAILURES },
  },
  async (c) => {
    const { filter, page } = splitPaging(c.req.valid('query'));
    return sendPage(c, await c.get('services').store.claims(filter, page));
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
    responses: { 200: answers('The claim.', Claim), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const claim = await c.get('services').store.claim(id);
    if (claim === null) throw new CrosscheckError('not-found', `There is no claim "${id}".`);
    return sendJson(c, claim);
  },
);
