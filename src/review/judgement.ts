import { z } from 'zod';
import type { FieldError } from '../errors.ts';
import { distinct } from '../identity.ts';
import { type Judged, judgedKey } from './apply-reviews.ts';
import { Id, LIMITS, Pair, Rescoped, type Review, ReviewInput } from './review.ts';

export const ReviewAction = z.enum(['confirm', 'dismiss', 'same', 'not-same', 're-scope']);
export type ReviewAction = z.infer<typeof ReviewAction>;

const said = {
  action: ReviewAction,
  reason: z.string().trim().min(1, 'Say why.').max(LIMITS.reason),
};
const aboutClaims = {
  claims: Pair.optional().meta({
    description: 'same, not-same: two claims that answer one question or two.',
  }),
  claim: Id.optional().meta({ description: 're-scope: the claim that is about something else.' }),
  dimension: Rescoped.optional().meta({ description: 're-scope: what of its scope was read wrongly.' }),
  value: Id.nullish().meta({ description: 're-scope: vocabulary id; null: none in particular.' }),
};

/** What a person says of a finding; who says it, the key tells. */
const seen = z.array(Id).min(1).max(LIMITS.ids).optional().meta({
  description:
    'The claims of the finding as it was seen. When others have joined or left since, the judgement is refused.',
});
export const FindingReviewInput = z.strictObject({ ...said, ...aboutClaims, seen }).meta({
  id: 'FindingReviewInput',
  description:
    'A judgement about a finding. confirm and dismiss need nothing else. same and not-same are about two of its claims; without `claims` about the two that it has. re-scope is about one of them.',
});
export type FindingReviewInput = z.infer<typeof FindingReviewInput>;

/** What a person says of a finding, of claims or of documents. */
export const JudgementInput = z
  .strictObject({
    ...said,
    finding: Id.optional().meta({ description: 'confirm, dismiss: id of the finding.' }),
    documents: Pair.optional().meta({ description: 'same, not-same: two documents of one story or of two.' }),
    ...aboutClaims,
  })
  .meta({ id: 'JudgementInput', description: 'A judgement about a finding, claims or documents.' });
export type JudgementInput = z.infer<typeof JudgementInput>;

/** A review as it is shown: the same fields for every action, empty where they do not apply. */
export const ReviewView = z
  .strictObject({
    id: z.string(),
    at: z.string().meta({ description: 'RFC 3339, UTC.' }),
    action: ReviewAction,
    actor: z.string().meta({ description: 'Who judged: the name of a key.' }),
    reason: z.string(),
    claims: z.array(z.string()),
    documents: z.array(z.string()),
    verdict: z.string().nullable(),
    subtype: z.string().nullable(),
    dimension: z.string().nullable(),
    value: z.string().nullable(),
  })
  .meta({ id: 'Review', description: 'What a person said. It is kept, and the last word counts.' });
export type ReviewView = z.infer<typeof ReviewView>;

/** Shows a review with all its fields. */
export function showReview(review: Review): ReviewView {
  const { id, at, kind: action, actor, reason } = review;
  const none = { claims: [], documents: [], verdict: null, subtype: null, dimension: null, value: null };
  const head = { id, at, action, actor, reason, ...none };
  if (review.kind === 're-scope') {
    const { claim, dimension, value } = review;
    return { ...head, claims: [claim], dimension, value };
  }
  if ('claims' in review) {
    const { claims, verdict, subtype } = review;
    return { ...head, claims, verdict, subtype };
  }
  return { ...head, [review.of]: [...review.pair] };
}

/** The fields that an action needs, those that it may have beside them, and no others. */
const FIELDS: Record<ReviewAction, readonly (keyof JudgementInput)[]> = {
  confirm: ['finding'],
  dismiss: ['finding'],
  same: ['claims', 'documents'],
  'not-same': ['claims', 'documents'],
  're-scope': ['claim', 'dimension', 'value'],
};
const ABOUT = ['finding', 'claims', 'documents', 'claim', 'dimension', 'value'] as const;

function mistakesOf(given: JudgementInput): FieldError[] {
  const fields = FIELDS[given.action];
  const has = (field: keyof JudgementInput): boolean => given[field] !== undefined;
  const foreign = ABOUT.filter((field) => has(field) && !fields.includes(field)).map((path) => ({
    path,
    message: `${given.action} has no ${path}; it is about ${fields.join(', ')}.`,
  }));
  const pair = fields.includes('documents');
  if (pair && has('claims') === has('documents'))
    return [...foreign, { path: 'claims', message: 'Give two claims or two documents.' }];
  const absent = pair ? [] : fields.filter((field) => !has(field));
  return [...foreign, ...absent.map((path) => ({ path, message: `${given.action} needs it.` }))];
}

/** A judgement as it is kept, or what is wrong with it. `judged`: the finding that it names, null for none. */
export function readJudgement(
  given: JudgementInput,
  actor: string,
  judged: Judged | null,
): ReviewInput | readonly FieldError[] {
  const mistakes = mistakesOf(given);
  if (mistakes.length > 0) return mistakes;
  const { action: kind, reason, claims, documents, claim, dimension, value } = given;
  const own = judged && {
    claims: [...judged.claims],
    verdict: judged.verdict,
    subtype: judged.subtype,
  };
  const about = {
    confirm: own,
    dismiss: own,
    same: { of: claims ? 'claims' : 'documents', pair: claims ?? documents },
    'not-same': { of: claims ? 'claims' : 'documents', pair: claims ?? documents },
    're-scope': { claim, dimension, value },
  }[kind];
  const result = ReviewInput.safeParse({ kind, ...about, actor, reason });
  if (result.success) return result.data;
  return result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}

/** What is wrong with a judgement about a finding that names claims which are not its own. */
export function foreignClaims(given: FindingReviewInput, judged: Judged): FieldError[] {
  const own = new Set(judged.claims);
  const message = 'It is no claim of this finding. POST /v1/reviews takes judgements about any claims.';
  const named = [
    ...(given.claims ?? []).map((id, i) => ({ path: `claims[${i}]`, id })),
    ...(given.claim === undefined ? [] : [{ path: 'claim', id: given.claim }]),
  ];
  return named.filter(({ id }) => !own.has(id)).map(({ path }) => ({ path, message }));
}

/** What is wrong with a judgement of somebody who saw the finding with other claims than it has now. */
export function unseenClaims({ seen }: FindingReviewInput, { claims }: Judged): FieldError[] {
  const message = 'Claims have joined or left since it was seen. Look at the finding again.';
  const now = distinct(claims).join(' ');
  return seen === undefined || distinct(seen).join(' ') === now ? [] : [{ path: 'seen', message }];
}

/** A judgement about a finding as one about anything: a pair that is not named is the two claims that it has. */
export function ofFinding(
  { seen: _, ...given }: FindingReviewInput,
  id: string,
  judged: Judged,
): JudgementInput {
  const { action, claims } = given;
  if (action === 'confirm' || action === 'dismiss') return { ...given, finding: id };
  const [a, b, more] = judged.claims;
  const isPair = action === 'same' || action === 'not-same';
  if (!isPair || claims || a === undefined || b === undefined || more !== undefined) return given;
  return { ...given, claims: [a, b] };
}

/** Whether a review is about a finding: its verdict, two of its claims, or the scope of one. */
export function isAbout(review: Review, judged: Judged): boolean {
  if (review.kind === 're-scope') return judged.claims.includes(review.claim);
  if ('claims' in review) return judgedKey(review) === judgedKey(judged);
  return review.of === 'claims' && review.pair.every((claim) => judged.claims.includes(claim));
}
