/**
 * Group: claims that answer one question.
 *
 *   takes  the claims of a topic
 *   gives  classes of equal comparability key, so that the order of arrival cannot matter
 *   never  groups by the likeness of values or of words
 */
import { z } from 'zod';
import { Scope } from '../claim/claim.ts';
import { PredicateTimeClass } from '../vocabulary/dimensions.ts';

export const Group = z
  .strictObject({
    id: z.string().min(1).meta({ description: 'Derived from topic and key.' }),
    topic: z.string().min(1),
    family: z
      .string()
      .min(1)
      .meta({ description: 'Blocking key: subject class, predicate, unit dimension.' }),
    key: z.string().min(1).meta({ description: 'Comparability key: family, scope, modality class.' }),
    question: z.string().min(1).meta({ description: 'The question that its claims answer, in words.' }),
    subject: z.string().min(1),
    predicate: z.string().nullable().meta({ description: 'Vocabulary id; null for generic rows.' }),
    timeClass: PredicateTimeClass,
    unit: z.string().nullable(),
    scope: Scope,
    claims: z.array(z.string()).meta({ description: 'Claim ids, sorted.' }),
  })
  .meta({ id: 'Group', description: 'Claims that answer one question.' });
export type Group = z.infer<typeof Group>;
