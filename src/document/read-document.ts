import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Document, DocumentInput } from './document.ts';

/** Turns what a user handed in (text or html; an address must have been fetched before) into a Document. */
export function readDocument(input: DocumentInput, vocabulary: Vocabulary): Document {
  throw new Error(`not written yet: ${input.outlet} ${vocabulary.version}`);
}
