import { describe, expect, it } from 'vitest';
import { figures, one, read } from './read.ts';

describe('prices without a word before them', () => {
  it('are consumer prices where the article tells of inflation', () => {
    expect(figures('Inflation eased in May. Prices rose 0.1 percent from April.')).toEqual([
      'prices.rise 0.1 rise of consumer prices',
    ]);
  });

  it.each([
    'Prices rose 0.1 percent in May.',
    'Inflation eased in May. Oil prices rose 0.1 percent.',
    'Inflation hurts buyers. House prices cooled, and prices slipped 0.1 percent in May.',
  ])('are not: %s', (text) => {
    expect(figures(text).filter((row) => row.startsWith('prices.'))).toEqual([]);
  });
});

describe('a vote gives both sides', () => {
  it.each([
    ['The House voted 219–213 to pass the bill.', 219, 213],
    ['The Senate voted 50-49 against adjourning.', 49, 50],
    ['The amendment failed 42 to 58.', 42, 58],
    ['The proposal lost 46-54.', 46, 54],
    ['The Senate approved the measure by a vote of 52 to 48.', 52, 48],
    ['Lawmakers voted by 336 votes to 217 to reject the deal.', 217, 336],
    ['The 51-50 vote followed a long session of the Senate.', 51, 50],
  ])('%s', (text, inFavour, against) => {
    expect(one(text, 'motion.in-favour').value.nominal).toBe(inFavour);
    expect(one(text, 'motion.against').value.nominal).toBe(against);
  });

  it.each(['The team lost 46-54 at home.', 'The bus passed 12 to 15 houses.', 'The court ruled 5-4.'])(
    'but a score is none: %s',
    (text) => {
      expect(figures(text).filter((row) => row.startsWith('motion.'))).toEqual([]);
    },
  );
});

describe('two shares of one contest', () => {
  it.each([
    'Anna Smith defeated Bob Jones by 52 to 48 percent in the election.',
    'Anna Smith defeated Bob Jones by 52 % to 48 % in the election.',
    'Anna Smith defeated Bob Jones 52 percent to 48 percent in the election.',
  ])('belong to winner and loser: %s', (text) => {
    expect(figures(text)).toEqual(['votes.received 52 Anna Smith', 'votes.received 48 Bob Jones']);
  });

  it('are no shares of votes where nobody votes', () => {
    expect(figures('Anna Smith defeated Bob Jones by 52 to 48 percent.')).toEqual([]);
  });
});

describe('whom a sentence frees it does not hold', () => {
  it.each([
    ['The remaining 14 students who were kidnapped were freed.', ['people.released 14 students']],
    ['Eighteen citizens held hostage by the rebels have been released.', ['people.released 18 citizens']],
    ['The group handed over two hostages to the Red Cross.', ['people.released 2 hostages']],
    ['Nearly 100 injured have been discharged.', ['people.discharged 100 people']],
    [
      'One man was shot in the hand, but was treated and released.',
      ['people.shot 1 man', 'people.injured 1 people'],
    ],
    ['The 30 workers who were arrested on Friday were charged.', ['people.charged 30 workers']],
  ])('%s', (text, rows) => {
    expect(figures(text)).toEqual(rows);
  });

  it('and "over" is the verb’s own where it hands somebody over', () => {
    const claim = one('The group handed over two hostages to the Red Cross.', 'people.released');
    expect(claim.value.core).toEqual({ low: 2, high: 2 });
  });

  it.each(['The label released 12 in May.', 'Talks on the release of 20 hostages resumed.'])(
    'but frees nobody here: %s',
    (text) => {
      expect(figures(text)).toEqual([]);
    },
  );
});

describe('a statement that somebody issued', () => {
  it.each([
    'The health ministry released a statement stating that 24 people had been killed.',
    'The health ministry has issued a statement saying that 24 people had been killed.',
  ])('is theirs: %s', (text) => {
    expect(one(text, 'people.killed').attribution.origin).toBe('health-ministry');
  });
});

describe('a list that goes on is not added up', () => {
  it.each([
    'Hamas released 13 Israelis, 10 Thais who were farm workers and one Filipino.',
    'They found the bodies of a girl and a boy, about 4, along with the father.',
  ])('%s', (text) => {
    expect(read(text).filter(({ extractor }) => extractor.rule.endsWith('/total'))).toEqual([]);
  });
});

describe('a crowd as two voices count it', () => {
  it('has both figures, each with its own source', () => {
    const rows = read(
      'In Lyon 7,000 people marched according to the prefecture, 160,000 according to the unions.',
    );
    expect(
      rows
        .filter(({ predicate }) => predicate.id === 'people.protesting')
        .map(({ value, attribution }) => [value.nominal, attribution.origin]),
    ).toEqual([
      [7000, 'prefecture'],
      [160000, 'unions'],
    ]);
  });

  it.each([
    ['The unions had 350,000 in the streets on Thursday.', ['people.protesting 350000 people']],
    ['The town had 12 trees in the streets.', []],
  ])('%s', (text, rows) => {
    expect(figures(text)).toEqual(rows);
  });
});

describe('the same people counted once more', () => {
  it('are not added up when the unit is another one', () => {
    expect(figures('The floods displaced 40,640 families or 199,327 people.')).toEqual([
      'people.displaced 40640 families',
      'people.displaced 199327 people',
    ]);
  });

  it('are a part of those whom the sentence opens with', () => {
    const rows = read('Of the 40 injured, three died in hospital.');
    const whole = rows.find(({ predicate }) => predicate.id === 'people.injured');
    expect(rows.find(({ predicate }) => predicate.id === 'people.killed')?.partOf).toBe(whole?.id);
  });
});
