import type { Document } from '../document/document.ts';
import type { Mention } from '../mention/mention.ts';
import type { Sentence } from '../sentence/sentence.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Claim } from './claim.ts';

/** All claims of a document, in text order. */
export function extractClaims(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): Claim[] {
  throw new Error(
    `not written yet: ${document.id} ${sentences.length} ${mentions.length} ${vocabulary.version}`,
  );
}
