/**
 * Mention: a typed span of one sentence (24, Monday, Gaza, AFP).
 *
 *   takes  a Sentence and the Vocabulary
 *   gives  quantities, times, places, names and attributions with exact offsets
 *   never  decides what is said about whom: that is the claim's job
 */
import { z } from 'zod';
import { Hedge, QuantityRole } from '../value/value.ts';

const span = {
  start: z.int().nonnegative().meta({ description: 'Offset of the first character, in UTF-16 code units.' }),
  end: z.int().positive().meta({ description: 'Offset after the last character, in UTF-16 code units.' }),
  text: z.string().min(1),
};
export const Span = z.strictObject({ start: span.start, end: span.end });
export type Span = z.infer<typeof Span>;

export const QuantityMention = z
  .strictObject({
    kind: z.literal('quantity'),
    ...span,
    nominal: z.number().nullable(),
    low: z.number().nullable().meta({ description: 'As worded; null when open.' }),
    high: z.number().nullable().meta({ description: 'As worded; null when open.' }),
    unit: z.string().nullable(),
    hedge: Hedge,
    role: QuantityRole,
    denominator: z.number().nullable().meta({ description: '"25 of 38", "two in five": 38, 5.' }),
    significance: z.number().nullable().meta({
      description:
        'Size of the last significant digit as written: 1 for 24, 1000 for "169,000" and "169 thousand".',
    }),
    numberStart: z
      .int()
      .nonnegative()
      .meta({ description: 'Where the numeral itself starts, behind the hedge.' }),
    numberEnd: z.int().positive().meta({ description: 'Where the numeral itself ends, before a unit.' }),
  })
  .meta({ id: 'QuantityMention' });
export type QuantityMention = z.infer<typeof QuantityMention>;

/** `window`: the thing happened inside [from, to). `cumulative`: counted since from. `as-of`: true at that day. */
export const TimeClass = z.enum(['window', 'cumulative', 'as-of', 'unknown']);
export type TimeClass = z.infer<typeof TimeClass>;

export const TimeMention = z
  .strictObject({
    kind: z.literal('time'),
    ...span,
    from: z
      .string()
      .nullable()
      .meta({ description: 'First day or minute, ISO 8601 without zone, in the event’s zone.' }),
    to: z.string().nullable().meta({ description: 'First day or minute after it.' }),
    class: TimeClass,
    precision: z.enum(['minute', 'part-of-day', 'day', 'days', 'week', 'month', 'season', 'year', 'open']),
    anchored: z
      .boolean()
      .meta({ description: 'Read relative to the publication time ("Monday", "last month"), not absolute.' }),
  })
  .meta({ id: 'TimeMention' });
export type TimeMention = z.infer<typeof TimeMention>;

export const PlaceMention = z
  .strictObject({
    kind: z.literal('place'),
    ...span,
    key: z.string().min(1),
    adjective: z.boolean().meta({ description: 'A demonym ("Egyptian"), not the place itself.' }),
  })
  .meta({ id: 'PlaceMention' });
export type PlaceMention = z.infer<typeof PlaceMention>;

export const NameMention = z
  .strictObject({
    kind: z.literal('name'),
    ...span,
    key: z.string().min(1).meta({ description: 'Canonical key, shared by short forms inside the document.' }),
    type: z.enum(['person', 'organisation', 'other']),
  })
  .meta({ id: 'NameMention' });
export type NameMention = z.infer<typeof NameMention>;

export const AttributionMention = z
  .strictObject({
    kind: z.literal('attribution'),
    ...span,
    cue: Span.meta({ description: 'The words that attribute: said, according to.' }),
    source: Span.nullable().meta({ description: 'The words that name the source; null when unnamed.' }),
    content: Span.nullable().meta({ description: 'What is attributed.' }),
    verb: z.string().meta({ description: 'Lemma of the cue: say, according, deny.' }),
    stance: z
      .enum(['says', 'claims', 'denies', 'expects', 'plans', 'demands', 'doubts'])
      .meta({ description: 'What the cue does with its content.' }),
  })
  .meta({ id: 'AttributionMention' });
export type AttributionMention = z.infer<typeof AttributionMention>;

export const Mention = z
  .discriminatedUnion('kind', [QuantityMention, TimeMention, PlaceMention, NameMention, AttributionMention])
  .meta({ id: 'Mention', description: 'A typed span of one sentence.' });
export type Mention = z.infer<typeof Mention>;
