import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** "people.killed 2" for each figure of the people at large that no other holds, the largest of each predicate. */
const tolls = (text: string): string[] => {
  const best = new Map<string, number>();
  for (const { predicate, scope, partOf, value } of read(text)) {
    if (!/killed|injured/.test(predicate.id ?? '') || scope.population !== null || partOf !== null) continue;
    best.set(predicate.id ?? '', Math.max(best.get(predicate.id ?? '') ?? 0, value.nominal ?? 0));
  }
  return [...best].map(([id, number]) => `${id} ${number}`).sort();
};

describe('the toll of an event, told one by one', () => {
  it.each([
    [
      'Gunfire broke out in a bar on Monday. A 22-year-old man died at the scene. A 31-year-old man was pronounced dead later. A woman was taken to hospital with a gunshot wound.',
      ['people.injured 1', 'people.killed 2'],
    ],
    ['Jane Roe and John Doe were shot and killed on Monday. Roe was killed in her car.', ['people.killed 2']],
    ['Jane Roe, 40, and John Doe, 19, were shot and killed on Monday.', ['people.killed 2']],
    ['Mary Anne Grant, 18, and Jane Roe, 22, died on Monday.', ['people.killed 2']],
    ['Jane Roe, 40, John Doe, 19, and Jim Poe, 22, died on Monday.', ['people.killed 3']],
    ['Five people were shot on Monday. Two of the victims died.', ['people.injured 3', 'people.killed 2']],
    ['Police are investigating a triple homicide on Monday.', ['people.killed 3']],
    [
      'Police are investigating whether a shooting on Monday that left two people dead was planned.',
      ['people.killed 2'],
    ],
    ['A farmer killed three people on Monday and then himself.', ['people.killed 4']],
    ['A man was shot outside a shop on Monday. He died in hospital.', ['people.killed 1']],
    ['John Doe threatened the patrol on Monday. Soldiers returned fire, killing him.', ['people.killed 1']],
    ['A rebel ran from the house on Monday and opened fire. He was engaged and killed.', ['people.killed 1']],
    ['John Doe went home on Monday. “He was killed by grief,” she said.', []],
    ['John Doe went home on Monday. A gunman had tried to kill him.', []],
    ['A man died in a crash on Monday. Two other people were killed in the car behind.', ['people.killed 3']],
  ])('%s', (text, wanted) => {
    expect(tolls(text)).toEqual(wanted);
  });

  it('makes what it adds up parts of it', () => {
    const claims = read('A 22-year-old man was killed on Monday. A 31-year-old woman was killed too.');
    const total = claims.find((claim) => claim.extractor.rule.endsWith('/event'));
    expect(total?.value).toMatchObject({ nominal: 2, hedge: 'implicit', halo: { low: 1, high: null } });
    expect(claims.filter((claim) => claim.partOf === total?.id)).toHaveLength(2);
  });

  it('is as sure as its words: others come on top', () => {
    const claims = read('A man died in a crash on Monday. Two other people were killed in a car.');
    const total = claims.find((claim) => claim.extractor.rule.endsWith('/event'));
    expect(total?.value).toMatchObject({ nominal: 3, halo: { low: 3, high: null } });
  });

  it('adds nothing where the article says the figure', () => {
    const claims = read(
      'Two people were killed on Monday. A man, 22, was killed in a car. A woman was killed at home.',
    );
    expect(claims.some((claim) => claim.extractor.rule.endsWith('/event'))).toBe(false);
    expect(tolls('Two people were killed on Monday. A man, 22, was killed in a car.')).toEqual([
      'people.killed 2',
    ]);
  });

  it('takes no figure for a part of another that is said of the same people', () => {
    const claims = read(
      'The blast on Monday killed 36 people. The blast on Monday, which killed 33 people, was the worst yet.',
    );
    expect(claims.map(({ value, partOf }) => [value.nominal, partOf])).toEqual([
      [36, null],
      [33, null],
    ]);
  });

  it('takes no sum for a part of another that counts the same kinds of people otherwise', () => {
    const sums = (text: string) =>
      read(text)
        .filter(({ extractor }) => extractor.rule.endsWith('/total'))
        .map(({ value, partOf }) => [value.nominal, partOf === null ? 'whole' : 'part']);
    const first = 'The raid on Monday killed 12 soldiers and one civilian.';
    expect(sums(`${first} The raid on Monday killed 12 soldiers and three civilians.`)).toEqual([
      [13, 'whole'],
      [15, 'whole'],
    ]);
    // Of other kinds, or of no day, they may be among those.
    expect(sums(`${first} The raid on Monday killed four women and two children.`)).toEqual([
      [13, 'whole'],
      [6, 'part'],
    ]);
    expect(sums(`${first} It killed four soldiers and one civilian in the first hour.`)).toEqual([
      [13, 'whole'],
      [5, 'part'],
    ]);
  });

  it('leaves out what happened on other days', () => {
    expect(
      tolls('Two men and a woman were killed on Monday. In 2019 a gunman killed nine people in the town.'),
    ).toEqual(['people.killed 9']);
    const claims = read(
      'A man and a woman were killed on Monday. In 2019 a gunman killed nine people there.',
    );
    expect(claims.find((claim) => claim.value.nominal === 2)?.scope.population).toBeNull();
  });
});

describe('the day of an event', () => {
  it.each([
    'A man was charged on Friday with killing a clerk. The clerk was shot on Thursday. Two customers were killed.',
    'Police arrested a man on Sunday over a robbery. A clerk was killed on Thursday. Two customers were killed.',
  ])('is not that of an arrest or a charge: %s', (text) => {
    const found = read(text).find(({ value }) => value.text === 'Two');
    expect(found?.scope.time?.from).toBe('2025-10-02');
  });
});

it('those who are hurt badly are no total of all who are hurt', () => {
  const rows = read(
    'A crowd was crushed in an alley, killing 151 people and injuring 82 others. Nineteen of the injured were in critical condition.',
  );
  const hurt = rows.filter(({ predicate }) => predicate.id === 'people.injured');
  expect(hurt.map(({ value }) => value.nominal)).toEqual([82]);
});
