/**
 * Check: a draft against what the outlets say.
 *
 *   takes  the text of a draft, and the documents, claims, reviews and consensus of a topic
 *   gives  each figure of the draft with its place, how it stands to the others, and what they would allow
 *   never  stores the draft, lets it count as a voice, or says which figure is true
 */
import { z } from 'zod';
import { Claim } from '../claim/claim.ts';
import { Consensus, Position, Question } from '../consensus/consensus.ts';
import { Zone } from '../document/document.ts';
import { ConflictSubtype, Tier, Verdict } from '../finding/finding.ts';

/** Characters of a draft: a long feature has fewer. */
export const LONGEST_DRAFT = 100_000;

export const DraftInput = z
  .strictObject({
    text: z
      .string()
      .min(1, 'The text is empty.')
      .max(LONGEST_DRAFT, `A draft may hold at most ${LONGEST_DRAFT} characters.`)
      .meta({ description: 'The draft as plain text. Spans of the answer point into it.' }),
    topic: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'Id of the topic to hold it against; without it the topic is found.' }),
    publishedAt: z.iso
      .datetime({ offset: true, error: 'Give an RFC 3339 time such as 2025-10-07T12:00:00Z.' })
      .optional()
      .meta({
        description:
          'When it is to be published: “on Monday” is read from there. Without it: now, or the time of the last article of the topic when that is older than three days.',
      }),
    outlet: z.string().trim().min(1).max(200).optional().meta({ description: 'Who writes it.' }),
    title: z.string().max(1_000).optional(),
    zone: Zone.optional(),
  })
  .meta({ id: 'DraftInput', description: 'A draft to check. It is not stored.' });
export type DraftInput = z.infer<typeof DraftInput>;

export const Standing = z.enum([...Verdict.options, 'unread']).meta({
  description:
    'A verdict of the rules about this figure and what others say. uncorroborated: nobody else says it. not-comparable: it is no kind of statement that the vocabulary knows. unread: a number out of which no statement was read.',
});
export type Standing = z.infer<typeof Standing>;

const Quoted = z
  .strictObject({
    claim: z.string().meta({ description: 'Id of the claim.' }),
    documentId: z.string(),
    outlet: z.string(),
    publishedAt: z.string(),
    quote: z.string(),
  })
  .meta({ id: 'Quoted', description: 'Who said it, and the exact words.' });

const CheckedPosition = Position.extend({ quotes: z.array(Quoted) }).meta({
  id: 'CheckedPosition',
  description: 'A position with the words that prove it: at most ten of them.',
});

const Relation = z
  .strictObject({
    verdict: Verdict,
    subtype: ConflictSubtype.nullable(),
    tier: Tier.nullable(),
    because: z.string(),
    dimension: z.string().nullable(),
    explanations: z.array(z.string()),
    claims: z.array(z.string()).meta({ description: 'Claims of others that it is held against.' }),
  })
  .meta({ id: 'CheckedRelation', description: 'How the figure stands to one camp of the others.' });
export type Relation = z.infer<typeof Relation>;

const Suggestion = z
  .strictObject({
    start: z.int().nonnegative(),
    end: z.int().positive(),
    text: z.string().min(1).meta({ description: 'Words that the statements of the others allow.' }),
    because: z.string().min(1).meta({ description: 'On whose word. Never that it is true.' }),
  })
  .meta({ id: 'Suggestion', description: 'The span to look at again. Offsets count UTF-16 code units.' });
export type Suggestion = z.infer<typeof Suggestion>;

export const CheckedFigure = z
  .strictObject({
    start: z
      .int()
      .nonnegative()
      .meta({ description: 'Where its words start in the draft, in UTF-16 code units.' }),
    end: z.int().positive().meta({ description: 'Offset after the last character.' }),
    text: z.string().meta({ description: 'The words of the figure.' }),
    verdict: Standing,
    tier: Tier.nullable(),
    because: z.string().min(1),
    claim: Claim.nullable().meta({ description: 'The statement as it was read; null when none was.' }),
    group: Question.nullable().meta({ description: 'The question that it answers.' }),
    consensus: Consensus.pick({
      status: true,
      best: true,
      low: true,
      high: true,
      display: true,
      grade: true,
      support: true,
      asOf: true,
    })
      .nullable()
      .meta({ description: 'What the others say to that question; null when nobody answers it.' }),
    positions: z.array(CheckedPosition),
    relations: z
      .array(Relation)
      .meta({ description: 'Everything that was found about it, the weightiest first.' }),
    suggestion: Suggestion.nullable(),
  })
  .meta({ id: 'CheckedFigure', description: 'A figure or statement of a draft, and how it stands.' });
export type CheckedFigure = z.infer<typeof CheckedFigure>;

export const CheckView = z
  .strictObject({
    topic: z.string().nullable().meta({ description: 'What it was held against; null: no topic was found.' }),
    topicBasis: z.enum(['given', 'found', 'none']),
    publishedAt: z.string().meta({ description: 'The time that the draft was read with.' }),
    data: z.array(CheckedFigure).meta({ description: 'In the order of the text.' }),
    next: z.null(),
    counts: z.partialRecord(Standing, z.int()).meta({ description: 'How many figures have each verdict.' }),
    truncated: z.boolean().meta({
      description: 'True: the topic is so large that only its newest claims were looked at.',
    }),
  })
  .meta({ id: 'CheckView', description: 'How each figure of a draft stands.' });
export type CheckView = z.infer<typeof CheckView>;
