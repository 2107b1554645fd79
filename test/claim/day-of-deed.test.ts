import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** Times of the claims of a predicate; articles of `read` are of Tuesday, 7 October 2025. */
const times = (text: string, predicate = 'people.killed') =>
  read(text)
    .filter((claim) => claim.predicate.id === predicate)
    .map(({ scope: { time } }) => time);
const days = (text: string, predicate?: string) =>
  times(text, predicate).map((time) => time?.from?.slice(0, 10) ?? null);

describe('the day of a verdict or a charge is not that of the deed', () => {
  it.each([
    'A judge sentenced a man to life in prison without parole on Monday for killing 12 worshippers.',
    'A man was charged on Monday with killing 12 worshippers.',
    'A man was convicted Monday in the killing of 12 worshippers.',
  ])('%s', (text) => {
    expect(days(text)).toEqual([null]);
    expect(days(`${text.slice(0, -1)} in March of last year.`)).toEqual(['2024-03-01']);
  });

  it('where the deed has a time of its own elsewhere, it is that', () => {
    const text =
      'A man was charged on Monday over the March 2023 attacks at two mosques. He killed 12 worshippers.';
    expect(days(text)).toEqual(['2023-03-01']);
  });

  it.each([
    ['A man was charged with killing 12 worshippers on Monday.', '2025-10-06'],
    ['A man was charged in Sunday’s shooting, which killed 12 worshippers.', '2025-10-05'],
    ['Nobody was charged in the accident on Sunday that killed 12 people.', '2025-10-05'],
    ['On Monday gunmen killed 12 worshippers; nobody was charged.', '2025-10-06'],
  ])('but the day of the deed stays: %s', (text, day) => {
    expect(days(text)).toEqual([day]);
  });

  it('"told the court on Monday" is when it was said', () => {
    const text =
      'The attack in May killed 12 people. He told the court on Monday that he had killed 12 people.';
    expect(days(text)).not.toContain('2025-10-06');
  });
});

describe('a toll that rose on a day counts all who had died by then', () => {
  it.each([
    'The death toll rose to 24 on Monday.',
    'The death toll rose sharply on Monday to 24.',
    'The death toll rose to 24 after five bodies were found on Monday.',
  ])('%s', (text) => {
    const [time] = times(text);
    expect(time?.class).toBe('cumulative');
    expect(time?.from).toBeNull();
    expect(time?.to?.slice(0, 10)).toBe('2025-10-07');
  });

  it('is of the day of the story where that is told', () => {
    expect(days('An earthquake shook Mombasa on Sunday. The death toll rose to 24 on Monday.')).toEqual([
      '2025-10-05',
    ]);
    expect(days('The death toll rose to 24 after a blast on Monday.')).toEqual(['2025-10-06']);
  });
});

describe('times of something else in the sentence', () => {
  it('of an older attack that it is compared with', () => {
    const text =
      'A bus overturned in Garissa on Monday. It was worse than the attack on a mall in Mombasa that killed 72 people.';
    expect(days(text)).toEqual([null]);
  });

  it('of an older one that a superlative goes back to', () => {
    const text =
      'A bomb went off in Mombasa on Monday. It was the deadliest attack since 2011, when gunmen stormed a mall, killing 30 people.';
    expect(times(text)).toMatchObject([{ from: '2011-01-01', to: '2012-01-01' }]);
  });

  it('of what opens the sentence', () => {
    const text =
      'Since the last report was published on 3 October, two people were killed in Mombasa on 5 October.';
    expect(days(text)).toEqual(['2025-10-05']);
  });

  it('between who says it and the saying', () => {
    const text = 'A bus overturned in Garissa on Sunday. The ministry on Monday said 12 people were killed.';
    expect(days(text)).toEqual(['2025-10-05']);
  });
});

describe('a date far behind its verb', () => {
  it('is that of the deed where only things are described in between', () => {
    const text =
      'A boy was killed on Monday.\n\nTwo men were killed in a neighbour’s parked white van in the 7100 block of North Harbour Avenue in Garissa on 22 May 2013.';
    expect(days(text).at(-1)).toBe('2013-05-22');
  });
});
