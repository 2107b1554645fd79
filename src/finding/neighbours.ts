import type { Scope } from '../claim/claim.ts';
import { Names } from '../group/names.ts';
import { SCOPE_DIMENSIONS, type ScopeDimension } from '../vocabulary/dimensions.ts';

/** What a scope is in one dimension; empty when it is nothing there. */
const valueIn = (dimension: ScopeDimension, scope: Scope): string =>
  dimension === 'time' ? `${scope.time?.from}/${scope.time?.to}` : (scope[dimension] ?? '');

/**
 * Pairs of items that differ in one dimension of their scope alone, and between which no other of the list does: each
 * once, the earlier one first.
 */
export function neighbours<T>(items: readonly T[], scopeOf: (item: T) => Scope): [T, T][] {
  const dimensions = SCOPE_DIMENSIONS.map((dimension) => {
    const values = new Names(items.length);
    for (let i = 0; i < items.length; i++) values.set(i, valueIn(dimension, scopeOf(items[i] as T)));
    return values.of;
  });
  const pairs = new Map<number, [T, T]>();
  for (const varying of dimensions) {
    const others = dimensions.filter((dimension) => dimension !== varying);
    const last = new Map<string, number>();
    for (let b = 0; b < items.length; b++) {
      let alike = '';
      for (const { [b]: value } of others) alike += ` ${value}`;
      const a = last.get(alike);
      if (a !== undefined) pairs.set(a * items.length + b, [items[a] as T, items[b] as T]);
      last.set(alike, b);
    }
  }
  return [...pairs.values()];
}
