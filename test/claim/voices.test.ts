import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** "12 people.killed by police": every counted row with whom it goes back to, nearest to the outlet first. */
const voicesOf = (text: string): string[] =>
  read(text)
    .filter(
      ({ predicate, value, confidence }) => predicate.id && value.hedge !== 'implicit' && confidence > 0.5,
    )
    .map(
      ({ value, attribution }) =>
        `${value.nominal} by ${attribution.chain.map(({ name }) => name).join(', ') || 'the outlet'}`,
    );

describe('who stands behind a figure', () => {
  it.each([
    [
      'Police estimates put the crowd at 120,000 or more, while organisers of the march estimate the crowd at more than 200,000.',
      ['120000 by Police estimates', '200000 by organisers of the march'],
    ],
    ['The authorities estimate the number of participants at about 150,000.', ['150000 by The authorities']],
    [
      'The world body estimates between 60,000 and 80,000 people have been newly displaced.',
      ['60000 by The world body'],
    ],
    [
      'Organisers of the demonstration against the visit of President John Doe claimed that 20,000 people joined the protest.',
      ['20000 by Organisers of the demonstration'],
    ],
    ['An aide to President John Doe said 12 people were killed.', ['12 by An aide to President John Doe']],
    ['Secretary of State Jane Roe said 12 people were killed.', ['12 by Jane Roe']],
    ['Police have arrested a man they say shot two people in the town.', ['2 by Police']],
    [
      'The AP put the toll at 290, with the Foreign Ministry reporting 10 citizens dead.',
      ['290 by The AP', '10 by the Foreign Ministry'],
    ],
    [
      'The death toll in central Italy has risen to 247, The Associated Press reports.',
      ['247 by The Associated Press'],
    ],
    [
      'Four French citizens were injured, Security Minister John Doe told reporters at the scene.',
      ['4 by John Doe'],
    ],
    [
      'The attack took place on Monday, and according to General Doe, 13 civilians were killed and 38 wounded.',
      ['13 by Doe', '38 by Doe'],
    ],
    ['The regional general, who was injured, said 12 soldiers were killed.', ['12 by The regional general']],
    ['The general, who was injured, said 12 soldiers were killed.', ['12 by The general']],
  ])('%s', (text, wanted) => {
    expect(voicesOf(text)).toEqual(wanted);
  });

  it.each([
    ['Troops blasted their way into the compound and detained 12 people.', ['12 by the outlet']],
    ['Repair crews were responding to outages affecting 2,200 people in the county.', ['2200 by the outlet']],
    ['Officers responded to the scene of a shooting that killed two people.', ['2 by the outlet']],
    [
      'An Air India Express plane crashed over a cliff and burst into flames, killing nearly 160 people, officials said.',
      ['160 by officials'],
    ],
    ['The ministry responded that 12 people were killed.', ['12 by The ministry']],
    ['“This is a war,” the general blasted, saying 12 people were killed.', ['12 by the general']],
    ['Ten people were killed, and according to police, the driver was drunk.', ['10 by the outlet']],
  ])('what is done is not said: %s', (text, wanted) => {
    expect(voicesOf(text)).toEqual(wanted);
  });
});
