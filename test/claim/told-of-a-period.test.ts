import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { figures, one, read } from './read.ts';

const days = ({ scope }: Claim): string => `${scope.time?.from} ${scope.time?.to}`;

describe('a time that is only compared with', () => {
  it.each([
    'Turnout was 51.9%, higher than in any presidential election except that of 1999.',
    'Turnout was 64.1 percent, compared with 60.5 percent in 2015.',
    'Turnout was 64.1 percent, up from 60.5 percent in 2015.',
    'Turnout was 64.1 percent versus 60.5 percent in 2015.',
  ])('dates nothing: %s', (text) => {
    expect(one(text, 'election.turnout').scope.time).toBeNull();
  });

  it('dates what is told of it', () => {
    const [claim] = read('There were eight murders this week, compared to five murders last year.').filter(
      ({ value }) => value.nominal === 5,
    );
    expect(claim?.scope.time?.from).toBe('2024-01-01');
  });

  it('is no other one', () => {
    expect(days(one('More than 300 people were killed in May.', 'people.killed'))).toBe(
      '2025-05-01 2025-06-01',
    );
    expect(days(one('A man was killed on the same block just last week.', 'people.killed'))).toBe(
      '2025-09-29 2025-10-06',
    );
  });

  it('is that of what was then', () => {
    const text = 'The strike was the first since 2006, when a million workers were on strike.';
    expect(days(one(text, 'people.striking'))).toBe('2006-01-01 2007-01-01');
  });

  it('is no day of the story', () => {
    const text = 'The jobless rate is at its highest level since June. Twelve people were hurt.';
    expect(one(text, 'people.injured').scope.time).toBeNull();
  });
});

describe('a figure of a month or longer', () => {
  it('is of no day on which it is told', () => {
    const text =
      'Employers added 12,000 jobs in September, the bureau said on Friday. The unemployment rate rose to 4 percent.';
    expect(days(one(text, 'unemployment.rate'))).toBe('2025-09-01 2025-10-01');
    expect(
      one('The bureau spoke on Friday. Unemployment rose to 4 percent.', 'unemployment.rate').scope.time,
    ).toBeNull();
  });

  it('is of no quarter that a company counts by its own year', () => {
    const earned = 'The carrier’s revenue fell to $628 million in its fiscal second quarter.';
    expect(one(earned, 'company.revenue').scope.time).toBeNull();
    const plain = 'The carrier’s revenue fell to $628 million in the second quarter.';
    expect(days(one(plain, 'company.revenue'))).toBe('2025-04-01 2025-07-01');
  });

  it('is of the land, not of the capital from which it is told', () => {
    expect(one('(WASHINGTON) — Employers added 12,000 jobs in September.', 'jobs.created').scope.place).toBe(
      'united-states',
    );
    expect(one('CHICAGO — Employers added 12,000 jobs in September.', 'jobs.created').scope.place).toBe(
      'chicago',
    );
  });
});

describe('what a company made', () => {
  it.each([
    ['Intel reported a quarterly revenue of $12.8 billion.', 'company.revenue 12800000000 Intel'],
    ['The carrier’s revenue was down 6%, to $12.8 billion.', 'company.revenue 12800000000 carrier'],
    [
      'The carrier’s revenue fell 6% from the prior year to $12.8 billion.',
      'company.revenue 12800000000 carrier',
    ],
    ['The carrier earned $2.6 billion, or 65 cents a share.', 'company.profit 2600000000 carrier'],
    ['The carrier lost $2.6 billion in the quarter.', 'company.loss 2600000000 carrier'],
  ])('%s', (text, row) => {
    expect(figures(text)).toContain(row);
  });

  it.each(['The nurse earned $60,000 a year.', 'The film earned $40 million at the box office.'])(
    'but not: %s',
    (text) => {
      expect(figures(text).filter((row) => row.startsWith('company.'))).toEqual([]);
    },
  );
});

describe('a referendum', () => {
  it('has both its sides, in votes and in percent', () => {
    expect(figures('Some 1.4 million people voted Yes and 720,000 voted No in the referendum.')).toEqual([
      'referendum.yes 1400000 people',
      'referendum.no 720000 people',
    ]);
    const [yes, no] = read(
      'In a referendum the country voted by 62.4 percent to 37.6 percent to end the ban.',
    );
    expect([yes?.predicate.id, yes?.value.nominal, yes?.value.unit]).toEqual([
      'referendum.yes',
      62.4,
      'percent',
    ]);
    expect([no?.predicate.id, no?.value.nominal]).toEqual(['referendum.no', 37.6]);
  });

  it('is none where somebody stands for election', () => {
    const rows = read('Emmanuel Macron beat Marine Le Pen 58.5 percent to 41.5 percent in the runoff vote.');
    expect(rows.map(({ predicate, value }) => [predicate.id, value.kind, value.unit])).toEqual([
      ['votes.received', 'fraction', 'percent'],
      ['votes.received', 'fraction', 'percent'],
    ]);
  });
});

describe('a sentence that is only asked for', () => {
  it.each([
    ['Prosecutors recommended that Roe receives a prison sentence of 40 years.', 'demanded'],
    ['He received a 12-year sentence.', 'occurred'],
  ])('%s', (text, modality) => {
    expect(one(text, 'sentence.length').modality).toBe(modality);
  });
});

describe('who got votes', () => {
  it('is whoever stands beside with a verb of their own', () => {
    expect(figures('Ann Roe won 42.5% of the vote, with Jane Doe receiving 37%.')).toEqual([
      'votes.received 42.5 Ann Roe',
      'votes.received 37 Jane Doe',
    ]);
  });

  it('is none of the candidates where it is said of none', () => {
    const claim = one('None of the nine candidates received more than 50% of the votes.', 'votes.received');
    expect(claim.polarity).toBe('negated');
  });
});
