import { z } from 'zod';

const words = z.array(z.string().regex(/^[a-z]+$/, 'one lower-case word')).min(1);

/** Words by which a report counts some of those who were hurt, and leaves room for more. */
export const SomeOfAllWords = z.strictObject({
  parts: words.meta({ description: 'Parts of a body: "shot in the leg".' }),
  found: words.meta({ description: 'Lemmas of verbs of whoever comes to the scene: "found four victims".' }),
  turns: words.meta({ description: 'Which of them: "the next two".' }),
  examples: z.strictObject({
    takes: z.array(z.string().min(1)).min(1),
    leaves: z.array(z.string().min(1)).min(1),
  }),
});

export interface SomeOfAll {
  readonly parts: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  readonly examples: z.infer<typeof SomeOfAllWords>['examples'];
}

/** Makes the words ready to look up. */
export const indexSomeOfAll = (given: z.infer<typeof SomeOfAllWords>): SomeOfAll => ({
  parts: new Set(given.parts),
  found: new Set(given.found),
  turns: new Set(given.turns),
  examples: given.examples,
});
