import { bothSay } from '../pair.ts';
import type { Rule } from './rule.ts';

/** A member that one names and the other leaves out: silence is no denial. */
export const leftOut: Rule = {
  id: 'left-out',
  verdict: 'omission',
  on: ['sets'],
  when: ({ a, b }) =>
    a.members.some((member) => !b.members.includes(member)) ||
    b.members.some((member) => !a.members.includes(member)),
  because: (pair) => `${bothSay(pair)}; to leave somebody out is not to deny.`,
  examples: {
    takes: [['{egypt,qatar}', '{egypt,qatar,turkey}', { subject: 'sets' }]],
    leaves: [['{egypt,qatar}', '{qatar,egypt}', { subject: 'sets' }]],
  },
};
