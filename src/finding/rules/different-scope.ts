import { bothSay } from '../pair.ts';
import { always, COMPARABLE, type Rule } from './rule.ts';

/** "39 new cases", "seven more died": what is added to a count is no rival of the count, nor of what is added another time. */
export const addedOnTop: Rule = {
  id: 'added-on-top',
  verdict: 'different-scope',
  on: COMPARABLE,
  when: (pair) => pair.onTop,
  because: (pair) => `${bothSay(pair)}: what comes on top of an earlier count is no total.`,
  examples: {
    takes: [
      ['12', '45', { onTop: true }],
      ['7', '5', { onTop: true, scope: 'unknown' }],
    ],
    leaves: [
      ['12', '45'],
      ['3', '10', { onTop: true, statedPart: true, scope: 'inside' }],
    ],
  },
};

/** Different days, places or people: both figures can be true, of different things. */
export const differentThings: Rule = {
  id: 'different-things',
  verdict: 'different-scope',
  on: ['disjoint'],
  when: always,
  because: (pair) => `${bothSay(pair)}: they speak of a different ${pair.dimension ?? 'scope'}.`,
  examples: {
    takes: [
      ['≥10', '≥24', { scope: 'disjoint', dimension: 'time' }],
      ['10', '24', { scope: 'disjoint', dimension: 'cause' }],
    ],
    leaves: [
      ['10', '24'],
      ['10', '24', { scope: 'inside' }],
    ],
  },
};

/** The scopes share some of what they count, and the figures do not meet. */
export const partlyDifferentThings: Rule = {
  id: 'partly-different-things',
  verdict: 'different-scope',
  on: ['overlaps'],
  when: always,
  because: (pair) =>
    `${bothSay(pair)}: what they count overlaps at most in part (${pair.dimension ?? 'scope'}).`,
  examples: {
    takes: [['3', '8', { scope: 'overlaps', dimension: 'population' }]],
    leaves: [
      ['3', '8'],
      ['≥3', '8', { scope: 'equal' }],
    ],
  },
};
