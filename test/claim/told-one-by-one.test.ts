import { describe, expect, it } from 'vitest';
import { figures, one, read } from './read.ts';

describe('the sides of a vote that are told one by one', () => {
  it.each([
    ['The motion passed with 104 votes for, 85 against and three abstentions.', 104, 85],
    ['The Senate voted 52 in favour and 48 against.', 52, 48],
    ['The law was adopted, with 204 of the 300 deputies voting in favour of it and 85 against.', 204, 85],
    ['Of the 300 lawmakers, 204 voted for impeachment and 85 against.', 204, 85],
    ['Lawmakers impeached the president by 204 votes to 85.', 204, 85],
    ['Crews voted by 59% to 41% late on Monday to accept the offer.', 59, 41],
    ['Crews voted by 59% to 41% late on Monday to reject the offer.', 41, 59],
    ['The union said 94% of members voted against the deal and 96% backed the strike.', 96, 94],
    ['Drivers voted 94% to reject the deal and 96% in favour of striking.', 96, 94],
  ])('%s', (text, inFavour, against) => {
    expect(one(text, 'motion.in-favour').value.nominal).toBe(inFavour);
    expect(one(text, 'motion.against').value.nominal).toBe(against);
  });

  it.each([
    'In a poll 62% of voters supported the strike and 30% opposed it.',
    'After the vote 12 men rallied against the wall.',
    'Jane Roe got 52% of the vote against 48% for John Doe.',
    'Three ministers asked for 12 votes for the senator.',
    'The 33,000 workers voted to accept the offer.',
    'They voted, and 33,000 workers rejected the offer.',
  ])('but not: %s', (text) => {
    expect(figures(text).filter((row) => row.startsWith('motion.'))).toEqual([]);
  });
});

describe('who stood against each other', () => {
  const shares = (text: string): string[] =>
    read(text)
      .filter(({ predicate }) => predicate.id === 'votes.received')
      .map(({ subject, value }) => `${subject.key} ${value.nominal}`);

  it.each([
    ['Jane Roe won the run-off with 52% of the vote, compared with 48% for John Doe.', 'john-doe 48'],
    ['Jane Roe got 52% of the vote against John Doe’s 48%.', 'john-doe 48'],
    ['In the election, Jane Roe took 612,000 votes to the 583,000 cast for John Doe.', 'john-doe 583000'],
    [
      'Jane Roe won 31% of the vote, officials said on Monday, with John Doe, backed by the Greens, on 29%.',
      'john-doe 29',
    ],
    ['The election was close. His rival, John Doe, got 48%.', 'john-doe 48'],
    ['Jane Roe has won the run-off, securing 52% of the vote.', 'jane-roe 52'],
  ])('%s', (text, wanted) => {
    expect(shares(text)).toContain(wanted);
  });

  it('but turnout is nobody’s', () => {
    expect(shares('Jane Roe won 52% of the vote, with turnout on 48%.')).toEqual(['jane-roe 52']);
  });
});

describe('the years that somebody got', () => {
  const terms = (text: string): string[] =>
    read(text)
      .filter(({ predicate }) => predicate.id === 'sentence.length')
      .map(({ subject, value }) => `${subject.key} ${value.text}`);

  it.each([
    [
      'They were sentenced on Monday. Jane Roe was given four years and eight months.',
      'jane-roe four years and eight months',
    ],
    ['The reporters were jailed, with Jane Roe receiving seven years.', 'jane-roe seven years'],
    ['The court convicted both. The judge handed Jane Roe seven years.', 'jane-roe seven years'],
    ['Jane Roe was handed a 12-year prison sentence.', 'jane-roe 12-year'],
    ['Jane Roe’s sentence of 56 months was upheld.', 'jane-roe 56 months'],
    ['Jane Roe’s five-year prison sentence was upheld.', 'jane-roe five-year'],
  ])('%s', (text, wanted) => {
    expect(terms(text)).toEqual([wanted]);
  });

  it.each([
    'Voters handed Jane Roe a second four-year term.',
    'The convict Jane Roe was given two years to pay the fine.',
    'The prison opened. Jane Roe got three years of training.',
    'Jane Roe was given two years.',
  ])('but not: %s', (text) => {
    expect(terms(text)).toEqual([]);
  });
});

describe('a figure that another voice gives of the same', () => {
  const crowd = (text: string): string[] =>
    read(text)
      .filter(({ predicate }) => predicate.id === 'people.protesting')
      .map(
        ({ value, attribution }) => `${value.nominal} by ${attribution.chain.at(-1)?.name ?? 'the outlet'}`,
      );

  it.each([
    ['Organisers said that 50,000 people marched; police gave a figure of 12,000.', '12000 by police'],
    [
      'About 50,000 people marched, unions said. The ministry gave a far lower number: 12,000.',
      '12000 by The ministry',
    ],
    ['A march was held in Leeds on Monday. City police put turnout at 12,000.', '12000 by City police'],
    [
      'A march was held. The Civic Society estimated attendance at the rally at 12,000.',
      '12000 by The Civic Society',
    ],
    ['A rally in Oxford Street drew some 12,000 people, police said.', '12000 by police'],
  ])('%s', (text, wanted) => {
    expect(crowd(text)).toContain(wanted);
  });

  it.each([
    'The concert in the main square drew 12,000 people on 8 March.',
    'A rally was held. The shop gave a discount of 12.',
    'On 8 March 12,000 people turned out for the fair.',
  ])('but not: %s', (text) => {
    expect(crowd(text)).toEqual([]);
  });
});

describe('a place that opens its clause', () => {
  it.each([
    [
      'Texas had around 125,000 customers without power and Ohio had around 140,000 customers without power.',
      ['texas', 'ohio'],
    ],
    ['Lusaka is the most affected province with 8,917 cases and 350 deaths.', ['lusaka', 'lusaka']],
    ['Neighbouring Zimbabwe has seen 71 deaths.', ['zimbabwe']],
    ['Egypt had 12 soldiers killed in Cairo.', ['cairo']],
  ])('has its figures: %s', (text, places) => {
    expect(
      read(text)
        .filter(({ predicate }) => predicate.id)
        .map(({ scope }) => scope.place),
    ).toEqual(places);
  });
});

describe('what is to be done', () => {
  it.each([
    ['The bank is to axe 500 jobs.', 'jobs.cut', 500],
    ['The state is to deport 300 migrants.', 'people.deported', 300],
    ['Four hostages are to be released on Friday.', 'people.released', 4],
  ])('%s', (text, predicate, value) => {
    expect(one(text, predicate)).toMatchObject({ modality: 'expected', value: { nominal: value } });
  });

  it.each([
    ['The chipmaker is slashing 15% of its workforce — about 1,500 jobs — to save money.', 1500],
    ['The bank will cut 10% of its staff, equivalent to 1,200 posts.', 1200],
  ])('a share told again as a number: %s', (text, value) => {
    expect(one(text, 'jobs.cut').value.nominal).toBe(value);
  });
});

describe('some of a whole', () => {
  it('may be those of an original number', () => {
    const [claim] = read('Two of the original 47 defendants were acquitted in May.');
    expect(claim).toMatchObject({ predicate: { id: 'people.acquitted' }, value: { nominal: 2 } });
  });
});
