import { describe, expect, it } from 'vitest';
import { toBaseUnit } from '../../src/vocabulary/convert.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const { quantities } = loadVocabulary();
const base = (value: number, unit: string) => toBaseUnit(value, unit, quantities);

describe('units', () => {
  it('of one dimension become comparable', () => {
    expect(base(5, 'kilometre')).toEqual({ value: 5000, dimension: 'length' });
    expect(base(2, 'hour')).toEqual({ value: 7200, dimension: 'time' });
    expect(base(95, 'percent')?.value).toBeCloseTo(0.95);
    expect(base(32, 'fahrenheit')?.value).toBeCloseTo(273.15, 2);
    expect(base(0, 'celsius')?.value).toBeCloseTo(273.15, 2);
  });

  it('a currency is compared with itself only', () => {
    expect(base(5, 'euro')).toEqual({ value: 5, dimension: 'euro' });
    expect(base(5, 'dollar')?.dimension).not.toBe('euro');
  });

  it('that are not known are not converted', () => {
    expect(base(5, 'parsnip')).toBeNull();
  });

  it('have one id each, shared with no currency', () => {
    for (const id of quantities.units.keys()) expect(quantities.currencies.has(id), id).toBe(false);
  });
});
