import { describe, expect, it } from 'vitest';
import { figures, one } from './read.ts';

const results = (text: string): string[] => figures(text).filter((row) => row.startsWith('company.'));

describe('what companies made', () => {
  it.each([
    [
      'Northern Airways Corp. said its quarterly revenue climbed 11 percent to $8.2 billion.',
      ['company.revenue 8200000000 Northern Airways Corp.'],
    ],
    [
      'The carrier’s loss widened to $213 million, or 65 cents a share, from a year-ago loss of $183 million.',
      ['company.loss 213000000 carrier'],
    ],
    [
      'Northern Airways Corp. has posted a 73 per cent fall in second-quarter operating profits to £72 million.',
      ['company.operating-profit 72000000 Northern Airways Corp.'],
    ],
    ['The bank swung to a first-quarter profit of $3 million.', ['company.profit 3000000 bank']],
  ])('%s', (text, rows) => {
    expect(results(text)).toEqual(rows);
  });

  it.each([
    'Revenue rose 18 percent to $3.1 billion.',
    'Insured losses reached $12 billion.',
    'The storm caused a loss of $5 million.',
    'The carrier made 65 cents a share.',
    'Tax revenue rose to $8 billion.',
    'Profit at the top is a matter of $5 million.',
  ])('but not: %s', (text) => {
    expect(results(text)).toEqual([]);
  });

  it('what is only looked forward to is expected', () => {
    expect(one('The bank expects a profit of $3 million.', 'company.profit').modality).toBe('expected');
  });
});

describe('votes that are cast for somebody', () => {
  it('are those of whoever got them', () => {
    expect(figures('A total of 2,001 votes were cast for Jane Roe.')).toEqual([
      'votes.received 2001 Jane Roe',
    ]);
    expect(figures('A total of 2,001 votes were cast for president.')).toEqual(['votes.cast 2001 votes']);
  });
});
