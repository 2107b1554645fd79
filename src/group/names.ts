import { eachAs } from '../each-as.ts';
/** Whole numbers, one for each item of a list. */
export type Numbers = number[] | Uint32Array;

/** So few numbers stand in a list as any other: it is made sooner than one of bytes. */
const MOST_LISTED = 1000;

/** Room for so many whole numbers, not negative. */
export const roomFor = (size: number): Numbers =>
  size > MOST_LISTED ? new Uint32Array(size) : new Array<number>(size);

/** So few names are looked through one by one. */
const FEW = 12;

/** The texts of a list by numbers: one that was not there before has the next number. */
export class Names {
  /** Each text once, at its number. */
  readonly each: string[] = [];
  /** The number of each item of the list. */
  readonly of: Numbers;
  private known: Map<string, number> | null = null;
  private last = -1;

  /** `size`: how many items the list has. */
  constructor(size: number) {
    this.of = roomFor(size);
  }

  set(at: number, text: string): void {
    if (text !== this.each[this.last]) this.last = this.numberOf(text);
    this.of[at] = this.last;
  }

  /** The text of an item. */
  at(item: number): string {
    return this.each[this.of[item] ?? 0] ?? '';
  }

  /** The texts in their order, and the place of each number in it. */
  get order(): { readonly sorted: readonly string[]; readonly places: Numbers } {
    const sorted = [...this.each].sort();
    const places = roomFor(sorted.length);
    for (let place = 0; place < sorted.length; place++) places[this.numberOf(sorted[place] ?? '')] = place;
    return { sorted, places };
  }

  private numberOf(text: string): number {
    const { each } = this;
    if (each.length >= FEW) this.known ??= new Map(each.map((one, number) => [one, number]));
    const found = this.known ? (this.known.get(text) ?? -1) : each.indexOf(text);
    if (found >= 0) return found;
    this.known?.set(text, each.length);
    return each.push(text) - 1;
  }
}

/** So few numbers are looked through one by one. */
const FEW_NUMBERS = 24;
/** Marks for so many numbers that may be there are made for each item. */
const WORTH = 8;

/**
 * The numbers of items, each once, in the order of the first.
 *
 *   size  how many numbers there are: all are below it
 */
export function numbersOf<T>(
  items: readonly T[],
  numberOf: (item: T) => number,
  size: number,
): readonly number[] {
  if (items.length > FEW_NUMBERS)
    return size > WORTH * items.length ? setOf(items, numberOf) : markedOf(items, numberOf, size);
  const numbers: number[] = [];
  for (let i = 0; i < items.length; i++) {
    const number = numberOf(items[i] as T);
    if (!numbers.includes(number)) numbers.push(number);
  }
  return numbers;
}

function setOf<T>(items: readonly T[], numberOf: (item: T) => number): readonly number[] {
  const numbers = new Set<number>();
  for (let i = 0; i < items.length; i++) numbers.add(numberOf(items[i] as T));
  return [...numbers];
}

function markedOf<T>(items: readonly T[], numberOf: (item: T) => number, size: number): readonly number[] {
  const marks = new Uint8Array(size);
  const numbers: number[] = [];
  for (let i = 0; i < items.length; i++) {
    const number = numberOf(items[i] as T);
    if (marks[number] !== 0) continue;
    marks[number] = 1;
    numbers.push(number);
  }
  return numbers;
}

/** Splits a list by a small number of each item: the parts stand at their numbers and keep the order of the items. */
export function splitBy<T>(items: readonly T[], numberOf: (item: T, at: number) => number): T[][] {
  const numbers = roomFor(items.length);
  const sizes: number[] = [];
  for (let i = 0; i < items.length; i++) {
    const number = numberOf(items[i] as T, i);
    numbers[i] = number;
    while (sizes.length <= number) sizes.push(0);
    sizes[number] = (sizes[number] ?? 0) + 1;
  }
  // Lists that grow while they are filled need three times the room.
  const parts = eachAs(sizes, (size) => new Array<T>(size));
  sizes.fill(0);
  for (let i = 0; i < items.length; i++) {
    const number = numbers[i] ?? 0;
    const at = sizes[number] ?? 0;
    (parts[number] as T[])[at] = items[i] as T;
    sizes[number] = at + 1;
  }
  return parts;
}
