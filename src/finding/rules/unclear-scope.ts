import { bothSay } from '../pair.ts';
import type { Rule } from './rule.ts';

/** The figures differ, and nobody says whether they speak of the same day, place or people. */
export const missingScope: Rule = {
  id: 'missing-scope',
  verdict: 'unclear-scope',
  on: ['unknown'],
  when: (pair) => !pair.linked,
  because: (pair) =>
    `${bothSay(pair)}; whether they speak of the same ${pair.dimension ?? 'scope'} is not stated.`,
  examples: {
    takes: [['10', '24', { scope: 'unknown', dimension: 'place' }]],
    leaves: [
      ['10', '24'],
      ['10', '24', { scope: 'unknown', dimension: 'place', linked: true }],
    ],
  },
};

/** Two figures of one article whose scope was read from its surroundings: as likely two things as one. */
export const inferredScope: Rule = {
  id: 'inferred-scope',
  verdict: 'unclear-scope',
  on: ['apart'],
  when: (pair) => pair.sameDocument && pair.sameOrigin && !pair.explicit,
  because: ({ a, b }) =>
    `One document says ${a.words} and ${b.words}; whether they speak of the same thing is not stated.`,
  examples: {
    takes: [['10', '24', { sameDocument: true, sameOrigin: true, explicit: false }]],
    leaves: [
      ['10', '24', { explicit: false }],
      ['10', '24', { sameDocument: true, sameOrigin: true }],
    ],
  },
};
