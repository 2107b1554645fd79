import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** Articles of `read` are of Tuesday, 7 October 2025. */
const days = (text: string): unknown[] =>
  read(text)
    .filter(({ predicate }) => predicate.id === 'people.killed')
    .map(({ scope: { time } }) => [time?.from?.slice(0, 10) ?? null, time?.asOf?.from?.slice(0, 10) ?? null]);

const places = (text: string, predicate: string): (string | null)[] =>
  read(text)
    .filter((claim) => claim.predicate.id === predicate)
    .map(({ scope }) => scope.place);

describe('the day on which a toll was counted is not the day of the deaths', () => {
  it.each([
    'A bridge collapsed in Genoa on Monday. The prefecture raised the death toll on Tuesday morning to 39.',
    'A bridge collapsed in Genoa on Monday. The death toll rose to 39 on Tuesday.',
    'A bridge collapsed in Genoa on Monday. On Tuesday, the death toll stood at 39.',
    'A bridge collapsed in Genoa on Monday. By Tuesday the death toll had reached 39.',
    'A bridge collapsed in Genoa on Monday. The death toll on Tuesday was 39.',
    'The death toll from Monday’s bridge collapse in Genoa rose to 39 on Tuesday.',
    'A bridge collapsed in Genoa on Monday. The mayor issued a statement Tuesday that put the toll at 39.',
  ])('%s', (text) => {
    expect(days(text)).toEqual([['2025-10-06', '2025-10-07']]);
  });

  it.each([
    'The death toll of an attack on Monday in Genoa rose to 39.',
    'The number of deaths in Monday’s attack climbed to 39.',
    '39 people were killed in Genoa on Monday.',
  ])('the day of the deaths stays: %s', (text) => {
    expect(days(text).map((pair) => (pair as string[])[0])).toEqual(['2025-10-06']);
  });

  it('where nothing else is dated, all that is known is that they had died by then', () => {
    expect(days('The death toll in Genoa rose to 39 on Tuesday.')).toEqual([[null, '2025-10-05']]);
  });

  it('what was said earlier in the week may be of another day than the story', () => {
    const text =
      'A bridge collapsed in Genoa on Tuesday. In a post earlier this week he said 39 workers were killed.';
    expect(days(text)).toEqual([['2025-10-06', '2025-10-06']]);
  });
});

describe('a place that people are brought to, or whose minister speaks, is not where it happened', () => {
  it.each([
    'Gunmen attacked a school in Garissa on Monday. He said 79 people were injured and the worst were airlifted to Nairobi.',
    'Gunmen attacked a school in Garissa on Monday. He said 79 people were injured and were rushed to hospital in Nairobi.',
    'Gunmen attacked a school in Garissa on Monday, near the border with Somalia. He said 79 people were injured.',
  ])('%s', (text) => {
    expect(places(text, 'people.injured')).toEqual(['garissa']);
  });

  it.each([
    ['In Nairobi, 79 people were injured.', 'nairobi'],
    ['79 people were injured on the way to Nairobi.', 'nairobi'],
    ['79 people were injured near the hospital in Nairobi.', 'nairobi'],
  ])('%s', (text, place) => {
    expect(places(text, 'people.injured')).toEqual([place]);
  });

  it('a country whose minister speaks stands back behind the town inside it', () => {
    const text =
      'Italy’s prime minister said rescuers were searching Genoa’s collapsed bridge. Three children were killed.';
    expect(places(text, 'people.killed')).toEqual(['genoa']);
  });

  it('with no town named, it is the country', () => {
    expect(places('Italy’s health minister said 39 people were killed.', 'people.killed')).toEqual(['italy']);
  });

  it('a country named before the town in it stands back behind it', () => {
    const text = 'There is grief in Italy for the victims of a bridge in Genoa. Three children were killed.';
    expect(places(text, 'people.killed')).toEqual(['genoa']);
  });
});
