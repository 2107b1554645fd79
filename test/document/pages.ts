import type { Document } from '../../src/document/document.ts';
import { readDocument } from '../../src/document/read-document.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

export const vocabulary = loadVocabulary();

/** Reads a text as an article of nobody in particular. */
export const read = (text: string, rest: Record<string, unknown> = {}): Document =>
  readDocument({ outlet: 'Example Times', publishedAt: '2025-03-04T09:00:00Z', text, ...rest }, vocabulary);

export const readPage = (html: string, rest: Record<string, unknown> = {}): Document =>
  readDocument({ outlet: 'Example Times', publishedAt: '2025-03-04T09:00:00Z', html, ...rest }, vocabulary);

/** Texts of the blocks of some kind. */
export const blocksOf = (document: Document, kind: string): string[] =>
  document.blocks
    .filter((block) => block.kind === kind)
    .map((block) => document.text.slice(block.start, block.end));

/** Prose long enough to be an article on its own. */
export const ARTICLE = [
  'At least four people were killed when a bridge collapsed over the river Tarn on Monday morning, police said.',
  'Rescue teams searched the water for two lorries that had been crossing when the middle span gave way.',
  'The bridge was built in 1968 and had been inspected last year, according to the ministry of transport.',
  'Engineers had asked for a limit of twenty tonnes, but the sign was never put up, the mayor told reporters.',
].join('\n\n');
