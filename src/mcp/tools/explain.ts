import { z } from 'zod';
import { CrosscheckError } from '../../errors.ts';
import { explain as explainId, Reasoning } from '../../explain.ts';
import { defineTool } from '../tool.ts';

export const explain = defineTool({
  name: 'explain',
  title: 'Why the engine says so',
  description:
    'The steps that led to a claim, a group (a question with its consensus) or a finding, each with its rule and numbers.',
  input: z.object({ id: z.string().min(1).max(300).describe('clm_…, grp_… or fnd_….') }),
  output: z.object(Reasoning.shape),
  run: async ({ id }, { store, vocabulary }) => {
    const found = await explainId(id, store, vocabulary);
    if (!found) throw new CrosscheckError('not-found', `There is no claim, group or finding "${id}".`);
    return found;
  },
});
