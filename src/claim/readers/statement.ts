import { z } from 'zod';
import type { AttributionMention } from '../../mention/mention.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { addDays, publicationDay } from '../scope/days.ts';
import { wordedValue } from '../worded-value.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';

const Options = z.strictObject({
  words: z.int().min(1).meta({ description: 'Shortest quotation that is a statement, in words.' }),
  compare: z.literal('divergence'),
});

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ']);

/** What a named person says in quotation marks; the words of content serve as the members that two quotes may share. */
export const statement: Reader = {
  id: 'statement',
  read: (reading, _lent, vocabulary) =>
    predicatesFor(vocabulary, 'statement', Options).flatMap(({ predicate, options }) =>
      reading.attributions.flatMap((said) => quoteOf(reading, said, options.words, predicate) ?? []),
    ),
};

function quoteOf(
  reading: Reading,
  said: AttributionMention,
  least: number,
  predicate: Predicate,
): Draft | null {
  const { source, content } = said;
  if (!source || !content || (said.stance !== 'says' && said.stance !== 'claims')) return null;
  const speaker = speakerOf(reading, source);
  if (!speaker) return null;
  const from = tokenAt(reading.tokens, content.start);
  const until = tokenAt(reading.tokens, content.end - 1);
  const first = reading.tokens.findIndex((token, i) => i >= from && i <= until && token.inQuote);
  if (first === -1) return null;
  let last = first;
  while (reading.tokens[last + 1]?.inQuote && last < until) last += 1;
  const quoted = reading.tokens.slice(first, last + 1);
  if (quoted.filter((token) => token.pos !== 'PUNCT').length < least) return null;
  const text = reading.document.text.slice(quoted[0]?.start ?? 0, quoted.at(-1)?.end ?? 0);
  const day = publicationDay(reading.document);
  const items = [
    ...new Set(quoted.filter((token) => CONTENT.has(token.pos)).map((token) => token.lemma)),
  ].sort();
  return {
    reading,
    predicate,
    predicateText: reading.document.text.slice(said.cue.start, said.cue.end),
    timeClass: predicate.timeClass,
    subject: speaker,
    value: wordedValue('text', text, { items: items.map((item) => ({ key: item, text: item })) }),
    quantity: null,
    chunk: null,
    scope: scopeAt(
      {
        class: 'as-of',
        from: day,
        to: addDays(day, 1),
        text: null,
        asOf: { from: day, to: addDays(day, 1) },
      },
      'default',
    ),
    modality: 'occurred',
    polarity: 'affirmed',
    rule: `${predicate.id}/quote`,
    confidence: 0.85,
    partOf: null,
    evidence: [first, last],
    valueSpan: [quoted[0]?.start ?? 0, quoted.at(-1)?.end ?? 0],
  };
}

function speakerOf(
  reading: Reading,
  source: { start: number; end: number },
): { text: string; key: string } | null {
  const name = reading.names.find(
    (one) => one.type === 'person' && one.start < source.end && one.end > source.start,
  );
  return name ? { text: name.text, key: name.key } : null;
}
