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

describe('what happened in a town may stand behind its name', () => {
  it.each([
    ['Twelve people were killed in the Mombasa building collapse.', 'mombasa'],
    ['A man shot 12 people dead in a Mombasa nightclub.', 'mombasa'],
    ['A man shot 12 people dead at two Mombasa churches.', 'mombasa'],
  ])('%s', (text, place) => {
    expect(places(text)).toEqual([place]);
  });

  it.each([
    'Twelve people were killed, the Mombasa court heard.',
    'Twelve people were killed, the owner of the Mombasa Leisure Centre said.',
    'Twelve people were killed in the Mombasa attack on a convoy.',
  ])('not in: %s', (text) => {
    expect(places(`A bus overturned in Garissa on Monday. ${text}`)).toEqual(['garissa']);
  });
});

describe('a place that the story is only compared with is not its place', () => {
  it.each([
    'Twelve people were killed, which is more than in the attack on a mall in Mombasa.',
    'It was the worst disaster since the bombing of an embassy in Mombasa. Twelve people were killed.',
  ])('%s', (text) => {
    expect(places(`A bus overturned in Garissa on Monday. ${text}`)).toEqual(['garissa']);
  });

  it('"more than" before a number compares nothing', () => {
    expect(places('More than 12 people were killed in Mombasa.')).toEqual(['mombasa']);
  });
});

describe('a place in the name of a body, or where somebody is from, is not where it happened', () => {
  it.each([
    'Twelve people, fighters of Islamic State in Iraq and Syria, were killed.',
    'Jane Roe, 35, of Mombasa, was shot dead.',
    'Twelve people were killed in the Kenyan coastal city of Garissa.',
  ])('%s', (text) => {
    expect(new Set(places(`A bus overturned in Garissa on Monday. ${text}`))).toEqual(new Set(['garissa']));
  });

  it('unless the article names no other', () => {
    expect(places('Jane Roe, 35, of Mombasa, was shot dead.')).toEqual(['mombasa']);
  });

  it('a sea beside which a town lies is not the town', () => {
    expect(places('Twelve people were killed in the Mediterranean coastal city of Tartus.')).toEqual([
      'tartus',
    ]);
  });
});

describe('a place that only tells how to find another one', () => {
  it.each([
    'The hurt were airlifted to the capital Nairobi. Twelve people were killed.',
    'The road runs about 100 km from the border between Kenya and Somalia. Twelve people were killed.',
    'The road is 125 km west of the capital city of Nairobi. Twelve people were killed.',
    'The road is feared for its proximity to Nairobi. Twelve people were killed.',
    'Nurses from two hospitals in Nairobi helped. Twelve people were killed.',
  ])('%s', (text) => {
    expect(places(`A bus overturned in Garissa on Monday. ${text}`)).toEqual(['garissa']);
  });
});

describe('where an article is about', () => {
  it('is not the country whose citizens it names', () => {
    const text =
      'Four men were charged on Monday with an attack on a Mombasa concert hall. All are citizens of the republic of Tajikistan. Twelve people were killed.';
    expect(places(text)).toEqual(['mombasa']);
  });

  it('may be a part of a town or of a site', () => {
    expect(places('A bomb went off on Mombasa’s outskirts. Twelve people were killed.')).toEqual(['mombasa']);
    expect(
      places('A bomber detonated explosives at Mombasa airport’s gate on Monday. Twelve people were killed.'),
    ).toEqual(['mombasa/airport']);
  });

  it('is not where somebody spoke', () => {
    const text =
      'A bus overturned in Garissa on Monday. The minister spoke in Nairobi. Twelve people were killed.';
    expect(places(text)).toEqual(['garissa']);
  });

  it('may lie far back as a whole', () => {
    const text =
      'The trial has ended. A bus was bombed in Mombasa on 2 March 2024. Investigators said 12 people were killed.';
    expect(places(text)).toEqual(['mombasa']);
  });
});
