import { bothSay } from '../pair.ts';
import { always, type Rule } from './rule.ts';

/** Points and phases, shares and counts, "many" and 24: there is no common scale. */
export const noCommonScale: Rule = {
  id: 'no-common-scale',
  verdict: 'not-comparable',
  on: ['incomparable'],
  when: always,
  because: (pair) => `${bothSay(pair)}: these do not count the same thing.`,
  examples: {
    takes: [['20', '3', { comparable: false }]],
    leaves: [
      ['20', '3'],
      ['“arrived”', '“planned”', { subject: 'statuses', comparable: false }],
    ],
  },
};
