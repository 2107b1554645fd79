import { z } from 'zod';

const doubts = z
  .record(z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'lower-case words joined by hyphens'), z.number().max(0))
  .transform((rows): ReadonlyMap<string, number> => new Map(Object.entries(rows)));

/** How doubts about a row become a number from 0 to 1: log-odds, added up. */
export const ConfidenceRules = z
  .strictObject({
    start: z.number().meta({ description: 'Log-odds of a row about which there is no doubt.' }),
    fitted: doubts.meta({ description: 'What each doubt takes off, fitted on labelled texts.' }),
    stipulated: doubts.meta({ description: 'What each doubt takes off that no label judges.' }),
    low: z.number().min(0).max(1).meta({ description: 'Rows below are marked as unsure.' }),
  })
  .meta({ id: 'ConfidenceRules' });
export type ConfidenceRules = z.infer<typeof ConfidenceRules>;
