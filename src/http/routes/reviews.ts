import type { Context } from 'hono';
import { CrosscheckError, type FieldError } from '../../errors.ts';
import type { Finding } from '../../finding/finding.ts';
import {
  FindingReviewInput,
  foreignClaims,
  isAbout,
  JudgementInput,
  ofFinding,
  ReviewAction,
  ReviewView,
  readJudgement,
  showReview,
  unseenClaims,
} from '../../review/judgement.ts';
import { type ReviewInput, type Review as Said, toReview } from '../../review/review.ts';
import { readCursor, writeCursor } from '../../store/cursor.ts';
import { reviewSheet } from '../../view/sheets/administration.ts';
import { idParam, key } from '../filters.ts';
import { guarded } from '../guards/require-scope.ts';
import { namedMistakes, scopeMistakes } from '../named-things.ts';
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
import type { Env } from '../services.ts';

const page = answersAs('A page of reviews.', listOf('ReviewList', ReviewView));
const added = answers('It is kept, and what it is about is reconciled.', ReviewView);
const LATER =
  'Reviews are only ever added: the last word on a thing counts, and it outlives every reconciliation. The actor is the name of the key. The topic is reconciled before the answer.';

async function findingOf(c: Context<Env>, id: string): Promise<Finding> {
  const finding = await c.get('services').store.finding(id);
  if (finding === null) throw new CrosscheckError('not-found', `There is no finding "${id}".`);
  return finding;
}

const wrong = (errors: readonly FieldError[]): CrosscheckError =>
  new CrosscheckError('invalid-body', 'The judgement has mistakes: see errors.', { errors });

/** Keeps a judgement and reconciles what it is about. @throws CrosscheckError `invalid-body` */
async function addJudgement(c: Context<Env>, given: JudgementInput, finding: Finding | null) {
  const { store, vocabulary, now, settle } = c.get('services');
  const read = readJudgement(given, c.get('apiKey')?.name ?? 'anybody', finding);
  if (!('kind' in read)) throw wrong(read);
  const unknown = [...(await namedMistakes(store, given)), ...scopeMistakes(vocabulary, given)];
  if (unknown.length > 0) throw wrong(unknown);
  const review: Said = toReview(read satisfies ReviewInput, now().toISOString());
  await store.addReview(review);
  await note(c, { action: 'review.add', target: review.id, detail: `${review.kind}: ${review.reason}` });
  await settle();
  return c.json(showReview(review), 201);
}

export const addFindingReview = defineRoute(
  {
    ...guarded('review'),
    method: 'post',
    path: '/v1/findings/{id}/reviews',
    operationId: 'addFindingReview',
    tags: ['Reviews'],
    summary: 'Judge a finding',
    description: LATER,
    request: { params: idParam('Id of the finding.'), query: query({}), body: bodyOf(FindingReviewInput) },
    responses: { 201: added, ...ONCE, ...BODY_FAILURES, 404: FAILURES_OF_ONE[404] },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const finding = await findingOf(c, id);
    const given = await readJson(c, FindingReviewInput);
    const mistakes = [...foreignClaims(given, finding), ...unseenClaims(given, finding)];
    if (mistakes.length > 0) throw wrong(mistakes);
    return addJudgement(c, ofFinding(given, id, finding), finding);
  },
);

export const addReview = defineRoute(
  {
    ...guarded('review'),
    method: 'post',
    path: '/v1/reviews',
    operationId: 'addReview',
    tags: ['Reviews'],
    summary: 'Judge claims, documents or a finding',
    description: LATER,
    request: { query: query({}), body: bodyOf(JudgementInput) },
    responses: { 201: added, ...ONCE, ...BODY_FAILURES, 404: FAILURES_OF_ONE[404] },
  },
  async (c) => {
    const given = await readJson(c, JudgementInput);
    const finding = given.finding === undefined ? null : await findingOf(c, given.finding);
    return addJudgement(c, given, finding);
  },
);

const LIST = 'reviews of a finding';

export const listFindingReviews = defineRoute(
  {
    method: 'get',
    path: '/v1/findings/{id}/reviews',
    operationId: 'listFindingReviews',
    tags: ['Reviews'],
    summary: 'What people said of a finding',
    description: 'Of its verdict, of two of its claims, or of the scope of one. Newest first.',
    request: { params: idParam('Id of the finding.'), query: query(PAGING) },
    responses: { 200: page, ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const { limit, after } = c.req.valid('query');
    const finding = await findingOf(c, id);
    const said = await c.get('services').store.reviewsOfClaims(finding.claims);
    const about = said.filter((review) => isAbout(review, finding));
    // Reviews are only added, so that a place counted from the first one stays where it is.
    const [end = about.length] = after === undefined ? [] : (readCursor(after, LIST, { id }) as [number]);
    const start = Math.max(0, end - limit);
    const next = start > 0 ? writeCursor(LIST, { id }, [start]) : null;
    return sendPage(
      c,
      { data: about.slice(start, end).reverse().map(showReview), next },
      { sheet: reviewSheet },
    );
  },
);

export const listReviews = defineRoute(
  {
    method: 'get',
    path: '/v1/reviews',
    operationId: 'listReviews',
    tags: ['Reviews'],
    summary: 'What people said',
    description: 'Newest first.',
    request: {
      query: query({
        topic: key('Id of a topic: about its claims or documents.'),
        actor: key('Who judged.'),
        action: ReviewAction.optional().meta({ description: 'Only this.' }),
        ...PAGING,
      }),
    },
    responses: { 200: page, ...FAILURES },
  },
  async (c) => {
    const { page: wanted, filter } = splitPaging(c.req.valid('query'));
    const { topic, actor, action } = filter;
    const { data, next } = await c.get('services').store.reviewPages({ topic, actor, kind: action }, wanted);
    return sendPage(c, { data: data.map(showReview), next }, { sheet: reviewSheet });
  },
);
