import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../src/claim/claim.ts';
import type { Consensus } from '../src/consensus/consensus.ts';
import { agreeOnInterval } from '../src/consensus/methods/interval-agreement.ts';
import type { Verdict } from '../src/finding/finding.ts';
import { magnitudeOfFigures } from '../src/finding/severity.ts';
import { gatherCells } from '../src/group/cells.ts';
import { scopedOf } from '../src/group/comparability-key.ts';
import { groupClaims } from '../src/group/group-claims.ts';
import { relateScopes } from '../src/group/scope-relation.ts';
import { disputedRange, findPositions, takesNoSide, type Voice } from '../src/group/voices.ts';
import { canonicalJson } from '../src/identity.ts';
import { reconcile as reconcileTopic } from '../src/pipeline.ts';
import { Memory } from '../src/remember.ts';
import { meet } from '../src/value/compare.ts';
import { claim, type Told, vocabulary } from './builders.ts';
import { reconcile, verdictsOf } from './reconcile.ts';

const RUNS = { numRuns: 100 };
const number = fc.integer({ min: 0, max: 60 });
const notation = fc.oneof(
  number.map(String),
  fc
    .tuple(fc.constantFrom('≥', '>', '~', '≤', 'nearly '), fc.integer({ min: 2, max: 60 }))
    .map(([h, n]) => `${h}${n}`),
  fc.tuple(number, fc.integer({ min: 1, max: 15 })).map(([n, w]) => `[${n},${n + w}]`),
);
const day = fc.integer({ min: 1, max: 5 }).map((n) => `2025-10-0${n}`);
const told: fc.Arbitrary<Told> = fc.record(
  {
    value: notation,
    outlet: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    document: fc.constantFrom('d1', 'd2', 'd3', 'd4'),
    origin: fc.constantFrom(null, null, 'un', 'afp', 'north', 'south'),
    place: fc.constantFrom('gaza-strip', 'gaza-city', 'israel', null),
    population: fc.constantFrom(null, 'civilian', 'child', 'militant'),
    from: day,
    timeClass: fc.constantFrom('flow', 'flow', 'cumulative', 'stock'),
    asOf: fc.oneof(fc.constant(null), day),
    published: day.map((d) => `${d}T12:00:00Z`),
    provenance: fc.constantFrom(
      { place: 'explicit', time: 'explicit' },
      { place: 'inherited', time: 'default' },
      { place: 'unknown', time: 'explicit' },
    ),
    partOf: fc.constant(null),
  },
  { noNullPrototype: true },
);
const withDocuments = (rows: readonly Told[]): Claim[] =>
  rows.map((row) => claim({ ...row, document: `${row.document}-${row.outlet}` }));
const stories = fc.array(told, { minLength: 1, maxLength: 12 }).map(withDocuments);
/** One question, one moment, one outlet for each value. */
const oneCell = (values: readonly string[]): Claim[] =>
  values.map((value, i) => claim({ value, outlet: `o${i}` }));
const cells = fc.array(notation, { minLength: 1, maxLength: 8 });
const only = (claims: readonly Claim[]): Consensus => {
  const [consensus, ...more] = reconcile(claims).consensus;
  if (!consensus || more.length > 0) throw new Error('expected one group');
  return consensus;
};
const voices = (claims: readonly Claim[]): Voice[] => [
  ...gatherCells(groupClaims('story', claims, vocabulary), claims, [], vocabulary).cells.flatMap(
    (cell) => cell.voices.current,
  ),
];
const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  const copy = [...items];
  for (let i = copy.length - 1, s = seed; i > 0; i--) {
    s = (s * 1103515245 + 12345) % 2147483648;
    const j = s % (i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
};
const decision = ({ status, best, low, high, floor }: Consensus) => ({ status, best, low, high, floor });
const CONFLICTS: readonly Verdict[] = ['conflict', 'origin-inconsistent'];

describe('a reconciliation is a function of a set', () => {
  it('the order of arrival does not matter, to the byte', () => {
    fc.assert(
      fc.property(stories, fc.nat(), (claims, seed) => {
        expect(canonicalJson(reconcile(shuffled(claims, seed)))).toBe(canonicalJson(reconcile(claims)));
      }),
      RUNS,
    );
  });

  it('what was worked out before of other claims changes nothing, to the byte', () => {
    const change = fc.constantFrom('there', 'there', 'gone', 'edited');
    const states = fc.array(fc.array(change, { minLength: 12, maxLength: 12 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(stories, states, (claims, ways) => {
        const memory = new Memory();
        const edited = claims.map((one) => ({ ...one, value: claim({ value: '7' }).value }));
        for (const way of ways) {
          const now = claims.flatMap((one, i) =>
            way[i] === 'gone' ? [] : [way[i] === 'edited' ? (edited[i] ?? one) : one],
          );
          const again = memory.run((recall) =>
            reconcileTopic('story', [], now, vocabulary, [], 'interval', recall),
          );
          expect(JSON.stringify(again)).toBe(JSON.stringify(reconcileTopic('story', [], now, vocabulary)));
        }
      }),
      RUNS,
    );
  });

  it('the same rows again change nothing, ids included', () => {
    fc.assert(
      fc.property(stories, (claims) => {
        expect(canonicalJson(reconcile([...claims, ...claims]))).toBe(canonicalJson(reconcile(claims)));
      }),
      RUNS,
    );
  });

  it('another relay of the same origin changes no status, figure or severity', () => {
    fc.assert(
      fc.property(cells, fc.nat(), (values, at) => {
        const claims = values.map((value, i) => claim({ value, outlet: `o${i}`, origin: `source-${i}` }));
        const copied = claims[at % claims.length];
        if (!copied) return;
        const relay = claim({ value: copied.value, outlet: 'relay', origin: copied.attribution.origin });
        const [before, after] = [reconcile(claims), reconcile([...claims, relay])];
        expect(after.consensus.map(decision)).toEqual(before.consensus.map(decision));
        const severities = (r: typeof before) =>
          r.findings
            .filter((f) => f.flagged)
            .map((f) => `${f.verdict} ${f.severity.score}`)
            .sort();
        expect(severities(after)).toEqual(severities(before));
        expect(after.consensus[0]?.support.outlets).toBe((before.consensus[0]?.support.outlets ?? 0) + 1);
        expect(after.consensus[0]?.support.originsMax).toBe(before.consensus[0]?.support.originsMax);
      }),
      RUNS,
    );
  });

  it('every number in the output is an ordinary one', () => {
    fc.assert(
      fc.property(stories, (claims) => {
        const walk = (value: unknown): void => {
          if (typeof value === 'number') {
            expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true);
          } else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
        };
        walk(reconcile(claims));
      }),
      RUNS,
    );
  });

  it('other names for the outlets change names and ids only', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const named = (prefix: string) =>
          only(values.map((value, i) => claim({ value, outlet: `${prefix}${i}` })));
        expect(decision(named('x'))).toEqual(decision(named('q')));
        const backwards = only(values.map((value, i) => claim({ value, outlet: `o${values.length - i}` })));
        expect(decision(backwards)).toEqual(decision(named('x')));
      }),
      RUNS,
    );
  });

  it('all dates moved by some days change no verdict', () => {
    const move = (text: string, days: number): string =>
      new Date(Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text) + days * 86_400_000)
        .toISOString()
        .slice(0, text.length === 10 ? 10 : 19) + (text.length === 10 ? '' : 'Z');
    fc.assert(
      fc.property(
        fc.array(told, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: -400, max: 400 }),
        (rows, days) => {
          const moved = rows.map((row) => ({
            ...row,
            from: row.from ? move(row.from, days) : null,
            asOf: typeof row.asOf === 'string' ? move(row.asOf, days) : null,
            published: move(row.published ?? '', days),
          }));
          const verdicts = (claims: Claim[]) =>
            reconcile(claims)
              .findings.map((f) => `${f.verdict} ${f.subtype}`)
              .sort();
          expect(verdicts(withDocuments(moved))).toEqual(verdicts(withDocuments(rows)));
        },
      ),
      RUNS,
    );
  });
});

describe('two statements', () => {
  const pair = fc.tuple(notation, notation);
  const verdict = (a: string, b: string) =>
    verdictsOf([claim({ value: a, outlet: 'a' }), claim({ value: b, outlet: 'b' })]);

  it('it does not matter which of them comes first', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(verdict(a, b)).toEqual(verdict(b, a));
      }),
      RUNS,
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

describe('scopes', () => {
  const scope = fc.record({
    population: fc.constantFrom(null, 'civilian', 'child', 'woman', 'adult', 'soldier', 'combatant'),
    place: fc.constantFrom(
      null,
      'gaza-city',
      'gaza-strip',
      'palestinian-territories',
      'israel',
      'doha',
      'qatar',
    ),
    days: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })),
  });
  const scoped = ({
    population,
    place,
    days: [from, length],
  }: {
    population: string | null;
    place: string | null;
    days: [number, number];
  }) => {
    const made = claim({ population, place, from: `2025-10-0${from}`, to: `2025-10-0${from + length}` });
    return scopedOf(made);
  };
  const relate = (a: Parameters<typeof scoped>[0], b: Parameters<typeof scoped>[0]) =>
    relateScopes(scoped(a), scoped(b), ['population', 'place', 'time'], vocabulary).relation;
  const MIRROR = {
    inside: 'contains',
    contains: 'inside',
    equal: 'equal',
    overlaps: 'overlaps',
    disjoint: 'disjoint',
    unknown: 'unknown',
  } as const;

  it('a part of a whole is never also the whole of its part', () => {
    fc.assert(
      fc.property(scope, scope, (a, b) => {
        expect(relate(b, a)).toBe(MIRROR[relate(a, b)]);
      }),
      RUNS,
    );
  });

  it('a part of a part is a part', () => {
    fc.assert(
      fc.property(scope, scope, scope, (a, b, c) => {
        if (relate(a, b) === 'inside' && relate(b, c) === 'inside') expect(relate(a, c)).toBe('inside');
      }),
      { numRuns: 2000 },
    );
  });
});

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
    fc.assert(
      fc.property(cells, (values) => {
        const before = agreeOnInterval(voices(oneCell(values)));
        if (before.positions.length < 2) return;
        const after = agreeOnInterval(
          voices([...oneCell(values), claim({ value: '[0,100000]', outlet: 'new' })]),
        );
        expect([after.best, after.status, after.positions.length]).toEqual([
          before.best,
          before.status,
          before.positions.length,
        ]);
      }),
      { numRuns: 300 },
    );
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
