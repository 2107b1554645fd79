/**
 * As `map`, which gives lists of one kind while it is interpreted and of another once it is compiled: whatever was
 * compiled for the first kind by then is thrown away, and compiled again. Lists made here are of one kind throughout.
 */
export function eachAs<T, R>(items: readonly T[], make: (item: T, at: number) => R): R[] {
  const made: R[] = new Array(items.length);
  for (let i = 0; i < items.length; i++) made[i] = make(items[i] as T, i);
  return made;
}

/**
 * As `flatMap`, which the engine does in its slowest way: it asks every list for its fields one by one, as it would any
 * object. Nearly all of these lists are empty.
 */
export function gather<T, R>(items: readonly T[], listOf: (item: T, at: number) => R | readonly R[]): R[] {
  const found: R[] = [];
  for (let i = 0; i < items.length; i++) {
    const some = listOf(items[i] as T, i);
    if (!Array.isArray(some)) found.push(some as R);
    else for (let k = 0; k < some.length; k++) found.push(some[k] as R);
  }
  return found;
}
