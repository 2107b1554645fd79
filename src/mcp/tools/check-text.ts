import { z } from 'zod';
import { DraftInput, Standing } from '../../check/check.ts';
import { checkText as check } from '../../check-text.ts';
import { defineTool } from '../tool.ts';

export const checkText = defineTool({
  name: 'check_text',
  title: 'Check a draft',
  description:
    'Holds each figure of a text against what the outlets of a topic say (found when it is not given): the verdict, the reason, the positions with who holds them, and the span to look at again. Stores nothing.',
  input: z.object(DraftInput.shape),
  output: z.object({
    topic: z.string().nullable(),
    figures: z.array(
      z.object({
        start: z.number(),
        end: z.number(),
        text: z.string(),
        verdict: Standing,
        because: z.string(),
        question: z.string().nullable(),
        consensus: z.string().nullable(),
        positions: z.array(
          z.object({ display: z.string(), outlets: z.array(z.string()), quotes: z.array(z.string()) }),
        ),
        suggestion: z.string().nullable().describe('Words that the statements of the others allow.'),
      }),
    ),
  }),
  run: async (draft, { store, vocabulary, now }) => {
    const { topic, data } = await check(draft as DraftInput, { store, vocabulary, now: now() });
    const figures = data.map((figure) => ({
      start: figure.start,
      end: figure.end,
      text: figure.text,
      verdict: figure.verdict,
      because: figure.because,
      question: figure.group?.question ?? null,
      consensus: figure.consensus?.display ?? null,
      positions: figure.positions.map(({ display, outlets, quotes }) => ({
        display,
        outlets,
        quotes: quotes.slice(0, 3).map(({ outlet, quote }) => `${outlet}: ${quote}`),
      })),
      suggestion: figure.suggestion?.text ?? null,
    }));
    return { topic, figures };
  },
});
