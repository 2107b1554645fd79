import { describe, expect, it } from 'vitest';
import { figures, one, read } from './read.ts';

const placed = (text: string): string[] =>
  read(text)
    .filter(({ predicate }) => predicate.id !== null && predicate.id !== 'statement.quote')
    .map(({ value, scope, partOf }) => `${value.nominal} ${scope.place}${partOf ? ' part' : ''}`);

const told = (text: string): string[] =>
  read(text)
    .filter(({ predicate }) => predicate.id !== null && predicate.id !== 'statement.quote')
    .map(({ value, attribution }) => `${value.nominal} by ${attribution.chain.at(-1)?.name ?? 'the outlet'}`);

describe('figures that share one verb', () => {
  it.each([
    ['Six were killed in Kherson and four in Odesa.', ['6 kherson', '4 odesa']],
    ['Police arrested 20 people in Lyon and 14 in Paris.', ['20 lyon', '14 paris']],
    ['Kenya recorded 148 deaths and Uganda 120.', ['148 kenya', '120 uganda']],
    [
      'France reported 214 new cases on Friday, Spain 180 and Italy 95.',
      ['214 france', '180 spain', '95 italy'],
    ],
    ['Egypt lost 148 soldiers and Indonesia 120.', ['148 egypt', '120 indonesia']],
  ])('have each a place of its own: %s', (text, wanted) => {
    const own = placed(text).filter((row) => !row.endsWith('null'));
    expect(own).toEqual(wanted);
  });

  it.each([
    ['The Greens won 12 seats and the Liberals nine.', ['seats.won 12 Greens', 'seats.won 9 Liberals']],
    [
      'Smith won 54% of the vote, Jones 41% and Poe 3%.',
      ['votes.received 54 Smith', 'votes.received 41 Jones', 'votes.received 3 Poe'],
    ],
    [
      'The incumbent received 1,200 votes, while Jane Roe 900.',
      ['votes.received 1200 incumbent', 'votes.received 900 Jane Roe'],
    ],
    ['The Greens won 12 seats and the mayor nine awards.', ['seats.won 12 Greens']],
    [
      'Smith won 54% of the vote and turnout 60%.',
      ['votes.received 54 Smith', 'election.turnout 60 turnout'],
    ],
    ['Brazil lost 300 jobs and Peru gained 12 points.', ['jobs.cut 300 jobs']],
  ])('have each a doer of its own: %s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it('are told by the place that counts them', () => {
    expect(told('France reported 214 new cases, Spain 180 and Italy 95.')).toEqual([
      '214 by France',
      '180 by Spain',
      '95 by Italy',
    ]);
  });

  it('a name with a number behind it is no member where nothing was counted before', () => {
    expect(figures('Texas 146 is a road, and Kenya lost 12 soldiers.')).toEqual([
      'people.killed 12 soldiers',
    ]);
  });
});

describe('figures of two voices', () => {
  it.each([
    [
      'Organisers put the crowd at 50,000, while police estimated 12,000.',
      ['50000 by Organisers', '12000 by police'],
    ],
    [
      'Organisers said 40,000 people marched, but police put the figure at 15,000.',
      ['40000 by Organisers', '15000 by police'],
    ],
    ['Officials said 12 people were killed; the union said 20.', ['12 by Officials', '20 by the union']],
    ['The group said it killed 12 soldiers while the army said two.', ['12 by The group', '2 by the army']],
    ['Police arrested 20 people, but the mayor said 12 were innocent.', ['20 by the outlet']],
    ['The storm killed 12 people, while officials said 300 homes were lost.', ['12 by the outlet']],
  ])('%s', (text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });
});

describe('figures that are split into places', () => {
  it.each([
    [
      'Twelve people were killed in the storm — one in Acadia Parish, two in Bossier.',
      ['12 null', '1 acadia-parish part', '2 bossier part'],
    ],
    ['Police arrested 20 people: 14 in Paris and six in Lyon.', ['20 null', '14 paris part', '6 lyon part']],
    [
      'The quake injured 40 people – 30 in Izmir, 10 in Manisa – officials said.',
      ['40 null', '30 izmir part', '10 manisa part'],
    ],
    [
      'The river rose in Louisiana. The floods claimed five lives — one in Acadia Parish, two in East Baton Rouge Parish and two in St. Helena Parish.',
      ['5 louisiana', '1 acadia-parish part', '2 east-baton-rouge-parish part', '2 st-helena-parish part'],
    ],
    ['Police arrested 20 people: 14 in their homes.', ['20 null']],
    ['Two people were killed: 14 in Lagos.', ['2 lagos']],
  ])('%s', (text, wanted) => {
    expect(placed(text)).toEqual(wanted);
  });
});

describe('a level behind a step', () => {
  it.each([
    ['The death toll rose from 19 to 24.', 'people.killed', 24],
    ['The bank raised its key rate by 25 basis points to 5.5 percent.', 'interest.rate', 5.5],
    ['The bank raised its key rate half a point to 4.5 percent.', 'interest.rate', 4.5],
    ['The bank raised its key rate from 4.25% to 4.5%.', 'interest.rate', 4.5],
    ['The Fed raised interest rates by 0.75 percent to 3.25 percent.', 'interest.rate', 3.25],
  ])('%s', (text, predicate, value) => {
    expect(one(text, predicate).value.nominal).toBe(value);
  });

  it('a range that a rate was brought to is its level', () => {
    const text =
      'The bank raised its key rate by 0.75 percentage point to a range of 1.25 per cent to 1.75 per cent.';
    expect(one(text, 'interest.rate').value.core).toEqual({ low: 1.25, high: 1.75 });
  });

  it.each([
    'The bank cut interest rates by half a percentage point.',
    'The bank raised rates by 25 basis points.',
  ])('how far it went is none: %s', (text) => {
    expect(read(text).filter(({ predicate }) => predicate.id === 'interest.rate')).toEqual([]);
  });
});
