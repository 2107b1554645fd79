import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/mention/annotators/quantity.ts';
import { line } from './quantity-sentence.ts';
import { vocabulary } from './time-sentence.ts';

const parse = (text: string): string | null => {
  const found = parseQuantity(text, vocabulary);
  return found && line(found);
};

describe('a quantity in a row of a table', () => {
  it.each([
    ['at least 24', 'at least 24 = 24 at-least'],
    ['25 of 38', '25 of 38 = 25 of 38 fraction'],
    ['95%', '95% = 95 percent fraction'],
    ['£3.4bn', '£3.4bn = 3400000000 pound-sterling measure'],
    ['$8.2 billion', '$8.2 billion = 8200000000 dollar measure'],
    ['dozens', 'dozens = 24 vague'],
    ['several thousand', 'several thousand = 3000 vague'],
    ['10-15', '10-15 = 10..15'],
    ['~300 tonnes', '~300 tonnes = 300 about tonne measure'],
    ['1,000+', '1,000+ = 1000 more-than'],
    ['two-thirds', 'two-thirds = 0.666667 fraction'],
    ['-5 °C', '-5 °C = -5 celsius measure'],
    ['no one', 'no one = 0 exact'],
    ['4 hours', '4 hours = 4 hour duration'],
    ['192.', '192 = 192'],
  ])('"%s"', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it.each(['', 'unknown', 'the mayor', '2023-10-07', '???', 'a'])('"%s" states none', (text) => {
    expect(parse(text)).toBeNull();
  });
});
