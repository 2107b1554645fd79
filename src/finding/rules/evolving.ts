import { earlierAndLater, onlyGrows } from '../pair.ts';
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

/** A level that had time to move. */
export const moved: Rule = {
  id: 'moved',
  verdict: 'evolving',
  on: ['apart'],
  when: (pair) =>
    pair.timeClass === 'stock' && earlierAndLater(pair) !== null && pair.gapDays > pair.staleness,
  because: (pair) => {
    const order = earlierAndLater(pair);
    return `${order?.earlier.words ?? ''} became ${order?.later.words ?? ''} within ${Math.round(pair.gapDays)} days.`;
  },
  examples: {
    takes: [['48', '20', { timeClass: 'stock', asOf: 'earlier', gapDays: 30 }]],
    leaves: [
      ['48', '20', { timeClass: 'stock', asOf: 'earlier', gapDays: 1 }],
      ['48', '20', { timeClass: 'stock' }],
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
