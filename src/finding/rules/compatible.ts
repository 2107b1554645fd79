import { holds } from '../../value/compare.ts';
import { coresMeet, halosMeet, type Side } from '../pair.ts';
import { always, NESTED, type Rule } from './rule.ts';

/** The figures differ, yet one true number could satisfy both: rounding, loose words. */
export const roomForBoth: Rule = {
  id: 'room-for-both',
  verdict: 'compatible',
  on: ['shared'],
  when: always,
  because: ({ a, b }) => `${a.words} and ${b.words} can both be true of one number.`,
  examples: {
    takes: [
      ['67000±500', '67160'],
      ['~200', '215'],
    ],
    leaves: [
      ['10', '24'],
      ['67000±500', '67160', { scope: 'disjoint' }],
    ],
  },
};

const admits = (floor: Side, other: Side): boolean =>
  floor.halo.high === Infinity &&
  other.nominal !== null &&
  holds(floor.halo, other.nominal) &&
  floor.nominal === other.nominal;

/** "at least 10 civilians" and "10 people": most likely one figure in two wordings. */
export const sameFigureReworded: Rule = {
  id: 'same-figure-reworded',
  verdict: 'compatible',
  on: NESTED,
  when: (pair) =>
    (pair.dimension === 'population' || pair.dimension === 'place') &&
    halosMeet(pair) &&
    (coresMeet(pair) || admits(pair.a, pair.b) || admits(pair.b, pair.a)),
  because: ({ a, b, dimension }) =>
    `${a.words} and ${b.words} may be one figure: the wording of ${dimension === 'place' ? 'the place' : 'who is counted'} differs, the number does not.`,
  examples: {
    takes: [
      ['≥10', '10', { scope: 'inside', dimension: 'population' }],
      ['24', '24', { scope: 'inside', dimension: 'place' }],
    ],
    leaves: [
      ['3', '10', { scope: 'inside', dimension: 'population' }],
      ['10', '10', { scope: 'inside', dimension: 'time' }],
    ],
  },
};

/** Scopes that overlap, and figures that meet. */
export const roomForBothInPart: Rule = {
  id: 'room-for-both-in-part',
  verdict: 'compatible',
  on: ['overlaps'],
  when: (pair) => !pair.mixedTimes && halosMeet(pair),
  because: ({ a, b, dimension }) =>
    `${a.words} and ${b.words} can both be true; what they count overlaps in part (${dimension ?? 'scope'}).`,
  examples: {
    takes: [['≥10', '24', { scope: 'overlaps', dimension: 'time' }]],
    leaves: [
      ['10', '24', { scope: 'overlaps', dimension: 'time' }],
      ['≥10', '280000', { scope: 'overlaps', dimension: 'place', mixedTimes: true }],
    ],
  },
};

/** A part of the scope is missing; if it is the same, both can be true. */
export const roomForBothIfSameScope: Rule = {
  id: 'room-for-both-if-same-scope',
  verdict: 'compatible',
  on: ['unknown'],
  when: halosMeet,
  because: ({ a, b, dimension }) =>
    `${a.words} and ${b.words} can both be true, even of the same ${dimension ?? 'scope'}, which is not stated.`,
  examples: {
    takes: [['≥10', '≥24', { scope: 'unknown', dimension: 'time' }]],
    leaves: [['10', '24', { scope: 'unknown', dimension: 'time' }]],
  },
};
