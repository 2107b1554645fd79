import { z } from '@hono/zod-openapi';
import { ClaimInput } from '../claim/claim-input.ts';
import { CrosscheckError } from '../errors.ts';
import { batchOf, type Intake } from './intake.ts';
import { note } from './note.ts';
import { fieldErrors } from './problem.ts';
import type { Services } from './services.ts';

export const ClaimTaken = z
  .strictObject({
    id: z.string().meta({ description: 'Id of the claim.' }),
    document: z
      .string()
      .meta({ description: 'Id of the document that holds the row; DELETE it to take the row back.' }),
    topic: z.string(),
    status: z.enum(['added', 'unchanged']).meta({ description: 'unchanged: the same row was here already.' }),
  })
  .meta({ id: 'ClaimTaken', description: 'What became of one row.' });
type ClaimTaken = z.infer<typeof ClaimTaken>;

export const ClaimBatchAnswer = batchOf('ClaimBatch', ClaimTaken);

const KNOWN = Object.keys(ClaimInput.shape);

function checkRow(raw: unknown): ClaimInput | CrosscheckError {
  const result = ClaimInput.safeParse(raw);
  if (result.success) return result.data;
  return new CrosscheckError('invalid-body', 'The row has mistakes: see errors.', {
    errors: fieldErrors(result.error, KNOWN),
  });
}

/** The way in for structured rows. */
export const claimIntake = ({ ingestRows }: Services): Intake<ClaimInput, ClaimTaken> => ({
  check: checkRow,
  take: ingestRows,
  note: (c, results) =>
    note(
      c,
      ...results.flatMap((result) =>
        'error' in result || result.status === 'unchanged'
          ? []
          : [{ action: 'claim.add' as const, target: result.id, detail: result.topic }],
      ),
    ),
  addressOf: ({ id }) => `/v1/claims/${encodeURIComponent(id)}`,
});
