import { bothSay, earlierAndLater, onlyGrows, type Pair, partAndWhole, says } from '../pair.ts';
import { always, NESTED, type Rule } from './rule.ts';

/** One document, one source, one question, two figures. */
export const contradictsItself: Rule = {
  id: 'contradicts-itself',
  verdict: 'conflict',
  subtype: 'self',
  on: ['apart'],
  when: (pair) => pair.sameDocument && pair.sameOrigin && pair.explicit,
  because: ({ a, b }) => `One document says both ${a.words} and ${b.words} about the same thing.`,
  examples: {
    takes: [['10', '24', { sameDocument: true, sameOrigin: true }]],
    leaves: [
      ['10', '24', { sameDocument: true }],
      ['≥10', '24', { sameDocument: true, sameOrigin: true }],
    ],
  },
};

/** A running total never falls, and neither does the toll of an event. */
export const totalFell: Rule = {
  id: 'total-fell',
  verdict: 'conflict',
  subtype: 'decreasing-toll',
  on: ['apart'],
  when: (pair) => {
    const order = earlierAndLater(pair);
    return order !== null && order.later.halo.high < order.earlier.halo.low && onlyGrows(pair);
  },
  because: (pair) => {
    const order = earlierAndLater(pair);
    const falls = `fall from ${order?.earlier.words ?? ''} to ${order?.later.words ?? ''}, and the sources differ`;
    return pair.timeClass === 'cumulative' ? `The total cannot ${falls}.` : `A toll does not ${falls}.`;
  },
  examples: {
    takes: [['67160', '66000', { timeClass: 'cumulative', asOf: 'earlier' }]],
    leaves: [
      ['66000', '67160', { timeClass: 'cumulative', asOf: 'earlier' }],
      ['67160', '66000', { timeClass: 'cumulative', asOf: 'overlapping' }],
      ['67160', '66000', { timeClass: 'stock', asOf: 'earlier' }],
    ],
  },
};

/** A part is never larger than the whole. */
export const partExceedsWhole: Rule = {
  id: 'part-exceeds-whole',
  verdict: 'conflict',
  subtype: 'part-exceeds-whole',
  on: NESTED,
  when: (pair) => {
    const found = pair.additive ? partAndWhole(pair) : null;
    if (found === null) return false;
    // The whole may have been counted before the part had its size.
    const grows = pair.timeClass === 'cumulative' || (pair.timeClass === 'flow' && pair.fresh);
    if (grows && earlierAndLater(pair)?.earlier === found.whole) return false;
    return found.part.halo.low > found.whole.halo.high;
  },
  because: (pair) => {
    const found = partAndWhole(pair);
    return `${found?.part.words ?? ''} counts a part of what ${found?.whole.words ?? ''} counts, yet is larger.`;
  },
  examples: {
    takes: [['25', '15', { scope: 'inside', additive: true }]],
    leaves: [
      ['25', '15', { scope: 'inside', additive: false }],
      ['25', '≥15', { scope: 'inside', additive: true }],
      ['25', '15', { scope: 'disjoint', additive: true }],
      ['25', '15', { scope: 'inside', additive: true, timeClass: 'cumulative', asOf: 'later' }],
    ],
  },
};

/** Same question, no common value: they cannot both be true. */
export const cannotBothBeTrue: Rule = {
  id: 'cannot-both-be-true',
  verdict: 'conflict',
  subtype: 'value',
  on: ['apart'],
  when: always,
  because: (pair) => `${bothSay(pair)}; both cannot be true.`,
  examples: {
    takes: [
      ['10', '24'],
      ['≥24', '10'],
      ['1139', '1200'],
      ['~200', '251'],
    ],
    leaves: [
      ['≥10', '24'],
      ['10', '24', { scope: 'disjoint' }],
      ['10', '24', { comparable: false }],
    ],
  },
};

/** What has been reached is not undone: a later report with a lower rung. */
export const statusFell: Rule = {
  id: 'status-fell',
  verdict: 'conflict',
  subtype: 'status',
  on: ['statuses'],
  when: (pair) => {
    const order = earlierAndLater(pair);
    return order !== null && (order.later.rung ?? Infinity) < (order.earlier.rung ?? -1);
  },
  because: (pair) => {
    const order = earlierAndLater(pair);
    return order === null ? '' : `${says(order.earlier)}; ${says(order.later)} after that.`;
  },
  examples: {
    takes: [['“arrived”', '“planned”', { subject: 'statuses', asOf: 'earlier' }]],
    leaves: [
      ['“planned”', '“arrived”', { subject: 'statuses', asOf: 'earlier' }],
      ['“arrived”', '“planned”', { subject: 'statuses', asOf: 'overlapping' }],
    ],
  },
};

/** One says that it happened, the other that it did not. */
export const yesAndNo: Rule = {
  id: 'yes-and-no',
  verdict: 'conflict',
  subtype: 'polarity',
  on: ['answers'],
  when: (pair) => pair.a.negated !== pair.b.negated,
  because: (pair) => `${bothSay(pair)}: one states what the other denies.`,
  examples: {
    takes: [['“accepted”', '¬“accepted”', { subject: 'answers' }]],
    leaves: [['“accepted”', '“accepted”', { subject: 'answers' }]],
  },
};

const hasStranger = (list: Pair['a'], other: Pair['a']): boolean =>
  list.exhaustive && other.members.some((member) => !list.members.includes(member));

/** A list that is said to be complete, and a member outside it; or two answers where there is room for one. */
export const listsExclude: Rule = {
  id: 'lists-exclude',
  verdict: 'conflict',
  subtype: 'set',
  on: ['sets'],
  when: (pair) =>
    hasStranger(pair.a, pair.b) ||
    hasStranger(pair.b, pair.a) ||
    (pair.exclusive && !pair.a.members.some((member) => pair.b.members.includes(member))),
  because: (pair) => `${bothSay(pair)}; there is no room for both.`,
  examples: {
    takes: [
      ['{egypt,qatar}!', '{egypt,qatar,turkey}', { subject: 'sets' }],
      ['{witkoff}', '{dermer}', { subject: 'sets', exclusive: true }],
    ],
    leaves: [
      ['{egypt,qatar}', '{egypt,qatar,turkey}', { subject: 'sets' }],
      ['{egypt}', '{egypt,qatar}!', { subject: 'sets' }],
    ],
  },
};
