import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import type { Finding } from '../../src/finding/finding.ts';
import { claim, type Told } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const conflicts = (claims: readonly Claim[]): Finding[] =>
  reconcile(claims).findings.filter(({ verdict }) => verdict === 'conflict');
const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id);

describe('a finding is about two figures', () => {
  const a = claim({ value: '10', outlet: 'a' });
  const b = claim({ value: '24', outlet: 'b' });

  it('and stays the same one when another outlet gives one of them', () => {
    const joined = claim({ value: '24', outlet: 'c' });
    const [before, after] = [conflicts([a, b]), conflicts([a, b, joined])];
    expect(idsOf(before)).toHaveLength(1);
    expect(idsOf(after)).toEqual(idsOf(before));
    expect(after[0]?.claims).toContain(joined.id);
  });

  it('and is another one when one of them is another', () => {
    const [found] = conflicts([a, b]);
    const [other] = conflicts([a, claim({ value: '31', outlet: 'b' })]);
    expect(other?.id).not.toBe(found?.id);
  });

  it('and is another one about another day, or at another moment of a toll', () => {
    const at = (more: Told) => conflicts([claim({ ...told.low, ...more }), claim({ ...told.high, ...more })]);
    const told = { low: { value: '10', outlet: 'a' }, high: { value: '24', outlet: 'b' } };
    const found = [
      at({}),
      at({ from: '2025-10-05' }),
      at({ timeClass: 'cumulative', asOf: '2025-10-06' }),
      at({ timeClass: 'cumulative', asOf: '2025-10-08' }),
    ];
    expect(found.map((findings) => findings.length)).toEqual([1, 1, 1, 1]);
    expect(new Set(found.flatMap(idsOf)).size).toBe(4);
  });

  it('and each source that contradicts itself has its own', () => {
    const of = (origin: string) => [
      claim({ value: '10', outlet: `${origin}-1`, origin }),
      claim({ value: '24', outlet: `${origin}-2`, origin }),
    ];
    const found = reconcile([...of('un'), ...of('afp')]).findings.filter(
      ({ verdict }) => verdict === 'origin-inconsistent',
    );
    expect(new Set(idsOf(found)).size).toBe(2);
  });
});

/** Few figures, few days and many voices: what two findings are about looks alike more often than not. */
const row: fc.Arbitrary<Told> = fc.record(
  {
    value: fc.constantFrom('10', '24', '≥10', '~20', '[10,24]', '31'),
    outlet: fc.constantFrom('a', 'b', 'c', 'd'),
    document: fc.constantFrom('d1', 'd2'),
    origin: fc.constantFrom(null, 'un', 'afp', 'north', 'south'),
    predicate: fc.constantFrom('test.toll', 'test.casualties'),
    place: fc.constantFrom('gaza-strip', 'gaza-city'),
    population: fc.constantFrom(null, 'child'),
    from: fc.constantFrom('2025-10-05', '2025-10-06'),
    timeClass: fc.constantFrom('flow', 'cumulative', 'stock'),
    asOf: fc.constantFrom(null, '2025-10-06', '2025-10-07'),
    modality: fc.constantFrom('occurred', 'occurred', 'denied'),
    published: fc.constantFrom('2025-10-06T12:00:00Z', '2025-10-08T12:00:00Z'),
  },
  { noNullPrototype: true },
);
const rows = fc.array(fc.tuple(row, fc.boolean()), { minLength: 2, maxLength: 20 });
const stories = rows.map((told) => {
  const claims = told.map(([one]) => claim({ ...one, document: `${one.document}-${one.outlet}` }));
  return claims.map((one, i) => {
    const whole = claims.find((other) => other.documentId === one.documentId && other.id !== one.id);
    return told[i]?.[1] && whole ? { ...one, partOf: whole.id } : one;
  });
});

describe('the findings of a topic', () => {
  it('never share an id, and none stands there twice', () => {
    fc.assert(
      fc.property(stories, (claims) => {
        const { findings } = reconcile(claims);
        expect(new Set(idsOf(findings)).size).toBe(findings.length);
        const said = findings.map(({ verdict, subtype, groups, claims: of }) =>
          JSON.stringify([verdict, subtype, groups, of]),
        );
        expect(new Set(said).size).toBe(findings.length);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same ones after another outlet relayed what a source had said', () => {
    const notation = fc.constantFrom('10', '24', '≥10', '~20', '31');
    fc.assert(
      fc.property(fc.array(notation, { minLength: 1, maxLength: 8 }), fc.nat(), (values, at) => {
        const claims = values.map((value, i) => claim({ value, outlet: `o${i}`, origin: `source-${i}` }));
        const copied = claims[at % claims.length];
        if (!copied) return;
        const relay = claim({ value: copied.value, outlet: 'relay', origin: copied.attribution.origin });
        const flagged = (all: readonly Claim[]) =>
          idsOf(reconcile(all).findings.filter((finding) => finding.flagged));
        expect(flagged([...claims, relay])).toEqual(flagged(claims));
      }),
      { numRuns: 200 },
    );
  });
});
