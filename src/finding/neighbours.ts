import type { Scope } from '../claim/claim.ts';
import { eachAs } from '../each-as.ts';
import { Names, type Numbers, roomFor } from '../group/names.ts';
import { SCOPE_DIMENSIONS, type ScopeDimension } from '../vocabulary/dimensions.ts';

/** What a scope is in one dimension; empty when it is nothing there. */
const valueIn = (dimension: ScopeDimension, scope: Scope): string =>
  dimension === 'time' ? `${scope.time?.from}/${scope.time?.to}` : (scope[dimension] ?? '');

function valuesIn(dimension: ScopeDimension, scopes: readonly Scope[]): Names {
  const values = new Names(scopes.length);
  for (let i = 0; i < scopes.length; i++) values.set(i, valueIn(dimension, scopes[i] as Scope));
  return values;
}

const hasOneValue = ({ each }: Names): boolean => each.length < 2;

/**
 * Pairs of items that differ in one dimension of their scope alone, and between which no other of the list does: each
 * once, the earlier one first.
 */
export function neighbours<T>(items: readonly T[], scopeOf: (item: T) => Scope): [T, T][] {
  const scopes = eachAs(items, scopeOf);
  const dimensions = eachAs(SCOPE_DIMENSIONS, (dimension) => valuesIn(dimension, scopes));
  const pairs = new Map<number, [T, T]>();
  let areAlikePaired = false;
  for (const varying of dimensions) {
    // In which all have one value, those are pairs that are alike in everything: whichever dimension it is.
    if (hasOneValue(varying) && areAlikePaired) continue;
    areAlikePaired ||= hasOneValue(varying);
    const others = dimensions.filter((dimension) => dimension !== varying && !hasOneValue(dimension));
    const alike = together(others, items.length);
    const last: number[] = [];
    for (let b = 0; b < items.length; b++) {
      const number = alike[b] ?? 0;
      const a = last[number];
      if (a !== undefined) pairs.set(a * items.length + b, [items[a] as T, items[b] as T]);
      last[number] = b;
    }
  }
  return [...pairs.values()];
}

/** One number for each item: of all that it is in several dimensions. Numbers begin at none and leave out none. */
function together(dimensions: readonly Names[], size: number): Numbers {
  const [first, ...others] = dimensions;
  let joined = first?.of ?? roomFor(size).fill(0);
  for (const { of } of others) {
    const known = new Map<number, number>();
    const more = roomFor(size);
    for (let i = 0; i < size; i++) {
      const both = (joined[i] ?? 0) * size + (of[i] ?? 0);
      const number = known.get(both) ?? known.size;
      if (number === known.size) known.set(both, number);
      more[i] = number;
    }
    joined = more;
  }
  return joined;
}
