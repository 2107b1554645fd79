import { describe, expect, it } from 'vitest';
import { figures, read } from './read.ts';

const placed = (text: string): string[] =>
  read(text)
    .filter(({ predicate }) => predicate.id === 'people.killed')
    .map(({ value, scope }) => `${value.nominal} ${scope.place}`);

describe('figures in a bracket', () => {
  it('are of the place before it', () => {
    expect(
      placed('Cholera hit Kinshasa (12 cases and three deaths) and Goma (9 cases and two deaths).'),
    ).toEqual(['3 kinshasa', '2 goma']);
  });

  it('are of a place that nobody lists, where zones or districts are spoken of', () => {
    const text =
      'Cholera hit two zones: Dovrik (12 cases and three deaths) and Mirsk (9 cases and two deaths).';
    expect(placed(text)).toEqual(['3 dovrik', '2 mirsk']);
  });

  it('are of no group', () => {
    expect(placed('The toll grew, said Zubrin (three deaths in all), in Goma.')).toEqual(['3 goma']);
  });
});

describe('a place', () => {
  it('that people side with is not where they are', () => {
    const [claim] = read('Over 100,000 supporters of Palestine marched through London on Saturday.');
    expect(claim?.scope.place).not.toBe('palestinian-territories');
  });
});

describe('jobs', () => {
  it('are those of the newest level', () => {
    expect(figures('Job growth for December was revised down by 90,000 to 222,000.')).toEqual([
      'jobs.created 222000 jobs created',
    ]);
  });

  it('that were gained by an earlier count are not cut', () => {
    const rows = figures('The reported gain of 312,000 jobs was trimmed to 222,000.');
    expect(rows.filter((row) => row.startsWith('jobs.cut'))).toEqual([]);
  });
});
