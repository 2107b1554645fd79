import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import type { Verdict } from '../../src/finding/finding.ts';
import { magnitudeOfFigures } from '../../src/finding/severity.ts';
import { canonicalJson } from '../../src/identity.ts';
import { meet } from '../../src/value/compare.ts';
import { cells, decision, notation, oneCell, only, RUNS, stories, voices } from '../arbitraries.ts';
import { claim, type Told } from '../builders.ts';
import { reconcile, verdictsOf } from '../reconcile.ts';

const CONFLICTS: readonly Verdict[] = ['conflict', 'origin-inconsistent'];

describe('two statements', () => {
  const pair = fc.tuple(notation, notation);
  const verdict = (a: string, b: string) =>
    verdictsOf([claim({ value: a, outlet: 'a' }), claim({ value: b, outlet: 'b' })]);

  it('it does not matter which of them comes first: verdict, weight, explanations and who is the sharper', () => {
    const told = (first: string, second: string) => {
      const claims = [claim({ value: first, outlet: 'one' }), claim({ value: second, outlet: 'two' })];
      const { findings, consensus } = reconcile(claims);
      return {
        findings: findings
          .map(({ verdict, subtype, severity, explanations }) =>
            canonicalJson([verdict, subtype, severity, explanations.map(({ kind }) => kind)]),
          )
          .sort(),
        sharper: findings.flatMap(({ because }) => /; (\S+) is the sharper/.exec(because)?.[1] ?? []),
        consensus: consensus.map((one) => [decision(one), one.display]),
      };
    };
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(verdict(a, b)).toEqual(verdict(b, a));
        expect(told(a, b)).toEqual(told(b, a));
      }),
      { ...RUNS, examples: [[['>54', '≥55']]] },
    );
  });

  it('a figure agrees with itself', () => {
    fc.assert(
      fc.property(notation, (a) => {
        expect(verdict(a, a)).toEqual(['agree']);
        expect(['agreed', 'consistent']).toContain(only(oneCell([a, a])).status);
      }),
      RUNS,
    );
  });

  it('they conflict exactly when no value satisfies both', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [x, y] = voices(oneCell([a, b]));
        expect(verdict(a, b).includes('conflict/value')).toBe(x && y ? !meet(x.halo, y.halo) : false);
      }),
      RUNS,
    );
  });

  it('looser words never make a conflict, sharper ones never undo it', () => {
    fc.assert(
      fc.property(pair, fc.nat({ max: 20 }), fc.nat({ max: 20 }), ([a, b], down, up) => {
        const tight = claim({ value: a, outlet: 'a' });
        const other = claim({ value: b, outlet: 'b' });
        const { low, high } = tight.value.halo ?? { low: null, high: null };
        const halo = { low: low === null ? null : low - down, high: high === null ? null : high + up };
        const loose = claim({ value: { ...tight.value, halo }, outlet: 'a' });
        const conflicts = (c: Claim) => verdictsOf([c, other]).includes('conflict/value');
        expect(conflicts(loose) && !conflicts(tight)).toBe(false);
      }),
      RUNS,
    );
  });

  it('a missing part of the scope is never a conflict', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom('place', 'time'), ([a, b], missing) => {
        const provenance = { place: 'explicit', time: 'explicit', [missing]: 'unknown' } as const;
        const { findings } = reconcile([
          claim({ value: a, outlet: 'a', provenance }),
          claim({ value: b, outlet: 'b' }),
        ]);
        expect(findings.some((f) => CONFLICTS.includes(f.verdict))).toBe(false);
        const both = reconcile([
          claim({ value: a, outlet: 'a', provenance }),
          claim({ value: b, outlet: 'b', provenance }),
        ]);
        expect(both.findings.some((f) => CONFLICTS.includes(f.verdict))).toBe(false);
      }),
      RUNS,
    );
  });

  it('a part of the scope that sets two figures apart never makes a conflict of them', () => {
    const apart = fc.constantFrom(
      { place: 'israel' },
      { from: '2025-10-01' },
      { population: 'adult' },
      { cause: 'flood' },
    );
    fc.assert(
      fc.property(notation, notation, apart, (a, b, scope) => {
        const usual = { population: 'child', cause: 'airstrike' };
        const pair = [
          claim({ value: a, outlet: 'outlet-a', ...usual }),
          claim({ value: b, outlet: 'outlet-b', ...usual, ...scope }),
        ] as const;
        expect(
          verdictsOf([...pair]).filter((verdict) => /conflict|inconsistent|dispute/.test(verdict)),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  it('ten times everything changes no verdict where numbers are continuous', () => {
    const length = (low: number, high: number): Told => ({
      ...{ predicate: 'test.length', timeClass: 'duration', subject: 'war' },
      value: {
        ...claim().value,
        ...{ kind: 'duration', unit: 'hour', nominal: low, text: 'x' },
        core: { low, high: low },
        halo: { low, high },
      },
    });
    const ends = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.nat({ max: 30 }));
    fc.assert(
      fc.property(ends, ends, ([a, x], [b, y]) => {
        const verdictsAt = (k: number) =>
          verdictsOf([
            claim({ outlet: 'a', ...length(a * k, (a + x) * k) }),
            claim({ outlet: 'b', ...length(b * k, (b + y) * k) }),
          ]);
        expect(verdictsAt(10)).toEqual(verdictsAt(1));
      }),
      RUNS,
    );
  });

  it('hours and minutes give the same verdict', () => {
    const length = (n: number, unit: string, k: number): Told => ({
      ...{ predicate: 'test.length', timeClass: 'duration', subject: 'war' },
      value: {
        ...claim().value,
        ...{ kind: 'duration', unit, nominal: n * k, text: 'x' },
        core: { low: n * k, high: n * k },
        halo: { low: (n - 0.5) * k, high: (n + 0.5) * k },
      },
    });
    const hours = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(hours, hours, (a, b) => {
        const plain = verdictsOf([
          claim({ outlet: 'a', ...length(a, 'hour', 1) }),
          claim({ outlet: 'b', ...length(b, 'hour', 1) }),
        ]);
        const mixed = verdictsOf([
          claim({ outlet: 'a', ...length(a, 'hour', 1) }),
          claim({ outlet: 'b', ...length(b, 'minute', 60) }),
        ]);
        expect(mixed.filter((v) => v !== 'agree')).toEqual(plain.filter((v) => v !== 'agree'));
      }),
      RUNS,
    );
  });

  it('a wider gap never weighs less', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 500 }),
        fc.nat({ max: 500 }),
        fc.nat({ max: 500 }),
        fc.boolean(),
        (a, near, far, count) => {
          expect(magnitudeOfFigures(a, a + near + far, count)).toBeGreaterThanOrEqual(
            magnitudeOfFigures(a, a + near, count),
          );
        },
      ),
      RUNS,
    );
  });

  it('a more even split never weighs less', () => {
    const sides = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(sides, sides, fc.integer({ min: 11, max: 60 }), (few, more, other) => {
        const severity = (a: number, b: number): number => {
          const say = (value: string, n: number, side: string) =>
            Array.from({ length: n }, (_, i) => claim({ value, outlet: `${side}${i}` }));
          const { findings } = reconcile([...say('10', a, 'x'), ...say(`${other}`, b, 'y')]);
          return Math.max(...findings.filter((f) => f.subtype === 'value').map((f) => f.severity.score));
        };
        const [least, most] = [Math.min(few, more), Math.max(few, more)];
        expect(severity(least, most)).toBeGreaterThanOrEqual(severity(least, most + 1));
        expect(severity(least, most)).toBe(severity(most, least));
      }),
      RUNS,
    );
  });

  it('severity is above zero exactly for discrepancies', () => {
    fc.assert(
      fc.property(stories, (claims) => {
        for (const finding of reconcile(claims).findings) {
          expect(finding.severity.score > 0).toBe(finding.flagged);
          expect(finding.severity.level === 'none').toBe(!finding.flagged);
        }
      }),
      RUNS,
    );
  });
});

describe('the claims of a finding', () => {
  it('of a conflict between two origins rule each other out, every one on either side', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const claims = oneCell(values);
        const byId = new Map(claims.map((c) => [c.id, c]));
        for (const finding of reconcile(claims).findings.filter((f) => f.subtype === 'value')) {
          const halos = voices(finding.claims.flatMap((id) => byId.get(id) ?? [])).map((voice) => voice.halo);
          const meets = halos.map((x) => halos.filter((y) => meet(x, y)).length);
          expect(meets.every((count) => count < halos.length)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
