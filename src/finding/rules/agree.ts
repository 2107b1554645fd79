import { coresMeet, halosMeet, refines } from '../pair.ts';
import type { Rule } from './rule.ts';

/** What both assert has a value in common. */
export const sameFigure: Rule = {
  id: 'same-figure',
  verdict: 'agree',
  on: ['shared'],
  when: coresMeet,
  because: (pair) => {
    const { a, b } = pair;
    if (refines(a, b)) return `${b.words} and ${a.words} agree; ${a.words} is the sharper.`;
    if (refines(b, a)) return `${a.words} and ${b.words} agree; ${b.words} is the sharper.`;
    return `${a.words} and ${b.words} agree.`;
  },
  examples: {
    takes: [
      ['24', '24'],
      ['~20', '20'],
      ['≥24', '24'],
      ['66000', '66000', { timeClass: 'cumulative', asOf: 'earlier' }],
    ],
    leaves: [
      ['24', '25'],
      ['≥10', '24'],
      ['24', '24', { scope: 'unknown' }],
    ],
  },
};

/** A part of the scope is missing, and the figures agree anyway. */
export const sameFigureIfSameScope: Rule = {
  id: 'same-figure-if-same-scope',
  verdict: 'agree',
  on: ['unknown'],
  when: (pair) => coresMeet(pair) && halosMeet(pair),
  because: ({ a, b, dimension }) =>
    `${a.words} and ${b.words} agree if they speak of the same ${dimension ?? 'scope'}, which is not stated.`,
  examples: {
    takes: [['24', '24', { scope: 'unknown', dimension: 'time' }]],
    leaves: [
      ['24', '24'],
      ['24', '10', { scope: 'unknown' }],
    ],
  },
};
