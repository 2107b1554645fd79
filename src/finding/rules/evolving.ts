import { earlierAndLater, onlyGrows, type Pair } from '../pair.ts';
import type { Rule } from './rule.ts';

/** A running total that has grown, or the count of a fresh event in a later report. */
export const grown: Rule = {
  id: 'grown',
  verdict: 'evolving',
  on: ['apart'],
  when: (pair) => {
    const order = earlierAndLater(pair);
    return order !== null && order.earlier.halo.high < order.later.halo.low && onlyGrows(pair);
  },
  because: (pair) => {
    const order = earlierAndLater(pair);
    return `The total grew from ${order?.earlier.words ?? ''} to ${order?.later.words ?? ''}.`;
  },
  examples: {
    takes: [
      ['66000', '67160', { timeClass: 'cumulative', asOf: 'earlier' }],
      ['67160', '66000', { timeClass: 'cumulative', asOf: 'later' }],
      ['10', '24', { timeClass: 'flow', asOf: 'earlier', fresh: true }],
    ],
    leaves: [
      ['66000', '67160', { timeClass: 'cumulative', asOf: 'later' }],
      ['66000', '67160', { timeClass: 'cumulative' }],
      ['66000', '67160', { timeClass: 'flow', asOf: 'earlier' }],
      ['24', '10', { timeClass: 'flow', asOf: 'earlier', fresh: true }],
    ],
  },
};

/** The same, where the place is named more closely by one of them: most likely one toll that grew. */
export const grownIfSamePlace: Rule = {
  id: 'grown-if-same-place',
  verdict: 'evolving',
  on: ['unknown'],
  when: (pair) => {
    const order = earlierAndLater(pair);
    return (
      pair.dimension === 'place' &&
      (pair.timeClass === 'cumulative' || (pair.timeClass === 'flow' && pair.fresh)) &&
      !pair.opposed &&
      order !== null &&
      order.earlier.halo.high < order.later.halo.low
    );
  },
  because: (pair) => {
    const order = earlierAndLater(pair);
    return `If they speak of the same place, the count grew from ${order?.earlier.words ?? ''} to ${order?.later.words ?? ''}.`;
  },
  examples: {
    takes: [
      ['10', '24', { timeClass: 'flow', asOf: 'earlier', fresh: true, scope: 'unknown', dimension: 'place' }],
    ],
    leaves: [
      ['24', '10', { timeClass: 'flow', asOf: 'earlier', fresh: true, scope: 'unknown', dimension: 'place' }],
      ['10', '24', { timeClass: 'flow', asOf: 'earlier', fresh: true, scope: 'unknown', dimension: 'time' }],
    ],
  },
};

/** Whether a level had time to move between two reports. */
const hadTime = (pair: Pair): boolean =>
  pair.timeClass === 'stock' && earlierAndLater(pair) !== null && pair.gapDays > pair.staleness;

const became = (pair: Pair): string => {
  const order = earlierAndLater(pair);
  return `${order?.earlier.words ?? ''} became ${order?.later.words ?? ''} within ${Math.round(pair.gapDays)} days.`;
};

/** A level that had time to move. */
export const moved: Rule = {
  id: 'moved',
  verdict: 'evolving',
  on: ['apart'],
  when: hadTime,
  because: became,
  examples: {
    takes: [['48', '20', { timeClass: 'stock', asOf: 'earlier', gapDays: 30 }]],
    leaves: [
      ['48', '20', { timeClass: 'stock', asOf: 'earlier', gapDays: 1 }],
      ['48', '20', { timeClass: 'stock' }],
    ],
  },
};

/** The same, where the place is named more closely by one of them: even of one place they are no rivals. */
export const movedIfSamePlace: Rule = {
  id: 'moved-if-same-place',
  verdict: 'evolving',
  on: ['unknown'],
  when: (pair) => pair.dimension === 'place' && hadTime(pair),
  because: (pair) => `If they speak of the same place, ${became(pair)}`,
  examples: {
    takes: [
      [
        '189',
        '9',
        { timeClass: 'stock', asOf: 'earlier', gapDays: 30, scope: 'unknown', dimension: 'place' },
      ],
    ],
    leaves: [
      ['189', '9', { timeClass: 'stock', asOf: 'earlier', gapDays: 1, scope: 'unknown', dimension: 'place' }],
      [
        '189',
        '9',
        { timeClass: 'stock', asOf: 'earlier', gapDays: 30, scope: 'unknown', dimension: 'population' },
      ],
    ],
  },
};

/** Of those who are hurt some get well, and others are brought in: neither figure takes the other back. */
export const ebbed: Rule = {
  id: 'ebbed',
  verdict: 'evolving',
  on: ['apart'],
  when: (pair) => pair.ebbs && !pair.sameOrigin && !pair.opposed && earlierAndLater(pair) !== null,
  because: (pair) => {
    const order = earlierAndLater(pair);
    return `Their number goes up and down: ${order?.earlier.words ?? ''} at first, ${order?.later.words ?? ''} later.`;
  },
  examples: {
    takes: [['20', '15', { timeClass: 'flow', asOf: 'earlier', fresh: true, ebbs: true }]],
    leaves: [
      ['20', '15', { timeClass: 'flow', asOf: 'earlier', fresh: true }],
      ['20', '15', { timeClass: 'flow', ebbs: true }],
      ['20', '15', { timeClass: 'flow', asOf: 'earlier', ebbs: true, opposed: true }],
    ],
  },
};

/** A status that has advanced. */
export const advanced: Rule = {
  id: 'advanced',
  verdict: 'evolving',
  on: ['statuses'],
  when: (pair) => {
    const order = earlierAndLater(pair);
    return order !== null && (order.earlier.rung ?? 0) < (order.later.rung ?? -1);
  },
  because: (pair) => {
    const order = earlierAndLater(pair);
    return `${order?.earlier.words ?? ''} at first, ${order?.later.words ?? ''} later.`;
  },
  examples: {
    takes: [['“planned”', '“arrived”', { subject: 'statuses', asOf: 'earlier' }]],
    leaves: [
      ['“arrived”', '“planned”', { subject: 'statuses', asOf: 'earlier' }],
      ['“planned”', '“arrived”', { subject: 'statuses', asOf: 'overlapping' }],
    ],
  },
};
