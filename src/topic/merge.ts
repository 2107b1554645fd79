import { z } from 'zod';

/** Who does something to a topic, why, and when. */
export interface Said {
  readonly actor: string;
  readonly reason: string;
  /** RFC 3339. */
  readonly at: string;
}

export const Merge = z
  .strictObject({
    id: z.string().meta({ description: 'The id that leads on: it is no topic of its own any more.' }),
    title: z.string().meta({ description: 'The title that it had.' }),
    into: z.string().meta({ description: 'Where it was put; that may have been merged since.' }),
    found: z
      .boolean()
      .meta({ description: 'It was found for its articles; false: it is a name that they came with.' }),
    actor: z
      .string()
      .meta({ description: 'Name of the key, "anybody" without one, or who the terminal says.' }),
    reason: z.string(),
    at: z.string().meta({ description: 'When: RFC 3339, UTC.' }),
  })
  .meta({ id: 'Merge', description: 'A topic that a person merged into another one.' });
export type Merge = z.infer<typeof Merge>;
