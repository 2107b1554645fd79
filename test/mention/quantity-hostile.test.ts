import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/mention/annotators/quantity.ts';
import { costOf } from '../cost-of.ts';
import { quantitiesIn } from './quantity-sentence.ts';
import { vocabulary } from './time-sentence.ts';

const timed = (text: string): number => costOf(() => parseQuantity(text, vocabulary));

describe('no text makes it slow or throw', () => {
  it.each([
    ...[
      '1,',
      '1',
      '(',
      '1-',
      '1 ',
      '1.',
      '1/',
      '$',
      'a ',
      'one ',
      'hundred and ',
      'between ',
      '5 to ',
      'at least ',
      '5 of ',
    ],
    ...[
      'one hundred and two ',
      'twenty-',
      'two thirds of a ',
      'third ',
      '1 million and ',
      '5 or ',
      '1e5',
      'half of a ',
      ' . 1',
      '(1',
      '1) ',
    ],
  ])('"%s" over and over takes time in proportion', (piece) => {
    const few = piece.repeat(1_000);
    timed(few);
    const short = Math.min(timed(few), timed(few));
    expect(timed(piece.repeat(8_000))).toBeLessThan(short * 8 * 6 + 150);
  });

  it('a million digits are one number', () => {
    const found = parseQuantity('9'.repeat(1_000_000), vocabulary);
    expect(found?.nominal).toBe(Number.MAX_VALUE);
  });

  const words = fc.constantFrom(
    ...[
      'at',
      'least',
      'one',
      'two',
      'third',
      'half',
      'of',
      'a',
      'million',
      'and',
      'between',
      'to',
      'from',
      'or',
      'dozen',
      'dozens',
      'May',
      'no',
    ],
    ...[
      '7',
      '24',
      '2,000',
      '1.5',
      '2019',
      '-',
      '–',
      '$',
      '£',
      '%',
      '(',
      ')',
      '/',
      ':',
      '.',
      ',',
      '+',
      'm',
      'bn',
      'km',
      'per',
      'year',
      'old',
      '½',
      '١',
    ],
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 30 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('every mention lies in its sentence, in order, and says what stands there', () => {
    fc.assert(
      fc.property(text, (given) => {
        let last = 0;
        for (const m of quantitiesIn(given)) {
          expect(given.slice(m.start, m.end)).toBe(m.text);
          expect(m.start).toBeLessThanOrEqual(m.numberStart);
          expect(m.numberStart).toBeLessThan(m.numberEnd);
          expect(m.numberEnd).toBeLessThanOrEqual(m.end);
          expect(m.start).toBeGreaterThanOrEqual(last);
          expect(Number.isFinite(m.nominal)).toBe(true);
          last = m.numberEnd;
        }
      }),
      { numRuns: 600 },
    );
  });

  it('the same text gives the same mentions wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const given = `They saw ${list.join(' ')} there.`;
        const alone = quantitiesIn(given).map((m) => [m.text, m.nominal, m.hedge]);
        const later = quantitiesIn(`It rained.\n${given}`).map((m) => [m.text, m.nominal, m.hedge]);
        expect(later).toEqual(alone);
      }),
    );
  });
});
