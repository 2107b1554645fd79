import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addMonths,
  daysInMonth,
  easterSunday,
  firstOfMonth,
  formatDay,
  formatMinute,
  isLeapYear,
  localMinutes,
  nthWeekday,
  parseDay,
  toCalendarDay,
  toDayNumber,
  weekdayOf,
  weekStart,
} from '../../src/value/calendar.ts';

const first = toDayNumber(0, 1, 1) ?? 0;
const last = toDayNumber(9999, 12, 31) ?? 0;
const anyDay = fc.integer({ min: first, max: last });
const on = (text: string): number => parseDay(text) ?? Number.NaN;

describe('the calendar', () => {
  it('writes and reads every day of the years 0 to 9999', () => {
    fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day) ?? '') === day));
  });

  it('agrees with the built-in calendar', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const built = new Date(day * 86_400_000);
        expect(toCalendarDay(day)).toEqual({
          year: built.getUTCFullYear(),
          month: built.getUTCMonth() + 1,
          day: built.getUTCDate(),
        });
        expect(weekdayOf(day)).toBe((built.getUTCDay() + 6) % 7);
      }),
    );
  });

  it('knows no day that does not exist', () => {
    for (const text of [
      '2025-02-30',
      '2025-02-29',
      '1900-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-04-31',
      'x',
    ])
      expect(parseDay(text)).toBeNull();
    expect(parseDay('2024-02-29')).not.toBeNull();
    expect(toDayNumber(10_000, 1, 1)).toBeNull();
    expect(toDayNumber(-1, 1, 1)).toBeNull();
    expect(toDayNumber(2025, 1.5, 1)).toBeNull();
    expect(daysInMonth(2025, 13)).toBe(0);
    expect([isLeapYear(2000), isLeapYear(1900), isLeapYear(2024), isLeapYear(2025)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('begins its weeks on Monday', () => {
    expect(formatDay(weekStart(on('2025-10-05')))).toBe('2025-09-29');
    expect(formatDay(weekStart(on('2025-10-06')))).toBe('2025-10-06');
    fc.assert(fc.property(anyDay, (day) => weekdayOf(weekStart(day)) === 0 && day - weekStart(day) < 7));
  });

  it('keeps to the last day of a shorter month', () => {
    expect(formatDay(addMonths(on('2024-03-31'), -1))).toBe('2024-02-29');
    expect(formatDay(addMonths(on('2025-10-07'), 12))).toBe('2026-10-07');
    expect(formatDay(firstOfMonth(2025, 1, -1))).toBe('2024-12-01');
    expect(addMonths(on('9999-12-01'), 12)).toBeNaN();
  });

  it('finds the nth weekday of a month and Easter', () => {
    expect(formatDay(nthWeekday(2025, 11, 3, 4) ?? 0)).toBe('2025-11-27');
    expect(formatDay(nthWeekday(2025, 5, 0, -1) ?? 0)).toBe('2025-05-26');
    expect(nthWeekday(2025, 5, 0, 0)).toBeNull();
    expect([2000, 2018, 2024, 2025, 2038].map((year) => formatDay(easterSunday(year) ?? 0))).toEqual([
      '2000-04-23',
      '2018-04-01',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
    ]);
  });
});

describe('the time of publication in a zone', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const local = (timestamp: string, at: string): string | null =>
    formatMinute(localMinutes(timestamp, at) ?? 0);

  it.each([
    ['2025-10-07T22:30:00Z', 'Asia/Gaza', '2025-10-08T01:30'],
    ['2025-10-07T02:00:00Z', 'America/New_York', '2025-10-06T22:00'],
    ['2025-03-09T07:00:00Z', 'America/New_York', '2025-03-09T03:00'],
    ['2025-10-07T22:30:00+02:00', 'UTC', '2025-10-07T20:30'],
    ['2025-10-07T22:30:00.123-0500', 'UTC', '2025-10-08T03:30'],
    ['2025-10-07', 'Asia/Gaza', '2025-10-07T00:00'],
    ['2025-10-07T12:00', 'Asia/Gaza', '2025-10-07T12:00'],
    ['2025-10-07T12:00:00Z', 'Nowhere/At all', '2025-10-07T12:00'],
  ])('%s in %s is %s', (timestamp, at, expected) => {
    expect(local(timestamp, at)).toBe(expected);
  });

  it('does not depend on the zone of the machine', () => {
    const seen = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((host) => {
      process.env['TZ'] = host;
      return [local('2025-10-07T22:30:00Z', 'Asia/Gaza'), local('2025-10-07T22:30', 'Asia/Gaza')];
    });
    expect(new Set(seen.map((row) => row.join())).size).toBe(1);
  });

  it('is null for what is no timestamp, and never throws', () => {
    for (const text of [
      '',
      'yesterday',
      '2025-02-30T00:00:00Z',
      '2025-10-07T25:00:00Z',
      '2025-10-07T10:75:00Z',
    ])
      expect(localMinutes(text, 'UTC')).toBeNull();
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, at) => {
        localMinutes(text, at);
        localMinutes('2025-10-07T12:00:00Z', at);
      }),
    );
  });
});
