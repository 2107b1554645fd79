import { describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.ts';
import { vocabulary } from './read.ts';

/** The places of the claims of a predicate, in an article of Tuesday, 7 October 2025. */
const places = (text: string, predicate = 'people.killed', title?: string): (string | null)[] =>
  extract(
    { outlet: 'gazette', topic: 'test', publishedAt: '2025-10-07T12:00:00Z', language: 'en', text, title },
    vocabulary,
  )
    .claims.filter((claim) => claim.predicate.id === predicate)
    .map(({ scope }) => scope.place);

const LEAD = 'A bus overturned in Garissa on Monday. ';

describe('where something is said, or who holds an office, is not where it happened', () => {
  it.each([
    'In an interview with journalists at the air base in Mombasa, the minister said 12 people were killed.',
    'Speaking to reporters at a hotel in Mombasa, the minister said 12 people were killed.',
    'At least 12 people were killed, said Daniel Otieno, governor of Mombasa.',
    'Twelve people were killed, according to reports from the authorities in Mombasa.',
  ])('%s', (text) => {
    expect(places(LEAD + text)).toEqual(['garissa']);
  });

  it('what others say is not done by the place that stands behind "said"', () => {
    expect(
      places(
        'A mall in Poltava burnt down. The governor said Russia fired six missiles and 12 people were killed.',
      ),
    ).toEqual(['poltava']);
  });
});

describe('where people come from or go to is not where it happened', () => {
  it.each([
    'The boat had set sail from Mombasa and 12 people were killed.',
    'The bus was a coach from Mombasa, and 12 people were killed.',
    'The coach was on its route from Mombasa to Kisumu and 12 people were killed.',
    'Twelve people from Mombasa were killed.',
  ])('%s', (text) => {
    expect(places(LEAD + text)).toEqual(['garissa']);
  });

  it('a place that somebody was taken from is where that happened', () => {
    expect(places('Gunmen abducted 12 girls from Mombasa on Monday.', 'people.captured')).toEqual([
      'mombasa',
    ]);
  });
});

describe('what a country does elsewhere did not happen in it', () => {
  it('an attack by a country is not inside it', () => {
    expect(
      places('A mall burnt down in Poltava. As a result of Russia’s attack, 12 people were killed.'),
    ).toEqual(['poltava']);
  });

  it('the attack of a town is in the town', () => {
    expect(
      places('Twelve people were killed in Monday’s blast. Garissa’s attack killed 30 people.'),
    ).toContain('garissa');
  });

  it('what a part of the world is known for tells nothing', () => {
    expect(places('A ferry sank in Tanzania on Africa’s largest lake. Twelve people were killed.')).toEqual([
      'tanzania',
    ]);
  });
});

describe('what was done to a place happened there', () => {
  it('floods that a place was devastated by', () => {
    expect(places('Kerala was devastated by floods. Twelve people were killed.')).toEqual(['kerala']);
  });
});

describe('a list of places is the place of none of them', () => {
  it('a lake that three countries share', () => {
    expect(
      places(
        'Twelve people were killed when a ferry sank. The lake is shared by the countries of Uganda, Tanzania and Kenya.',
        'people.killed',
        'Ferry sinks off Tanzania',
      ),
    ).toEqual(['tanzania']);
  });

  it('the parts of a toll', () => {
    const text =
      'An earthquake hit Kenya on Monday. So 12 died in Mombasa, 4 in Kisumu and 3 in Nakuru. In all, 236 people were injured.';
    expect(places(text, 'people.injured')).toEqual(['kenya']);
  });
});

describe('what a story looks back to has places of its own', () => {
  it('an older disaster lends its place to none of today’s figures', () => {
    const text =
      'Twelve people were killed on Monday. In 2012, 145 people died when a ship sank off Zanzibar.\n\nThe toll rose to 14.';
    expect(places(text, 'people.killed', 'Ferry sinks in Mombasa')).toEqual([
      'mombasa',
      'zanzibar',
      'mombasa',
    ]);
  });

  it('a neighbour where it was felt too is not the place of the story', () => {
    const text =
      'An earthquake shook houses in Mombasa. It was felt in neighbouring Kisumu. Twelve people were killed.';
    expect(places(text)).toEqual(['mombasa']);
  });
});

describe('a title tells where, if no sentence does', () => {
  it.each([
    ['Dozens dead in Tanzanian ferry disaster', 'tanzania'],
    ['Relief camps struggle in flood-hit Kerala', 'kerala'],
    ['Ferry sinks off Tanzania', 'tanzania'],
  ])('%s', (title, place) => {
    expect(places('Twelve people were killed on Monday.', 'people.killed', title)).toEqual([place]);
  });

  it('whoever strikes is not where it happened', () => {
    expect(places('Twelve people were killed on Monday.', 'people.killed', 'U.S. raids go on')).toEqual([
      null,
    ]);
  });

  it('a desk in another country stands back behind it', () => {
    const text = 'NAIROBI - Twelve people were killed on Monday when a ferry sank.';
    expect(places(text, 'people.killed', 'Ferry sinks on Tanzania’s lake')).toEqual(['tanzania']);
  });
});

describe('"the country" is all of it', () => {
  const lead = 'An outbreak began in Lusaka. ';
  it.each([
    'The country has recorded 333 deaths.',
    'There were 333 deaths across the country.',
    'The national toll is 333 deaths.',
    'The country saw 333 deaths.',
  ])('%s', (text) => {
    expect(places(lead + text)).toEqual(['zambia']);
  });

  it('a district that records its own is meant itself', () => {
    expect(places('The outbreak spread in Zambia. Lusaka District recorded 12 deaths.')).toEqual(['lusaka']);
  });
});

describe('something inside a wider place is where the article says it is', () => {
  it.each([
    'A strike on a shopping mall in central Ukraine killed 12 people.',
    'An attack in Ukraine killed 12 people.',
  ])('%s', (text) => {
    expect(places(`POLTAVA, Ukraine (Wire) - Smoke rose in Poltava. ${text}`)).toEqual(['poltava']);
  });

  it('"the village" is none of a million people', () => {
    const text =
      'Girls were freed in Dapchi, Nigeria. They were flown to see him in Maiduguri. In the village, 12 people were killed.';
    expect(places(text)).toEqual(['dapchi']);
  });
});
