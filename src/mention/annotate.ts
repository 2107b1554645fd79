import type { Document } from '../document/document.ts';
import type { Sentence } from '../sentence/sentence.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Mention } from './mention.ts';

/** All mentions of a document, in text order. */
export function annotate(
  sentences: readonly Sentence[],
  document: Document,
  vocabulary: Vocabulary,
): Mention[] {
  throw new Error(`not written yet: ${sentences.length} ${document.id} ${vocabulary.version}`);
}
