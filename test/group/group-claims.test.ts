import { describe, expect, it } from 'vitest';
import { dayAfter, dayOf, instantOf, writeWindow } from '../../src/group/calendar.ts';
import { nameOf, plural, questionOf, withArticle } from '../../src/group/question.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { claim, type Told } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const known = loadVocabulary();
const groups = (...rows: readonly Told[]) =>
  reconcile(rows.map((row, i) => claim({ outlet: `o${i}`, ...row }))).groups.length;

describe('which claims answer one question', () => {
  it('the same people, place and day do', () => expect(groups({}, { value: '10' })).toBe(1));
  it('another day, place or people do not', () =>
    expect(groups({}, { from: '2025-10-05' }, { place: 'west-bank' }, { population: 'child' })).toBe(4));
  it('another cause does: it does not decide', () => expect(groups({}, { cause: 'airstrike' })).toBe(1));
  it('a toll of one day and a toll since a start do not', () =>
    expect(groups({}, { timeClass: 'cumulative' })).toBe(2));
  it('a running total of two days does', () =>
    expect(
      groups(
        { timeClass: 'cumulative', asOf: '2025-10-06' },
        { timeClass: 'cumulative', asOf: '2025-10-09' },
      ),
    ).toBe(1));
  it('what is expected and what has happened do not', () =>
    expect(groups({}, { modality: 'expected' })).toBe(2));
  it('what goes on and what has happened do', () => expect(groups({}, { modality: 'ongoing' })).toBe(1));
  it('an unknown place is no place in particular', () =>
    expect(groups({}, { value: '10', place: null, provenance: { place: 'unknown', time: 'explicit' } })).toBe(
      2,
    ));
  it('hours of one day are that day', () =>
    expect(groups({}, { from: '2025-10-06T02:00', to: '2025-10-06T20:00' })).toBe(1));
  it('a row of a user without a scope is compared with another without a scope', () =>
    expect(
      groups(
        ...['a', 'b'].map((outlet) => ({
          ...{ outlet, structured: true, predicate: null, predicateText: 'Population', subject: 'atlanta' },
          ...{ place: null, from: null, to: null, provenance: {} },
        })),
      ),
    ).toBe(1));
  it('each claim is in one group', () => {
    const claims = ['1', '2', '3'].map((value, i) =>
      claim({ value, outlet: `o${i}`, from: `2025-10-0${i + 1}` }),
    );
    const ids = reconcile(claims).groups.flatMap((group) => group.claims);
    expect(ids.sort()).toEqual(claims.map((c) => c.id).sort());
  });
});

describe('days', () => {
  it('are read without the zone of the host', () => {
    expect(instantOf('2025-10-06')).toBe(Date.UTC(2025, 9, 6));
    expect(instantOf('2025-10-06T18:30')).toBe(Date.UTC(2025, 9, 6, 18, 30));
    expect(instantOf('2025-10-06T18:30:00+03:00')).toBe(Date.UTC(2025, 9, 6, 15, 30));
    expect(instantOf('Monday')).toBeNull();
  });
  it('are rounded to whole ones', () => {
    expect(dayAfter(Date.UTC(2025, 9, 7, 6))).toBe('2025-10-08');
    expect(dayAfter(Date.UTC(2025, 9, 7))).toBe('2025-10-07');
    expect(dayOf(Date.UTC(2025, 9, 7, 23))).toBe('2025-10-07');
  });
  it.each([
    ['2025-10-06', '2025-10-07', '6 October 2025'],
    ['2025-10-04', '2025-10-06', '4–5 October 2025'],
    ['2025-09-28', '2025-10-03', '28 September – 2 October 2025'],
    ['2025-10-01', '2025-11-01', 'October 2025'],
    ['2025-01-01', '2026-01-01', '2025'],
    ['2024-12-31', '2025-01-02', '31 December 2024 – 1 January 2025'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(writeWindow(Date.parse(from), Date.parse(to))).toBe(words);
  });
});

it.each([
  ['child', 'children'],
  ['policeman', 'policemen'],
  ['woman', 'women'],
  ['police officer', 'police officers'],
  ['civilian', 'civilians'],
  ['body', 'bodies'],
  ['day', 'days'],
  ['schoolchild', 'schoolchildren'],
  ['German', 'Germans'],
  ['witness', 'witnesses'],
  ['security personnel', 'security personnel'],
])('more than one %s are %s', (one, many) => {
  expect(plural(one)).toBe(many);
});

describe('the question of a group', () => {
  const question = (predicate: string, told: Told) =>
    questionOf([claim({ predicate, ...told })], known.predicates.get(predicate), known);

  it.each([
    ['talks', 'the talks'],
    ['the talks', 'the talks'],
    ['their indirect talks', 'the indirect talks'],
    ['Israeli delegation', 'the Israeli delegation'],
    ['United States', 'the United States'],
    ['Gaza Strip', 'the Gaza Strip'],
    ['Abdul Samad', 'Abdul Samad'],
    ['Trump’s plan', 'Trump’s plan'],
    ["Trump's proposal", "Trump's proposal"],
    ['the Trump’s proposal', 'Trump’s proposal'],
    ['All parties', 'all parties'],
    ['army', 'the army'],
    ['', ''],
  ])('speaks of “%s” as “%s”', (phrase, spoken) => expect(withArticle(phrase)).toBe(spoken));

  it('reads as English', () => {
    expect(question('people.killed', {})).toBe('People killed in the Gaza Strip, 6 October 2025');
    expect(question('people.killed', { place: 'egypt' })).toBe('People killed in Egypt, 6 October 2025');
    expect(question('people.killed', { place: 'karsin' })).toBe('People killed in Karsin, 6 October 2025');
    expect(question('event.duration', { subject: 'their indirect talks' })).toBe(
      'How long the indirect talks lasted, 6 October 2025',
    );
    expect(question('plan.points', { subject: 'Trump’s plan', timeClass: 'stock' })).toBe(
      'Points of Trump’s plan',
    );
  });
  it.each([
    ['facilities.damaged', 'facilities damaged', /^Facilities damaged in/],
    ['facilities.destroyed', 'homes destroyed', /^Homes destroyed in/],
  ] as const)('says nothing twice in a row: %s of “%s”', (predicate, subject, asked) =>
    expect(question(predicate, { subject, timeClass: 'stock' })).toMatch(asked),
  );

  it('names things by their unit when nobody names them, and never as people', () => {
    const told = { subject: 'people', timeClass: 'stock' } as const;
    expect(question('facilities.damaged', told)).toMatch(/^Facilities damaged in the Gaza Strip/);
    expect(question('facilities.damaged', { ...told, subject: 'hospitals' })).toMatch(/^Hospitals damaged/);
  });
  it('takes the plainest of several wordings, whichever comes first', () => {
    const rows = ['intensive negotiations', 'talks', 'opening session'].map((subject) => claim({ subject }));
    const predicate = known.predicates.get('event.duration');
    const asked = [rows, rows.toReversed()].map((each) => questionOf(each, predicate, known));
    expect(asked[0]).toMatch(/^How long the talks lasted/);
    expect(asked[1]).toBe(asked[0]);
  });
  it('tells a region from the town that it is named after', () =>
    expect(nameOf(known.places, 'herat-region')).toBe('Herat region'));
});
