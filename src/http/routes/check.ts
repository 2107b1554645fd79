import type { Context, TypedResponse } from 'hono';
import { CheckView, DraftInput, LONGEST_DRAFT } from '../../check/check.ts';
import { checkSheet } from '../../check/check-sheet.ts';
import { checkText } from '../../check-text.ts';
import { CrosscheckError } from '../../errors.ts';
import { readText } from '../guards/body-limit.ts';
import { guarded } from '../guards/require-scope.ts';
import { fieldErrors } from '../problem.ts';
import { bodyKind, parseJson } from '../read-json.ts';
import { answersAs, bodyOf, defineRoute, FAILURES_OF_ONE, query, WRITE_FAILURES } from '../router.ts';
import { sendFreshAs } from '../send-as.ts';
import type { Env } from '../services.ts';

/** Bytes of a body: a draft of the longest kind, each character escaped. */
const BODY_LIMIT = LONGEST_DRAFT * 6 + 10_000;

const KNOWN = Object.keys(DraftInput.shape);

/** @throws CrosscheckError with each wrong field */
async function readDraft(c: Context<Env>): Promise<DraftInput> {
  if (bodyKind(c) === 'lines')
    throw new CrosscheckError('unsupported-media-type', 'Set Content-Type to application/json.');
  const parsed = parseJson(await readText(c, Math.min(BODY_LIMIT, c.get('services').config.bodyLimit)));
  if (parsed instanceof CrosscheckError) throw parsed;
  const result = DraftInput.safeParse(parsed.value);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error, KNOWN);
  throw new CrosscheckError('invalid-document', 'The draft has mistakes: see errors.', { errors });
}

export const postCheck = defineRoute(
  {
    method: 'post',
    path: '/v1/check',
    operationId: 'checkDraft',
    tags: ['Topics'],
    summary: 'Check a draft',
    ...guarded('read'),
    description:
      'Holds each figure of a draft against what the outlets of a topic say: the verdict, the reason, who says what in which words, and the span to look at again. Nothing is stored, and nothing is called true or false.',
    request: {
      query: query({}),
      body: bodyOf(DraftInput),
    },
    responses: {
      200: answersAs('Each figure, in the order of the text.', CheckView),
      ...WRITE_FAILURES,
      404: FAILURES_OF_ONE[404],
      406: FAILURES_OF_ONE[406],
    },
  },
  async (c) => {
    const { store, vocabulary, now } = c.get('services');
    const view = await checkText(await readDraft(c), { store, vocabulary, now: now() });
    const response = await sendFreshAs(c, {
      json: JSON.stringify(view),
      rows: () => view.data,
      sheet: checkSheet,
    });
    return response as Response & TypedResponse<CheckView, 200, 'json'>;
  },
);
