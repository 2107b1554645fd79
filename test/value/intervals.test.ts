import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HEDGE_RULES_VERSION,
  LOOSE,
  NARROW,
  VAGUE_WORDS,
  WIDE,
  WORD_FRACTIONS,
} from '../../src/value/hedge-rules.ts';
import { toIntervals, type WordedQuantity } from '../../src/value/intervals.ts';
import { Hedge } from '../../src/value/value.ts';

const worded = (nominal: number, hedge: Hedge, more: Partial<WordedQuantity> = {}): WordedQuantity => ({
  nominal,
  low: nominal,
  high: nominal,
  hedge,
  significance: significance(nominal),
  kind: 'count',
  ...more,
});
const significance = (value: number): number => {
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
};
/** "core | halo" in one line: [20,20] | [19,21]. */
const line = (input: WordedQuantity): string => {
  const { core, halo } = toIntervals(input);
  const end = (value: number | null) => (value === null ? '∞' : String(Number(value.toFixed(6))));
  return `[${end(core.low)},${end(core.high)}] | [${end(halo.low)},${end(halo.high)}]`;
};

describe('what a wording asserts, inside what it allows', () => {
  it.each<[string, number, Hedge, string]>([
    ['24', 24, 'bare', '[24,24] | [24,24]'],
    ['exactly 20', 20, 'exact', '[20,20] | [20,20]'],
    ['20', 20, 'bare', '[20,20] | [19,21]'],
    ['169,000', 169_000, 'bare', '[169000,169000] | [168500,169500]'],
    ['about 200', 200, 'about', '[190,210] | [180,220]'],
    ['about 24', 24, 'about', '[24,24] | [23,25]'],
    ['at least 24', 24, 'at-least', '[24,24] | [24,∞]'],
    ['more than 20', 20, 'more-than', '[21,22] | [21,∞]'],
    ['nearly 3', 3, 'nearly', '[2,2] | [2,2]'],
    ['nearly 200', 200, 'nearly', '[190,199] | [180,199]'],
    ['up to 30', 30, 'up-to', '[30,30] | [0,30]'],
    ['at most 30', 30, 'at-most', '[30,30] | [0,30]'],
    ['fewer than 20', 20, 'less-than', '[18,19] | [0,19]'],
    ['a man was killed', 1, 'implicit', '[1,1] | [1,1]'],
  ])('reads "%s"', (_words, value, hedge, expected) => {
    expect(line(worded(value, hedge))).toBe(expected);
  });

  it('widens a range by half its last written digit, at most by a twentieth', () => {
    expect(line(worded(10, 'between', { low: 10, high: 15, significance: 1 }))).toBe('[10,15] | [10,15]');
    expect(line(worded(200, 'between', { low: 200, high: 300, significance: 100 }))).toBe(
      '[200,300] | [190,315]',
    );
  });

  it('measures have no next whole number', () => {
    expect(line(worded(20, 'more-than', { kind: 'continuous' }))).toBe('[20,22] | [20,∞]');
    expect(line(worded(2.5, 'bare', { kind: 'continuous', significance: 0.1 }))).toBe(
      '[2.5,2.5] | [2.45,2.55]',
    );
  });

  it.each([
    ['dozens', 24, '[24,99] | [12,199]'],
    ['scores of', 40, '[40,199] | [20,499]'],
    ['hundreds', 200, '[200,999] | [100,1999]'],
    ['tens of thousands', 20_000, '[20000,99999] | [10000,199999]'],
    ['several', 3, '[3,7] | [3,12]'],
    ['a couple of', 2, '[2,2] | [2,3]'],
    ['several thousand', 3_000, '[3000,7000] | [3000,12000]'],
    ['a few dozen', 36, '[36,60] | [36,96]'],
  ])('reads the vague "%s"', (word, value, expected) => {
    expect(line(worded(value, 'vague', { high: null, word }))).toBe(expected);
  });

  it.each([
    ['half', 0.5, '[0.475,0.525] | [0.44,0.56]'],
    ['two thirds', 2 / 3, '[0.641667,0.691667] | [0.616667,0.716667]'],
  ])('reads the part "%s" as a share', (word, value, expected) => {
    expect(line(worded(value, 'bare', { kind: 'continuous', word }))).toBe(expected);
  });

  it('a share in figures is not loosened like a word', () => {
    expect(line(worded(0.5, 'exact', { kind: 'continuous', word: '0.5' }))).toBe('[0.5,0.5] | [0.5,0.5]');
  });

  it('a value without a number is open on both sides', () => {
    expect(
      line({ nominal: null, low: null, high: null, hedge: 'vague', significance: null, kind: 'count' }),
    ).toBe('[∞,∞] | [∞,∞]');
  });

  it('a changed cap asks for a new version of the rules', () => {
    expect({
      version: HEDGE_RULES_VERSION,
      NARROW,
      WIDE,
      LOOSE,
      WORD_FRACTIONS,
      dozens: VAGUE_WORDS.get('dozens'),
    }).toEqual({
      version: '2026.3',
      NARROW: { step: 0.5, cap: 0.05 },
      WIDE: { step: 1, cap: 0.1 },
      LOOSE: { aboutDigits: 2, aboutCap: 0.1, roundFrom: 100 },
      WORD_FRACTIONS: { core: 0.025, halfHalo: 0.06, halo: 0.05 },
      dozens: { core: { low: 24, high: 99 }, halo: { low: 12, high: 199 } },
    });
  });

  const quantity = fc.record({
    nominal: fc.oneof(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 20 })),
    width: fc.integer({ min: 0, max: 1_000_000 }),
    hedge: fc.constantFrom(...Hedge.options),
    significance: fc.constantFrom(null, 0.1, 1, 10, 1000, 1_000_000),
    kind: fc.constantFrom<'count' | 'continuous'>('count', 'continuous'),
  });
  const within = (low: number | null, value: number | null) =>
    low === null || (value !== null && low <= value);

  it('the core is never empty and lies in the halo, for every hedge and number', () => {
    fc.assert(
      fc.property(quantity, ({ nominal, width, ...rest }) => {
        const { core, halo } = toIntervals({ nominal, low: nominal, high: nominal + width, ...rest });
        expect(core.low).not.toBeNull();
        expect(core.low ?? 0).toBeLessThanOrEqual(core.high ?? Number.POSITIVE_INFINITY);
        expect(within(halo.low, core.low)).toBe(true);
        expect(halo.high === null || (core.high !== null && core.high <= halo.high)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('the ends of a count are whole numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom(...Hedge.options),
        (value, hedge) => {
          const { core, halo } = toIntervals(worded(value, hedge));
          for (const end of [core.low, core.high, halo.low, halo.high])
            expect(end === null || Number.isInteger(end)).toBe(true);
        },
      ),
    );
  });
});
