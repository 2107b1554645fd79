import { describe, expect, it } from 'vitest';
import { readClaimRow } from '../../src/claim/read-claim-row.ts';
import { extract } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();

const inProse = (who: string): (string | null)[] =>
  extract(
    {
      outlet: 'a',
      topic: 'test',
      publishedAt: '2025-10-07T12:00:00Z',
      language: 'en',
      text: `The strike in Aleppo on Monday wounded ${who}.`,
    },
    vocabulary,
  )
    .claims.filter(({ predicate }) => predicate.id === 'people.injured')
    .map(({ scope }) => scope.population);

const inRow = (subject: string, population?: string) =>
  readClaimRow(
    {
      topic: 'test',
      outlet: 'a',
      subject,
      predicate: 'people.injured',
      value: 13,
      ...(population === undefined ? {} : { scope: { population } }),
    },
    vocabulary,
  ).claim.scope;

describe('a kind of people that nobody lists', () => {
  it.each([
    ['13 traders', 'trader'],
    ['13 merchants', 'merchant'],
    ['13 grain traders', 'grain-trader'],
    ['13 Egyptians', 'egyptian'],
    ['13 Chinese nationals', 'chinese'],
    ['13 French people', 'french'],
    ['13 Houthis', 'houthis'],
    ['13 women and children', 'child-and-woman'],
    ['13 doctors and patients', 'doctor-and-patient'],
  ])('goes by its own noun in an article: %s', (who, kind) => {
    expect(inProse(who)).toEqual([kind]);
  });

  it.each([
    '13 people',
    '13 victims',
    '13 others',
    '13 souls',
    '13 soldiers and civilians',
    '13 individuals',
    '13 citizens',
  ])('is not made of people at large: %s', (who) => {
    expect(inProse(who)).toEqual([null]);
  });

  it.each([
    ['traders', 'trader'],
    ['Traders', 'trader'],
    ['the 13 traders', 'trader'],
    ['at least 13 traders', 'trader'],
    ['number of traders', 'trader'],
    ['traders in Aleppo', 'trader'],
    ['nannies', 'nanny'],
    ['witnesses', 'witness'],
    ['salespeople', 'salesperson'],
    ['shopgoers', 'shopgoer'],
    ['6 bus passengers', 'passenger'],
    ['11 villagers', 'resident'],
    ['Palestinian children', 'child+palestinian'],
    ['women and children', 'child-and-woman'],
    ['South Koreans', 'south-korean'],
    ['people waiting for aid', 'aid-seeker'],
  ])('is the same in a row, whatever its number, article or case: %s', (subject, kind) => {
    expect(inRow(subject)).toMatchObject({ population: kind, provenance: { population: 'explicit' } });
    expect(inRow('people', subject).population).toBe(kind);
  });

  it.each([
    'people',
    'Victims',
    'all people',
    'casualties',
    'people and soldiers',
    'civilians and soldiers',
    'men, women and children',
    'victims of the attack',
    'the injured',
  ])('is nobody’s where a row speaks of people at large: %s', (subject) => {
    expect(inRow(subject)).toMatchObject({ population: null, provenance: { population: 'default' } });
    expect(inRow('people', subject).population).toBeNull();
  });

  it.each(['Gaza Strip', 'Herat earthquake', 'Flight 302', 'United States'])(
    'is not read into a subject that names a place or an event: %s',
    (subject) => {
      expect(inRow(subject)).toMatchObject({ population: null, provenance: { population: 'default' } });
    },
  );

  it.each(['Hezbollah', 'traders, two of them asleep'])(
    'is left open where it is not clear: %s',
    (subject) => {
      expect(inRow(subject)).toMatchObject({ population: null, provenance: { population: 'unknown' } });
    },
  );

  it('is taken from a row as it stands where no word of it is known', () => {
    expect(inRow('people', 'Rohingya').population).toBe('rohingya');
    expect(inRow('people', 'x + children').population).toBe('child+x');
    expect(inRow('people', '+').population).toBeNull();
  });
});

describe('how kinds of people lie to each other', () => {
  it.each([
    ['trader', null, 'inside'],
    ['grain-trader', 'trader', 'inside'],
    ['trader', 'grain-trader', 'contains'],
    ['trader', 'merchant', 'unknown'],
    ['trader', 'child', 'unknown'],
    ['egyptian', 'chinese', 'disjoint'],
    ['egyptian', 'israeli', 'disjoint'],
    ['egyptian', 'trader', 'unknown'],
    ['child', 'child-and-woman', 'inside'],
    ['child-and-woman', 'woman', 'contains'],
    ['pregnant-woman', 'child-and-woman', 'inside'],
    ['man', 'child-and-woman', 'disjoint'],
    ['child-and-woman', 'civilian', 'unknown'],
    ['child-and-woman', 'child-and-man-and-woman', 'inside'],
  ] as const)('%s and %s: %s', (a, b, relation) => {
    expect(vocabulary.populations.relate(a, b)).toBe(relation);
  });
});

describe('kinds of people that one word used to hold', () => {
  it.each([
    ['12 doctors', 'doctor', '13 nurses', 'nurse', 'disjoint'],
    ['12 boys', 'boy', '13 girls', 'girl', 'disjoint'],
    ['12 priests', 'priest', '13 nuns', 'nun', 'disjoint'],
    ['12 miners', 'miner', '13 drivers', 'driver', 'unknown'],
    ['12 boys', 'boy', '13 children', 'child', 'inside'],
    ['12 nurses', 'nurse', '13 medical workers', 'medical-worker', 'inside'],
    ['12 homeless people', 'homeless-person', '13 students', 'student', 'unknown'],
  ])('%s and %s', (one, kind, other, otherKind, relation) => {
    expect([inProse(one), inProse(other)]).toEqual([[kind], [otherKind]]);
    expect(vocabulary.populations.relate(kind, otherKind)).toBe(relation);
  });

  it('homeless people are not people at large', () => {
    expect(inProse('12 homeless people')).not.toEqual(inProse('12 people'));
  });

  it.each(['a girl', 'a boy', 'a child'])(
    'one of them is a child, whatever an outlet calls it: %s',
    (who) => {
      expect(inProse(who)).toEqual(['child']);
    },
  );
});
