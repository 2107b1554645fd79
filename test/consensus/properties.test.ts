import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { agreeOnInterval } from '../../src/consensus/methods/interval-agreement.ts';
import { disputedRange, findPositions, takesNoSide, type Voice } from '../../src/group/voices.ts';
import { meet } from '../../src/value/compare.ts';
import { cells, decision, notation, oneCell, only, RUNS, voices } from '../arbitraries.ts';
import { claim } from '../builders.ts';

describe('positions', () => {
  it('there is one exactly when all statements meet pairwise', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const all = voices(oneCell(values));
        const pairwise = all.every((a) => all.every((b) => meet(a.halo, b.halo)));
        expect(findPositions(all).length === 1).toBe(pairwise);
      }),
      RUNS,
    );
  });

  it('there are as few as can be', () => {
    const fewest = (all: readonly Voice[]): number => {
      const points = all.map((voice) => voice.halo.high);
      let least = all.length;
      for (let mask = 1; mask < 1 << points.length; mask++) {
        const chosen = points.filter((_, i) => mask & (1 << i));
        const touches = (voice: Voice) => chosen.some((p) => voice.halo.low <= p && p <= voice.halo.high);
        if (chosen.length < least && all.every(touches)) least = chosen.length;
      }
      return least;
    };
    fc.assert(
      fc.property(cells, (values) => {
        const all = voices(oneCell(values));
        expect(findPositions(all)).toHaveLength(fewest(all));
      }),
      RUNS,
    );
  });
});

/** How many origins take a side. */
const sidedIn = (claims: readonly Claim[]): number => {
  const all = voices(claims);
  return all.filter((voice) => !takesNoSide(voice, disputedRange(all))).length;
};

describe('consensus', () => {
  it('another origin that says exactly the best figure keeps it and adds to its support', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const before = only(oneCell(values));
        if (before.status === 'single-origin' || typeof before.best !== 'number') return;
        const more = [...oneCell(values), claim({ value: `${before.best}`, outlet: 'new' })];
        // Where the dispute widens, an origin that took no side before may take one now.
        if (sidedIn(more) !== sidedIn(oneCell(values)) + 1) return;
        const after = only(more);
        expect(after.best).toBe(before.best);
        expect(after.support.consistent).toBeGreaterThanOrEqual(before.support.consistent + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('an origin that takes no side changes neither best, status nor positions', () => {
    const loose = fc.oneof(
      fc.constant('[0,100000]'),
      fc.integer({ min: 1, max: 40 }).map((n) => `≥${n}`),
      fc.integer({ min: 20, max: 300 }).map((n) => `≤${n}`),
      fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 10, max: 250 })).map(([n, w]) => `[${n},${n + w}]`),
    );
    let neutral = 0;
    fc.assert(
      fc.property(cells, loose, (values, value) => {
        const others = voices(oneCell(values));
        const before = agreeOnInterval(others);
        const all = voices([...oneCell(values), claim({ value, outlet: 'new' })]);
        const added = all.find(({ origin }) => origin === 'new');
        if (!added) throw new Error('expected its voice');
        if (before.positions.length < 2 || !takesNoSide(added, disputedRange(others))) return;
        neutral += 1;
        const after = agreeOnInterval(all);
        expect([after.best, after.status, after.positions.length]).toEqual([
          before.best,
          before.status,
          before.positions.length,
        ]);
      }),
      { numRuns: 600 },
    );
    expect(neutral).toBeGreaterThan(50);
  });

  it('unquantified words never enter', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const vague = claim({ value: 'many', outlet: 'new' });
        expect(decision(only([...oneCell(values), vague]))).toEqual(decision(only(oneCell(values))));
      }),
      RUNS,
    );
  });

  it('one outlier lifts no floor that two share, and undoes no clear majority', () => {
    fc.assert(
      fc.property(cells, notation, (values, outlier) => {
        const before = only(oneCell(values));
        const after = only([...oneCell(values), claim({ value: outlier, outlet: 'new' })]);
        const floors = voices(oneCell(values)).map((voice) => voice.halo.low);
        if (after.floor !== null) expect(after.floor).toBeLessThanOrEqual(Math.max(...floors));
        const all = voices(oneCell(values));
        const sided = all.filter((voice) => !takesNoSide(voice, disputedRange(all)));
        const best = Number(before.best);
        const allow = sided.filter(({ halo }) => halo.low <= best && best <= halo.high);
        const clear = before.status === 'majority' && 2 * allow.length - sided.length >= 2;
        if (clear) expect(after.status).not.toBe('disputed');
      }),
      { numRuns: 300 },
    );
  });

  it('the best figure is one that somebody gave or bounded, and lies in the range', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const { best, low, high } = only(oneCell(values));
        if (typeof best !== 'number') return;
        const ends = voices(oneCell(values)).flatMap((v) => [
          v.nominal,
          v.core.low,
          v.core.high,
          v.halo.low,
          v.halo.high,
        ]);
        expect(ends).toContain(best);
        expect(best >= (low ?? -Infinity) && best <= (high ?? Infinity)).toBe(true);
      }),
      RUNS,
    );
  });
});
