import type { Context } from 'hono';
import { CrosscheckError } from '../../errors.ts';
import { type Finding, ReviewStatus, Severity, Tier, Verdict } from '../../finding/finding.ts';
import type { Page, PageRequest } from '../../store/store.ts';
import { linkFindings } from '../../view/linked/findings.ts';
import { findingSheet } from '../../view/sheets/findings.ts';
import { FINDING_EXTRAS, type FindingExtra, FindingView } from '../../view/slim.ts';
import { asOf, choices, idParam, key, topicParam, updatedSince } from '../filters.ts';
import { pastSource, withExtras } from '../finding-extras.ts';
import { flat, sendFlat } from '../flat.ts';
import { claimsById, worldOf } from '../link.ts';
import { makeFeed } from '../make-feed.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answersAs, answersFlat, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import { sendOne } from '../send-as.ts';
import type { Env, Services } from '../services.ts';
import { noTopic } from './topics.ts';

const extra = choices(
  FINDING_EXTRAS,
  'Adds `_claims` (quote, outlet, origin and value of each claim), `_groups` (the questions), `_reviews` (what people said of it).',
);

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

interface Search {
  tier: Tier[];
  _extra: FindingExtra[];
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

type Read = (page: PageRequest, extra: readonly FindingExtra[]) => Promise<Page<FindingView>>;

/** How to read a page of the findings that a query asks for. */
function reader({ store }: Services, search: Search): Read {
  const { tier, _extra, flat: _, ...filter } = splitPaging(search).filter;
  return async (page, extra) => {
    const { data, next } = await store.findings({ ...filter, tiers: tier }, page);
    return { data: await withExtras(store, data, extra), next };
  };
}

/** The same of a topic as it stood. */
async function pastReader(
  { lookBack, store }: Services,
  topic: string,
  at: string,
  search: Search,
): Promise<Read> {
  if (search.updated_since !== undefined)
    throw new CrosscheckError('invalid-request', 'Give as_of or updated_since, not both.', {
      errors: [{ path: 'updated_since', message: 'It has no meaning together with as_of.' }],
    });
  const past = await lookBack(topic, { at });
  if (past === null) throw noTopic(topic);
  const { tier, _extra, flat: _, ...filter } = splitPaging(search).filter;
  const source = pastSource(store, past);
  return async (page, extra) => {
    const { data, next } = past.findings({ ...filter, tiers: tier }, page);
    return { data: await withExtras(source, data, extra), next };
  };
}

/** Sends what a reader gives: a page of it, all of it lying flat with the claims, or a feed. */
async function sendFindings(c: Context<Env>, read: Read, search: Search, topic?: string) {
  if (search.flat)
    return sendFlat<Page<FindingView>, FindingView>(c, (page) => read(page, ['claims']), findingSheet);
  const found = await read(splitPaging(search).page, search._extra);
  const feed = async () => {
    const { pathname, search: asked } = new URL(c.req.url);
    return makeFeed(c, {
      read: (page) => read(page, ['claims']),
      topic: topic === undefined ? null : await c.get('services').store.topic(topic),
      address: `${pathname}${asked}`,
    });
  };
  return sendPage<FindingView>(c, found, { sheet: findingSheet, link: linking(c, found.data), feed });
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
const list = answersFlat('A page of findings.', listOf('FindingList', FindingView), {
  linked: true,
  fed: true,
});

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
    return sendFindings(c, reader(c.get('services'), search), search, search.topic);
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
    if (at !== undefined)
      return sendFindings(c, await pastReader(services, topic, at, search), search, topic);
    if ((await services.store.topic(topic)) === null) throw noTopic(topic);
    return sendFindings(c, reader(services, { ...search, topic }), search, topic);
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
    const [view = finding] = await withExtras(store, [finding], c.req.valid('query')._extra);
    return sendOne<FindingView>(c, view, shapes);
  },
);
