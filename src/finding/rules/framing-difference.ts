import { verb } from '../name-origins.ts';
import type { Rule } from './rule.ts';

/** The same event in a different light. */
export const toldDifferently: Rule = {
  id: 'told-differently',
  verdict: 'framing-difference',
  on: ['tones'],
  when: ({ a, b }) => a.label !== b.label,
  because: ({ a, b }) =>
    `${a.who} ${verb(a.who, 'tells')} it as ${a.label ?? ''} (${a.words}), ${b.who} as ${b.label ?? ''} (${b.words}).`,
  examples: {
    takes: [['“positive”', '“cautious”', { subject: 'tones' }]],
    leaves: [['“positive”', '“positive”', { subject: 'tones' }]],
  },
};
