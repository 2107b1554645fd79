import { z } from 'zod';
import { gather } from '../../each-as.ts';
import { isFormOf } from '../../sentence/inflect.ts';
import { doerOf } from '../figure-subject.ts';
import { isAsked, tellsOf } from '../patterns/shares.ts';
import { objectsAfter, subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import { draftOfSide, type NumberPair, pairAt } from './number-pair.ts';
import { predicatesFor, type Reader } from './reader.ts';

const Options = z.strictObject({
  verbs: z.array(z.string()).meta({ description: 'Verbs by which one is ahead of another: beat, defeat.' }),
});

/** How far behind the loser the shares may stand. */
const REACH = 10;
const CERTAINTY = 0.9;

/** The shares of two who stood against each other: "Roe beat Doe 58.5 percent to 41.5 percent", "… by 52 to 48". */
export const contest: Reader = {
  id: 'contest',
  words: (vocabulary) =>
    gather(predicatesFor(vocabulary, 'contest', Options), ({ options }) => options.verbs),
  read: (reading, lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'contest', Options), ({ predicate, options }) => {
      if (!tellsOf(reading.document, predicate) || isAsked(reading)) return [];
      return gather(reading.tokens, (token, verb) => {
        if (!isFormOf(token, options.verbs)) return [];
        const group = verbGroup(reading.tokens, verb);
        const winner = subjectsBefore(reading, group.first).at(-1);
        const loser = group.passive ? undefined : objectsAfter(reading, verb)[0];
        const pair = loser && sharesBehind(reading, loser);
        if (!winner?.name || !loser?.name || !pair) return [];
        return [winner, loser].map((who, i) => {
          const counted = doerOf(reading, who, vocabulary);
          const evidence = [Math.min(who.first, verb), pair.to] as const;
          const told = { side: i === 0 ? 0 : 1, predicate, counted, at: verb, evidence } as const;
          const rule = { rule: contest.id, certainty: CERTAINTY };
          return draftOfSide(reading, pair, { ...told, ...rule }, lent, vocabulary);
        });
      });
    }),
};

/** The nearest pair of shares that may be all votes, the larger first. */
function sharesBehind(reading: Reading, { last }: Chunk): NumberPair | null {
  for (let i = last + 1; i < reading.tokens.length && i - last <= REACH; i += 1) {
    if (/^[;:!?]$/.test(reading.tokens[i]?.text ?? '') || reading.tokens[i]?.pos === 'VERB') return null;
    const pair = pairAt(reading, i);
    if (!pair) continue;
    const sum = pair.first + pair.second;
    return pair.first > pair.second && sum <= 101 && (pair.percent || sum >= 99) ? pair : null;
  }
  return null;
}
