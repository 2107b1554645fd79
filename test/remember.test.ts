import { describe, expect, it } from 'vitest';
import { Shelf } from '../src/remember.ts';

const shelf = (...keys: string[]) => {
  const made = new Shelf<string>(3);
  for (const key of keys) made.put(key, key.toUpperCase(), 1);
  return made;
};
const left = (made: Shelf<string>) => ['a', 'b', 'c', 'd'].filter((key) => made.get(key) !== undefined);

describe('a shelf', () => {
  it('lets go of what was used longest ago, whether it was put there or asked for', () => {
    const made = shelf('a', 'b', 'c');
    expect(made.get('a')).toBe('A');
    made.put('d', 'D', 1);
    expect(left(made)).toEqual(['a', 'c', 'd']);
  });

  it('counts sizes, also of what is put there again or taken away', () => {
    const made = shelf('a', 'b');
    made.put('a', 'A', 2);
    expect(left(made)).toEqual(['a', 'b']);
    made.drop('a');
    made.put('c', 'C', 2);
    expect(left(made)).toEqual(['b', 'c']);
    made.put('d', 'D', 4);
    expect(left(made)).toEqual(['b', 'c']);
  });
});
