import { describe, expect, it } from 'vitest';
import { show, showNumber } from '../../src/value/show.ts';
import type { Value } from '../../src/value/value.ts';

const value = (more: Partial<Value>): Value => ({
  kind: 'quantity',
  text: '24',
  nominal: 24,
  hedge: 'bare',
  unit: 'person',
  core: { low: 24, high: 24 },
  halo: { low: 24, high: 24 },
  denominator: null,
  items: null,
  exhaustive: false,
  label: null,
  role: 'count',
  ...more,
});

describe('a value in short', () => {
  it.each<[string, Partial<Value>]>([
    ['24', {}],
    ['≥67,160', { hedge: 'at-least', nominal: 67_160 }],
    ['~20', { hedge: 'about', nominal: 20 }],
    ['[10,15]', { hedge: 'between', nominal: 10, core: { low: 10, high: 15 } }],
    ['25 of 38', { kind: 'fraction', nominal: 25, denominator: 38 }],
    ['~95%', { hedge: 'about', nominal: 95, unit: 'percent' }],
    ['4 hours', { kind: 'duration', nominal: 4, unit: 'hour' }],
    ['1 hour', { kind: 'duration', nominal: 1, unit: 'hour' }],
    ['~3,000 square kilometres', { hedge: 'about', nominal: 3000, unit: 'square-kilometre' }],
    ['6 feet', { nominal: 6, unit: 'foot' }],
    ['50 kilometre per hour', { nominal: 50, unit: 'kilometre-per-hour' }],
    ['dozens', { hedge: 'vague', nominal: 24, text: 'dozens' }],
    ['2025-10-07', { kind: 'date', label: '2025-10-07', nominal: 20_368 }],
    [
      'Egypt, Qatar',
      {
        kind: 'set',
        nominal: null,
        items: [
          { key: 'eg', text: 'Egypt' },
          { key: 'qa', text: 'Qatar' },
        ],
      },
    ],
    ['over', { kind: 'status', nominal: null, text: 'over' }],
  ])('is %s', (expected, more) => {
    expect(show(value(more))).toBe(expected);
  });

  it('does not round a whole number and keeps three decimals of others', () => {
    expect([showNumber(1_234_567), showNumber(1 / 3), showNumber(-1_500), showNumber(0)]).toEqual([
      '1,234,567',
      '0.333',
      '-1,500',
      '0',
    ]);
  });
});
