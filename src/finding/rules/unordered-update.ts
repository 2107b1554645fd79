import { bothSay } from '../pair.ts';
import { grown } from './evolving.ts';
import { NESTED, type Rule } from './rule.ts';

/** A running total or a level, and no telling which figure is the newer one. */
export const noOrder: Rule = {
  id: 'no-order',
  verdict: 'unordered-update',
  on: ['apart'],
  when: (pair) =>
    (pair.timeClass === 'cumulative' && pair.asOf === 'overlapping') ||
    (pair.timeClass === 'stock' && pair.asOf !== 'same'),
  because: (pair) => `${bothSay(pair)}; which of them is the newer figure is not clear.`,
  examples: {
    takes: [
      ['66000', '67160', { timeClass: 'cumulative', asOf: 'overlapping' }],
      ['48', '47', { timeClass: 'stock', asOf: 'earlier', gapDays: 1 }],
    ],
    leaves: [
      ['66000', '67160', { timeClass: 'cumulative' }],
      ['66000', '67160', { timeClass: 'cumulative', asOf: 'earlier' }],
      ['10', '24', { asOf: 'overlapping' }],
    ],
  },
};

/** A fresh event, and the lower figure says itself that it will not be the last. */
export const countGoesOn: Rule = {
  id: 'count-goes-on',
  verdict: 'unordered-update',
  on: ['apart'],
  when: (pair) => pair.timeClass === 'flow' && pair.countGoesOn && !pair.opposed,
  because: (pair) => `${bothSay(pair)}; the lower figure was given while people were still being counted.`,
  examples: {
    takes: [
      ['22', '44', { countGoesOn: true }],
      ['22', '44', { countGoesOn: true, sameOrigin: true }],
    ],
    leaves: [
      ['22', '44'],
      ['22', '44', { countGoesOn: true, timeClass: 'cumulative' }],
      ['22', '44', { countGoesOn: true, opposed: true }],
    ],
  },
};

/** Nobody had been arrested, rescued or charged yet. */
export const noneYet: Rule = {
  id: 'none-yet',
  verdict: 'unordered-update',
  on: ['apart', ...NESTED],
  when: (pair) => pair.noneYet && !pair.opposed && (pair.scope !== 'equal' || !grown.when(pair)),
  because: (pair) => `${bothSay(pair)}; the report of none may tell how things stood before.`,
  examples: {
    takes: [
      ['0', '3', { noneYet: true }],
      ['0', '3', { noneYet: true, sameDocument: true, sameOrigin: true }],
      ['0', '3', { noneYet: true, scope: 'contains' }],
    ],
    leaves: [
      ['0', '3'],
      ['0', '3', { noneYet: true, opposed: true }],
      ['0', '3', { noneYet: true, scope: 'unknown' }],
      ['0', '3', { noneYet: true, asOf: 'earlier', fresh: true }],
    ],
  },
};

/** One source that counts while the day it counts is not over, heard by two outlets: its own figure may have grown. */
export const countedMeanwhile: Rule = {
  id: 'counted-meanwhile',
  verdict: 'unordered-update',
  on: ['apart'],
  when: (pair) => pair.timeClass === 'flow' && pair.sameOrigin && pair.underWay && !pair.sameDocument,
  because: ({ a, b }) =>
    `The same source is given with ${a.words} and with ${b.words}, both before what it counts was over; which of them is the newer figure is not clear.`,
  examples: {
    takes: [['4', '8', { sameOrigin: true, underWay: true }]],
    leaves: [
      ['4', '8', { sameOrigin: true }],
      ['4', '8', { sameOrigin: true, underWay: true, sameDocument: true }],
      ['4', '8', { underWay: true }],
      ['4', '8', { sameOrigin: true, underWay: true, timeClass: 'stock' }],
    ],
  },
};

/** Two rungs of a ladder, reported at the same time. */
export const noOrderOfStatuses: Rule = {
  id: 'no-order-of-statuses',
  verdict: 'unordered-update',
  on: ['statuses'],
  when: (pair) => pair.a.label !== pair.b.label,
  because: (pair) => `${bothSay(pair)}; which of them is the newer report is not clear.`,
  examples: {
    takes: [['“planned”', '“arrived”', { subject: 'statuses', asOf: 'overlapping' }]],
    leaves: [['“arrived”', '“arrived”', { subject: 'statuses' }]],
  },
};
