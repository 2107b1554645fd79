import { z } from 'zod';
import { gather } from '../../each-as.ts';
import { inflected, isFormOf } from '../../sentence/inflect.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import { objectsAfter, subjectsBefore } from '../reading/arguments.ts';
import { headLemma, type Reading, wordsOf } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import { wordedValue } from '../worded-value.ts';
import { groupKey } from './group-key.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';

const Options = z.strictObject({
  accept: z.array(z.string()).meta({ description: 'Verbs of yes: agree, accept.' }),
  refuse: z.array(z.string()).meta({ description: 'Verbs of no: reject, refuse.' }),
  objects: z.array(z.string()).meta({ description: 'What can be answered: plan, pause, ceasefire.' }),
});

const NONE: readonly Draft[] = [];

/** Who says yes or no to what: "the army agreed to a pause", "did not agree to a pause", "rejected the plan". */
export const answer: Reader = {
  id: 'answer',
  words: (vocabulary) =>
    gather(predicatesFor(vocabulary, 'answer', Options), ({ options }) =>
      [...options.accept, ...options.refuse].flatMap(inflected),
    ),
  read: (reading, _lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'answer', Options), ({ predicate, options }) =>
      gather(reading.tokens, (token, i): readonly Draft[] => {
        if (token.pos !== 'VERB') return NONE;
        const yes = isFormOf(token, options.accept);
        if (!yes && !isFormOf(token, options.refuse)) return NONE;
        const found = draftOf(reading, i, yes, options.objects, predicate);
        return found ? [found] : [];
      }),
    ),
};

function draftOf(
  reading: Reading,
  verb: number,
  yes: boolean,
  objects: readonly string[],
  predicate: Predicate,
): Draft | null {
  const group = verbGroup(reading.tokens, verb);
  if (group.passive || group.infinitive || group.modal) return null;
  const who = subjectsBefore(reading, group.first).at(-1);
  const object = objectOf(reading, verb, objects);
  if (!who || who.head === null || !object) return null;
  const negated = yes === group.negated;
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, group.first, verb),
    timeClass: predicate.timeClass,
    subject: { text: wordsOf(reading, who.first, who.last), key: groupKey(reading, who.last) },
    value: wordedValue('stance', wordsOf(reading, verb, object.last), { label: object.label }),
    quantity: null,
    chunk: null,
    scope: scopeAt(null, 'default'),
    modality: 'occurred',
    polarity: negated ? 'negated' : 'affirmed',
    rule: `${predicate.id}/${negated ? 'no' : 'yes'}`,
    confidence: 0.8,
    partOf: null,
    evidence: [Math.min(who.first, group.first), object.last],
    valueSpan: [reading.tokens[group.first]?.start ?? 0, reading.tokens[object.last]?.end ?? 0],
  };
}

/** The thing answered: right behind the verb, or behind "on Friday to". */
function objectOf(
  reading: Reading,
  verb: number,
  objects: readonly string[],
): { label: string; last: number } | null {
  const { tokens, chunkOf } = reading;
  const direct = objectsAfter(reading, verb)[0] ?? null;
  if (direct && objects.includes(headLemma(reading, direct)))
    return { label: headLemma(reading, direct), last: direct.last };
  for (let i = verb + 1; i < tokens.length && i - verb <= 5; i += 1) {
    const chunk = tokens[i]?.lower === 'to' || tokens[i]?.lower === 'on' ? (chunkOf[i + 1] ?? null) : null;
    if (chunk && objects.includes(headLemma(reading, chunk)))
      return { label: headLemma(reading, chunk), last: chunk.last };
    if (/^[,.;]$/.test(tokens[i]?.text ?? '')) return null;
  }
  return null;
}
