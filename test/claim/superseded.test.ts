import { describe, expect, it } from 'vitest';
import { figures, one, read } from './read.ts';

describe('the figure of an earlier report beside a newer one', () => {
  it.each([
    [
      'Authorities lowered the toll of the attacks in Colombo to 253. Earlier estimates suggested at least 359 people were killed.',
      ['people.killed 253 people'],
    ],
    [
      'Police initially said 12 people were killed in Kabul. The hospital now says 14 people were killed.',
      ['people.killed 14 people'],
    ],
    [
      'Initial reports put the toll at 12. Fourteen people were killed in Kabul, the hospital said.',
      ['people.killed 14 people'],
    ],
    ['The death toll in Colombo was revised down from 359 by about 100.', []],
  ])('is left out: %s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it.each([
    ['Initial reports said 12 people were killed in Kabul.', ['people.killed 12 people']],
    [
      'Initial reports said 12 people were killed in Kabul. Another 30 people were injured.',
      ['people.killed 12 people', 'people.injured 30 people'],
    ],
    [
      'Police initially said 12 people were killed. Three of them were children.',
      ['people.killed 12 people', 'people.killed 3 people'],
    ],
    [
      'Police said 12 people were killed in Kabul. The hospital said 14 people were killed.',
      ['people.killed 12 people', 'people.killed 14 people'],
    ],
    [
      'Earlier, 12 people were killed in Kabul. On Sunday 14 people were killed in Herat.',
      ['people.killed 12 people', 'people.killed 14 people'],
    ],
  ])('stays: %s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });
});

describe('a report that is called false', () => {
  it.each([
    'Reports that 40 people were killed in Colombo are false, the army said.',
    '“Media reports saying that the death toll is 359 are not correct,” he said.',
    'Claims that 40 people were killed were completely baseless, the ministry said.',
  ])('is denied: %s', (text) => {
    expect(one(text, 'people.killed').modality).toBe('denied');
  });

  it.each([
    'Reports that 40 people were killed in Colombo are true, the army said.',
    'Reports said 40 people were killed and the figures were not final.',
    'Forty people were killed, reports say, and rumours about more are false.',
    'The report is false. Forty people were killed.',
  ])('is not: %s', (text) => {
    expect(read(text).find(({ predicate }) => predicate.id === 'people.killed')?.modality).toBe('occurred');
  });
});
