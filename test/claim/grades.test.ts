import { describe, expect, it } from 'vitest';
import { figures, read } from './read.ts';

const parts = (text: string): string[] =>
  read(text)
    .filter(({ partOf }) => partOf)
    .map(({ predicate, value }) => `${predicate.id} ${value.nominal}`);

describe('how badly some of the injured are hurt', () => {
  it.each([
    [
      'Nine people were injured, one critically and five seriously.',
      ['people.critical 1', 'people.critical 5'],
    ],
    ['Six people were wounded, three of them critically.', ['people.critical 3']],
    ['Forty people were hurt, three of them in critical condition.', ['people.critical 3']],
    ['Seventeen people were injured, including four seriously.', ['people.critical 4']],
    ['Seventeen people were injured, four slightly.', ['people.injured 4']],
  ])('%s', (text, wanted) => {
    expect(parts(text)).toEqual(wanted);
  });

  it.each([
    'Nine people were injured, and five seriously considered leaving.',
    'Nine people were arrested, one critically.',
    'One person was killed, others were wounded, two critically.',
    'Forty people were hurt, three of them on Monday.',
  ])('and nothing else: %s', (text) => {
    expect(figures(text).filter((row) => row.startsWith('people.critical'))).toEqual([]);
  });
});

describe('some of a whole that is named by what happened to it', () => {
  it.each([
    ['Three of the injured were in serious condition.', 'people.critical 3 people'],
    ['Twelve of the 31 dead were children.', 'people.killed 12 children'],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toContain(wanted);
  });

  it('Twelve of the 31 dead elms were cut.', () => {
    expect(figures('Twelve of the 31 dead elms were cut.')).toEqual([]);
  });
});

describe('a share without its noun is of what the article tells of', () => {
  it.each([
    ['Lasso leads with 61.6%, the electoral commission said.', ['votes.received 61.6 Lasso']],
    [
      'With 90% of ballots counted, Petro had 40.3% and Hernandez 28.2%.',
      ['votes.received 40.3 Petro', 'votes.received 28.2 Hernandez'],
    ],
    [
      'The Greens lead with 61.6%, followed by the Liberals with 14.9%, the electoral commission said.',
      ['votes.received 61.6 Greens', 'votes.received 14.9 Liberals'],
    ],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it.each([
    'Lasso leads with 61.6%.',
    'Shares of Apple gained 3 percent ahead of the vote.',
    'The survey had 12 percent ahead of the vote.',
    'Roe leads with 46 percent, according to a poll before the vote.',
    'The devote reader leads with 12 percent.',
  ])('and not of what it does not: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });
});

describe('how far a rate went stands beside where it is', () => {
  it.each([
    ['Unemployment rose 0.2 percentage points to 4.3%.', ['unemployment.rise 0.2', 'unemployment.rate 4.3']],
    [
      'The central bank raised its key rate by 25 basis points to 4.5%.',
      ['interest.raise 25', 'interest.rate 4.5'],
    ],
    ['The bank cut rates by 50 basis points.', ['interest.cut 50']],
    ['The toll rose by five points to 24.', ['people.killed 24']],
  ])('%s', (text, wanted) => {
    expect(figures(text).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(wanted);
  });
});
