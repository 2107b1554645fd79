/**
 * Finding: a verdict about claims.
 *
 *   takes  groups and their claims
 *   gives  for each pair that differs on its face: can both hold, and why (not)
 *   never  says which of them is true
 */
import { z } from 'zod';

export const Verdict = z.enum([
  'agree',
  'compatible',
  'refines',
  'evolving',
  'revised',
  'part-of',
  'different-scope',
  'unclear-scope',
  'unordered-update',
  'conflict',
  'origin-inconsistent',
  'party-dispute',
  'omission',
  'divergent-quote',
  'framing-difference',
  'uncorroborated',
  'not-comparable',
]);
export type Verdict = z.infer<typeof Verdict>;

export const ConflictSubtype = z.enum([
  'value',
  'self',
  'decreasing-toll',
  'part-exceeds-whole',
  'status',
  'polarity',
  'set',
]);
export type ConflictSubtype = z.infer<typeof ConflictSubtype>;

/** Who disagrees. */
export const Axis = z.enum(['outlets', 'origins', 'same-origin', 'time', 'document']);
export type Axis = z.infer<typeof Axis>;

export const Tier = z.enum(['conflict', 'check', 'explained']);
export type Tier = z.infer<typeof Tier>;

/** The tier under which a discrepancy list shows a verdict; null: not a discrepancy on its face. */
export const TIER: Record<Verdict, Tier | null> = {
  conflict: 'conflict',
  'origin-inconsistent': 'conflict',
  'unclear-scope': 'check',
  'unordered-update': 'check',
  'divergent-quote': 'check',
  omission: 'check',
  'party-dispute': 'check',
  'framing-difference': 'check',
  'different-scope': 'explained',
  evolving: 'explained',
  revised: 'explained',
  'part-of': 'explained',
  refines: 'explained',
  agree: null,
  compatible: null,
  uncorroborated: null,
  'not-comparable': null,
};

const unit = z.number().min(0).max(1);
export const Severity = z.strictObject({
  score: z.number().min(0).max(100),
  level: z.enum(['none', 'low', 'medium', 'high']),
  magnitude: unit,
  balance: unit,
  certainty: unit,
});
export type Severity = z.infer<typeof Severity>;

export const Explanation = z.strictObject({
  kind: z.enum([
    'missing-dimension',
    'as-of-gap',
    'hedge-dropped',
    'same-number-elsewhere',
    'digit-swap',
    'factor-of-ten',
    'difference-is-stated-part',
    'parts-add-up',
    'part-raises-floor',
    'added-later',
    'inclusion-rule',
    'additive',
    'floor-gap',
    'hedge-cap',
  ]),
  text: z.string().min(1),
});
export type Explanation = z.infer<typeof Explanation>;

/** What a person said of a finding last; open: nobody did. */
export const ReviewStatus = z.enum(['open', 'confirmed', 'dismissed']);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

export const Finding = z
  .strictObject({
    id: z.string().min(1).meta({
      description: 'Derived from rules version, groups, verdict and the two sides, whoever joins them.',
    }),
    topic: z.string().min(1),
    verdict: Verdict,
    subtype: ConflictSubtype.nullable(),
    axis: Axis,
    flagged: z.boolean().meta({ description: 'A discrepancy: tier conflict or check.' }),
    severity: Severity,
    claims: z.array(z.string()).min(1).meta({ description: 'Claim ids, sorted.' }),
    groups: z.array(z.string()).min(1).meta({ description: 'Group ids, sorted.' }),
    dimension: z
      .string()
      .nullable()
      .meta({ description: 'The part of the scope that differs or is missing.' }),
    because: z.string().min(1).meta({ description: 'The reason in one sentence.' }),
    explanations: z.array(Explanation),
    review: z.strictObject({ status: ReviewStatus }),
    rules: z.string().meta({ description: 'Version of the rules that decided it.' }),
  })
  .meta({ id: 'Finding', description: 'A verdict about claims, with its reason.' });
export type Finding = z.infer<typeof Finding>;

/** A finding with some of it told otherwise, field by field: one that is spread is an object of another shape. */
export const retold = (
  finding: Finding,
  otherwise: Partial<Pick<Finding, 'id' | 'explanations'>>,
): Finding => ({
  id: otherwise.id ?? finding.id,
  topic: finding.topic,
  verdict: finding.verdict,
  subtype: finding.subtype,
  axis: finding.axis,
  flagged: finding.flagged,
  severity: finding.severity,
  dimension: finding.dimension,
  because: finding.because,
  explanations: otherwise.explanations ?? finding.explanations,
  claims: finding.claims,
  groups: finding.groups,
  review: finding.review,
  rules: finding.rules,
});
