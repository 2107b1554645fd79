import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopedOf } from '../../src/group/comparability-key.ts';
import { relateScopes } from '../../src/group/scope-relation.ts';
import { RUNS } from '../arbitraries.ts';
import { claim, vocabulary } from '../builders.ts';

describe('scopes', () => {
  const scope = fc.record({
    population: fc.constantFrom(null, 'civilian', 'child', 'woman', 'adult', 'soldier', 'combatant'),
    place: fc.constantFrom(
      null,
      'gaza-city',
      'gaza-strip',
      'palestinian-territories',
      'israel',
      'doha',
      'qatar',
    ),
    days: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })),
  });
  const scoped = ({
    population,
    place,
    days: [from, length],
  }: {
    population: string | null;
    place: string | null;
    days: [number, number];
  }) => {
    const made = claim({ population, place, from: `2025-10-0${from}`, to: `2025-10-0${from + length}` });
    return scopedOf(made);
  };
  const relate = (a: Parameters<typeof scoped>[0], b: Parameters<typeof scoped>[0]) =>
    relateScopes(scoped(a), scoped(b), ['population', 'place', 'time'], vocabulary).relation;
  const MIRROR = {
    inside: 'contains',
    contains: 'inside',
    equal: 'equal',
    overlaps: 'overlaps',
    disjoint: 'disjoint',
    unknown: 'unknown',
  } as const;

  it('a part of a whole is never also the whole of its part', () => {
    fc.assert(
      fc.property(scope, scope, (a, b) => {
        expect(relate(b, a)).toBe(MIRROR[relate(a, b)]);
      }),
      RUNS,
    );
  });

  it('a part of a part is a part', () => {
    fc.assert(
      fc.property(scope, scope, scope, (a, b, c) => {
        if (relate(a, b) === 'inside' && relate(b, c) === 'inside') expect(relate(a, c)).toBe('inside');
      }),
      { numRuns: 2000 },
    );
  });
});
