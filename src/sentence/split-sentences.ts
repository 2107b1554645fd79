import type { Document } from '../document/document.ts';
import type { Sentence } from './sentence.ts';

/** Cuts the article's own blocks into sentences and tokens. */
export function splitSentences(document: Document): Sentence[] {
  throw new Error(`not written yet: ${document.id}`);
}
