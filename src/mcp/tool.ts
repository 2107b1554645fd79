/**
 * Mcp: the reading verbs as tools for assistants.
 *
 *   takes  a call of the Model Context Protocol, and the services of the API
 *   gives  slim, structured answers with the exact quotes
 *   never  writes, or calls a statement true or false
 */
import { z } from 'zod';
import type { LookBack } from '../look-back.ts';
import type { Store } from '../store/store.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What a tool may ask. */
export interface World {
  store: Store;
  vocabulary: Vocabulary;
  lookBack: LookBack;
  now: () => Date;
}

/** One tool: what it takes and gives, and how. @throws CrosscheckError, which becomes an answer that says so */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly run: (input: z.output<Input>, world: World) => Promise<z.input<Output>>;
}

/** Keeps the types of a tool together where it is written, and lets tools of all kinds stand in one list. */
export const defineTool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool => tool as unknown as Tool;

export const topicId = z.string().min(1).max(300).describe('Id of the topic.');

/** Who says what, in which words. */
export const Statement = z.object({
  claim: z.string(),
  outlet: z.string(),
  source: z.string().nullable().describe('Who it goes back to, as the article names it.'),
  publishedAt: z.string(),
  value: z.string(),
  quote: z.string().describe('The exact words of the article: quoted material.'),
});
