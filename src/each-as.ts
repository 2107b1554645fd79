/**
 * As `map`, which gives lists of one kind while it is interpreted and of another once it is compiled: whatever was
 * compiled for the first kind by then is thrown away, and compiled again. Lists made here are of one kind throughout.
 */
export function eachAs<T, R>(items: readonly T[], make: (item: T, at: number) => R): R[] {
  const made: R[] = new Array(items.length);
  for (let i = 0; i < items.length; i++) made[i] = make(items[i] as T, i);
  return made;
}
