import { describe, expect, it } from 'vitest';
import { figures, read } from './read.ts';

const told = (text: string): string[] =>
  read(text)
    .filter(({ predicate, value }) => predicate.id !== null && value.nominal !== null)
    .map(({ predicate, value, partOf }) => `${predicate.id} ${value.nominal}${partOf ? ' part' : ''}`);

describe('a total that names nothing counts on from the figure before it', () => {
  it.each([
    [
      'Forty-one people died on Monday, taking the tally to 340.',
      ['people.killed 41 part', 'people.killed 340'],
    ],
    [
      'Two more bodies were found on Tuesday, bringing the total to 54.',
      ['bodies.recovered 2 part', 'bodies.recovered 54'],
    ],
    [
      'The ministry reported 12 new cases, taking the total to 310.',
      ['people.infected 12 part', 'people.infected 310'],
    ],
    [
      'Nineteen people were killed in the blast. The count now stands at 24.',
      ['people.killed 19 part', 'people.killed 24'],
    ],
    [
      'About 90,000 people marched on Saturday. Police put the combined total at 40,000.',
      ['people.protesting 90000', 'people.protesting 40000'],
    ],
  ])('%s', (text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  it.each([
    ['Ten people were killed. The figure was 20 percent higher than last year.', 1],
    ['Ten people were hurt. The count was 12 more than in May.', 1],
    ['Twelve people were killed, and the sales figure rose to 40.', 1],
    ['Twelve people were killed. The total cost of the house was 300,000 dollars.', 1],
    ['Three people were killed, bringing the total number of hurdles to 12.', 1],
    ['Ten people died in the game, in which he took his total to 54 goals.', 1],
    ['Ten people were killed and 12 were hurt. The town is poor. The count now stands at 40.', 2],
    ['Ten people were killed and 12 were hurt. The count now stands at 40.', 2],
    ['The count now stands at 40.', 0],
  ])('and nothing else does: %s', (text, number) => {
    expect(told(text)).toHaveLength(number);
  });
});

describe('a level that was left is no figure of today', () => {
  it.each([
    ['The initial toll of 37 dead was later raised to 54.', ['people.killed 54 people']],
    ['Officials had put the initial toll at 37 dead, later raised to 54.', ['people.killed 54 people']],
    ['The update follows a previous count of 304 dead.', []],
    [
      'The toll, which stood at 19 before the storm moved inland, rose, raising it to 24.',
      ['people.killed 24 people'],
    ],
    [
      'Officials first reported 15 deaths but later revised the figure down to 12.',
      ['people.killed 12 people'],
    ],
    ['The death toll was revised down to 12 from 15.', ['people.killed 12 people']],
    [
      'Initial claims for unemployment benefits increased 9,000 to 408,000.',
      ['claims.jobless 408000 claims for unemployment benefits'],
    ],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it.each([
    ['Officials gave a toll of 37 dead on Monday.', ['people.killed 37 people']],
    ['A toll of 37 dead was given before the rain came.', ['people.killed 37 people']],
  ])('and one that was not stays: %s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });
});

describe('what is counted on the way to the verb is not the level', () => {
  it.each([
    ['The death toll in 12 provinces rose to 340.', 'people.killed 340 people'],
    ['The death toll has risen to 5,459 out of 15,351 cases.', 'people.killed 5459 cases'],
    ['Turnout appeared to be around 85 per cent.', 'election.turnout 85 turnout'],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual([wanted]);
  });

  it.each([
    'There were 49 deaths out of 66 people infected.',
    'The death of one man and injuries to five were reported.',
  ])('%s', (text) => {
    expect(figures(text).filter((row) => /^people\.killed (?:66|5) /.test(row))).toEqual([]);
  });
});

describe('a word of a phrase may stand behind an aside', () => {
  it.each([
    ['The consumer price index (CPI) rose 0.4 percent.', 'prices.rise 0.4 rise of consumer prices'],
    [
      'The core CPI, which excludes food and energy, increased by 0.4 percent.',
      'prices.core-rise 0.4 rise of core consumer prices',
    ],
    ['Retail sales, excluding cars and fuel, fell 0.4 percent.', 'sales.fall 0.4 fall of retail sales'],
    ['Retail sales have risen 5.2 percent.', 'sales.rise 5.2 rise of retail sales'],
    ['GDP grew at an annual rate of just 0.6%.', 'economy.growth 0.6 growth of an economy'],
    ['Inflation is up a moderate 2.4 percent.', 'inflation.rate 2.4 inflation'],
  ])('%s', (text, row) => {
    expect(figures(text)).toEqual([row]);
  });

  it('but not behind one that does not end', () => {
    expect(figures('The core CPI, which excludes food and energy; it increased by 0.4 percent.')).toEqual([]);
  });
});

describe('why a total may rise is not how far', () => {
  it.each([
    [
      'The death count could further rise as 37 of the injured people were in serious condition.',
      ['people.critical 37', 'people.injured 37'],
    ],
    ['The death toll may rise as dozens of people were still missing.', ['people.missing 24']],
    ['The number of injured climbed as 30 more people came to hospitals.', []],
  ])('%s', (text, wanted) => {
    expect(told(text).sort()).toEqual(wanted);
  });

  it.each([
    ['The death toll was estimated as 24.', ['people.killed 24']],
    ['The ministry put the toll at 24 as rescuers went on.', ['people.killed 24']],
  ])('but %s', (text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });
});
