import { annotateQuantities } from '../../src/mention/annotators/quantity.ts';
import type { QuantityMention } from '../../src/mention/mention.ts';
import type { Sentence } from '../../src/sentence/sentence.ts';
import { splitSentences } from '../../src/sentence/split-sentences.ts';
import { documentOf, vocabulary } from './time-sentence.ts';

/** The quantities of a text, each sentence read by itself. */
export const quantitiesIn = (
  text: string,
  kind: Sentence['kind'] = 'body',
  language = 'en',
): QuantityMention[] =>
  splitSentences(documentOf(text, kind)).flatMap((sentence) =>
    annotateQuantities(sentence, vocabulary, text, language),
  );

/** "words = number hedge unit role", with "low..high" for a range and "of n" for a share; bare counts stay short. */
export function line(m: QuantityMention): string {
  const number =
    m.hedge === 'between' ? `${m.low}..${m.high}` : Number((m.nominal ?? Number.NaN).toPrecision(6));
  const share = m.denominator === null ? '' : ` of ${m.denominator}`;
  const hedge = m.hedge === 'bare' || m.hedge === 'between' ? '' : ` ${m.hedge}`;
  const role = m.role === 'count' ? '' : ` ${m.role}`;
  return `${m.text} = ${number}${share}${hedge}${m.unit === null ? '' : ` ${m.unit}`}${role}`;
}
