import { describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.ts';
import { read, vocabulary } from './read.ts';

/** "people.killed 98 woman" for each figure with a predicate, in text order. */
const counted = (text: string): string[] =>
  read(text)
    .filter(({ predicate, value }) => predicate.id !== null && value.nominal !== null)
    .map(({ predicate, value, scope }) => `${predicate.id} ${value.nominal} ${scope.population}`);

/** The same with its place. */
const placed = (text: string): string[] =>
  read(text)
    .filter(({ predicate }) => predicate.id !== null)
    .map(({ value, scope }) => `${value.nominal} ${scope.place}`);

describe('the kinds of people that a whole falls into', () => {
  it.each([
    [
      'Of the 154 dead, 98 were women and 56 men.',
      ['people.killed 154 null', 'people.killed 98 woman', 'people.killed 56 man'],
    ],
    ['Of the dead, 97 were women and 54 were men.', ['people.killed 97 woman', 'people.killed 54 man']],
    [
      'Twenty of the dead were children and 12 were women.',
      ['people.killed 20 child', 'people.killed 12 woman'],
    ],
    [
      'The toll rose to 156. Of the 156, 101 were women and 55 men.',
      ['people.killed 156 null', 'people.killed 101 woman', 'people.killed 55 man'],
    ],
    [
      'Police put the toll at 71. Eighteen of the victims were children.',
      ['people.killed 71 null', 'people.killed 18 child'],
    ],
  ])('are parts of it: %s', (text, rows) => {
    expect(counted(text)).toEqual(rows);
  });

  it.each([
    'Of the dead, 12 were found in the hall and nine were in cars.',
    'The toll rose to 156. Of the 140, 101 were women.',
    'Twelve people died and 30 were hurt. Eighteen of the victims were children.',
  ])('are none where other things are told: %s', (text) => {
    expect(counted(text).filter((row) => /child|woman|found|hall/.test(row))).toEqual([]);
  });

  it('are counted where they died', () => {
    expect(placed('About 40 of the dead were in Aleppo, a city in the north, and 162 in Damascus.')).toEqual([
      '40 aleppo',
      '162 damascus',
    ]);
    expect(placed('About 40 of the dead were in their twenties.')).toEqual([]);
  });
});

describe('whom a clause names of whom only some are told of', () => {
  it.each([
    [
      'Fifty of the 303 pupils abducted from a school have escaped captivity.',
      ['people.escaped 50 student', 'people.captured 303 student'],
    ],
    [
      'Two of the three men who were arrested have been charged.',
      ['people.charged 2 man', 'people.arrested 3 man'],
    ],
    [
      'The rebels have returned 101 of the 110 schoolgirls they seized.',
      ['people.released 101 schoolgirl', 'people.captured 110 schoolgirl'],
    ],
  ])('are all of them: %s', (text, rows) => {
    expect(counted(text).sort()).toEqual([...rows].sort());
  });

  it('are some of them where nothing else is told', () => {
    expect(counted('25 of 38 hospitals damaged in Gaza')).toEqual(['facilities.damaged 25 null']);
    expect(counted('Police arrested 12 of the 20 men who had met there.')).toEqual([
      'people.arrested 12 man',
    ]);
  });
});

describe('some of those of whom another number tells', () => {
  it('are told by the number that stands first', () => {
    expect(
      counted('Fifty of the roughly 240 hostages held in Gaza are to be released over four days.'),
    ).toEqual(['people.released 50 captive', 'people.held 240 captive']);
    expect(counted('Nearly 50 of the roughly 240 hostages were freed.')).toEqual([
      'people.released 50 captive',
    ]);
  });

  it('are a part of the dead where the whole is told before', () => {
    const claims = read(
      'The quake killed 278 people in Syria. About 40 of the dead were in Aleppo and 162 in Damascus.',
    );
    const whole = claims.find(({ value }) => value.nominal === 278);
    expect(claims.filter(({ partOf }) => partOf === whole?.id).map(({ value }) => value.nominal)).toEqual([
      40, 162,
    ]);
  });

  it('are told by their nation abroad, and not at home', () => {
    expect(counted('Twelve Thai hostages were freed in Gaza.')).toEqual(['people.released 12 captive+thai']);
    expect(counted('One Thai woman was killed in Seoul.')).toEqual(['people.killed 1 thai+woman']);
    expect(counted('Three Afghan children were killed in Kabul.')).toEqual(['people.killed 3 child']);
    expect(counted('Ten American soldiers were killed in Kabul.')).toEqual(['people.killed 10 soldier']);
  });

  it('are counted until then where a level is lifted, and on the day itself otherwise', () => {
    const text =
      'Three men were convicted on Monday, bringing the number of those found guilty of the raid to seven.';
    expect(read(text).map(({ value, predicate }) => `${value.nominal} ${predicate.timeClass}`)).toEqual([
      '3 flow',
      '7 cumulative',
    ]);
    const other = read('The number of those found guilty on Monday was seven.');
    expect(other.map(({ predicate }) => predicate.timeClass)).toEqual(['flow']);
  });
});

describe('one of those to whom it happened', () => {
  it.each(['One of those who died was a nurse.', 'Six of the people who were injured are in hospital.'])(
    'is never all of them: %s',
    (text) => {
      const harmed = read(text).filter(({ predicate }) => /killed|injured/.test(predicate.id ?? ''));
      expect(harmed.every(({ partial }) => partial)).toBe(true);
    },
  );

  it('tells nothing of them where it is none', () => {
    expect(counted('None of those who were injured were children.')).toEqual([]);
    expect(counted('None of the pupils were injured.')).toEqual(['people.injured 0 student']);
  });

  it('is told whole where they all are meant', () => {
    const died = read('Six people who were injured on Monday died in hospital.').filter(
      ({ predicate }) => predicate.id === 'people.killed',
    );
    expect(died.map(({ value, partial }) => `${value.nominal} ${partial}`)).toEqual(['6 false']);
  });
});

describe('figures behind other words', () => {
  it.each([
    [
      'The number of people confirmed dead in the tower fire has risen to 17, police said.',
      ['people.killed 17 null'],
    ],
    ['A vigil was held for the 156 people who died in the crush.', ['people.killed 156 null']],
    ['Two people who were on the bus were killed.', ['people.killed 2 null']],
    ['At least 476 people were on the vessel.', ['people.aboard 476 null']],
    [
      'Gunmen raided the school. Officials said 215 students and staff had been taken.',
      ['people.captured 215 student-and-worker'],
    ],
  ])('%s', (text, rows) => {
    expect(counted(text)).toEqual(rows);
  });

  it.each(['Three bombs were on the bus.', 'The bus crashed. Twelve pupils were taken by ambulance.'])(
    'are not taken from %s',
    (text) => {
      expect(counted(text)).toEqual([]);
    },
  );

  it('are told by the voice that they have', () => {
    const origins = (text: string) =>
      extract({ outlet: 'outlet', publishedAt: '2025-10-07T12:00:00Z', text }, vocabulary).claims.map(
        ({ attribution }) => attribution.origin,
      );
    expect(origins('Three people were killed in London, the Met said.')).toEqual(['metropolitan-police']);
    expect(origins('The number of people confirmed dead has risen to 17, doctors said.')).toEqual([
      'doctors',
    ]);
  });
});

describe('the day of a toll', () => {
  const day = (text: string) => read(text).map(({ scope }) => scope.time?.from?.slice(0, 10));
  it('is that of the deed which the toll names', () => {
    expect(
      day('Aftershocks shook Syria early on Tuesday as the toll from Saturday’s earthquake climbed to 278.'),
    ).toEqual(['2025-10-04']);
  });

  it('is the nearest one where the toll names none', () => {
    expect(
      day('The blast on Saturday shook the town as the toll from bombings of the year is 24.'),
    ).not.toContain('2025-10-07');
  });
});

describe('whose term it is', () => {
  const terms = (text: string) =>
    read(text)
      .filter(({ predicate }) => predicate.id === 'sentence.length')
      .map(({ subject, value }) => `${subject.key} ${value.nominal}`);

  it('may be told by a name behind an office', () => {
    expect(terms('The captain, Anna Berg, was sentenced to 36 years in prison on Tuesday.')).toEqual([
      'anna-berg 36',
    ]);
  });

  it('is not told where nobody is named', () => {
    expect(terms('The captain, a sailor, was sentenced to 36 years in prison.')).toEqual([]);
  });
});

describe('where people were', () => {
  it.each([
    ['Troops found nine bodies in Garissa, which Somalia’s Shebab group had attacked.', '9 garissa'],
    ['In 1998, a bomb at the US embassy in Nairobi killed 213 people in an hour.', '213 nairobi'],
    ['The group kidnapped 276 girls from Dovrin.', '276 dovrin'],
    [
      'A raid in Gaza killed nine. Thailand’s prime minister said 12 Thai hostages were freed.',
      '12 gaza-strip',
    ],
  ])('%s', (text, row) => {
    expect(placed(text)).toContain(row);
  });

  it('is not the firm whose workers were taken', () => {
    expect(placed('The group kidnapped 12 workers from Dovrin.')).toEqual(['12 null']);
  });
});
