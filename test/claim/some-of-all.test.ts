import { describe, expect, it } from 'vitest';
import { readFile, VOCABULARY_FOLDER } from '../../src/vocabulary/folder.ts';
import { SomeOfAllWords } from '../../src/vocabulary/some-of-all.ts';
import { read, vocabulary } from './read.ts';

const { examples } = readFile(`${VOCABULARY_FOLDER}/some-of-all.yaml`, SomeOfAllWords);

/** "people.shot 2+" where there may be more, "people.shot 2" where there are not; written numbers of victims only. */
const counted = (text: string): string[] =>
  read(text)
    .filter(
      ({ predicate, value }) => vocabulary.predicates.get(predicate.id ?? '')?.toll && value.hedge === 'bare',
    )
    .map(({ predicate, value }) => `${predicate.id} ${value.nominal}${value.halo?.high === null ? '+' : ''}`);

describe('figures that count some of those who were hurt', () => {
  it.each(examples.takes)('leave room for more: %s', (text) => {
    expect(counted(text).some((one) => one.endsWith('+'))).toBe(true);
  });

  it.each(examples.leaves)('are all there are: %s', (text) => {
    const open = counted(text).filter((one) => one.endsWith('+'));
    expect(open).toEqual([]);
  });

  it('are all there are when the report says so', () => {
    expect(counted('All four people were shot in the head in Mombasa.')).toEqual(['people.shot 4']);
  });

  it('keep those who died of them a total', () => {
    expect(counted('Three of the victims died in Mombasa.')).toEqual(['people.killed 3']);
  });
});

describe('what is no count of the hurt', () => {
  it.each(['Kids as young as 13 were riddled with bullets.', 'Women as old as 90 were shot.'])(
    'an age: %s',
    (text) => {
      expect(counted(text)).toEqual([]);
    },
  );

  it('whoever wounds somebody', () => {
    const found = read('At least two suspects wounded the bystanders in Mombasa.');
    const hurt = found.filter(({ predicate }) => predicate.id !== null);
    expect(hurt.map(({ scope }) => scope.population)).toEqual(['civilian']);
  });

  it('those whom a shooting left in critical condition', () => {
    const found = read('Seven men were shot on Monday, leaving two of them in critical condition.');
    const two = found.filter(({ value }) => value.nominal === 2);
    expect(two.map(({ predicate }) => predicate.id)).toEqual(['people.critical']);
  });
});

describe('when it was', () => {
  it('is not the month in which somebody said it', () => {
    const [toll] = read('Last month the ministry said that at least 60,000 people have died in the jails.');
    expect(toll?.scope.time).toMatchObject({ class: 'cumulative', from: null });
  });

  it('may be the day on which somebody said it', () => {
    const [toll] = read('On Sunday the ministry said that at least 60 people had died in the jails.');
    expect(toll?.scope.time).toMatchObject({ class: 'window', from: '2025-10-05' });
  });
});

it('a share is no whole number', () => {
  const [share] = read('Nearly half of the 200 passengers were killed in Mombasa.');
  expect(share?.value.halo?.low).toBeGreaterThan(0.4);
});
