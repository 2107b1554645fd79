import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** "3.7 unemployment.rate expected" for every row with a predicate. */
const told = (text: string): string[] =>
  read(text)
    .filter(({ predicate }) => predicate.id !== null && predicate.id !== 'statement.quote')
    .map(({ value, predicate, modality }) => `${value.nominal} ${predicate.id} ${modality}`);

describe('a figure of a time to come', () => {
  it.each([
    [
      'They predict the unemployment rate, which was high in May, will rise to 3.7% in December.',
      '3.7 unemployment.rate expected',
    ],
    [
      'The average forecast for the jobless rate at the end of next year is 4.7%.',
      '4.7 unemployment.rate expected',
    ],
    [
      'Economists now expect the unemployment rate to average 3.8% in this quarter.',
      '3.8 unemployment.rate expected',
    ],
    ['The bank expects inflation of 4 percent next year.', '4 inflation.rate expected'],
    ['The bank released a forecast showing economic growth of 3 percent.', '3 economy.growth expected'],
    ['The storm is forecast to bring winds of 120 mph.', '120 wind.speed expected'],
    ['The death toll may reach 1,000.', '1000 people.killed conditional'],
    ['Officials said the number of dead could pass 25,000.', '25000 people.killed conditional'],
  ])('%s', (text, row) => {
    expect(told(text)).toEqual([row]);
  });

  it.each([
    ['Unemployment rose to 7 % in May, higher than expected.', '7 unemployment.rate occurred'],
    ['Officials estimate that the unemployment rate is 7 percent.', '7 unemployment.rate occurred'],
    [
      'Analysts had expected the unemployment rate to fall but it rose to 7 percent.',
      '7 unemployment.rate occurred',
    ],
    ['The death toll, which may be revised, stands at 24.', '24 people.killed occurred'],
    ['Inflation of 3 percent beat all forecasts.', '3 inflation.rate occurred'],
  ])('what is so is not looked forward to: %s', (text, row) => {
    expect(told(text)).toEqual([row]);
  });
});

describe('nobody', () => {
  it.each([
    [
      'The monitor said not a single Hamas terrorist was killed in the strikes.',
      ['0 people.killed occurred'],
    ],
    ['Not one civilian was killed in the raid, the army said.', ['0 people.killed occurred']],
    ['Not one of the passengers was hurt.', ['0 people.injured occurred']],
    ['Not one but two men were killed in the raid.', ['2 people.killed occurred']],
    ['The army said it had no indication that any civilians were killed in the strikes.', []],
    ['There were no reports that any passengers were injured in the fire.', []],
    ['Police do not believe that any officers were hurt.', []],
    ['Many officers were hurt.', ['4 people.injured occurred']],
  ])('%s', (text, rows) => {
    expect(told(text)).toEqual(rows);
  });

  it('a militant of a named group is one person, whatever the tagger takes the word for', () => {
    expect(read('Soldiers killed one Hamas militant.')[0]?.subject.text).toBe('Hamas militant');
  });
});

describe('what is only feared or likely', () => {
  it.each([
    'There were fears that 300 people had died.',
    'Officials raised the possibility that 40 people were killed.',
    'Hope gave way to the growing likelihood that 40 of them had died.',
  ])('is expected: %s', (text) => {
    expect(read(text).map(({ modality }) => modality)).toEqual(['expected']);
  });

  it.each([
    'Forty people were killed, and the likelihood of more attacks is high.',
    'There is hope that five missing students are alive.',
    'Police had no fear, and 40 people were killed.',
  ])('is not what stands beside it: %s', (text) => {
    expect(read(text).map(({ modality }) => modality)).toEqual(['occurred']);
  });
});
