import fc from 'fast-check';
import type { Claim } from '../src/claim/claim.ts';
import type { Consensus } from '../src/consensus/consensus.ts';
import { gatherCells } from '../src/group/cells.ts';
import { groupClaims } from '../src/group/group-claims.ts';
import type { Voice } from '../src/group/voices.ts';
import { claim, type Told, vocabulary } from './builders.ts';
import { reconcile } from './reconcile.ts';

/** Figures and stories at random, for what holds of all of them. */
export const RUNS = { numRuns: 100 };
const number = fc.integer({ min: 0, max: 60 });
export const notation = fc.oneof(
  number.map(String),
  fc
    .tuple(fc.constantFrom('≥', '>', '~', '≤', 'nearly '), fc.integer({ min: 2, max: 60 }))
    .map(([h, n]) => `${h}${n}`),
  fc.tuple(number, fc.integer({ min: 1, max: 15 })).map(([n, w]) => `[${n},${n + w}]`),
  fc.constantFrom('50±2', '100±5', '100', '120', '~120', '200±10', '~250', '≥90'),
);
const day = fc.integer({ min: 1, max: 5 }).map((n) => `2025-10-0${n}`);
export const told: fc.Arbitrary<Told> = fc.record(
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
export const withDocuments = (rows: readonly Told[]): Claim[] =>
  rows.map((row) => claim({ ...row, document: `${row.document}-${row.outlet}` }));
export const stories = fc.array(told, { minLength: 1, maxLength: 12 }).map(withDocuments);
/** One question, one moment, one outlet for each value. */
export const oneCell = (values: readonly string[]): Claim[] =>
  values.map((value, i) => claim({ value, outlet: `o${i}` }));
export const cells = fc.array(notation, { minLength: 1, maxLength: 8 });
export const only = (claims: readonly Claim[]): Consensus => {
  const [consensus, ...more] = reconcile(claims).consensus;
  if (!consensus || more.length > 0) throw new Error('expected one group');
  return consensus;
};
export const voices = (claims: readonly Claim[]): Voice[] => [
  ...gatherCells(groupClaims('story', claims, vocabulary), claims, [], vocabulary).cells.flatMap(
    (cell) => cell.voices.current,
  ),
];
export const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  const copy = [...items];
  for (let i = copy.length - 1, s = seed; i > 0; i--) {
    s = (s * 1103515245 + 12345) % 2147483648;
    const j = s % (i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
};
export const decision = ({ status, best, low, high, floor }: Consensus) => ({
  status,
  best,
  low,
  high,
  floor,
});
