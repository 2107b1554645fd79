import { bothSay } from '../pair.ts';
import type { Rule } from './rule.ts';

/** Two parties that stand against each other, each with its own figure. */
export const partiesDiffer: Rule = {
  id: 'parties-differ',
  verdict: 'party-dispute',
  on: ['apart'],
  when: (pair) => pair.opposed,
  because: (pair) => `${bothSay(pair)}: opposing parties give different figures.`,
  examples: {
    takes: [['10', '24', { opposed: true }]],
    leaves: [
      ['10', '24'],
      ['≥10', '24', { opposed: true }],
    ],
  },
};

/** One party states it, the other rejects it. */
export const partyRejects: Rule = {
  id: 'party-rejects',
  verdict: 'party-dispute',
  on: ['answers'],
  when: (pair) => pair.a.negated !== pair.b.negated && pair.opposed,
  because: (pair) => `${bothSay(pair)}: one side states what the other rejects.`,
  examples: {
    takes: [['“accepted”', '¬“accepted”', { subject: 'answers', opposed: true }]],
    leaves: [
      ['“accepted”', '¬“accepted”', { subject: 'answers' }],
      ['“accepted”', '“accepted”', { subject: 'answers', opposed: true }],
    ],
  },
};
