import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const rows = (text: string): string[] =>
  read(text)
    .filter(({ predicate, value }) => predicate.id !== null && value.kind !== 'text')
    .map(({ predicate, value, scope }) =>
      [predicate.id, value.nominal, scope.population].filter((part) => part !== null).join(' '),
    );

describe('what names people and what the sentence tells of them', () => {
  it.each([
    ['The 21 youths abducted from the farm last week had been released.', ['people.released 21 youth']],
    [
      'A total of 113 of the 276 girls abducted remain missing.',
      ['people.missing 113 girl', 'people.captured 276 girl'],
    ],
    ['Some 40 men arrested in northern Nigeria have been charged.', ['people.charged 40 man']],
    ['Ten people injured in the blast died in hospital.', ['people.killed 10']],
    ['The 12 youths abducted on Monday are from one family.', ['people.captured 12 youth']],
  ])('%s', (text, wanted) => {
    expect(rows(text)).toEqual(wanted);
  });
});

describe('some of those whom the sentence names', () => {
  it.each([
    ['Crews found more than 100 people, many of whom were in hospital.', []],
    ['Twenty people, most of whom were killed by falling walls, lived there.', []],
    ['Police freed 30 people, 20 of whom were injured.', ['people.released 30', 'people.injured 20']],
  ])('are not all of them: %s', (text, wanted) => {
    expect(rows(text)).toEqual(wanted);
  });
});

describe('figures told respectively', () => {
  it.each([
    [
      'The number of cases and deaths has risen to 17,824 and 595 respectively.',
      ['people.infected 17824', 'people.killed 595'],
    ],
    [
      'The number of dead and injured rose to 24 and 80, respectively.',
      ['people.killed 24', 'people.injured 80'],
    ],
    ['The number of dead rose to 24, and 80 homes were lost respectively.', ['people.killed 24']],
  ])('%s', (text, wanted) => {
    expect(rows(text)).toEqual(wanted);
  });
});

describe('words on the way to a figure', () => {
  it.each([
    ['Gunmen killed a total of 12 people on Monday.', ['people.killed 12']],
    ['The death toll from the fire raging in the hills rose to 29.', ['people.killed 29']],
    ['The toll was put at 288, which the government revised to 275.', ['people.killed 275']],
    ['The toll was put at 288, which shocked the country of 275 islands.', ['people.killed 288']],
    [
      'It was the largest number of girls released since gunmen kidnapped a total of 276 of them.',
      ['people.captured 276'],
    ],
    ['The number of girls released has risen to 103.', ['people.released 103 girl']],
    ['There were 1,415 hospitalized suspected cases.', ['people.infected 1415 suspected-case']],
    ['The ministry confirmed 1,193 cases.', ['people.infected 1193 confirmed-case']],
    ['The ministry reported 1,193 cases.', ['people.infected 1193']],
    ['Of that, 1,521 (88%) patients have been discharged.', ['people.discharged 1521 patient']],
    ['To date, 76 measles related deaths have been recorded.', ['people.killed 76']],
    ['The toll rose by six on Sunday to 29.', ['people.killed 6', 'people.killed 29']],
    ['The toll, which increased by six on Sunday, is expected to rise.', ['people.killed 6']],
    ['Prices, which increased by six percent, are a toll on families.', []],
    ['The blast left at least 8 people dead and scores wounded.', ['people.killed 8', 'people.injured 40']],
    ['The keeper said the scores dead level were 40 to 40.', []],
    ['Scores were injured, officials said.', ['people.injured 40']],
    ['The scores were level at half time.', []],
    ['They found two other people shot and killed.', ['people.killed 2']],
    ['Police said two people shot at them.', []],
  ])('%s', (text, wanted) => {
    expect(rows(text)).toEqual(wanted);
  });
});

describe('how badly some are hurt', () => {
  const parts = (text: string): string[] => {
    const claims = read(text).filter(({ predicate }) => predicate.id === 'people.injured');
    return claims.map(({ value, partOf }) => {
      const whole = claims.find(({ id }) => id === partOf);
      return whole ? `${value.nominal} of ${whole.value.nominal}` : `${value.nominal}`;
    });
  };

  it.each([
    ['The crash injured 35 people. Among the injured, 17 were grievously hurt.', ['35', '17 of 35']],
    ['The crash injured 35 people. Later 17 suffered serious injuries, police said.', ['35', '17 of 35']],
    ['Police said that 17 people suffered serious injuries.', ['17']],
  ])('%s', (text, wanted) => {
    expect(parts(text)).toEqual(wanted);
  });

  it('is told of whom the number counts', () => {
    expect(rows('Four critically injured passengers were taken to hospital.')).toEqual([
      'people.hospitalised 4 passenger',
    ]);
  });
});

describe('a figure of the last hours', () => {
  const outbreak = 'The ministry reported 340 cases of cholera so far. To date, 76 deaths have been recorded';

  it('is of these hours, whatever is counted in all', () => {
    const deaths = read(`${outbreak}, with two fatalities in the last 24 hours.`).filter(
      ({ predicate }) => predicate.id === 'people.killed',
    );
    expect(deaths.map(({ value, predicate }) => [value.nominal, predicate.timeClass])).toEqual([
      [76, 'cumulative'],
      [2, 'flow'],
    ]);
  });
});
