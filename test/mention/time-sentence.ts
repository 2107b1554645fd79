import type { Document } from '../../src/document/document.ts';
import { annotateTimes, type TimeContext } from '../../src/mention/annotators/time/time.ts';
import type { TimeMention } from '../../src/mention/mention.ts';
import type { Sentence } from '../../src/sentence/sentence.ts';
import { splitSentences } from '../../src/sentence/split-sentences.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

export const vocabulary = loadVocabulary();

/** A document of one English block, published on Tuesday 7 October 2025 at noon unless said otherwise. */
export const documentOf = (
  text: string,
  kind: Sentence['kind'] = 'body',
  publishedAt = '2025-10-07T12:00:00Z',
): Document => ({
  id: 'doc_1',
  outlet: 'outlet',
  topic: 'topic',
  url: null,
  title: null,
  publishedAt,
  zone: 'UTC',
  language: 'en',
  source: 'text',
  text,
  blocks: [{ kind, start: 0, end: text.length, language: 'en' }],
  fingerprint: [],
});

/** The times of a text, each sentence read by itself. */
export function timesIn(text: string, context: Partial<TimeContext> = {}): TimeMention[] {
  const document = documentOf(text);
  const given: TimeContext = { publishedAt: document.publishedAt, zone: document.zone, text, ...context };
  return splitSentences(document).flatMap((sentence) => annotateTimes(sentence, given, vocabulary));
}

/** "words | from – to" of every time, for short expectations; a class other than window behind. */
export const show = (m: TimeMention): string =>
  `${m.text} | ${m.from ?? '…'} – ${m.to ?? '…'}${m.class === 'window' ? '' : ` | ${m.class}`}`;

export const shown = (text: string, context: Partial<TimeContext> = {}): string[] =>
  timesIn(text, context).map(show);
