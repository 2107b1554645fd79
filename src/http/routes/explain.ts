import { CrosscheckError } from '../../errors.ts';
import { explain, Reasoning } from '../../explain.ts';
import type { Step } from '../../step.ts';
import { stepSheet } from '../../view/sheets/steps.ts';
import { idParam } from '../filters.ts';
import { answersAs, defineRoute, FAILURES_OF_ONE, query } from '../router.ts';
import { sendAs } from '../send-as.ts';

const DESCRIPTION =
  'The steps that led there, as data and as text, each with its rule and the numbers that it used. The topic is worked out once more for it.';

const explainOne = <Path extends string>(
  path: Path,
  kind: Reasoning['kind'],
  operationId: string,
  tag: string,
  summary: string,
) =>
  defineRoute(
    {
      method: 'get',
      path,
      operationId,
      tags: [tag],
      summary,
      description: DESCRIPTION,
      request: { params: idParam(`Id of the ${kind}.`), query: query({}) },
      responses: { 200: answersAs('The reasoning; as rows, a step each.', Reasoning), ...FAILURES_OF_ONE },
    },
    async (c) => {
      const { store, vocabulary } = c.get('services');
      const { id } = c.req.valid('param') as { id: string };
      const found = await explain(id, store, vocabulary);
      if (found?.kind !== kind) throw new CrosscheckError('not-found', `There is no ${kind} "${id}".`);
      return sendAs<Reasoning, Step>(c, {
        json: JSON.stringify(found),
        rows: () => found.steps,
        sheet: stepSheet,
      });
    },
  );

export const explainClaim = explainOne(
  '/v1/claims/{id}/explain',
  'claim',
  'explainClaim',
  'Claims',
  'Why a claim was read as it was',
);
export const explainFinding = explainOne(
  '/v1/findings/{id}/explain',
  'finding',
  'explainFinding',
  'Discrepancies',
  'Why a finding has its verdict',
);
export const explainGroup = explainOne(
  '/v1/groups/{id}/explain',
  'group',
  'explainGroup',
  'Topics',
  'Why claims answer one question, and what they agree on',
);
