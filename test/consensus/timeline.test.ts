import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timeline } from '../../src/consensus/timeline.ts';
import { reconcile as all } from '../../src/pipeline.ts';
import { claim, type Told, vocabulary } from '../builders.ts';

const TOLL = { timeClass: 'cumulative', from: '2023-10-07', origin: 'un' } as const;
const on = (day: string, value: string, more: Partial<Told> = {}): Told => ({
  ...TOLL,
  value,
  asOf: day,
  published: `${day}T18:00:00Z`,
  ...more,
});
const timelines = (...rows: readonly Told[]) =>
  all(
    'story',
    [],
    rows.map((row, i) => claim({ outlet: `o${i}`, ...row })),
    vocabulary,
  ).timelines;
const moves = (...rows: readonly Told[]) =>
  timelines(...rows).flatMap(({ points }) => points.map(({ display, move }) => `${display} ${move}`));

describe('how a figure moved', () => {
  it('goes up, stays and falls, each origin measured against itself', () => {
    expect(
      moves(
        on('2025-10-01', '66000'),
        on('2025-10-03', '66100'),
        on('2025-10-05', '66100'),
        on('2025-10-06', '65000', { origin: 'red-cross' }),
        on('2025-10-07', '66050'),
      ),
    ).toEqual(['66,000 first', '66,100 up', '66,100 same', '65,000 first', '66,050 down']);
  });

  it('tells a rounding from a move', () => {
    expect(moves(on('2025-10-01', '66400'), on('2025-10-03', '~67000'))).toEqual([
      '66,400 first',
      'about 67,000 reworded',
    ]);
  });

  it('says which figures still have a voice, and which findings speak of the move', () => {
    const [only] = timelines(on('2025-10-01', '66000'), on('2025-10-03', '67000'));
    expect(only?.points.map(({ standing }) => standing)).toEqual(['superseded', 'current']);
    expect(only?.findings).toHaveLength(1);
    expect(Timeline.parse(only)).toEqual(only);
  });

  it('shows a count that was corrected', () => {
    const monday = { from: '2025-10-06', to: '2025-10-07', origin: 'police' };
    expect(
      moves(
        { ...monday, value: '24', published: '2025-10-06T20:00:00Z' },
        { ...monday, value: '18', published: '2025-10-09T20:00:00Z' },
      ),
    ).toEqual(['24 first', '18 down']);
  });

  it('leaves out what was said of one moment only', () => {
    expect(timelines(on('2025-10-01', '66000'), on('2025-10-01', '67000', { origin: 'other' }))).toEqual([]);
    expect(timelines()).toEqual([]);
  });

  it('does not depend on the order of the claims', () => {
    const rows = [
      on('2025-10-01', '66000'),
      on('2025-10-03', '66100'),
      on('2025-10-03', '66900', { origin: 'red-cross' }),
      on('2025-10-05', '≥66200'),
    ].map((row, i) => claim({ outlet: `o${i}`, ...row }));
    const expected = JSON.stringify(all('story', [], rows, vocabulary).timelines);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(JSON.stringify(all('story', [], shuffled, vocabulary).timelines)).toBe(expected);
      }),
    );
  });
});
