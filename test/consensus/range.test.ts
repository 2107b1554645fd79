import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, type Told } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const of = (...rows: readonly Told[]) => {
  const { consensus } = reconcile(rows.map((row, i) => claim({ outlet: `o${i}`, ...row })));
  const [first] = consensus;
  if (!first || consensus.length > 1) throw new Error('expected one group');
  return first;
};
const range = (...notations: readonly string[]) => {
  const { low, high } = of(...notations.map((value) => ({ value })));
  return [low, high];
};

describe('how far the figures of a group reach', () => {
  it('a round figure alone may be a rounded one: all that rounds to it', () => {
    expect(of({ value: '400±20' })).toMatchObject({
      ...{ best: 400, display: '400', low: 350, high: 450 },
      // What the words allow stays what they allow.
      ...{ conservative: 380, positions: [{ low: 380, high: 420 }] },
    });
    expect(range('3000±150')).toEqual([2500, 3500]);
    expect(range('70000±3500')).toEqual([65_000, 75_000]);
  });

  it('below a hundred the next digit is rounded: 96 is written as 100, 60 is not', () => {
    expect(range('100±5')).toEqual([95, 150]);
    expect(range('1000±50')).toEqual([950, 1500]);
  });

  it('a sharper figure that it rounds bears it out', () => {
    expect(range('400±20', '412')).toEqual([380, 420]);
    expect(range('400±20', '[390,410]')).toEqual([380, 420]);
    expect(range('400±20', '~400')).toEqual([360, 440]);
  });

  it('one that it does not round leaves it as loose as it was', () => {
    expect(range('400±20', '460')).toEqual([350, 460]);
    expect(range('400±20', '≥390')).toEqual([350, null]);
    expect(range('400±20', '≤430')).toEqual([0, 450]);
  });

  it('the same round figure from others makes it no sharper', () => {
    expect(range('400±20', '400±20', '400±20')).toEqual([350, 450]);
  });

  it('small numbers are counted, and several digits are not rounded to one', () => {
    expect(range('20±1')).toEqual([19, 21]);
    expect(range('90±4')).toEqual([86, 94]);
    expect(range('420±5')).toEqual([415, 425]);
    expect(range('400')).toEqual([400, 400]);
  });

  it('about two hundred and fifty may be a tenth off, whatever its last digit', () => {
    expect(range('~250')).toEqual([225, 275]);
    expect(range('~85')).toEqual([77, 93]);
    expect(range('~250', '252')).toEqual([240, 260]);
    expect(range('~250', '300')).toEqual([225, 300]);
  });

  it('about an exact number is no estimate', () => {
    expect(range('~1139')).toEqual([1138, 1140]);
  });

  it('an origin that gives a sharper figure, too, is heard with that one', () => {
    const rows = ['400±20', '412'].map((value) => ({ value, origin: 'un' }));
    expect(of(...rows)).toMatchObject({ low: 412, high: 412 });
  });

  const notation = fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((n) => `${n * 100}±${n * 5}`),
    fc.integer({ min: 10, max: 99 }).map((n) => `~${n * 10}`),
    fc.integer({ min: 80, max: 1200 }).map(String),
    fc.integer({ min: 80, max: 1200 }).map((n) => `≥${n}`),
    fc.integer({ min: 80, max: 1200 }).map((n) => `[${n},${n + 40}]`),
  );
  it('holds the best figure and all that anybody’s words allow', () => {
    fc.assert(
      fc.property(fc.array(notation, { minLength: 1, maxLength: 8 }), (values) => {
        const { best, low, high, conservative, positions } = of(...values.map((value) => ({ value })));
        const ends = positions.map((one) => ({ low: one.low ?? 0, high: one.high ?? Infinity }));
        expect(conservative).toBe(Math.min(...ends.map((one) => one.low)));
        expect(low).toBeLessThanOrEqual(conservative ?? 0);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(Math.max(...ends.map((one) => one.high)));
        if (typeof best === 'number') {
          expect(best).toBeGreaterThanOrEqual(low ?? 0);
          expect(best).toBeLessThanOrEqual(high ?? Infinity);
        }
      }),
    );
  });

  it('where a sharp figure lies within what everybody may mean, words alone decide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: -40, max: 40 }), (digit, off) => {
        const [round, sharp] = [digit * 100, digit * 100 + off];
        const wide = digit * 5;
        expect(range(`${round}±${wide}`, `${sharp}`)).toEqual([
          Math.min(round - wide, sharp),
          Math.max(round + wide, sharp),
        ]);
      }),
    );
  });
});
