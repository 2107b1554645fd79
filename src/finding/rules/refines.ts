import { isHalfBounded } from '../../value/compare.ts';
import { refines } from '../pair.ts';
import type { Rule } from './rule.ts';

/** A floor or a ceiling leaves room for the sharper figure. */
export const sharperFigure: Rule = {
  id: 'sharper-figure',
  verdict: 'refines',
  on: ['shared'],
  when: ({ a, b }) => isHalfBounded(a.halo) || isHalfBounded(b.halo),
  because: ({ a, b }) =>
    refines(a, b) || (!refines(b, a) && a.halo.low > b.halo.low)
      ? `${a.words} refines ${b.words}: both can be true.`
      : `${b.words} refines ${a.words}: both can be true.`,
  examples: {
    takes: [
      ['≥10', '24'],
      ['≥10', '≥24'],
      ['≤30', '24'],
      ['60000', '≥50000', { timeClass: 'cumulative', asOf: 'later' }],
    ],
    leaves: [
      ['≥24', '10'],
      ['67000', '67160'],
    ],
  },
};
