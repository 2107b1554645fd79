import { verb } from '../name-origins.ts';
import type { Rule } from './rule.ts';

/** One speaker, one occasion, and two outlets that let readers hear different things. */
export const heardDifferently: Rule = {
  id: 'heard-differently',
  verdict: 'divergent-quote',
  on: ['quotes'],
  when: ({ a, b }) => a.label !== b.label,
  because: ({ a, b }) =>
    `Of the same speaker, ${a.who} ${verb(a.who, 'reports')} ${a.words}; ${b.who} ${verb(b.who, 'reports')} ${b.words}.`,
  examples: {
    takes: [['“all have agreed”', '“much is still open”', { subject: 'quotes' }]],
    leaves: [['“all have agreed”', '“all have agreed”', { subject: 'quotes' }]],
  },
};
