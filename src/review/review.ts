/**
 * Review: what a person said of a finding, of claims or of documents.
 *
 *   takes  a judgement with who made it and why
 *   gives  a row that is only ever added to: the latest word on a thing counts
 *   never  changes what was extracted: it is applied anew whenever a topic is reconciled
 */
import { z } from 'zod';
import { contentId, distinct } from '../identity.ts';
import { SCOPE_DIMENSIONS } from '../vocabulary/dimensions.ts';

/** `ids`: more claims than any one question has; what a caller sends is bounded by the size of a body. */
export const LIMITS = { actor: 200, reason: 2_000, ids: 1_000_000 } as const;
export const Id = z.string().min(1).max(200);
const said = {
  actor: z.string().trim().min(1, 'Say who judges.').max(LIMITS.actor),
  reason: z.string().trim().min(1, 'Say why.').max(LIMITS.reason),
};
export const Pair = z.tuple([Id, Id]).refine(([a, b]) => a !== b, 'Give two different ones.');
export const Rescoped = z.enum(SCOPE_DIMENSIONS).exclude(['time']);

/**
 * confirm, dismiss: a finding, known by its claims, verdict and subtype, so that new rules or groups do not undo it; it
 * ends when the claims of the finding change. same, not-same: two claims answer one question or two; two documents tell
 * one story or two. re-scope: a claim is about another place, population, cause or actor than was read.
 */
export const ReviewInput = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['confirm', 'dismiss']),
      claims: z.array(Id).min(1).max(LIMITS.ids).meta({ description: 'The claims of the finding.' }),
      verdict: z.string().min(1),
      subtype: z.string().min(1).nullable(),
      ...said,
    }),
    z.strictObject({
      kind: z.enum(['same', 'not-same']),
      of: z.enum(['claims', 'documents']),
      pair: Pair,
      ...said,
    }),
    z.strictObject({
      kind: z.literal('re-scope'),
      claim: Id,
      dimension: Rescoped,
      value: Id.nullable().meta({ description: 'Vocabulary id; null: none in particular.' }),
      ...said,
    }),
  ])
  .meta({ id: 'ReviewInput', description: 'A judgement of a person.' });
export type ReviewInput = z.infer<typeof ReviewInput>;

export type Review = ReviewInput & {
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly at: string;
};

/** The claims and documents that a review is about. */
export function targetsOf(review: ReviewInput): { kind: 'claim' | 'document'; ids: string[] } {
  if (review.kind === 're-scope') return { kind: 'claim', ids: [review.claim] };
  if ('claims' in review) return { kind: 'claim', ids: distinct(review.claims) };
  return { kind: review.of === 'claims' ? 'claim' : 'document', ids: distinct(review.pair) };
}

/** The same judgement at the same time is one row, however often it is sent. */
export const toReview = (input: ReviewInput, at: string): Review => ({
  ...input,
  id: contentId('rev', input, at),
  at,
});
