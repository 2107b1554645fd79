/**
 * Document: one article of one outlet, as it was given.
 *
 *   takes  text, HTML, a feed entry or a ready-made claim row
 *   gives  the text, cut into blocks that say which words are the article's own
 *   never  changes an offset: every span of every later step points into `text`
 */
import { z } from 'zod';

export const BlockKind = z.enum(['headline', 'dateline', 'body', 'caption', 'quote', 'boilerplate']);
export type BlockKind = z.infer<typeof BlockKind>;

export const Block = z
  .strictObject({
    kind: BlockKind,
    start: z
      .int()
      .nonnegative()
      .meta({ description: 'Offset of the first character, in UTF-16 code units.' }),
    end: z
      .int()
      .nonnegative()
      .meta({ description: 'Offset after the last character, in UTF-16 code units.' }),
    language: z.string().meta({ description: 'BCP 47 tag of the block, "und" when it cannot be told.' }),
  })
  .meta({ id: 'Block', description: 'A run of the text with one job. Boilerplate yields no claims.' });
export type Block = z.infer<typeof Block>;

export const DocumentSource = z.enum(['text', 'html', 'feed', 'claims']);

export const Document = z
  .strictObject({
    id: z.string().min(1).meta({ description: 'Derived from outlet, publication time and text.' }),
    outlet: z.string().min(1).meta({ description: 'Id of the outlet that published it.' }),
    topic: z.string().min(1).meta({ description: 'Id of the topic it belongs to.' }),
    url: z.string().nullable(),
    title: z.string().nullable(),
    publishedAt: z.string().meta({ description: 'RFC 3339, UTC.' }),
    zone: z.string().meta({ description: 'IANA zone in which weekdays and "today" are read.' }),
    language: z.string().meta({ description: 'BCP 47 tag of the body, "und" when it cannot be told.' }),
    source: DocumentSource,
    text: z.string(),
    blocks: z.array(Block),
    fingerprint: z
      .array(z.string())
      .meta({ description: 'Hashes of the word 5-grams of the article, sorted: tells text reuse.' }),
  })
  .meta({ id: 'Document', description: 'One article of one outlet, as it was given.' });
export type Document = z.infer<typeof Document>;

const LIMITS = { outlet: 200, topic: 120, url: 2_000, title: 1_000, text: 2_000_000 } as const;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A zone that times are read in. */
export const Zone = z
  .string()
  .max(64)
  .refine(isZone, { error: 'Give an IANA zone such as Africa/Cairo.' })
  .meta({ description: 'IANA zone of the events; UTC otherwise.' });

/** What a user hands in. Exactly one of `text`, `html` or `url` carries the article (`url` alone means: fetch it). */
export const DocumentInput = z
  .strictObject({
    id: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Your own id; one derived from content otherwise.' }),
    outlet: z.string().trim().min(1, 'Say which outlet published it.').max(LIMITS.outlet),
    topic: z.string().trim().min(1).max(LIMITS.topic).optional(),
    url: z
      .url({ protocol: /^https?$/, error: 'Give a full http(s) address.' })
      .max(LIMITS.url)
      .nullish(),
    title: z.string().max(LIMITS.title).nullish(),
    publishedAt: z.iso
      .datetime({ offset: true, error: 'Give an RFC 3339 time such as 2025-10-07T12:00:00Z.' })
      .meta({ description: 'When it was published: RFC 3339 with zone.' }),
    zone: Zone.optional(),
    language: z.string().max(35).optional(),
    text: z.string().min(1, 'The text is empty.').max(LIMITS.text).optional(),
    html: z.string().min(1, 'The HTML is empty.').max(LIMITS.text).optional(),
  })
  .refine((input) => !(input.text !== undefined && input.html !== undefined), {
    error: 'Give text or html, not both.',
    path: ['html'],
  })
  .refine((input) => input.text !== undefined || input.html !== undefined || Boolean(input.url), {
    error: 'Give the article as text, html or url.',
    path: ['text'],
  })
  .meta({ id: 'DocumentInput', description: 'An article to read.' });
export type DocumentInput = z.infer<typeof DocumentInput>;
