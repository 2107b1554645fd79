import { z } from 'zod';

/** One step of a reasoning: which rule was asked, what it answered, and the numbers it used. */
export const Step = z
  .strictObject({
    step: z.string().min(1).meta({ description: 'What was decided: "place", "origin", "verdict" …' }),
    rule: z.string().min(1).meta({ description: 'Name of the rule that decided it.' }),
    text: z.string().min(1).meta({ description: 'The step in a sentence.' }),
    numbers: z
      .record(z.string(), z.union([z.number(), z.string(), z.null()]))
      .meta({ description: 'What the rule looked at. Null: unbounded, or not known.' }),
  })
  .meta({ id: 'Step', description: 'One step of a reasoning.' });
export type Step = z.infer<typeof Step>;

/** A number for a step: an open end is null. */
export const bounded = (value: number): number | null => (Number.isFinite(value) ? value : null);
