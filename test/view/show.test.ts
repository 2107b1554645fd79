import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plural, showNumber } from '../../src/view/show-number.ts';
import { compareScopes, showScope } from '../../src/view/show-scope.ts';
import { showDay, showInstant, showTime } from '../../src/view/show-time.ts';
import { humanise, showValue } from '../../src/view/show-value.ts';
import { aClaim, aDocument } from '../http/builders.ts';

const claimOf = (value: Parameters<typeof aClaim>[3]) =>
  aClaim(aDocument(), 'Ten people were killed', 'Ten', value);
const value = (own: NonNullable<NonNullable<Parameters<typeof aClaim>[3]>['value']>) =>
  showValue(claimOf({ value: own }).value);
const time = (
  own: Partial<{ class: 'window' | 'cumulative' | 'as-of'; from: string | null; to: string | null }>,
) => showTime({ class: 'window', from: null, to: null, text: 'lately', asOf: null, ...own });

describe('numbers in words', () => {
  it('are grouped by thousands, the same everywhere', () => {
    expect([0, 7, 999, 1000, 67160, 1234567.891, -1200, 0.5].map(showNumber)).toEqual([
      ...['0', '7', '999', '1,000', '67,160', '1,234,567.89', '−1,200', '0.5'],
    ]);
    expect(plural(1, 'outlet')).toBe('1 outlet');
    expect(plural(1200, 'outlet')).toBe('1,200 outlets');
  });

  it('lose no digit of a whole number', () => {
    fc.assert(fc.property(fc.integer({ min: 0 }), (n) => showNumber(n).replaceAll(',', '') === String(n)));
  });
});

describe('a value in words', () => {
  it('keeps its hedge', () => {
    expect(value({ nominal: 24, hedge: 'at-least' })).toBe('at least 24');
    expect(value({ nominal: 67160, hedge: 'more-than' })).toBe('more than 67,160');
    expect(value({ nominal: 20, hedge: 'about' })).toBe('about 20');
    expect(value({ nominal: 10, hedge: 'bare' })).toBe('10');
    expect(value({ nominal: 10, hedge: 'between', core: { low: 10, high: 15 } })).toBe('10 to 15');
    expect(value({ nominal: 24, hedge: 'vague', text: 'dozens' })).toBe('dozens');
  });

  it('says of how many, in which unit, or as it was worded', () => {
    expect(value({ kind: 'fraction', nominal: 25, denominator: 38 })).toBe('25 of 38');
    expect(value({ kind: 'fraction', nominal: 95, unit: 'percent' })).toBe('95 %');
    expect(value({ kind: 'duration', nominal: 4, unit: 'hour' })).toBe('4 hours');
    expect(value({ kind: 'duration', nominal: 1, unit: 'day' })).toBe('1 day');
    expect(value({ kind: 'date', nominal: null, label: '2025-10-06' })).toBe('6 October 2025');
    expect(value({ kind: 'status', nominal: null, text: 'had arrived', label: 'arrived' })).toBe(
      'had arrived',
    );
    expect(
      value({
        kind: 'set',
        nominal: null,
        items: [
          { key: 'a', text: 'Egypt' },
          { key: 'b', text: 'Qatar' },
        ],
      }),
    ).toBe('Egypt, Qatar');
    expect(value({ nominal: null, text: '' })).toBe('no figure');
  });
});

describe('time in words', () => {
  it('names the last day that belongs to a window', () => {
    expect(time({ from: '2025-10-06', to: '2025-10-07' })).toBe('6 October 2025');
    expect(time({ from: '2025-10-04', to: '2025-10-06' })).toBe('4–5 October 2025');
    expect(time({ from: '2025-09-30', to: '2025-10-03' })).toBe('30 September – 2 October 2025');
    expect(time({ from: '2024-12-31', to: '2025-01-02' })).toBe('31 December 2024 – 1 January 2025');
  });

  it('tells counted-since and true-at from a window', () => {
    expect(time({ class: 'cumulative', from: '2023-10-07', to: '2025-10-07' })).toBe(
      'in total, 7 October 2023 – 6 October 2025',
    );
    expect(time({ class: 'as-of', from: '2025-10-06', to: '2025-10-07' })).toBe('as of 6 October 2025');
    expect(time({ from: '2023-10-07' })).toBe('since 7 October 2023');
    expect(time({ to: '2025-10-07' })).toBe('up to 6 October 2025');
    expect(time({})).toBe('lately');
    expect(showTime(null)).toBeNull();
  });

  it('keeps minutes, and leaves what is no date as it is', () => {
    expect(showInstant('2025-10-06T14:30:59Z')).toBe('6 October 2025, 14:30 UTC');
    expect(showDay('soon')).toBe('soon');
    expect(showDay('2025-13-01')).toBe('2025-13-01');
    fc.assert(fc.property(fc.string(), fc.string(), (from, to) => typeof time({ from, to }) === 'string'));
  });
});

describe('scope in words', () => {
  const name = (id: string) => humanise(id);
  const here = claimOf({ scope: { population: 'hostage+israeli', actor: 'hamas' } }).scope;
  const there = claimOf({ scope: { population: null, actor: 'hamas' } }).scope;

  it('names each part that is known', () => {
    expect(showScope(here, name).map((part) => `${part.label}: ${part.text}`)).toEqual([
      'Who: Hostage + Israeli',
      'Where: Cairo',
      'How: Flood',
      'By whom: Hamas',
      'When: 2 November 2025',
    ]);
  });

  it('tells what two claims share from where they differ, and says what one leaves open', () => {
    const { shared, own } = compareScopes([here, there], name);
    expect(shared.map((part) => part.label)).toEqual(['Where', 'How', 'By whom', 'When']);
    expect(own).toEqual([
      [{ label: 'Who', text: 'Hostage + Israeli' }],
      [{ label: 'Who', text: 'not said' }],
    ]);
    expect(compareScopes([], name)).toEqual({ shared: [], own: [] });
  });
});
