import { expect, it } from 'vitest';
import { eachAs } from '../src/each-as.ts';

it('makes one thing of each item, in their order, and knows where each stands', () => {
  expect(eachAs(['a', 'b'], (text, at) => `${text}${at}`)).toEqual(['a0', 'b1']);
});

it('makes an empty list of nothing', () => {
  expect(eachAs([], () => 1)).toEqual([]);
});
