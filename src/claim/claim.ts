/**
 * Claim: one outlet says one thing once.
 *
 *   takes  a Sentence, its Mentions and the Vocabulary
 *   gives  subject–predicate–value rows, each with the exact words that prove it
 *   never  compares two outlets
 */
import { z } from 'zod';
import { TimeClass } from '../mention/mention.ts';
import { Value } from '../value/value.ts';
import { PredicateTimeClass, SCOPE_DIMENSIONS } from '../vocabulary/dimensions.ts';

export const Provenance = z.enum(['review', 'explicit', 'inherited', 'default', 'unknown']).meta({
  description:
    'Where a part of the scope comes from: a person, the clause, the surrounding text, a rule, nowhere.',
});
export type Provenance = z.infer<typeof Provenance>;

export const ScopeTime = z
  .strictObject({
    class: TimeClass,
    from: z
      .string()
      .nullable()
      .meta({ description: 'First day (or minute) of the window, in the event’s zone.' }),
    to: z.string().nullable().meta({
      description:
        'First day (or minute) after the window; for cumulative and as-of: after the day it is true of.',
    }),
    text: z.string().nullable().meta({ description: 'The words it was read from.' }),
    asOf: z
      .strictObject({ from: z.string(), to: z.string() })
      .nullable()
      .meta({ description: 'For cumulative and stock figures: the window in which the figure was current.' }),
  })
  .meta({ id: 'ScopeTime' });
export type ScopeTime = z.infer<typeof ScopeTime>;

export const Scope = z
  .strictObject({
    population: z.string().nullable().meta({
      description:
        'Who is counted: vocabulary ids joined by "+" ("hostage+israeli"); null means people at large.',
    }),
    place: z.string().nullable().meta({
      description:
        'Where it happened: the key of a place, or of a site inside one ("gaza-city/ahli-hospital" is in gaza-city).',
    }),
    cause: z.string().nullable(),
    actor: z.string().nullable(),
    time: ScopeTime.nullable(),
    provenance: z.partialRecord(z.enum(SCOPE_DIMENSIONS), Provenance),
  })
  .meta({ id: 'Scope', description: 'What the claim is about; each part says where it comes from.' });
export type Scope = z.infer<typeof Scope>;

export const AttributionNode = z.strictObject({
  name: z.string().min(1).meta({ description: 'As it stands in the document.' }),
  key: z.string().min(1).meta({ description: 'Canonical key.' }),
  kind: z.enum(['authority', 'party', 'agency', 'outlet', 'person', 'witness', 'anonymous', 'unknown']),
  office: z.string().min(1).optional().meta({
    description: 'For whom a person speaks, as the article words it: “Menasha Police Chief”.',
  }),
});
export type AttributionNode = z.infer<typeof AttributionNode>;

export const Attribution = z
  .strictObject({
    chain: z.array(AttributionNode).meta({
      description: 'From the source nearest to the outlet to the deepest one; empty: the outlet’s own voice.',
    }),
    origin: z
      .string()
      .nullable()
      .meta({ description: 'Key of the deepest named source; null when none is named.' }),
  })
  .meta({ id: 'Attribution', description: 'Who the statement goes back to.' });
export type Attribution = z.infer<typeof Attribution>;

export const Evidence = z
  .strictObject({
    quote: z.string().min(1).meta({ description: 'The exact words, as they stand in the document.' }),
    start: z
      .int()
      .nonnegative()
      .meta({ description: 'Offset of the first character, in UTF-16 code units.' }),
    end: z.int().positive().meta({ description: 'Offset after the last character, in UTF-16 code units.' }),
    valueStart: z.int().nonnegative().meta({ description: 'Where the words of the value start.' }),
    valueEnd: z.int().positive().meta({ description: 'Where the words of the value end.' }),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const Modality = z.enum([
  'occurred',
  'ongoing',
  'expected',
  'planned',
  'demanded',
  'conditional',
  'denied',
]);
export type Modality = z.infer<typeof Modality>;

export const Claim = z
  .strictObject({
    id: z.string().min(1).meta({ description: 'Derived from document, value span, predicate and value.' }),
    documentId: z.string().min(1),
    outlet: z.string().min(1).meta({ description: 'Id of the outlet.' }),
    topic: z.string().min(1).meta({ description: 'Id of the topic.' }),
    publishedAt: z.string().meta({ description: 'RFC 3339, UTC.' }),
    subject: z.strictObject({ text: z.string().min(1), key: z.string().min(1) }).meta({ id: 'ClaimSubject' }),
    predicate: z
      .strictObject({
        id: z
          .string()
          .nullable()
          .meta({ description: 'Vocabulary id; null for a generic row, which never conflicts.' }),
        text: z.string().min(1),
        timeClass: PredicateTimeClass,
      })
      .meta({ id: 'ClaimPredicate' }),
    value: Value,
    scope: Scope,
    attribution: Attribution,
    modality: Modality,
    polarity: z.enum(['affirmed', 'negated']),
    confidence: z.number().min(0).max(1),
    partOf: z
      .string()
      .nullable()
      .meta({ description: 'Id of the claim of which this one is a stated part.' }),
    partial: z.boolean().default(false).meta({
      description:
        'Worded as a part of all whom its predicate counts (“12 children were among the wounded”), whether or not the article gives the whole.',
    }),
    increment: z.boolean().default(false).meta({
      description:
        'Comes on top of an earlier count and is no total (“39 new cases”, “another 12 bodies were found”).',
    }),
    provisional: z
      .boolean()
      .default(false)
      .meta({ description: 'The article says that the count goes on: the toll is expected to rise.' }),
    evidence: Evidence,
    extractor: z
      .strictObject({ name: z.string(), version: z.string(), rule: z.string() })
      .meta({ id: 'ClaimExtractor' }),
  })
  .meta({ id: 'Claim', description: 'One outlet says one thing once.' });
export type Claim = z.infer<typeof Claim>;
