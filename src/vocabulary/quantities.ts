import { z } from 'zod';
import { Hedge } from '../value/value.ts';

const words = z.array(z.string().min(1)).default([]);
const wordList = words.transform((list): ReadonlySet<string> => new Set(list));
const table = z
  .record(z.string(), z.number().nonnegative())
  .transform((rows): ReadonlyMap<string, number> => new Map(Object.entries(rows)));

/** Numbers in words: "twenty", "third", "½", "bn", "dozens", "no one". */
export const NumberWords = z.strictObject({
  cardinals: table,
  ordinals: table,
  parts: table,
  notPart: z.strictObject({ before: wordList, after: wordList }),
  characters: table,
  scales: z.array(z.strictObject({ value: z.number().positive(), words: words, glued: words, money: words })),
  vague: z.array(z.strictObject({ id: z.string().min(1), count: z.number().positive(), words })),
  multiples: z.strictObject({ words: table, nouns: wordList }),
  none: z.strictObject({ words, singly: wordList, before: wordList, perfect: wordList, nouns: wordList }),
});
export type NumberWords = z.infer<typeof NumberWords>;

/** Phrases that loosen a number, by the side of it on which they stand. */
export const HedgePhrases = z.strictObject({
  hedge: Hedge,
  before: words,
  after: words,
  unlessAfter: words.meta({ description: 'Words before the phrase that make it a preposition.' }),
});
export type HedgePhrases = z.infer<typeof HedgePhrases>;

/** A unit of measure. value × factor + offset is the value in the base unit of its dimension. */
export const Unit = z.strictObject({
  id: z.string().min(1),
  dimension: z.string().min(1),
  factor: z.number().positive(),
  offset: z.number().default(0),
  words,
  symbols: words,
  glued: words.meta({ description: 'Symbols only right behind the digits: "40C".' }),
  leads: words.meta({ description: 'Words before the number: "magnitude 6.4".' }),
  heads: words.meta({
    description: 'Nouns right behind a decimal that is of this unit: "a 7.5 earthquake".',
  }),
});
export type Unit = z.infer<typeof Unit>;

export const Currency = z.strictObject({
  id: z.string().min(1),
  words,
  symbols: words,
  codes: words,
  glued: words.meta({ description: 'Symbols only right behind the digits: "14p".' }),
  large: words.meta({ description: 'Letters that are it only before large sums: "P867 million".' }),
  minor: z.boolean().default(false).meta({ description: 'A hundredth part of another: cent.' }),
});
export type Currency = z.infer<typeof Currency>;

/** Words around a number that make it a date, a time of day, a name or an address. */
export const NumberContexts = z.strictObject({
  months: wordList,
  yearBefore: wordList,
  timeAfter: wordList,
  timeBefore: wordList,
  designators: wordList,
  numbered: wordList.meta({ description: 'What is numbered by how many there are: "Image 7 of 9".' }),
  streets: wordList,
  per: z.strictObject({
    times: wordList,
    goods: wordList,
    heads: wordList.meta({ description: 'Words behind a sum that give it to everybody: "$500 each".' }),
    unless: wordList.meta({ description: 'Words behind "a year" that make it a time: "a year earlier".' }),
  }),
  results: wordList,
  changes: wordList,
  ranging: wordList.meta({ description: 'Words before "from a to b" that make it a range.' }),
  steps: wordList.meta({ description: 'What a change may be counted in behind a verb: "rose 12 points".' }),
  collecting: wordList.meta({ description: 'Verbs of change that, of money, mean to collect it.' }),
  closing: wordList.meta({ description: 'Verbs before "up" or "down" and the size of a change.' }),
  sizes: wordList.meta({ description: 'Words behind a length: "6 in thick", "a 100m sprint".' }),
  lasting: wordList,
  pronounOne: z.strictObject({ always: wordList, before: wordList, after: wordList }),
  superlatives: wordList,
  people: wordList,
  names: words,
});
export type NumberContexts = z.infer<typeof NumberContexts>;

/** Everything that is known about quantities. */
export interface QuantityWords {
  readonly numbers: NumberWords;
  readonly hedges: readonly HedgePhrases[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly currencies: ReadonlyMap<string, Currency>;
  readonly contexts: NumberContexts;
}
