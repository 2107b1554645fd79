import { describe, expect, it } from 'vitest';
import { figures, one } from './read.ts';

describe('those aboard, those who are missing and those who were found', () => {
  it.each([
    ['All 48 passengers and crew were killed.', ['people.killed 48 passengers and crew']],
    ['A ferry with 70 passengers and crew sank.', ['people.aboard 70 passengers and crew']],
    ['All nine passengers and five cars were saved.', ['people.rescued 9 passengers']],
    [
      'At least 39 passengers and 22 crew members, including the captain, John Doe, were rescued.',
      ['people.rescued 39 passengers', 'people.rescued 61 people', 'people.rescued 22 crew members'],
    ],
    ['The mayor spoke of 39 passengers, including the captain, who jumped, and left.', []],
    ['They were among the 769 people who died on Monday.', ['people.killed 769 people']],
    ['They were among the people who died on Monday.', []],
    ['A statement put the toll at 136 pupils missing.', ['people.missing 136 pupils']],
    ['A statement put the toll at 136 pupils.', ['people.killed 136 pupils']],
    ['The local estimate of militants killed was about 25.', ['people.killed 25 militants']],
    ['The army estimated that 20 noncombatants were killed.', ['people.killed 20 noncombatants']],
    ['Gunmen abducted 136 schoolchildren on Monday.', ['people.captured 136 schoolchildren']],
    [
      'Three soldiers were killed in the fighting along with two rebels.',
      ['people.killed 3 soldiers', 'people.killed 5 people', 'people.killed 2 rebels'],
    ],
    ['Three soldiers were killed in the fighting with two rebels.', ['people.killed 3 soldiers']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it('a toll may range between two figures', () => {
    expect(one('The death toll ranged between 70 and 100.', 'people.killed').value.core).toEqual({
      low: 70,
      high: 100,
    });
  });

  it('all who are aboard are the people aboard, and some of the dead', () => {
    expect(
      one('There were 70 passengers and crew on the ship.', 'people.aboard').scope.population,
    ).toBeNull();
    expect(one('All 48 passengers and crew were killed.', 'people.killed').scope.population).toBe(
      'those-aboard',
    );
  });

  it('a schoolchild is a child and a student', () => {
    expect(one('Two schoolchildren were killed.', 'people.killed').scope.population).toBe('schoolchild');
  });

  it('a line of a list of years tells of its year', () => {
    const { time } = one('2006: 364 pilgrims die in a crush', 'people.killed').scope;
    expect([time?.from, time?.to]).toEqual(['2006-01-01', '2007-01-01']);
  });

  it('whom deaths befell may stand behind "amongst"', () => {
    expect(one('There were 21 deaths amongst health workers.', 'people.killed').scope.population).toBe(
      'medical-worker',
    );
  });
});
