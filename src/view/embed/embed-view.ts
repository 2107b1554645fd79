import { z } from 'zod';
import { ConsensusStatus, Grade } from '../../consensus/consensus.ts';
import { Tier, Verdict } from '../../finding/finding.ts';
import { Hedge } from '../../value/value.ts';

/** What is said, in English words and, where they are a plain figure, in parts that any language can word. */
export const Said = z
  .strictObject({
    text: z.string(),
    hedge: Hedge.nullable().meta({ description: 'null: the text is no plain figure; show it as it is.' }),
    number: z.number().nullable(),
    to: z.number().nullable().meta({ description: 'Upper end, for the hedge between.' }),
    percent: z.boolean(),
  })
  .meta({ id: 'Said', description: 'A statement in words and, if it is a plain figure, in parts.' });
export type Said = z.infer<typeof Said>;

const count = z.int().nonnegative();
const EmbedPosition = z.strictObject({
  said: Said,
  nominal: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  origins: count,
  outlets: z.array(z.string()).meta({ description: 'Names, at most eight.' }),
  moreOutlets: count,
});
export type EmbedPosition = z.infer<typeof EmbedPosition>;

export const EmbedRow = z
  .strictObject({
    id: z.string().meta({ description: 'Id of the group.' }),
    question: z.string(),
    status: ConsensusStatus,
    grade: Grade,
    said: Said.nullable().meta({ description: 'The figure; null when origins dispute it.' }),
    low: z.number().nullable(),
    high: z.number().nullable(),
    percent: z.boolean(),
    originsMax: count,
    positions: z.array(EmbedPosition),
  })
  .meta({ id: 'EmbedRow', description: 'A question, as an embedded view shows it.' });
export type EmbedRow = z.infer<typeof EmbedRow>;

export const EmbedFinding = z
  .strictObject({
    id: z.string(),
    verdict: Verdict,
    tier: Tier,
    question: z.string(),
    because: z.string(),
    sides: z.array(
      z.strictObject({
        said: Said,
        quote: z.string(),
        outlet: z.string().meta({ description: 'Its name.' }),
        source: z.string().nullable().meta({ description: 'Whom it names; null: its own voice.' }),
        at: z.string().meta({ description: 'When it was published: RFC 3339, UTC.' }),
      }),
    ),
  })
  .meta({ id: 'EmbedFinding', description: 'A discrepancy, as an embedded view shows it.' });
export type EmbedFinding = z.infer<typeof EmbedFinding>;

export const EmbedView = z
  .strictObject({
    topic: z.strictObject({ id: z.string(), title: z.string(), sample: z.boolean(), updatedAt: z.string() }),
    show: z.enum(['consensus', 'discrepancies', 'figure']),
    rows: z.array(EmbedRow),
    findings: z.array(EmbedFinding),
    more: count.meta({ description: 'Questions or findings that are left out.' }),
  })
  .meta({ id: 'EmbedView', description: 'All that an embedded view of a topic shows, with names.' });
export type EmbedView = z.infer<typeof EmbedView>;
