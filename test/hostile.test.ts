import { describe, expect, it } from 'vitest';
import type { Claim } from '../src/claim/claim.ts';
import { extract, reconcile } from '../src/pipeline.ts';
import { claim, vocabulary } from './builders.ts';
import { costOf } from './cost-of.ts';

const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const read = (text: string) =>
  extract({ outlet: 'Anybody', publishedAt: '2025-10-07T12:00:00Z', text }, vocabulary);

const KB = 1024;
/** Four times the text may cost four times as much, and as much again for what else the machine does. */
const FOURFOLD = 8;
/** Shorter runs say nothing about proportion. */
const FLOOR = 400;
const MOST = 30_000;

describe('a hostile text of a megabyte', () => {
  it.each([
    ['one figure over and over', 'killed 3 '],
    ['one sentence over and over', 'Killed 3 people. '],
    ['digits', '1234567890'],
    ['numbers', '12 345 '],
    ['quotation marks', '“a” '],
    ['names', 'Alpha Beta '],
    ['what an address may hold, without a blank', '1/2/'],
  ])('of %s is read in time that grows with its length alone', { timeout: 120_000 }, (_, unit) => {
    costOf(() => read(filled(unit, 16 * KB)));
    const quarter = costOf(() => read(filled(unit, 250 * KB)));
    const whole = costOf(() => read(filled(unit, 1000 * KB)));
    expect(whole).toBeLessThan(MOST);
    expect(whole).toBeLessThan(FOURFOLD * Math.max(FLOOR, quarter));
  });

  it('gives its claims all the same', () => {
    const { claims } = read(filled('Killed 3 people. ', 2 * KB));
    expect(claims.some(({ value }) => value.nominal === 3)).toBe(true);
  });
});

/** Claims of as many outlets about one question. */
const crowd = (count: number, figure: (i: number) => number): Claim[] =>
  Array.from({ length: count }, (_, i) => claim({ value: `${figure(i)}`, outlet: `outlet-${i}` }));

describe('a group of 20,000 claims', () => {
  it.each([
    ['that name thirty figures', (i: number) => i % 30],
    ['that all name another figure', (i: number) => i],
  ])('%s is reconciled in seconds', { timeout: 120_000 }, (_, figure) => {
    const claims = crowd(20_000, figure);
    const results: ReturnType<typeof reconcile>[] = [];
    expect(costOf(() => results.push(reconcile('story', [], claims, vocabulary)))).toBeLessThan(15_000);
    expect(results[0]?.groups).toHaveLength(1);
    expect(results[0]?.findings.some(({ flagged }) => flagged)).toBe(true);
  });
});
