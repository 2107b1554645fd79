import type { Reading } from './reading.ts';

/** Letters and digits alone. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a sentence is the headline, or the title of the article that stands in its first paragraph. */
export function isTitle({ document, sentence }: Reading): boolean {
  if (sentence.kind === 'headline') return true;
  const { title, text } = document;
  if (title === null || sentence.index > 2 || sentence.end - sentence.start > title.length + 2) return false;
  return plain(text.slice(sentence.start, sentence.end)) === plain(title);
}
