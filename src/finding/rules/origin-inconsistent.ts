import type { Rule } from './rule.ts';

/** One origin, one moment, two figures: a misquote or a typing error on the way. */
export const misquoted: Rule = {
  id: 'misquoted',
  verdict: 'origin-inconsistent',
  on: ['apart'],
  when: (pair) => pair.sameOrigin && (pair.asOf === 'same' || pair.asOf === 'overlapping'),
  because: ({ a, b }) => `The same source is given with ${a.words} and with ${b.words}.`,
  examples: {
    takes: [['10', '24', { sameOrigin: true }]],
    leaves: [
      ['10', '24'],
      ['10', '24', { sameOrigin: true, asOf: 'later' }],
      ['≥10', '24', { sameOrigin: true }],
    ],
  },
};
