import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken } from 'wink-nlp';
import { annotateTimes, type TimeContext } from '../../src/mention/annotators/time/time.ts';
import type { TimeMention } from '../../src/mention/mention.ts';
import type { Sentence } from '../../src/sentence/sentence.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const nlp = winkNLP(model, ['sbd', 'pos']);
const vocabulary = loadVocabulary();

/** One sentence with tokens and parts of speech, as the sentence room gives it. */
export function sentenceOf(text: string, kind: Sentence['kind'] = 'body'): Sentence {
  const tokens: Sentence['tokens'] = [];
  let at = 0;
  nlp
    .readDoc(text)
    .tokens()
    .each((item: ItemToken) => {
      const value = item.out();
      const start = text.indexOf(value, at);
      at = start + value.length;
      const lower = value.toLowerCase();
      const [lemma, pos] = [item.out(nlp.its.lemma), item.out(nlp.its.pos)];
      tokens.push({ text: value, lower, lemma, pos, start, end: at, inQuote: false });
    });
  return { index: 0, block: 0, paragraph: 0, kind, start: 0, end: Math.max(text.length, 1), tokens };
}

/** The times of a sentence published on Tuesday 7 October 2025 at noon, UTC, unless said otherwise. */
export function timesIn(text: string, context: Partial<TimeContext> = {}): TimeMention[] {
  const given = { publishedAt: '2025-10-07T12:00:00Z', zone: 'UTC', text, ...context };
  return annotateTimes(sentenceOf(text), given, vocabulary);
}

/** "words from…to" of every time, for short expectations; class and open ends as written. */
export const shown = (text: string, context: Partial<TimeContext> = {}): string[] =>
  timesIn(text, context).map(
    (m) => `${m.text} | ${m.from ?? '…'} – ${m.to ?? '…'}${m.class === 'window' ? '' : ` | ${m.class}`}`,
  );
