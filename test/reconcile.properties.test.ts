import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../src/claim/claim.ts';
import { fingerprint } from '../src/document/fingerprint.ts';
import { canonicalJson } from '../src/identity.ts';
import { reconcile as reconcileTopic } from '../src/pipeline.ts';
import { Memory } from '../src/remember.ts';
import { cells, decision, only, RUNS, shuffled, stories, told, withDocuments } from './arbitraries.ts';
import { claim, document, type Told, vocabulary } from './builders.ts';
import { reconcile } from './reconcile.ts';

const INHERITED = { place: 'inherited', time: 'default' } as const;
const tells = (otherwise: Partial<Told>): Told => ({
  ...{ value: '50±2', outlet: 'a', document: 'd1', origin: null, population: 'civilian', partOf: null },
  ...{ place: 'gaza-strip', from: '2025-10-03', timeClass: 'flow', asOf: null },
  ...{ published: '2025-10-01T12:00:00Z', provenance: { place: 'explicit', time: 'explicit' } },
  ...otherwise,
});

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

  it('a word-for-word copy of an article adds an outlet and nothing else', () => {
    const texts = Array.from({ length: 8 }, (_, i) =>
      fingerprint([Array.from({ length: 60 }, (_word, k) => `word${i}x${k}`).join(' ')]),
    );
    fc.assert(
      fc.property(cells, fc.nat(), (values, at) => {
        const claims = values.map((value, i) => claim({ value, outlet: `o${i}`, document: `d${i}` }));
        const articles = values.map((_, i) => document(`d${i}`, `o${i}`, texts[i]));
        const i = at % claims.length;
        const copy = claim({ value: values[i] ?? '', outlet: 'copier', document: 'copy' });
        const before = reconcile(claims, articles);
        const after = reconcile([...claims, copy], [...articles, document('copy', 'copier', texts[i])]);
        const [x, y] = [before.consensus[0], after.consensus[0]];
        if (!x || !y) throw new Error('expected a group each');
        expect(decision(y)).toEqual(decision(x));
        expect(y.support).toEqual({
          ...x.support,
          ...{ outlets: x.support.outlets + 1, owners: x.support.owners + 1 },
          documents: x.support.documents + 1,
        });
        const weights = ({ findings }: typeof before) =>
          findings
            .filter(({ flagged }) => flagged)
            .map(({ verdict, severity }) => `${verdict} ${severity.score}`)
            .sort();
        expect(weights(after)).toEqual(weights(before));
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

  it('other names in another order change nothing else in whole stories', () => {
    const NAMES = { a: 'z', b: 'y', c: 'x', d: 'w', e: 'v', f: 'u' } as Record<string, string>;
    const numbers = (claims: readonly Claim[], nameOf: (outlet: string) => string) => {
      const { findings, consensus } = reconcile(claims);
      const outlets = new Map(claims.map((one) => [one.id, nameOf(one.outlet)]));
      const behind = (ids: readonly string[]) => [...new Set(ids.map((id) => outlets.get(id)))].sort();
      return {
        findings: findings
          .map((f) =>
            canonicalJson([f.verdict, f.subtype, f.flagged, f.severity, f.dimension, behind(f.claims)]),
          )
          .sort(),
        consensus: consensus
          .map((one) =>
            canonicalJson([
              ...[one.group.question, one.grade, one.support, decision(one), one.conservative],
              one.positions.map((p) => [p.nominal, p.low, p.high, p.origins.length, behind(p.claims)]),
            ]),
          )
          .sort(),
      };
    };
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 12 }), (rows) => {
        const renamed = rows.map((row) => ({ ...row, outlet: NAMES[row.outlet ?? ''] ?? '' }));
        const back = Object.fromEntries(Object.entries(NAMES).map(([name, other]) => [other, name]));
        expect(numbers(withDocuments(renamed), (outlet) => back[outlet] ?? '')).toEqual(
          numbers(withDocuments(rows), (outlet) => outlet),
        );
      }),
      {
        ...RUNS,
        // Two who give one figure and tell more or less of its place: one of them has the words.
        examples: [
          [[tells({ provenance: INHERITED }), tells({}), tells({ value: '≥2', place: null })]],
          [
            [
              tells({ value: '≤2', population: null }),
              tells({ value: '42', outlet: 'e', population: 'child', asOf: '2025-10-02' }),
              tells({ value: '42', place: null, population: 'child', asOf: '2025-10-01' }),
            ],
          ],
        ],
      },
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
      {
        ...RUNS,
        // Of two who give one figure, one gave it a day later.
        examples: [
          [
            [
              tells({ value: '0', population: 'militant', asOf: '2025-10-01', provenance: INHERITED }),
              tells({
                value: '200±10',
                population: 'militant',
                place: null,
                published: '2025-10-02T12:00:00Z',
              }),
              tells({ value: '200±10', population: 'militant', place: null, outlet: 'c' }),
            ],
            -161,
          ],
        ],
      },
    );
  });
});
