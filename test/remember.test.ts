import { describe, expect, it } from 'vitest';
import { Memory, Shelf } from '../src/remember.ts';

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

describe('a memory', () => {
  const made = (memory: Memory, ...keys: string[]) =>
    memory.run((recall) => keys.map((key) => recall(key, [key], () => ({ key }))));

  it('answers with what the run before made, and forgets what a run does not ask for', () => {
    const memory = new Memory();
    const [a, b] = made(memory, 'a', 'b');
    expect(made(memory, 'a')[0]).toBe(a);
    const [again, fresh] = made(memory, 'a', 'b');
    expect(again).toBe(a);
    expect(fresh).not.toBe(b);
  });

  it('makes anew what has other ingredients, also twice in one run', () => {
    const memory = new Memory();
    const twice = memory.run((recall) => [1, 2].map((of) => recall('a', [of], () => ({ of }))));
    expect(twice.map(({ of }) => of)).toEqual([1, 2]);
    expect(memory.run((recall) => recall('a', [2], () => ({ of: 0 })))).toBe(twice[1]);
  });

  it('loses nothing to a run that fails', () => {
    const memory = new Memory();
    const [a] = made(memory, 'a');
    expect(() =>
      memory.run(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(made(memory, 'a')[0]).toBe(a);
  });
});
