import { z } from 'zod';
import { gather } from '../../each-as.ts';
import { isFormOf } from '../../sentence/inflect.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import type { Chunk } from '../reading/chunk.ts';
import { headLemma, type Reading, wordsOf } from '../reading/reading.ts';
import { wordedValue } from '../worded-value.ts';
import { groupKey } from './group-key.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';

const Options = z.strictObject({
  nouns: z.array(z.string()).meta({ description: 'What was said against somebody: charge, accusation.' }),
  verbs: z.array(z.string()).meta({ description: 'How it is turned down: reject, deny.' }),
});

const LINKS = /^(?:that|which|the|strongly|flatly|firmly|repeatedly|has|have|had)$/;

/** A charge and its denial in one sentence: "has accused Israel of genocide, a charge that Israel rejects". */
export const charge: Reader = {
  id: 'charge',
  words: (vocabulary) => gather(predicatesFor(vocabulary, 'charge', Options), ({ options }) => options.nouns),
  read: (reading, _lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'charge', Options), ({ predicate, options }) =>
      gather(reading.chunks, (noun) => {
        if (!options.nouns.includes(headLemma(reading, noun)) || noun.first < 3) return [];
        const answer = answerBehind(reading, noun, options.verbs);
        return answer ? draftsOf(reading, noun, answer, predicate) : [];
      }),
    ),
};

interface Answer {
  readonly who: Chunk;
  readonly verb: number;
}

function answerBehind(reading: Reading, noun: Chunk, verbs: readonly string[]): Answer | null {
  const { tokens, chunkOf } = reading;
  let who: Chunk | null = null;
  for (let i = noun.last + 1; i < tokens.length && i - noun.last <= 9; i += 1) {
    const chunk = chunkOf[i] ?? null;
    if (chunk) {
      who = chunk;
      i = chunk.last;
    } else if (who && isFormOf(tokens[i], verbs)) return { who, verb: i };
    else if (!LINKS.test(tokens[i]?.lower ?? '')) return null;
  }
  return null;
}

/** Two rows of one question: what is charged, as happened, and the same as denied by the one who is charged. */
function draftsOf(reading: Reading, noun: Chunk, { who, verb }: Answer, predicate: Predicate): Draft[] {
  const key = groupKey(reading, who.last);
  const last = noun.first - (reading.tokens[noun.first - 1]?.text === ',' ? 2 : 1);
  const side = (modality: 'occurred' | 'denied', first: number, end: number, label: string): Draft => ({
    reading,
    predicate,
    predicateText:
      modality === 'denied' ? wordsOf(reading, verb, verb) : wordsOf(reading, noun.last, noun.last),
    timeClass: predicate.timeClass,
    subject: { text: wordsOf(reading, who.first, who.last), key },
    value: wordedValue('stance', wordsOf(reading, first, end), { label }),
    quantity: null,
    chunk: null,
    scope: scopeAt(null, 'default'),
    modality,
    polarity: 'affirmed',
    rule: `${predicate.id}/${label}`,
    confidence: 0.8,
    partOf: null,
    evidence: [first, end],
    valueSpan: [reading.tokens[first]?.start ?? 0, reading.tokens[end]?.end ?? 0],
  });
  return [side('occurred', 0, last, 'charged'), side('denied', noun.first, verb, 'rejected')];
}
