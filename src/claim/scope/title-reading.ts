import type { Document } from '../../document/document.ts';
import { annotateAllPlaces } from '../../mention/annotators/place.ts';
import { annotateDocumentTimes } from '../../mention/annotators/time/context.ts';
import { splitSentences } from '../../sentence/split-sentences.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { type Reading, readSentences } from '../reading/reading.ts';
import { plain } from '../reading/title.ts';

/** How many letters of the text are looked through for the title, beyond its own. */
const MORE = 40;

/**
 * Places and times of a title that came beside the text: no claim is read from it, since no quote could prove one, but
 * it tells what the article is about. Nothing where the text opens with its title.
 */
export function readTitle(document: Document, vocabulary: Vocabulary): readonly Reading[] {
  const { title, text } = document;
  if (title === null || plain(text.slice(0, title.length + MORE)).startsWith(plain(title))) return [];
  const language = document.blocks[0]?.language ?? 'und';
  const block = { kind: 'headline' as const, start: 0, end: title.length, language };
  const head: Document = { ...document, text: title, blocks: [block] };
  const sentences = splitSentences(head);
  const places = annotateAllPlaces(sentences, vocabulary);
  const times = annotateDocumentTimes(sentences, head, vocabulary);
  const mentions = [...places, ...times].sort((a, b) => a.start - b.start || b.end - a.end);
  return readSentences(head, sentences, mentions, vocabulary);
}
