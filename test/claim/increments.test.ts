import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const added = (text: string): string[] =>
  read(text)
    .filter((claim) => claim.increment)
    .map((claim) => `${claim.predicate.id} ${claim.value.nominal}`);

describe('what comes on top of an earlier count', () => {
  it.each([
    ['The ministry reported 39 new cases of cholera.', ['people.infected 39']],
    ['There were 25 new deaths and 409 new cases.', ['people.killed 25', 'people.infected 409']],
    ['Another 12 bodies were found in the mud.', ['bodies.recovered 12']],
    ['An additional 300 people fled the town.', ['people.displaced 300']],
    ['A further 80 families were evacuated.', ['people.evacuated 80']],
    ['The toll rose to 40 after five more people died.', ['people.killed 5']],
    ['Forty people died in the fire. Seven more died in hospital.', ['people.killed 7']],
    ['The death toll, which rose by six on Sunday, stands at 29.', ['people.killed 6']],
    ['Detectives arrested two more men on Monday.', ['people.arrested 2']],
  ])('is marked: %s', (text, wanted) => {
    expect(added(text)).toEqual(wanted);
  });

  it.each([
    'More than 40 people died.',
    'Forty people or more died.',
    'Twelve new recruits were killed.',
    'The blast killed 12 people and injured another 20.',
    'A vendor was killed. Two more people were wounded.',
    'Fighting left 20 people dead and five more missing.',
    'Twelve people were killed in the new quarter.',
    'The number of cases rose to 409.',
  ])('is not read into what is told once: %s', (text) => {
    expect(added(text)).toEqual([]);
  });
});
