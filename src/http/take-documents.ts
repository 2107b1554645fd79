import { z } from '@hono/zod-openapi';
import { DocumentInput } from '../document/document.ts';
import { CrosscheckError } from '../errors.ts';
import { batchOf, type Intake } from './intake.ts';
import { noteDocuments } from './note.ts';
import { fieldErrors } from './problem.ts';
import type { Services } from './services.ts';

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

export type DocumentTaken = z.infer<typeof DocumentTaken>;

export const BatchAnswer = batchOf('Batch', DocumentTaken);

const KNOWN = Object.keys(DocumentInput.shape);

/** Checks one input; the error names each wrong field. */
function checkInput(raw: unknown): DocumentInput | CrosscheckError {
  const result = DocumentInput.safeParse(raw);
  if (result.success) return result.data;
  return new CrosscheckError('invalid-document', 'The document has mistakes: see errors.', {
    errors: fieldErrors(result.error, KNOWN),
  });
}

/** The way in for articles. */
export const documentIntake = ({ ingest }: Services): Intake<DocumentInput, DocumentTaken> => ({
  check: checkInput,
  take: ingest,
  note: noteDocuments,
  addressOf: ({ id }) => `/v1/documents/${encodeURIComponent(id)}`,
});
