import type { Document } from '../../document/document.ts';
import { annotateQuantities, type Skip } from '../../mention/annotators/quantity.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import { isRead } from '../../sentence/split-sentences.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Reason } from './reasons.ts';

/** A number that never became a quantity of the article, and why. */
export interface LeftOut {
  readonly start: number;
  readonly end: number;
  readonly reason: Reason;
}

/** Numbers of the article that are names, dates, addresses. Reads the sentences once more. */
export function leftOut(
  document: Document,
  sentences: readonly Sentence[],
  vocabulary: Vocabulary,
): LeftOut[] {
  const skips: Skip[] = [];
  for (const sentence of sentences)
    annotateQuantities(sentence, vocabulary, document.text, document.language, (skip) => skips.push(skip));
  return skips;
}

/** Numbers in words that are not read: boilerplate, other languages, and what no block holds. */
export function unread(document: Document, vocabulary: Vocabulary): LeftOut[] {
  return gapsOf(document).flatMap(({ start, end, reason }) => {
    const found: LeftOut[] = [];
    const keep = (number: { start: number; end: number }): void => {
      found.push({ start: number.start, end: number.end, reason });
    };
    const words = { index: 0, block: 0, paragraph: 0, kind: 'body' as const, start, end, tokens: [] };
    annotateQuantities(words, vocabulary, document.text, document.language, keep).forEach(keep);
    return found;
  });
}

/** Runs of the text that give no sentences. */
function gapsOf({ blocks, text }: Document): LeftOut[] {
  const gaps: LeftOut[] = [];
  let read = 0;
  for (const { kind, language, start, end } of blocks) {
    if (start > read) gaps.push({ start: read, end: start, reason: 'boilerplate' });
    if (kind === 'boilerplate') gaps.push({ start, end, reason: 'boilerplate' });
    else if (!isRead(language)) gaps.push({ start, end, reason: 'foreign-language' });
    read = Math.max(read, end);
  }
  if (text.length > read) gaps.push({ start: read, end: text.length, reason: 'boilerplate' });
  return gaps;
}
