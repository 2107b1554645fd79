import { describe, expect, it } from 'vitest';
import type { ClaimInput } from '../../src/claim/claim-input.ts';
import { readClaimRow } from '../../src/claim/read-claim-row.ts';
import { reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const dayOf = (i: number): string => new Date(Date.UTC(2025, 2, 1 + i)).toISOString().slice(0, 10);
const START = '2024-11-05';

const row = (
  value: number,
  from: string,
  day: number,
  outlet = 'bulletin',
  origin: string | null = 'ministry',
) => ({
  topic: 'siege',
  outlet,
  subject: 'people',
  predicate: 'people.killed',
  value,
  publishedAt: `${dayOf(day + 1)}T09:00:00Z`,
  origin,
  scope: {
    place: 'aleppo',
    time: { class: from === START ? 'cumulative' : 'window', from, to: dayOf(day + 1) },
  },
});

/** Twenty days: each with its count and the total; on the twelfth, 400 dead of earlier days are added to the total. */
const counts = [31, 12, 25, 40, 18, 22, 9, 35, 27, 14, 30, 21, 16, 0, 24, 33, 11, 19, 28, 26];
const LATE = 11;
const rows: ClaimInput[] = [];
let total = 5000;
counts.forEach((count, day) => {
  total += count + (day === LATE ? 400 : 0);
  rows.push(row(total, START, day) as ClaimInput, row(count, dayOf(day), day) as ClaimInput);
});

function find(more: readonly ClaimInput[] = [], without: readonly ClaimInput[] = []) {
  const read = [...rows.filter((one) => !without.includes(one)), ...more].map((one) =>
    readClaimRow(one, vocabulary),
  );
  const claims = read.map(({ claim }) => claim);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const documents = read.map(({ document }) => document);
  return reconcile('siege', documents, claims, vocabulary).findings.map((finding) => ({
    ...finding,
    classes: new Set(finding.claims.map((id) => byId.get(id)?.predicate.timeClass)),
  }));
}

describe('a total that is reported every day, and the count of every day', () => {
  const findings = find();

  it('is one figure that moves: a step for each day that brought dead', () => {
    const steps = findings.filter(({ verdict }) => verdict === 'evolving');
    expect(steps).toHaveLength(counts.filter((count, day) => day > 0 && count > 0).length);
    expect(steps.every(({ classes }) => [...classes].join() === 'cumulative')).toBe(true);
  });

  it('holds no conflict, and none between a day and the total', () => {
    expect(findings.filter(({ flagged }) => flagged)).toEqual([]);
    const mixed = findings.filter(({ classes }) => classes.size > 1);
    expect(mixed.map(({ verdict }) => verdict).every((verdict) => verdict === 'part-of')).toBe(true);
  });

  it('explains a jump that the count of its day does not', () => {
    const told = findings.flatMap(({ explanations }) =>
      explanations.filter(({ kind }) => kind === 'added-later'),
    );
    expect(told.map(({ text }) => text)).toEqual([
      'The total grew by 421, of which 21 were counted for these days; 400 were added for earlier ones.',
    ]);
  });

  it('explains a jump by its pace where no count of the day is at hand', () => {
    const daily = rows[2 * LATE + 1];
    const told = find([], daily ? [daily] : []).flatMap(({ explanations }) =>
      explanations.filter(({ kind }) => kind === 'added-later'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(/^The total grew by 421, \d+ times as fast as it usually does/);
  });

  it('shows a lower total of another outlet', () => {
    const [last] = rows.slice(-2);
    const lower = row(4800, START, counts.length - 1, 'harbour-gazette', null) as ClaimInput;
    const flagged = find([lower], last ? [last] : []).filter((finding) => finding.flagged);
    expect(flagged.map(({ verdict, subtype }) => `${verdict}/${subtype}`)).toEqual([
      'conflict/decreasing-toll',
    ]);
  });

  it('takes a lower total of the same source for a correction', () => {
    const [last] = rows.slice(-2);
    const lower = row(4800, START, counts.length - 1) as ClaimInput;
    const verdicts = find([lower], last ? [last] : []).map(({ verdict }) => verdict);
    expect(verdicts).toContain('revised');
    expect(verdicts).not.toContain('conflict');
  });
});
