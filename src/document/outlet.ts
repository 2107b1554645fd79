import { z } from 'zod';

export const Outlet = z
  .strictObject({
    id: z.string().min(1).meta({ description: 'Slug of the name; aliases share it.' }),
    name: z.string().min(1),
    owner: z.string().nullable().meta({ description: 'Owner family, when the vocabulary knows it.' }),
    kind: z.enum(['outlet', 'agency']).meta({ description: 'An agency sells its text to outlets.' }),
    sample: z.boolean().meta({ description: 'Invented for the samples that ship with the project.' }),
  })
  .meta({ id: 'Outlet', description: 'Who publishes. Carries no score.' });
export type Outlet = z.infer<typeof Outlet>;
