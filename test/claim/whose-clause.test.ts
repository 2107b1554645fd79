import { describe, expect, it } from 'vitest';
import { figures, read } from './read.ts';

describe('“who” is the nearest person', () => {
  it.each([
    ['Two deputies were called to a boy who was shot in the arm.', 'people.shot 1 boy'],
    ['The sister of Jane Roe, who died after being shot on Monday, spoke.', 'people.killed 1 Jane Roe'],
    ['The crowd honored Jane Roe, who died last week.', 'people.killed 1 Jane Roe'],
    ['Three officers spoke with Jane Roe, who later died.', 'people.killed 1 Jane Roe'],
    ['Two brothers in a car who were shot on Monday survived.', 'people.shot 2 brothers'],
    ['Four people died after being shot on Monday.', 'people.killed 4 people'],
    ['A woman was hospitalized shortly after being shot.', 'people.shot 1 woman'],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toContain(wanted);
  });

  it.each([
    'Eleven officers traded fire with Roe, who was killed.',
    'Four deputies were called to a boy who was killed.',
  ])('the others of the sentence are not meant: %s', (text) => {
    expect(
      read(text).filter(({ predicate, value }) => predicate.id === 'people.killed' && value.nominal !== 1),
    ).toEqual([]);
  });
});

describe('a family’s name behind a quotation', () => {
  it.each([
    [
      'Jane Roe was killed. “We loved her very much,” said Margaret Roe. “She was so kind to us,” Roe said.',
      'margaret-roe',
    ],
    [
      'Robert Roe was there. His son, Joe Roe, was not. “We will not let this stand,” Roe said.',
      'robert-roe',
    ],
  ])('is that of whoever spoke before, else of the first who is named: %s', (text, key) => {
    expect(
      read(text)
        .filter(({ predicate }) => predicate.id === 'statement.quote')
        .at(-1)?.subject.key,
    ).toBe(key);
  });
});

describe('a verb of one is not that of several', () => {
  it('whoever they are', () => {
    expect(figures('Police said a boy was hurt, along with a man who was shot in the leg.')).toEqual(
      expect.arrayContaining(['people.injured 1 boy', 'people.shot 1 man']),
    );
    expect(figures('Police said the boy left, along with the man who was shot.')).not.toContain(
      'people.shot 2 Police',
    );
  });

  it('a couple and a family are one', () => {
    expect(figures('The couple was killed on Monday.')).toEqual(['people.killed 1 couple']);
  });
});

describe('a verb of several is not that of one', () => {
  it.each([
    ['Four men coming from a meal to honor a friend were shot.', 'people.shot 4 men'],
    ['Six people on their way to visit a relative were killed.', 'people.killed 6 people'],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toContain(wanted);
  });

  it.each(['The driver said a couple were killed.', 'Four men left, and a woman and a boy were killed.'])(
    'the number that has its own verb is not meant: %s',
    (text) => {
      expect(figures(text)).not.toContain('people.killed 4 men');
    },
  );
});

describe('how many of them died of it', () => {
  it.each([
    ['Four people were shot, one fatally.', 'people.killed 1 people'],
    ['Seven men were stabbed, two fatally, on Monday.', 'people.killed 2 men'],
  ])('is a figure of its own: %s', (text, wanted) => {
    expect(figures(text)).toContain(wanted);
    expect(read(text).find(({ predicate }) => predicate.id === 'people.killed')?.partOf).toBeNull();
  });

  it('not where the word tells of the next number', () => {
    expect(figures('Four people were shot, one fatally ill man said.')).not.toContain(
      'people.killed 1 people',
    );
  });
});

describe('what is said of them may come first, with where it happened', () => {
  it('and the number last', () => {
    expect(figures('Also injured in the shooting were three men.')).toContain('people.injured 3 men');
  });
});
