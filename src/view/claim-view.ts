import { z } from 'zod';
import { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { Selectors, selectorsOf } from './selectors.ts';

const Article = z
  .strictObject({
    title: z.string().nullable(),
    url: z.string().nullable(),
    link: z
      .string()
      .nullable()
      .meta({ description: 'The address with a text fragment, so that a browser goes to the quote.' }),
    language: z.string(),
  })
  .meta({ id: 'Article', description: 'Where a claim was published.' });

/** What a claim may carry beside itself. */
export const CLAIM_EXTRAS = ['article', 'selectors'] as const;
export type ClaimExtra = (typeof CLAIM_EXTRAS)[number];

export const ClaimView = Claim.extend({
  _article: Article.optional().meta({ description: 'Only with ?_extra=article.' }),
  _selectors: Selectors.optional().meta({
    description: 'Only with ?_extra=selectors: where the evidence stands in the text of the document.',
  }),
}).meta({ id: 'ClaimView', description: 'A claim, and what was asked for beside it.' });
export type ClaimView = z.infer<typeof ClaimView>;

/** A dash has a meaning of its own in a text fragment, and is left alone by the usual encoding. */
const inFragment = (quote: string): string =>
  encodeURIComponent(quote.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('-', '%2D');

const linkTo = (url: string, quote: string): string =>
  `${url}${url.includes('#') ? '' : '#'}:~:text=${inFragment(quote)}`;

/** Adds to a claim what is wanted of the document that it stands in. */
export function withArticle(
  claim: Claim,
  { title, url, language, text }: Pick<Document, 'title' | 'url' | 'language' | 'text'>,
  wanted: readonly ClaimExtra[],
): ClaimView {
  const link = url === null ? null : linkTo(url, claim.evidence.quote);
  return {
    ...claim,
    ...(wanted.includes('article') ? { _article: { title, url, link, language } } : {}),
    ...(wanted.includes('selectors') ? { _selectors: selectorsOf(claim.evidence, text) } : {}),
  };
}
