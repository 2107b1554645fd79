import { z } from 'zod';
import { gather } from '../../each-as.ts';
import type { Draft } from '../draft.ts';
import { objectsAfter, subjectsBefore } from '../reading/arguments.ts';
import { headLemma, type Reading, wordsOf } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import { wordedValue } from '../worded-value.ts';
import { groupKey } from './group-key.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';
import { setOf } from './words.ts';

const Options = z.strictObject({
  nouns: z.array(z.string()).meta({ description: 'What is led: delegation, team.' }),
  verbs: z.array(z.string()).meta({ description: 'lead, head.' }),
});

const NONE: readonly Draft[] = [];

/** Who leads what: "Ron Dermer, who is leading the Israeli delegation", "a delegation led by Ron Dermer". */
export const leader: Reader = {
  id: 'leader',
  words: (vocabulary) => gather(predicatesFor(vocabulary, 'leader', Options), ({ options }) => options.verbs),
  read: (reading, _lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'leader', Options), ({ predicate, options }) => {
      if (reading.names.length === 0) return NONE;
      const verbs = setOf(options.verbs);
      return gather(reading.tokens, (token, i): readonly Draft[] => {
        if (!verbs.has(token.lemma) || token.pos === 'NOUN') return NONE;
        const found = roles(reading, i, options.nouns);
        if (!found) return [];
        const { who, what } = found;
        const first = Math.min(who.first, what.first);
        return [
          {
            reading,
            predicate,
            predicateText: token.text,
            timeClass: predicate.timeClass,
            subject: { text: wordsOf(reading, what.first, what.last), key: groupKey(reading, what.last) },
            value: wordedValue('set', wordsOf(reading, who.first, who.last), {
              items: [{ key: who.name.key, text: who.name.text }],
              exhaustive: true,
            }),
            quantity: null,
            chunk: null,
            scope: scopeAt(null, 'default'),
            modality: 'occurred',
            polarity: 'affirmed',
            rule: `${predicate.id}/verb`,
            confidence: 0.85,
            partOf: null,
            evidence: [first, Math.max(who.last, what.last, i)],
            valueSpan: [who.name.start, who.name.end],
          },
        ];
      });
    }),
};

function roles(reading: Reading, verb: number, nouns: readonly string[]) {
  const { tokens, chunkOf } = reading;
  const by = tokens[verb + 1]?.lower === 'by';
  const before = verbGroup(tokens, verb).first;
  const what = by
    ? (chunkOf[verb - 1] ?? subjectsBefore(reading, before).at(-1) ?? null)
    : (objectsAfter(reading, verb)[0] ?? null);
  const who = by ? (chunkOf[verb + 2] ?? null) : (subjectsBefore(reading, before).at(-1) ?? null);
  if (!what || !who || !nouns.includes(headLemma(reading, what))) return null;
  const name = who.name?.type === 'person' ? who.name : null;
  return name ? { what, who: { first: who.first, last: who.last, name } } : null;
}
