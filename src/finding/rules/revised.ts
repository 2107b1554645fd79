import { earlierAndLater } from '../pair.ts';
import type { Rule } from './rule.ts';

const inWords = (earlier: string, later: string): string =>
  `The same source first said ${earlier}, later ${later}.`;

/** One origin that has said otherwise since. */
export const corrected: Rule = {
  id: 'corrected',
  verdict: 'revised',
  on: ['apart'],
  when: (pair) => pair.sameOrigin && earlierAndLater(pair) !== null,
  because: (pair) =>
    inWords(earlierAndLater(pair)?.earlier.words ?? '', earlierAndLater(pair)?.later.words ?? ''),
  examples: {
    takes: [
      ['10', '24', { sameOrigin: true, asOf: 'earlier' }],
      ['67160', '66000', { sameOrigin: true, asOf: 'earlier', timeClass: 'cumulative' }],
    ],
    leaves: [
      ['10', '24', { asOf: 'earlier' }],
      ['10', '24', { sameOrigin: true }],
    ],
  },
};

/** One origin that has taken a status back. */
export const takenBack: Rule = {
  id: 'taken-back',
  verdict: 'revised',
  on: ['statuses'],
  when: (pair) => pair.sameOrigin && earlierAndLater(pair) !== null,
  because: (pair) =>
    inWords(earlierAndLater(pair)?.earlier.words ?? '', earlierAndLater(pair)?.later.words ?? ''),
  examples: {
    takes: [['“arrived”', '“planned”', { subject: 'statuses', asOf: 'earlier', sameOrigin: true }]],
    leaves: [['“arrived”', '“planned”', { subject: 'statuses', asOf: 'earlier' }]],
  },
};
