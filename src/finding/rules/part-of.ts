import { partAndWhole, partAndWholeIfSame } from '../pair.ts';
import { always, NESTED, type Rule } from './rule.ts';

/** "ten people, including three children": the article itself says that the three are among the ten. */
export const statedPart: Rule = {
  id: 'stated-part',
  verdict: 'part-of',
  on: NESTED,
  when: (pair) =>
    pair.statedPart &&
    (partAndWhole(pair)?.part.halo.low ?? 0) <= (partAndWhole(pair)?.whole.halo.high ?? Infinity),
  because: ({ a, b }) => `${a.words} and ${b.words}: one is stated as a part of the other.`,
  examples: {
    takes: [['3', '10', { statedPart: true, scope: 'inside', sameDocument: true, sameOrigin: true }]],
    leaves: [
      ['3', '10', { sameDocument: true, sameOrigin: true }],
      ['30', '10', { statedPart: true, scope: 'inside' }],
    ],
  },
};

/** One question asks about a part of the other: living hostages among hostages, a day among days. */
export const partOfWhole: Rule = {
  id: 'part-of-whole',
  verdict: 'part-of',
  on: NESTED,
  when: always,
  because: (pair) => {
    const found = partAndWhole(pair);
    return `${found?.part.words ?? ''} counts a part of what ${found?.whole.words ?? ''} counts (${pair.dimension ?? 'scope'}).`;
  },
  examples: {
    takes: [
      ['20', '48', { scope: 'inside', dimension: 'population' }],
      ['48', '20', { scope: 'contains', dimension: 'population' }],
    ],
    leaves: [
      ['20', '48'],
      ['20', '48', { scope: 'disjoint' }],
    ],
  },
};

/** A day of a longer time, or passengers among all on board, and the place is not stated: no rivals wherever it was. */
export const partIfSameScope: Rule = {
  id: 'part-if-same-scope',
  verdict: 'part-of',
  on: ['unknown'],
  when: (pair) => {
    const found = partAndWholeIfSame(pair);
    return found !== null && found.part.halo.low <= found.whole.halo.high;
  },
  because: (pair) => {
    const found = partAndWholeIfSame(pair);
    return `${found?.part.words ?? ''} can only count a part of what ${found?.whole.words ?? ''} counts, even of the same ${pair.dimension ?? 'scope'}, which is not stated.`;
  },
  examples: {
    takes: [
      ['16', '825', { scope: 'unknown', dimension: 'place', nested: 'inside' }],
      ['187', '173', { scope: 'unknown', dimension: 'place', nested: 'contains' }],
    ],
    leaves: [
      ['825', '16', { scope: 'unknown', dimension: 'place', nested: 'inside' }],
      ['16', '825', { scope: 'unknown', dimension: 'place' }],
    ],
  },
};
