import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparabilityKeyOf, familyOf } from '../../src/group/comparability-key.ts';
import { Shapes } from '../../src/group/shapes.ts';
import { distinct, sortedOnce } from '../../src/identity.ts';
import { Measures, measureOf } from '../../src/value/compare.ts';
import { claim, duration, quantity, vocabulary } from '../builders.ts';

const told = fc.record(
  {
    subject: fc.constantFrom('people', 'talks'),
    predicate: fc.constantFrom('test.toll', 'test.held', null),
    predicateText: fc.constantFrom('killed', 'walked'),
    timeClass: fc.constantFrom('flow' as const, 'cumulative' as const, 'stock' as const),
    value: fc.constantFrom(quantity('24'), quantity('≥24'), duration(2, 'hour')),
    place: fc.constantFrom('gaza-strip', 'israel', null),
    population: fc.constantFrom(null, 'child'),
    cause: fc.constantFrom(null, 'air-strike'),
    from: fc.constantFrom('2025-10-06', '2025-10-07', null),
    to: fc.constantFrom('2025-10-08', null),
    modality: fc.constantFrom('occurred' as const, 'ongoing' as const, 'denied' as const),
    structured: fc.boolean(),
    provenance: fc.constantFrom({}, { place: 'unknown' as const }, { time: 'unknown' as const }),
  },
  { noNullPrototype: true },
);

describe('what is worked out once for claims that are alike', () => {
  it('is the key that each of them has alone', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 60 }), (rows) => {
        const shapes = new Shapes('story', vocabulary);
        for (const one of rows.map((row) => claim(row))) {
          const predicate = vocabulary.predicates.get(one.predicate.id ?? '');
          expect(shapes.of(one)).toMatchObject({
            family: familyOf('story', one, predicate),
            key: comparabilityKeyOf('story', one, predicate),
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the measure that each of them has alone, however many share a number', () => {
    const { durations } = vocabulary.rules;
    const measures = new Measures(durations);
    const hedges = ['24', '≥24', '>24', '~24', '≤24', 'many', 'nearly 24'].map(quantity);
    const ranges = Array.from({ length: 40 }, (_, i) => quantity(`[24,${25 + i}]`));
    const spans = ['minute', 'hour', 'day'].map((unit) => duration(24, unit));
    const values = [...hedges, ...ranges, ...spans];
    for (const value of [...values, ...values])
      expect(measures.of(value)).toEqual(measureOf(value, durations));
    expect(measures.of(quantity('24'))).toBe(measures.of(quantity('24')));
  });

  it('texts come once each and in order, few or many', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 60 }), (texts) => {
        const expected = [...new Set(texts)].sort();
        expect(distinct(texts)).toEqual(expected);
        expect(sortedOnce([...texts])).toEqual(expected);
      }),
    );
  });
});
