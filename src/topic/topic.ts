/**
 * Topic: a story that several outlets tell.
 *
 *   takes  a name given with a document
 *   gives  the id under which its claims are compared
 *   never  groups by the likeness of headlines
 */
import { z } from 'zod';

export const Topic = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    sample: z.boolean().meta({ description: 'Ships with the project; its outlets are invented.' }),
    documents: z.int().nonnegative(),
    outlets: z.int().nonnegative(),
    claims: z.int().nonnegative(),
    groups: z.int().nonnegative(),
    conflicts: z.int().nonnegative().meta({ description: 'Findings of the tier conflict.' }),
    checks: z.int().nonnegative().meta({ description: 'Findings of the tier check.' }),
    updatedAt: z.string().meta({ description: 'When it was last reconciled: RFC 3339, UTC.' }),
    version: z
      .int()
      .nonnegative()
      .meta({ description: 'Grows by one with each reconciliation that changes it.' }),
  })
  .meta({ id: 'Topic', description: 'A story that several outlets tell.' });
export type Topic = z.infer<typeof Topic>;
