import { gather } from '../../each-as.ts';
import type { AttributionMention } from '../../mention/mention.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { writtenValue } from '../figure-value.ts';
import { tellsOf } from '../patterns/shares.ts';
import { headLemma, type Reading, tokenAt, wordsOf } from '../reading/reading.ts';
import type { Surroundings } from '../scope/context.ts';
import { readScope } from '../scope/scope.ts';
import type { Reader } from './reader.ts';

const CERTAINTY = 0.88;

/** Numbers that are set behind their voice: "protests in Lyon (organisers' estimate: 200,000; police: 55,000)". */
export const voices: Reader = {
  id: 'voices',
  words: () => [':'],
  read: (reading, lent, vocabulary) => {
    const said = reading.attributions.filter(({ text, verb }) => verb === ':' && text === ':');
    if (said.length === 0) return [];
    return [...vocabulary.predicates.values()]
      .filter((predicate) => predicate.voiced.length > 0 && tellsOf(reading.document, predicate))
      .flatMap((predicate) =>
        gather(said, (mention) => draftOf(reading, mention, predicate, lent, vocabulary) ?? []),
      );
  },
};

function draftOf(
  reading: Reading,
  { content }: AttributionMention,
  predicate: Predicate,
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft | null {
  const at = content ? tokenAt(reading.tokens, content.start) : -1;
  const chunk = reading.chunkOf[at] ?? null;
  const quantity = chunk?.quantity;
  if (!chunk || !quantity || quantity.unit !== null || !/^(?:count|unknown)$/.test(quantity.role))
    return null;
  if (chunk.head !== null && !predicate.voiced.includes(headLemma(reading, chunk))) return null;
  // "(police: one dead)": something else is told.
  const next = reading.tokens[chunk.last + 1];
  if (next !== undefined && next.pos !== 'PUNCT') return null;
  const counted = { text: 'people', key: 'people', population: null, person: 'bare', plural: true } as const;
  const { scope, timeClass } = readScope({
    reading,
    at,
    agent: null,
    chunk,
    counted,
    predicate,
    lent,
    vocabulary,
  });
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, at - 1, at - 1),
    timeClass,
    subject: { text: counted.text, key: counted.key },
    value: writtenValue(quantity, predicate),
    quantity,
    chunk,
    scope,
    modality: 'occurred',
    polarity: 'affirmed',
    rule: `${predicate.id}/${voices.id}`,
    confidence: CERTAINTY,
    partOf: null,
    evidence: [at - 1, chunk.last],
    valueSpan: [quantity.start, quantity.end],
  };
}
