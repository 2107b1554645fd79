import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/claim/claim.ts';
import { neighbours } from '../../src/finding/neighbours.ts';

const scopeOf = (place: string | null, population: string | null, day: number): Scope => ({
  ...{ population, place, cause: null, actor: null, provenance: {} },
  time: {
    ...{ class: 'window', text: null, asOf: null },
    from: `2025-01-0${day}`,
    to: `2025-01-0${day + 1}`,
  },
});

const own = (scope: Scope): Scope => scope;

/** What each two scopes differ in, of all that they could. */
const differing = (a: Scope, b: Scope): string[] =>
  (['population', 'place', 'cause', 'actor', 'time'] as const).filter(
    (dimension) => JSON.stringify(a[dimension]) !== JSON.stringify(b[dimension]),
  );

describe('neighbours', () => {
  it('days in a row meet the next one each, and no other', () => {
    const days = [1, 2, 3, 4].map((day) => scopeOf('gaza-city', null, day));
    expect(neighbours(days, own).map(([a, b]) => [days.indexOf(a), days.indexOf(b)])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('what differs in a place and in a day is no pair; what says nothing of a place differs from what does', () => {
    const apart = [scopeOf('gaza-city', null, 1), scopeOf('rafah', null, 2)];
    expect(neighbours(apart, own)).toEqual([]);
    const silent = [scopeOf(null, null, 1), scopeOf('rafah', null, 1)];
    expect(neighbours(silent, own)).toEqual([silent]);
  });

  it('each pair differs in one dimension at most, stands in the order of the list, and comes once', () => {
    const scopes = fc.array(
      fc
        .tuple(
          fc.constantFrom(null, 'gaza-city', 'rafah'),
          fc.constantFrom(null, 'child'),
          fc.integer({ min: 1, max: 3 }),
        )
        .map(([place, population, day]) => scopeOf(place, population, day)),
    );
    fc.assert(
      fc.property(scopes, (all) => {
        const pairs = neighbours(all, own);
        for (const [a, b] of pairs) {
          expect(differing(a, b).length).toBeLessThanOrEqual(1);
          expect(all.indexOf(a)).toBeLessThan(all.indexOf(b));
        }
        expect(new Set(pairs.map(([a, b]) => `${all.indexOf(a)} ${all.indexOf(b)}`)).size).toBe(pairs.length);
      }),
    );
  });
});
