import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodePoint, inOrderOf, isSameJson, putInOrder } from '../src/identity.ts';

const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });

describe('two values that are written as the same JSON', () => {
  it('are known without being written, and no other two are', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(isSameJson(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(isSameJson(a, JSON.parse(JSON.stringify(a)))).toBe(true);
        expect(isSameJson({ a, b }, { b, a })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('differ in one field however deep, and in a list that is no list', () => {
    const one = { scope: { time: { from: '2025-10-04' }, place: null } };
    expect(isSameJson(one, { scope: { time: { from: '2025-10-05' }, place: null } })).toBe(false);
    expect(isSameJson([1], { 0: 1 })).toBe(false);
    expect(isSameJson({ place: null }, {})).toBe(false);
    expect(isSameJson(null, {})).toBe(false);
  });
});

describe('items that are put in order where they stand', () => {
  it('are in order however many they are, and equal ones stay as they came', () => {
    const row = fc.record({ key: fc.integer({ min: 0, max: 20 }), came: fc.integer() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
        expect(putInOrder([...rows], byKey)).toEqual([...rows].sort(byKey));
      }),
      { numRuns: 200 },
    );
  });
});

describe('items that are put in order by a text', () => {
  it('are in the order of UTF-16 code units, whatever the texts share, and equal ones stay as they came', () => {
    const unit = fc.constantFrom(
      '',
      'a',
      'b',
      'B',
      '0',
      '\u0000',
      '\u007f',
      '\u0080',
      'é',
      '\uffff',
      '😀',
      'clm_00',
    );
    const text = fc.array(unit, { maxLength: 10 }).map((units) => units.join(''));
    const row = fc.record({ text, came: fc.integer() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), text, (rows, start) => {
        const alike = rows.map((one) => ({ ...one, text: `${start}${one.text}` }));
        const sorted = [...alike].sort((a, b) => byCodePoint(a.text, b.text));
        expect(inOrderOf(alike, (one) => one.text)).toEqual(sorted);
      }),
      { numRuns: 300 },
    );
  });
});
