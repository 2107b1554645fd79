import type { Context } from 'hono';
import type { Claim } from '../../claim/claim.ts';
import { CrosscheckError } from '../../errors.ts';
import { type Finding, ReviewStatus, Severity, Tier, Verdict } from '../../finding/finding.ts';
import type { Page, PageRequest, Store } from '../../store/store.ts';
import { linkFindings } from '../../view/linked/findings.ts';
import { findingSheet } from '../../view/sheets/findings.ts';
import { FindingView, slimClaim } from '../../view/slim.ts';
import { asOf, choices, idParam, key, topicParam, updatedSince } from '../filters.ts';
import { flat, sendFlat } from '../flat.ts';
import { claimsById, worldOf } from '../link.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answersAs, answersFlat, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import { sendOne } from '../send-as.ts';
import type { Env, Services } from '../services.ts';
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
  review: ReviewStatus.optional().meta({
    description: 'What a person said of it last; open: nobody judged it.',
  }),
  updated_since: updatedSince,
  _extra: extra,
};

/** Adds to each finding the claims that it is about: one query for the page. */
export async function withStoredClaims(store: Store, findings: readonly Finding[]): Promise<FindingView[]> {
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
  flat: boolean;
  limit: number;
  after?: string | undefined;
  topic?: string | undefined;
  verdict?: Verdict | undefined;
  level?: Finding['severity']['level'] | undefined;
  predicate?: string | undefined;
  outlet?: string | undefined;
  review?: ReviewStatus | undefined;
  updated_since?: string | undefined;
}

/** How to read a page of the findings that a query asks for; lying flat they always have their claims. */
function reader({ store }: Services, search: Search) {
  const { tier, _extra, flat: isFlat, ...filter } = splitPaging(search).filter;
  const whole = isFlat || _extra.includes('claims');
  return async (page: PageRequest): Promise<Page<FindingView>> => {
    const { data, next } = await store.findings({ ...filter, tiers: tier }, page);
    return { data: whole ? await withStoredClaims(store, data) : data, next };
  };
}

/** The same of a topic as it stood. */
async function pastReader({ lookBack }: Services, topic: string, at: string, search: Search) {
  if (search.updated_since !== undefined)
    throw new CrosscheckError('invalid-request', 'Give as_of or updated_since, not both.', {
      errors: [{ path: 'updated_since', message: 'It has no meaning together with as_of.' }],
    });
  const past = await lookBack(topic, { at });
  if (past === null) throw noTopic(topic);
  const { tier, _extra, flat: isFlat, ...filter } = splitPaging(search).filter;
  const whole = isFlat || _extra.includes('claims');
  return async (page: PageRequest): Promise<Page<FindingView>> => {
    const { data, next } = past.findings({ ...filter, tiers: tier }, page);
    return { data: whole ? withClaims(past.claims, data) : data, next };
  };
}

/** Sends what a reader gives: a page of it, or all of it lying flat. */
async function sendFindings(c: Context<Env>, read: ReturnType<typeof reader>, search: Search) {
  if (search.flat) return sendFlat<Page<FindingView>, FindingView>(c, read, findingSheet);
  const found = await read(splitPaging(search).page);
  return sendPage<FindingView>(c, found, { sheet: findingSheet, link: linking(c, found.data) });
}

/** Findings as linked data: their claims, the articles, and what people said of them. */
const linking = (c: Context<Env>, findings: readonly Finding[]) => async () => {
  const claims = await claimsById(
    c,
    findings.flatMap((finding) => finding.claims),
  );
  const topics = [...new Set(findings.map((finding) => finding.topic))];
  const reviews = await Promise.all(topics.map((topic) => c.get('services').store.reviews({ topic })));
  return linkFindings(findings, reviews.flat(), await worldOf(c, claims));
};

const DESCRIPTION =
  'Statements that differ, most severe first, each with a verdict and the reason in words. What only looks different is there too, under ?tier=explained.';
const list = answersFlat('A page of findings.', listOf('FindingList', FindingView), { linked: true });

export const listDiscrepancies = defineRoute(
  {
    method: 'get',
    path: '/v1/discrepancies',
    operationId: 'listDiscrepancies',
    tags: ['Discrepancies'],
    summary: 'List discrepancies of all topics',
    description: DESCRIPTION,
    request: { query: query({ topic: key('Id of a topic.'), ...filters, flat, ...PAGING }) },
    responses: { 200: list, ...FAILURES },
  },
  async (c) => {
    const search = c.req.valid('query');
    return sendFindings(c, reader(c.get('services'), search), search);
  },
);

export const listTopicDiscrepancies = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/discrepancies',
    operationId: 'listTopicDiscrepancies',
    tags: ['Topics'],
    summary: 'List the discrepancies of a topic',
    description: DESCRIPTION,
    request: { params: topicParam, query: query({ ...filters, as_of: asOf, flat, ...PAGING }) },
    responses: { 200: list, ...FAILURES_OF_ONE },
  },
  async (c) => {
    const services = c.get('services');
    const { topic } = c.req.valid('param');
    const { as_of: at, ...search } = c.req.valid('query');
    if (at !== undefined) return sendFindings(c, await pastReader(services, topic, at, search), search);
    if ((await services.store.topic(topic)) === null) throw noTopic(topic);
    return sendFindings(c, reader(services, { ...search, topic }), search);
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
    responses: { 200: answersAs('The finding.', FindingView, { linked: true }), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { store } = c.get('services');
    const { id } = c.req.valid('param');
    const finding = await store.finding(id);
    if (finding === null) throw new CrosscheckError('not-found', `There is no finding "${id}".`);
    const shapes = { sheet: findingSheet, link: linking(c, [finding]) };
    if (!c.req.valid('query')._extra.includes('claims')) return sendOne<FindingView>(c, finding, shapes);
    const [view = finding] = await withStoredClaims(store, [finding]);
    return sendOne<FindingView>(c, view, shapes);
  },
);
