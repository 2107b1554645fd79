/**
 * Sentence: a block's words with exact offsets.
 *
 *   takes  a Document
 *   gives  its sentences and tokens; text.slice(token.start, token.end) === token.text
 *   never  reads boilerplate or a block in a language it does not know
 */
import { z } from 'zod';
import type { Form } from './form.ts';

export const Token = z
  .strictObject({
    text: z.string(),
    lower: z.string(),
    lemma: z.string(),
    pos: z.string().meta({ description: 'Universal part of speech: NOUN, VERB, PROPN, NUM …' }),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    form: z.custom<Form>().optional().meta({
      description: 'What is known of its word wherever it stands; no token has it that was changed.',
    }),
    inQuote: z.boolean().meta({ description: 'Stands between quotation marks, across sentences too.' }),
  })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof Token>;

export const Sentence = z
  .strictObject({
    index: z.int().nonnegative(),
    block: z.int().nonnegative().meta({ description: 'Index of its block in the document.' }),
    paragraph: z.int().nonnegative().meta({ description: 'Index of its paragraph in the document.' }),
    kind: z.enum(['headline', 'dateline', 'body', 'caption', 'quote']),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    tokens: z.array(Token),
  })
  .meta({ id: 'Sentence', description: 'One sentence with its tokens.' });
export type Sentence = z.infer<typeof Sentence>;
