import { describe, expect, it } from 'vitest';
import { figures, one, read } from './read.ts';

describe('crowds, ballots and sums', () => {
  it.each([
    ['The march drew 20,000 people, police said.', ['people.protesting 20000 people']],
    ['The rally has attracted about 4,000.', ['people.protesting 4000 people']],
    ['The protest was attended by 300 teachers.', ['people.protesting 300 teachers']],
    ['The concert drew 20,000 people.', []],
    [
      'A total of 1.2 million votes were cast and 12,000 ballots were rejected.',
      ['votes.cast 1200000 votes', 'votes.rejected 12000 ballots'],
    ],
    ['Nurses backed the strike on a turnout of 61 percent.', []],
    ['Turnout was 61 percent in the capital.', ['election.turnout 61 turnout']],
    ['The violation is punishable by a fine of $50,000 for each day.', []],
    ['The judge set a fine of $6 million.', ['fine.amount 6000000 amount of a fine']],
    ['The raids went on, killing and injuring 400 civilians.', ['people.casualties 400 civilians']],
    ['The police shot and killed two men.', ['people.killed 2 men']],
    [
      'Three men were killed, including a child and a monk, and around 40 wounded in the raid.',
      ['people.killed 3 men', 'people.killed 1 child', 'people.killed 1 monk', 'people.injured 40 men'],
    ],
    [
      'Three men were killed, including a child and a monk and around 40 wounded in the raid.',
      ['people.killed 3 men', 'people.killed 1 child', 'people.killed 1 monk', 'people.injured 40 men'],
    ],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it('what nobody received is denied', () => {
    expect(one('No candidate received 50 percent of the votes.', 'votes.received').polarity).toBe('negated');
    expect(one('Jane Roe received 50 percent of the votes.', 'votes.received').polarity).toBe('affirmed');
  });

  it('a word that tells of another ballot is looked for in its own sentence only', () => {
    const text = 'The union held a strike. Turnout in the election was 61 percent.';
    expect(read(text).filter(({ predicate }) => predicate.id === 'election.turnout')).toHaveLength(1);
  });
});
