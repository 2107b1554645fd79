/**
 * Value: what a claim states, as two nested intervals.
 *
 *   takes  a number, a hedge, a date or a list as worded
 *   gives  core (what the wording asserts) inside halo (everything the wording allows)
 *   never  looks at who said it or at another value
 */
import { z } from 'zod';

export const Interval = z
  .strictObject({
    low: z.number().nullable().meta({ description: 'Smallest value, included; null when unbounded.' }),
    high: z.number().nullable().meta({ description: 'Largest value, included; null when unbounded.' }),
  })
  .meta({ id: 'Interval', description: 'A closed interval; null means unbounded on that side.' });
export type Interval = z.infer<typeof Interval>;

export const ValueKind = z.enum([
  'quantity',
  'fraction',
  'duration',
  'date',
  'set',
  'status',
  'stance',
  'text',
]);
export type ValueKind = z.infer<typeof ValueKind>;

/** How the wording loosens a number. `bare`: no word at all; `vague`: dozens, several; `implicit`: counted, not written. */
export const Hedge = z.enum([
  'exact',
  'bare',
  'about',
  'at-least',
  'more-than',
  'nearly',
  'at-most',
  'up-to',
  'less-than',
  'between',
  'vague',
  'implicit',
]);
export type Hedge = z.infer<typeof Hedge>;

/** What a number does in its sentence. Only count, measure, duration, fraction, rate and change become claims. */
export const QuantityRole = z.enum([
  'count',
  'measure',
  'duration',
  'fraction',
  'rate',
  'change',
  'age',
  'ordinal',
  'name',
  'date-part',
  'unknown',
]);
export type QuantityRole = z.infer<typeof QuantityRole>;

export const SetItem = z.strictObject({
  key: z
    .string()
    .min(1)
    .meta({ description: 'Canonical key: aliases and spellings of one member share it.' }),
  text: z.string().min(1).meta({ description: 'The member as it stands in the document.' }),
});
export type SetItem = z.infer<typeof SetItem>;

export const Value = z
  .strictObject({
    kind: ValueKind,
    text: z.string().meta({ description: 'The words of the value, hedge included.' }),
    nominal: z.number().nullable().meta({
      description: 'The number as worded ("at least 24" → 24; a range → its lower end); null without one.',
    }),
    hedge: Hedge,
    unit: z
      .string()
      .nullable()
      .meta({ description: 'Unit id such as person, hour, percent; null when dimensionless.' }),
    core: Interval.nullable().meta({
      description: 'What the wording asserts. For kind date: days since 1970-01-01, inclusive.',
    }),
    halo: Interval.nullable().meta({ description: 'Everything the wording allows; contains the core.' }),
    denominator: z.number().nullable().meta({ description: 'For "25 of 38": 38; null otherwise.' }),
    items: z.array(SetItem).nullable().meta({ description: 'Members, for kind set; null otherwise.' }),
    exhaustive: z.boolean().default(false).meta({
      description:
        'For kind set: the wording says that the list is complete ("only", "the three mediators").',
    }),
    label: z.string().nullable().default(null).meta({
      description:
        'Canonical form of what is no number: ISO date or interval (date), rung of the ladder (status), position (stance).',
    }),
    role: QuantityRole,
  })
  .meta({ id: 'Value', description: 'What a claim states.' });
export type Value = z.infer<typeof Value>;
