import type { Claim } from '../../claim/claim.ts';
import { CrosscheckError } from '../../errors.ts';
import { type Finding, Severity, Tier, Verdict } from '../../finding/finding.ts';
import type { Store } from '../../store/store.ts';
import { FindingView, slimClaim } from '../../view/slim.ts';
import { asOf, choices, idParam, key, topicParam } from '../filters.ts';
import { sendJson } from '../guards/etag.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answers, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import type { Services } from '../services.ts';
import { noTopic } from './topics.ts';

const extra = choices(['claims'], 'Adds `_claims`: quote, outlet, origin and value of each claim.');

const filters = {
  tier: choices(
    Tier.options as [Tier, ...Tier[]],
    'conflict: cannot both be true. check: something is left open. explained: only looks different.',
    ['conflict', 'check'],
  ),
  verdict: Verdict.optional().meta({ description: 'Only this verdict.' }),
  level: Severity.shape.level.optional().meta({ description: 'Only this level of severity.' }),
  predicate: key('Vocabulary id of the predicate.'),
  outlet: key('Id of an outlet that takes part.'),
  _extra: extra,
};

/** Adds to each finding the claims that it is about: one query for the page. */
async function withStoredClaims(store: Store, findings: readonly Finding[]): Promise<FindingView[]> {
  const ids = [...new Set(findings.flatMap((finding) => finding.claims))];
  return withClaims(new Map((await store.claimsById(ids)).map((claim) => [claim.id, claim])), findings);
}

function withClaims(claims: ReadonlyMap<string, Claim>, findings: readonly Finding[]): FindingView[] {
  return findings.map((finding) => ({
    ...finding,
    _claims: finding.claims.flatMap((id) => {
      const claim = claims.get(id);
      return claim === undefined ? [] : [slimClaim(claim)];
    }),
  }));
}

interface Search {
  tier: Tier[];
  _extra: 'claims'[];
  limit: number;
  after?: string | undefined;
  topic?: string | undefined;
  verdict?: Verdict | undefined;
  level?: Finding['severity']['level'] | undefined;
  predicate?: string | undefined;
  outlet?: string | undefined;
}

async function findPage(store: Store, search: Search) {
  const { filter, page } = splitPaging(search);
  const { tier, _extra, ...rest } = filter;
  const { data, next } = await store.findings({ ...rest, tiers: tier }, page);
  return { data: _extra.includes('claims') ? await withStoredClaims(store, data) : data, next };
}

/** The same page of a topic as it stood. */
async function findPastPage({ lookBack }: Services, topic: string, at: string, search: Search) {
  const past = await lookBack(topic, { at });
  if (past === null) throw noTopic(topic);
  const { filter, page } = splitPaging(search);
  const { tier, _extra, ...rest } = filter;
  const { data, next } = past.findings({ ...rest, tiers: tier }, page);
  return { data: _extra.includes('claims') ? withClaims(past.claims, data) : data, next };
}

const DESCRIPTION =
  'Statements that differ, most severe first, each with a verdict and the reason in words. What only looks different is there too, under ?tier=explained.';
const list = answers('A page of findings.', listOf('FindingList', FindingView));

export const listDiscrepancies = defineRoute(
  {
    method: 'get',
    path: '/v1/discrepancies',
    operationId: 'listDiscrepancies',
    tags: ['Discrepancies'],
    summary: 'List discrepancies of all topics',
    description: DESCRIPTION,
    request: { query: query({ topic: key('Id of a topic.'), ...filters, ...PAGING }) },
    responses: { 200: list, ...FAILURES },
  },
  async (c) => sendPage<FindingView>(c, await findPage(c.get('services').store, c.req.valid('query'))),
);

export const listTopicDiscrepancies = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/discrepancies',
    operationId: 'listTopicDiscrepancies',
    tags: ['Topics'],
    summary: 'List the discrepancies of a topic',
    description: DESCRIPTION,
    request: { params: topicParam, query: query({ ...filters, as_of: asOf, ...PAGING }) },
    responses: { 200: list, ...FAILURES_OF_ONE },
  },
  async (c) => {
    const services = c.get('services');
    const { store } = services;
    const { topic } = c.req.valid('param');
    const { as_of: at, ...search } = c.req.valid('query');
    if (at !== undefined) return sendPage<FindingView>(c, await findPastPage(services, topic, at, search));
    if ((await store.topic(topic)) === null) throw noTopic(topic);
    return sendPage<FindingView>(c, await findPage(store, { ...search, topic }));
  },
);

export const getFinding = defineRoute(
  {
    method: 'get',
    path: '/v1/findings/{id}',
    operationId: 'getFinding',
    tags: ['Discrepancies'],
    summary: 'One finding',
    request: { params: idParam('Id of the finding.'), query: query({ _extra: extra }) },
    responses: { 200: answers('The finding.', FindingView), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { store } = c.get('services');
    const { id } = c.req.valid('param');
    const finding = await store.finding(id);
    if (finding === null) throw new CrosscheckError('not-found', `There is no finding "${id}".`);
    if (!c.req.valid('query')._extra.includes('claims')) return sendJson<FindingView>(c, finding);
    const [view = finding] = await withStoredClaims(store, [finding]);
    return sendJson<FindingView>(c, view);
  },
);
