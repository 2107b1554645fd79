import { z } from 'zod';
import type { Claim } from '../claim/claim.ts';
import { Question } from '../consensus/consensus.ts';
import { Document } from '../document/document.ts';
import { Finding } from '../finding/finding.ts';
import { ReviewView } from '../review/judgement.ts';
import { showTime } from './show-time.ts';
import { showValue } from './show-value.ts';

export const SlimDocument = Document.pick({
  id: true,
  outlet: true,
  topic: true,
  url: true,
  title: true,
  publishedAt: true,
  language: true,
  source: true,
})
  .extend({
    length: z.int().nonnegative().meta({ description: 'Length of the text in UTF-16 code units.' }),
    _text: z.string().optional().meta({ description: 'Only with ?_extra=text.' }),
    _blocks: Document.shape.blocks.optional().meta({ description: 'Only with ?_extra=blocks.' }),
  })
  .meta({ id: 'SlimDocument', description: 'A document in a list: without its text and blocks.' });
export type SlimDocument = z.infer<typeof SlimDocument>;

/** What a document of a list may carry beside itself. */
export const DOCUMENT_EXTRAS = ['text', 'blocks'] as const;
type DocumentExtra = (typeof DOCUMENT_EXTRAS)[number];

export const slimDocument = (document: Document, wanted: readonly DocumentExtra[] = []): SlimDocument => ({
  id: document.id,
  outlet: document.outlet,
  topic: document.topic,
  url: document.url,
  title: document.title,
  publishedAt: document.publishedAt,
  language: document.language,
  source: document.source,
  length: document.text.length,
  ...(wanted.includes('text') && { _text: document.text }),
  ...(wanted.includes('blocks') && { _blocks: document.blocks }),
});

export const SlimClaim = z
  .strictObject({
    id: z.string(),
    documentId: z.string(),
    outlet: z.string().meta({ description: 'Id of the outlet.' }),
    publishedAt: z.string().meta({ description: 'RFC 3339, UTC.' }),
    subject: z.string().meta({ description: 'Who or what it is about, as worded.' }),
    value: z.string().meta({ description: 'The value in words: "at least 24".' }),
    text: z.string().meta({ description: 'The value as it stands in the article.' }),
    time: z.string().nullable().meta({ description: 'The time window in words.' }),
    origin: z
      .string()
      .nullable()
      .meta({ description: 'Key of the source it goes back to; null: own voice.' }),
    source: z.string().nullable().meta({ description: 'That source as the article names it.' }),
    quote: z.string().meta({ description: 'The exact words that prove it.' }),
  })
  .meta({ id: 'SlimClaim', description: 'A claim as a dashboard shows it.' });
export type SlimClaim = z.infer<typeof SlimClaim>;

export const slimClaim = (claim: Claim): SlimClaim => ({
  id: claim.id,
  documentId: claim.documentId,
  outlet: claim.outlet,
  publishedAt: claim.publishedAt,
  subject: claim.subject.text,
  value: showValue(claim.value),
  text: claim.value.text,
  time: showTime(claim.scope.time),
  origin: claim.attribution.origin,
  source: claim.attribution.chain.at(-1)?.name ?? null,
  quote: claim.evidence.quote,
});

/** What a finding may carry beside itself. */
export const FINDING_EXTRAS = ['claims', 'groups', 'reviews'] as const;
export type FindingExtra = (typeof FINDING_EXTRAS)[number];

export const FindingView = Finding.extend({
  _claims: z
    .array(SlimClaim)
    .optional()
    .meta({ description: 'Only with ?_extra=claims: the claims that the finding is about, in its order.' }),
  _groups: z
    .array(Question)
    .optional()
    .meta({ description: 'Only with ?_extra=groups: the questions that it is about, in its order.' }),
  _reviews: z
    .array(ReviewView)
    .optional()
    .meta({ description: 'Only with ?_extra=reviews: what people said of it, newest first.' }),
}).meta({ id: 'FindingView', description: 'A verdict about claims, with its reason.' });
export type FindingView = z.infer<typeof FindingView>;
