import { z } from 'zod';
import type { Evidence } from '../claim/claim.ts';

/** Characters before and after a quote that tell it from the same words elsewhere. */
const ROOM = 32;

/** Where a quote stands in a text, as Web Annotation has it: by its words, and by its place. */
export const Selectors = z
  .tuple([
    z.strictObject({
      type: z.literal('TextQuoteSelector'),
      exact: z.string(),
      prefix: z.string().meta({ description: `The words before it, at most ${ROOM} characters.` }),
      suffix: z.string().meta({ description: 'The words after it, as many.' }),
    }),
    z.strictObject({
      type: z.literal('TextPositionSelector'),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
    }),
  ])
  .meta({
    id: 'Selectors',
    description: 'https://www.w3.org/TR/annotation-model/#selectors; offsets in UTF-16 code units.',
  });
export type Selectors = z.infer<typeof Selectors>;

/** Half a character at the edge of a cut is left out. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

/** The selectors of a piece of evidence in the text that it stands in. */
export function selectorsOf(
  { quote, start, end }: Pick<Evidence, 'quote' | 'start' | 'end'>,
  text: string,
): Selectors {
  return [
    {
      type: 'TextQuoteSelector',
      exact: quote,
      prefix: whole(text.slice(Math.max(0, start - ROOM), start)),
      suffix: whole(text.slice(end, end + ROOM)),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}
