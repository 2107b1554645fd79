import { z } from 'zod';
import { Outlet } from '../document/outlet.ts';

const count = z.int().nonnegative();

const Relayed = z
  .strictObject({ origin: z.string().meta({ description: 'Key of the source.' }), claims: count })
  .meta({ id: 'Relayed', description: 'A source that an outlet passes on, and how often.' });

const ApartIn = z
  .strictObject({
    topic: z.string(),
    group: z.string(),
    question: z.string(),
    display: z.string().meta({ description: 'What this outlet says and no other.' }),
    others: z.array(z.string()).meta({ description: 'What the others say.' }),
    status: z.string(),
  })
  .meta({
    id: 'ApartIn',
    description: 'A question to which an outlet alone gives its answer. No judgement.',
  });

const TopicOfOutlet = z
  .strictObject({ id: z.string(), title: z.string(), documents: count, conflicts: count, checks: count })
  .meta({
    id: 'TopicOfOutlet',
    description: 'A topic that an outlet tells: its articles, and discrepancies that it takes part in.',
  });

export const OutletView = Outlet.extend({
  counts: z
    .strictObject({
      documents: count,
      claims: count,
      relayed: count.meta({ description: 'Claims that go back to somebody else.' }),
      ownVoice: count.meta({ description: 'Claims in its own voice.' }),
      conflicts: count.meta({ description: 'Findings of the tier conflict that it takes part in.' }),
      checks: count,
    })
    .meta({
      id: 'OutletCounts',
      description: 'Over its newest articles, claims and findings: see `truncated`.',
    }),
  relays: z.array(Relayed).meta({ description: 'Most often first; at most fifty.' }),
  topics: z.array(TopicOfOutlet),
  apart: z.array(ApartIn).meta({ description: 'At most a hundred.' }),
  truncated: z.boolean().meta({ description: 'True: there is more than was counted.' }),
  links: z.strictObject({ documents: z.string(), claims: z.string(), discrepancies: z.string() }).meta({
    id: 'OutletLinks',
  }),
}).meta({
  id: 'OutletView',
  description: 'What an outlet said, whom it relays and where it stands apart. It carries no score.',
});
export type OutletView = z.infer<typeof OutletView>;
