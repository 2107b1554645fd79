import { z } from 'zod';
import { chainFor } from '../../mention/annotators/attribution-chain.ts';
import type { AttributionMention, Span } from '../../mention/mention.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import { type Reading, tokenAt, wordsOf } from '../reading/reading.ts';
import { addDays, publicationDay } from '../scope/days.ts';
import { wordedValue } from '../worded-value.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';

const Options = z.strictObject({
  words: z.int().min(1).meta({ description: 'Shortest quotation that is a statement, in words.' }),
  compare: z.literal('divergence'),
});

/** What a named person says in quotation marks. */
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
  const { content } = said;
  if (!content || (said.stance !== 'says' && said.stance !== 'claims')) return null;
  const span = quotedSpan(reading, content);
  if (!span) return null;
  const [first, last] = span;
  const quoted = reading.tokens.slice(first, last + 1);
  // A fragment ("complete withdrawal") says nothing by itself: a statement has a verb.
  const verb = quoted.some((token) => token.pos === 'VERB' || token.pos === 'AUX');
  const speaker = speakerOf(reading, quoted);
  if (!verb || !speaker || quoted.filter((token) => token.pos !== 'PUNCT').length < least) return null;
  const text = wordsOf(reading, first, last);
  const day = publicationDay(reading.document);
  return {
    reading,
    predicate,
    predicateText: reading.document.text.slice(said.cue.start, said.cue.end),
    timeClass: predicate.timeClass,
    subject: speaker,
    value: wordedValue('text', text),
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

/** The first quotation inside a content, without the mark that ends it. */
function quotedSpan(reading: Reading, content: Span): [number, number] | null {
  const { tokens } = reading;
  const from = tokenAt(tokens, content.start);
  const until = tokenAt(tokens, content.end - 1);
  const first = tokens.findIndex((token, i) => i >= from && i <= until && token.inQuote);
  if (first === -1) return null;
  let last = first;
  while (tokens[last + 1]?.inQuote && last < until) last += 1;
  while (last > first && /^[,.;:]$/.test(tokens[last]?.text ?? '')) last -= 1;
  return [first, last];
}

/** The person to whom the words go back, "he" and short names resolved. */
function speakerOf(reading: Reading, quoted: readonly Token[]): { text: string; key: string } | null {
  const span = { start: quoted[0]?.start ?? 0, end: quoted.at(-1)?.end ?? 0 };
  const speaker = chainFor(reading.sources, span).chain.findLast((node) => node.kind === 'person');
  return speaker ? { text: speaker.name, key: speaker.key } : null;
}
