import { z } from '@hono/zod-openapi';
import { DocumentInput } from '../document/document.ts';
import { CrosscheckError } from '../errors.ts';
import { asCrosscheckError, fieldErrors, Problem, problemOf } from './problem.ts';
import type { IngestResult, Services } from './services.ts';

export const DocumentTaken = z
  .strictObject({
    id: z.string(),
    topic: z.string(),
    status: z.enum(['added', 'unchanged', 'replaced']).meta({
      description: 'unchanged: it was here already. replaced: the same id came with other content.',
    }),
    claims: z.int().nonnegative().meta({ description: 'How many claims were read from it.' }),
  })
  .meta({ id: 'DocumentTaken', description: 'What became of one document.' });

const place = {
  index: z.int().nonnegative().meta({ description: 'Place in the list, from 0.' }),
};

export const BatchItem = z
  .union([
    DocumentTaken.extend(place),
    z.strictObject({ ...place, error: Problem.omit({ requestId: true }) }),
  ])
  .meta({ id: 'BatchItem', description: 'What became of one document of a list.' });

const count = z.int().nonnegative();
export const BatchCounts = z
  .strictObject({ added: count, unchanged: count, replaced: count, failed: count })
  .meta({ id: 'BatchCounts' });
export type BatchCounts = z.infer<typeof BatchCounts>;

export const BatchAnswer = z
  .strictObject({ data: z.array(BatchItem), counts: BatchCounts })
  .meta({ id: 'BatchAnswer', description: 'One entry for each document, in order.' });

const KNOWN = Object.keys(DocumentInput.shape);

/** Checks one input; the error names each wrong field. */
export function checkInput(raw: unknown): DocumentInput | CrosscheckError {
  const result = DocumentInput.safeParse(raw);
  if (result.success) return result.data;
  return new CrosscheckError('invalid-document', 'The document has mistakes: see errors.', {
    errors: fieldErrors(result.error, KNOWN),
  });
}

/**
 * Takes inputs, some of which are known to be wrong: the right ones are ingested together, and each gets its result
 * in order.
 */
export async function takeAll(
  checked: readonly (DocumentInput | CrosscheckError)[],
  services: Services,
): Promise<IngestResult[]> {
  const right = checked.filter((each): each is DocumentInput => !(each instanceof CrosscheckError));
  const results = right.length > 0 ? [...(await services.ingest(right))] : [];
  return checked.map((each) => {
    if (each instanceof CrosscheckError) return { error: each };
    const result = results.shift();
    return result ?? { error: asCrosscheckError(new Error('ingest gave fewer results than inputs')) };
  });
}

/** A result as it is sent: the error as a problem without the id of the request. */
export function showResult(result: IngestResult) {
  if (!('error' in result)) return result;
  const { requestId: _, ...error } = problemOf(result.error);
  return { error };
}

export const noCounts = (): BatchCounts => ({ added: 0, unchanged: 0, replaced: 0, failed: 0 });

/** Adds a result to the counts. */
export function countResult(counts: BatchCounts, result: IngestResult): void {
  counts['error' in result ? 'failed' : result.status] += 1;
}
