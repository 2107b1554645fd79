import { z } from 'zod';
import { TimeClass } from '../mention/mention.ts';

const day = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/,
    'Give a day such as 2025-10-04, or a minute such as 2025-10-04T18:30.',
  );
const name = z.string().trim().min(1).max(200);

const ScopeInput = z.strictObject({
  population: name
    .nullish()
    .meta({ description: 'Who is counted: a vocabulary id, a name, or ids joined by "+".' }),
  place: name.nullish(),
  cause: name.nullish(),
  actor: name.nullish(),
  time: z
    .strictObject({
      class: TimeClass.optional(),
      from: day.nullish().meta({ description: 'First day of the window.' }),
      to: day.nullish().meta({ description: 'First day after the window.' }),
      text: z.string().max(200).nullish(),
    })
    .nullish(),
});

/** A ready-made subject–predicate–value row from elsewhere: a data set, another extractor, a person. */
export const ClaimInput = z
  .strictObject({
    topic: z.string().trim().min(1, 'Say which topic it belongs to.').max(120),
    outlet: z.string().trim().min(1, 'Say which outlet states it.').max(200),
    subject: z.string().trim().min(1, 'Say what it is about.').max(300),
    predicate: z
      .string()
      .trim()
      .min(1, 'Say what is stated: a vocabulary id, its title, or your own words.')
      .max(200),
    value: z
      .union(
        [
          z.number(),
          z.string().trim().min(1).max(1_000),
          z.array(z.string().trim().min(1).max(300)).min(1).max(500),
        ],
        {
          error:
            'Give a number, a text such as "at least 24", a date such as 2025-10-07, or a list of texts.',
        },
      )
      .meta({ description: 'A number, a worded number, an ISO date, a list of members, or any other text.' }),
    unit: name.nullish(),
    publishedAt: z.iso
      .datetime({ offset: true, error: 'Give an RFC 3339 time such as 2025-10-07T12:00:00Z.' })
      .nullish()
      .meta({ description: 'Without it the row stands outside time and nothing is called newer than it.' }),
    scope: ScopeInput.nullish(),
    origin: name
      .nullish()
      .meta({ description: 'Who the statement goes back to, when it is not the outlet.' }),
    increment: z.boolean().nullish().meta({
      description: 'It comes on top of an earlier count and is no total: 39 new cases.',
    }),
    quote: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .nullish()
      .meta({ description: 'The exact words, if you have them.' }),
  })
  .meta({ id: 'ClaimInput', description: 'A structured claim.' });
export type ClaimInput = z.infer<typeof ClaimInput>;
