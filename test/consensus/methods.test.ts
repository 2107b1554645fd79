import { describe, expect, it } from 'vitest';
import { estimateAll } from '../../src/consensus/methods/index.ts';
import { gatherCells } from '../../src/group/cells.ts';
import { groupClaims } from '../../src/group/group-claims.ts';
import { claim, vocabulary } from '../builders.ts';

const estimates = (values: readonly string[], weights = {}) => {
  const claims = values.map((value, i) => claim({ value, outlet: `outlet-${i}` }));
  const { cells } = gatherCells(groupClaims('story', claims, vocabulary), claims, [], vocabulary);
  const all = estimateAll(
    cells.flatMap((cell) => cell.voices.current),
    weights,
  );
  return Object.fromEntries(
    Object.entries(all).map(([name, { status, best }]) => [name, `${status} ${best}`]),
  );
};

describe('ways to a figure, side by side', () => {
  it('where all agree, all give it', () => {
    expect(estimates(['24', '24'])).toEqual({
      interval: 'agreed 24',
      vote: 'consistent 24',
      median: 'consistent 24',
      lowest: 'consistent 24',
      weighted: 'agreed 24',
    });
  });

  it('only one reads hedges', () => {
    expect(estimates(['≥10', '≥10', '≥10', '24'])).toMatchObject({
      interval: 'consistent 24',
      vote: 'majority 10',
      median: 'majority 10',
    });
  });

  it('of two figures with as many behind them, intervals take neither and votes the lower', () => {
    expect(estimates(['24', '10'])).toMatchObject({
      interval: 'disputed null',
      vote: 'plurality 10',
      median: 'plurality 10',
      lowest: 'plurality 10',
    });
  });

  it('two against one and one are more than any other', () => {
    expect(estimates(['24', '24', '10', '40'])).toMatchObject({
      interval: 'plurality 24',
      lowest: 'plurality 10',
    });
    expect(estimates(['24', '24', '10', '10'])).toMatchObject({ interval: 'disputed null' });
    expect(estimates(['24', '24', '10', '~10', '40'])).toMatchObject({ interval: 'disputed null' });
  });

  it('the median is a figure that somebody gave', () => {
    expect(estimates(['10', '24', '40', '90'])).toMatchObject({ median: 'plurality 24' });
  });

  it('weights belong to the operator', () => {
    const few = { 'outlet-0': 0.4, 'outlet-1': 0.4 };
    expect(estimates(['24', '24', '10'], few)).toMatchObject({
      interval: 'majority 24',
      weighted: 'disputed null',
    });
    expect(estimates(['24', '10'], { 'outlet-1': 0 })).toMatchObject({ weighted: 'single-origin 24' });
  });

  it('nobody gives nothing', () => {
    expect(estimateAll([]).median.best).toBeNull();
    expect(estimateAll([]).lowest.best).toBeNull();
  });
});
