import { describe, expect, it } from 'vitest';
import { Names, numbersOf, splitBy } from '../../src/group/names.ts';

const listOf = (size: number, different: number): string[] =>
  Array.from({ length: size }, (_, i) => `outlet-${(i * 7) % different}`);
const namesOf = (texts: readonly string[]): Names => {
  const names = new Names(texts.length);
  texts.forEach((text, at) => {
    names.set(at, text);
  });
  return names;
};

describe('names by numbers', () => {
  it.each([1, 3, 12, 13, 500])(
    'of %i different names each is known once, and every item by its own',
    (different) => {
      const texts = listOf(1000, different);
      const names = namesOf(texts);
      expect(names.each).toEqual([...new Set(texts)]);
      expect(texts.map((_, at) => names.at(at))).toEqual(texts);
    },
  );

  it.each([3, 40])('%i names stand in their order, and each number knows its place there', (size) => {
    const texts = Array.from({ length: size }, (_, i) => `outlet-${(i * 7) % size}`);
    const names = new Names(size);
    texts.forEach((text, at) => {
      names.set(at, text);
    });
    const { sorted, places } = names.order;
    expect(sorted).toEqual([...texts].sort());
    expect(names.each.map((_, number) => sorted[places[number] ?? -1])).toEqual(names.each);
  });

  it('a list in parts loses nothing, and each part keeps its order', () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    const parts = splitBy(items, (item) => item % 7);
    expect(parts).toEqual(items.slice(0, 7).map((first) => items.filter((item) => item % 7 === first)));
    expect(splitBy([], () => 0)).toEqual([]);
    expect(splitBy(['a', 'b'], (_, at) => 2 * at)).toEqual([['a'], [], ['b']]);
  });

  it.each([5, 24, 25, 1000])('the numbers of %i items stand once each, in the order of the first', (size) => {
    const items = Array.from({ length: size }, (_, i) => (i * i) % 17);
    for (const below of [17, 100_000])
      expect(numbersOf(items, (item) => item, below)).toEqual([...new Set(items)]);
  });
});
