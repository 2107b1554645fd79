import { describe, expect, it } from 'vitest';
import { shown } from './time-sentence.ts';

const gaza = { mentions: (word: string) => ['gaza', 'hamas', 'israel', 'israeli'].includes(word) };

describe('times in a sentence', () => {
  it.each([
    ['Israeli attacks on Monday killed at least ten people.', ['Monday | 2025-10-06 – 2025-10-07']],
    ['Negotiators are expected to reconvene on Wednesday.', ['Wednesday | 2025-10-08 – 2025-10-09']],
    ['Talks resumed Tuesday in Egypt.', ['Tuesday | 2025-10-07 – 2025-10-08']],
    [
      'The first round was held overnight Monday to Tuesday.',
      ['overnight Monday to Tuesday | 2025-10-06T18:00 – 2025-10-07T06:00'],
    ],
    [
      'Tensions escalated over the weekend as airstrikes killed 24.',
      ['over the weekend | 2025-10-04 – 2025-10-06'],
    ],
    ['An attempt last month killed five.', ['last month | 2025-09-01 – 2025-10-01']],
    ['In the past 24 hours 30 people died.', ['In the past 24 hours | 2025-10-06T12:00 – 2025-10-07T12:00']],
    ['It happened at 11:30 p.m. Monday.', ['11:30 p.m. Monday | 2025-10-06T23:30 – 2025-10-06T23:31']],
    ['As of Monday, 24 had died.', ['As of Monday | 2025-10-06 – 2025-10-07 | as-of']],
    ['So far this year 24 have died.', ['So far this year | 2025-01-01 – 2025-10-08 | cumulative']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('dates a war by the words around it', () => {
    expect(shown('1,701 workers have been killed since the war began.', gaza)).toEqual([
      'since the war began | 2023-10-07 – 2025-10-08 | cumulative',
    ]);
    expect(shown('1,701 workers have been killed since the war began.')).toEqual([
      'since the war began | … – 2025-10-08 | cumulative',
    ]);
  });

  it.each([
    'He may march on and on.',
    'They did not trust it, not even for a second.',
    'The sun sat low after a fall.',
    'At least 24 people watched Friday Night Lights for four hours.',
    'They were out of school for a third consecutive year.',
    'It was dated Feb 30, 2024.',
  ])('finds none in: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });
});
