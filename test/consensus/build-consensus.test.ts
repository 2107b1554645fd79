import { describe, expect, it } from 'vitest';
import type { Consensus } from '../../src/consensus/consensus.ts';
import { listAlternatives, writeNumber } from '../../src/consensus/wording.ts';
import { claim, document, duration, labelled, quantity, type Told } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const of = (...rows: readonly Told[]): Consensus => {
  const { consensus } = reconcile(rows.map((row, i) => claim({ outlet: `o${i}`, ...row })));
  const [first] = consensus;
  if (!first || consensus.length > 1) throw new Error('expected one group');
  return first;
};
const values = (...notations: readonly string[]): Consensus => of(...notations.map((value) => ({ value })));

describe('what origins agree on', () => {
  it('two that assert a figure agree on it', () => {
    expect(values('24', '24')).toMatchObject({
      status: 'agreed',
      best: 24,
      display: '24',
      grade: 'corroborated',
    });
  });

  it('three floors and one figure are consistent; nobody claims that four say 24', () => {
    expect(values('≥10', '≥10', '≥10', '24')).toMatchObject({
      status: 'consistent',
      best: 24,
      low: 10,
      floor: 10,
      support: { asserted: 1, consistent: 4, originsMax: 4 },
    });
  });

  it('one against one is disputed, and the low end is offered as such', () => {
    expect(values('18', '25')).toMatchObject({
      status: 'disputed',
      best: null,
      conservative: 18,
      low: 18,
      high: 25,
      grade: 'contested',
      display: 'disputed: 18 or 25',
    });
  });

  it('two against one is a majority, with the dissent shown', () => {
    expect(values('20', '20', '25')).toMatchObject({
      status: 'majority',
      best: 20,
      display: '20 (disputed: 25)',
      positions: [{ nominal: 20 }, { nominal: 25 }],
    });
  });

  it('the dissent is shown where a loose voice stands beside it', () => {
    expect(values('253', '253', '253', '290', '≥254')).toMatchObject({
      status: 'majority',
      display: '253 (disputed: 290)',
    });
    expect(values('253', '253', '253', '253', '290', '≥4').display).not.toContain('disputed: )');
  });

  it('an outsider among many does not move the figure asserted twice', () => {
    const rest = ['12', '12', '≥10', '≥10', '≥10', '≥10', '≥10', '≥10', '40', '≥39'];
    expect(values(...rest, '≥38').best).not.toBe(40);
  });

  it('a floor that both sides satisfy turns no tie into a majority', () => {
    expect(values('12', '12', '40', '40', '≥1').status).toBe('disputed');
  });

  it('never an average: the best is a figure that somebody gave', () => {
    expect(values('10', '20', '30').best).toBeNull();
  });

  it('a party alone is a party’s claim', () => {
    expect(of({ origin: 'north' })).toMatchObject({ status: 'single-origin', grade: 'party-claim' });
  });

  it('a source that revised its figure speaks with the newer one', () => {
    const later = { origin: 'un', value: '24', published: '2025-10-08T12:00:00Z' };
    expect(of({ origin: 'un', value: '10' }, later)).toMatchObject({ best: 24, support: { originsMax: 1 } });
  });

  it('of a running total the newest figure of each origin counts', () => {
    const toll = { timeClass: 'cumulative', from: '2023-10-07', origin: 'un' } as const;
    const consensus = of(
      { ...toll, value: '66000', asOf: '2025-09-28' },
      { ...toll, value: '67160', asOf: '2025-10-06' },
    );
    expect(consensus).toMatchObject({ best: 67160, asOf: '2025-10-06', display: '67,160' });
  });

  it('words without a number are kept and say so', () => {
    expect(values('many')).toMatchObject({ best: null, low: null, display: 'many' });
  });

  it('what did not happen is not counted', () => {
    expect(of({ value: '10' }, { value: '24', polarity: 'negated' })).toMatchObject({ best: 10 });
  });
});

describe('independence', () => {
  const shingles = (from: number, n: number) =>
    Array.from({ length: n }, (_, i) => `s${String(from + i).padStart(5, '0')}`);
  const told = [
    claim({ outlet: 'a', document: 'd1' }),
    claim({ outlet: 'b', document: 'd2' }),
    claim({ outlet: 'c', document: 'd3' }),
  ];
  const origins = (...fingerprints: string[][]) =>
    reconcile(
      told,
      fingerprints.map((fingerprint, i) => document(`d${i + 1}`, 'abc'.charAt(i), fingerprint)),
    ).consensus[0]?.support.originsMax;

  it('articles with the same text are one voice', () => {
    expect(origins(shingles(0, 100), shingles(40, 100), shingles(900, 100))).toBe(2);
  });

  it('shared stock phrases make no copy', () => {
    expect(origins(shingles(0, 100), shingles(70, 100), shingles(900, 100))).toBe(3);
    expect(origins(shingles(0, 30), shingles(0, 30), shingles(900, 100))).toBe(3);
  });

  it('a chain of copies is one voice, in whatever order they come', () => {
    const chain = [shingles(0, 100), shingles(50, 100), shingles(100, 100)];
    expect(origins(...chain)).toBe(1);
    expect(origins(...chain.reverse())).toBe(1);
  });

  it('unnamed sources of one outlet are one, of two outlets at most two', () => {
    expect(of({ anonymous: true }, { anonymous: true, outlet: 'o0', document: 'x' }).support.originsMax).toBe(
      1,
    );
    expect(of({ anonymous: true }, { anonymous: true }).support.originsMax).toBe(2);
  });
});

describe('what is told in words', () => {
  const said = (label: string, i: number, origin: string | null): Told => ({
    ...{ predicate: 'test.quote', timeClass: 'stance', subject: 'talks', origin },
    ...{ outlet: `o${i}`, value: labelled('stance', label) },
  });

  it('several sentences of one origin are reported, not disputed, and none is dropped in silence', () => {
    const sentences = ['one', 'two', 'three', 'four', 'five', 'six'];
    const answer = of(...sentences.map((label, i) => said(label, i, 'spokesman')));
    expect(answer).toMatchObject({ status: 'single-origin', best: null });
    expect(answer.display).toMatch(/^reported: (?:“\w+”; ){4}2 more$/);
    expect(answer.positions).toHaveLength(6);
  });

  it('two origins that say different things dispute it', () => {
    expect(of(said('calm', 0, null), said('tense', 1, null))).toMatchObject({
      status: 'disputed',
      display: 'disputed: “calm” or “tense”',
    });
  });
});

describe('in words', () => {
  it.each([
    ['≥10', 'at least 10'],
    ['24', '24'],
    ['[10,15]', 'between 10 and 15'],
    ['~20', 'about 20'],
    ['>70', 'more than 70'],
    ['≤30', 'up to 30'],
    ['<30', 'fewer than 30'],
    ['nearly 70', 'nearly 70'],
    ['1200', '1,200'],
  ])('%s is shown as %s', (notation, shown) => {
    expect(values(notation).display).toBe(shown);
  });

  it('units and shares', () => {
    const length = { predicate: 'test.length', timeClass: 'duration' } as const;
    expect(of({ ...length, value: duration(4, 'hour') }).display).toBe('4 hours');
    expect(of({ ...length, value: duration(1, 'day') }).display).toBe('1 day');
    const share = { ...quantity('25'), kind: 'fraction', denominator: 38 } as const;
    expect(of({ value: share })).toMatchObject({ display: '25 of 38', best: 25 });
    const third = { ...quantity('0.65'), kind: 'fraction', unit: null } as const;
    expect(of({ value: third }).display).toBe('65%');
  });

  it('the question names who, where and when', () => {
    expect(of({ population: 'palestinian', from: '2025-10-04', to: '2025-10-06' }).group.question).toBe(
      'Palestinians killed in the Gaza Strip, 4–5 October 2025',
    );
    expect(of({ population: 'child+palestinian' }).group.question).toBe(
      'Palestinian children killed in the Gaza Strip, 6 October 2025',
    );
    expect(of({ timeClass: 'cumulative', from: '2023-10-07', place: null }).group.question).toBe(
      'People killed since 7 October 2023',
    );
    expect(of({ provenance: { place: 'unknown', time: 'explicit' }, place: null }).group.question).toBe(
      'People killed, 6 October 2025 (place not stated)',
    );
    expect(of({ modality: 'expected' }).group.question).toMatch(/\(expected\)$/);
  });

  it('numbers are grouped, long lists are cut', () => {
    expect([writeNumber(1234567.5), writeNumber(-1000), writeNumber(999)]).toEqual([
      '1,234,567.5',
      '-1,000',
      '999',
    ]);
    expect(listAlternatives(['1', '2', '3'])).toBe('1, 2 or 3');
    expect(listAlternatives(['1', '2', '3', '4', '9'])).toBe('1 to 9, 5 figures');
  });
});
