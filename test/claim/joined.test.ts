import { describe, expect, it } from 'vitest';
import { figures, read } from './read.ts';

describe('several numbers over one noun', () => {
  it.each([
    [
      'Rescuers recovered 34 male and 28 female bodies.',
      ['bodies.recovered 34 male bodies', 'bodies.recovered 28 female bodies'],
    ],
    [
      'Two Syrian and three Lebanese nationals were killed.',
      ['people.killed 2 Syrian nationals', 'people.killed 5 people', 'people.killed 3 Lebanese nationals'],
    ],
    [
      'Police arrested five Ugandan, two Kenyan and four Rwandan citizens.',
      [
        'people.arrested 5 Ugandan citizens',
        'people.arrested 11 people',
        'people.arrested 2 Kenyan citizens',
        'people.arrested 4 Rwandan citizens',
      ],
    ],
    [
      'At least 12 male and nine female students were injured.',
      ['people.injured 12 male students', 'people.injured 21 students', 'people.injured 9 female students'],
    ],
    [
      'One Israeli and two Palestinian gunmen were killed.',
      ['people.killed 1 Israeli', 'people.killed 3 people', 'people.killed 2 Palestinian gunmen'],
    ],
    [
      'Two Palestinians and three Israeli soldiers were killed.',
      ['people.killed 2 Palestinians', 'people.killed 5 people', 'people.killed 3 Israeli soldiers'],
    ],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it('an adjective has the kind of people of the noun behind it', () => {
    const rows = read('At least 12 male and nine female students were injured.');
    expect(rows.map(({ scope }) => scope.population)).toEqual(['student', 'student', 'student']);
  });
});

describe('who was on board', () => {
  const aboard = (text: string): (number | null)[] =>
    read(text)
      .filter(({ predicate }) => predicate.id === 'people.aboard')
      .map(({ value }) => value.nominal);

  it.each([
    ['The plane took off with 58 passengers and four crew on board.', [58, 62, 4]],
    ['The jet, with 58 passengers and four crew aboard, landed safely.', [58, 62, 4]],
    ['The ferry sank with 58 passengers and four crew.', [58, 62, 4]],
    ['A plane carrying 58 passengers and four crew members crashed.', [58, 62, 4]],
    ['A bus with 40 passengers overturned.', [40]],
    ['The ATR 72 crashed with 62 people on board.', [62]],
    ['Twelve people were aboard the ATR 72.', [12]],
    ['Police stopped a bus carrying 58 passengers and four men were arrested.', [58]],
    ['He played with 58 members of the club.', []],
    ['The hotel opened with 58 rooms and four crew quarters.', []],
  ])('%s', (text, wanted) => {
    expect(aboard(text)).toEqual(wanted);
  });

  it.each(['The ATR 72 crashed.', 'An Embraer 190 landed.', 'The Cessna 172 hit a house.'])(
    'the number of a make counts nobody: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('figures that are set as in a table', () => {
  it.each([
    [
      'The army gave its losses (killed: 12; wounded: 34).',
      ['people.killed 12 people', 'people.injured 34 people'],
    ],
    [
      'Soldiers killed (12) and wounded (34) were flown home.',
      ['people.killed 12 people', 'people.injured 34 people'],
    ],
    [
      'The report lists people killed (12), wounded (3) and missing (2).',
      ['people.killed 12 people', 'people.injured 3 people', 'people.missing 2 people'],
    ],
    [
      'Guinea has most deaths (3,587) and injuries (41).',
      ['people.killed 3587 people', 'people.injured 41 people'],
    ],
    ['John Doe was killed (34).', []],
    ['The men were killed: 12 of them at home.', []],
    ['Homicide: 0 this year.', []],
  ])('%s', (text, wanted) => {
    expect(figures(text).filter((row) => !row.endsWith('John Doe') && !row.endsWith('men'))).toEqual(wanted);
  });

  it('“of those, 15,201 were confirmed” is a part', () => {
    const rows = read('The region has 20,000 suspected cases; of those, 15,201 were confirmed.');
    expect(rows.map(({ value, partOf }) => [value.nominal, partOf === rows[0]?.id])).toEqual([
      [20000, false],
      [15201, true],
    ]);
  });
});

describe('numbers that count nobody', () => {
  it.each([
    ['Image 7 of 9 Three people were killed in the blast.', ['people.killed 3 people']],
    ['1 of 5 | Police stand where three people were killed.', ['people.killed 3 people']],
    ['Page 3 of 12 Two women were injured.', ['people.injured 2 women']],
    ['In all, 7 of 9 soldiers were killed.', ['people.killed 7 soldiers']],
    ['2 of 3 soldiers were killed.', ['people.killed 2 soldiers']],
    ['Three times as many people were killed.', []],
    ['The death toll was three times as high as last year.', []],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });
});

describe('sums of money', () => {
  it.each([
    ['The storm caused damage of P867 million.', ['damage.cost 867000000 cost of damage']],
    ['The storm caused N5bn in damage.', ['damage.cost 5000000000 cost of damage']],
    ['He was fined R20,000 by the court.', ['fine.amount 20000 amount of a fine']],
    ['The fine was P5.', []],
    [
      'The company agreed to a settlement of $12 million.',
      ['settlement.amount 12000000 money paid to settle'],
    ],
    ['The state announced compensation of Rs 5 lakh to the family of each victim.', []],
    ['The state announced compensation of Rs 200,000 each for the injured.', []],
    ['The airline agreed to a settlement of $2 million for each passenger.', []],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it('a settlement that is paid to a town is its total', () => {
    expect(figures('The firm will pay damages of $5 million to the town.')).toHaveLength(1);
  });
});
