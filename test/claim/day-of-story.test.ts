import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** First days of the claims of a predicate; articles of `read` are of Tuesday, 7 October 2025. */
const days = (text: string, predicate = 'people.killed'): (string | null)[] =>
  read(text)
    .filter((claim) => claim.predicate.id === predicate)
    .map(({ scope: { time } }) => time?.from?.slice(0, 10) ?? null);

describe('the day of what is done about a deed is not that of the deed', () => {
  it.each([
    'Firefighters on Tuesday searched the rubble of a mall after a strike that killed 18 people.',
    'Rescuers searched the rubble on Tuesday following a strike that killed 18 people.',
  ])('%s', (text) => {
    expect(days(text)).toEqual([null]);
    expect(days(`A mall in Poltava burnt down on Sunday. ${text}`)).toEqual(['2025-10-05']);
  });

  it.each([
    'On Monday 18 people were killed after a bomb went off.',
    'A strike on Monday killed 18 people after a warning.',
    'Police on Monday shot dead 18 people after a robbery.',
  ])('what stands before "after" keeps its day: %s', (text) => {
    expect(days(text)).toEqual(['2025-10-06']);
  });
});

describe('when people came to something else is not when this happened to them', () => {
  it('girls who were abducted last month were released later', () => {
    expect(
      days('The group has released 101 girls abducted from a school last month.', 'people.released'),
    ).toEqual([null]);
  });

  it('where it is the same deed, its day stays', () => {
    expect(days('Gunmen abducted 101 girls from a school last month.', 'people.captured')).toEqual([
      '2025-09-01',
    ]);
  });
});

describe('the day of a text that gives figures is not theirs', () => {
  it('a press conference that was convened today', () => {
    const text =
      'An earthquake shook Mombasa on Sunday. In the press conference convened by the agency today, the spokesman said 105 people died.';
    expect(days(text)).toEqual(['2025-10-05']);
  });
});
