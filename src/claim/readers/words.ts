const sets = new WeakMap<readonly string[], ReadonlySet<string>>();
const classes = new WeakMap<Readonly<Record<string, readonly string[]>>, ReadonlyMap<string, string>>();

/** A list of a predicate file, made ready to look up once. */
export function setOf(list: readonly string[]): ReadonlySet<string> {
  const known = sets.get(list) ?? new Set(list);
  if (!sets.has(list)) sets.set(list, known);
  return known;
}

/** The first class of a predicate file that lists a word; null when none does. */
export function classOfWord(lists: Readonly<Record<string, readonly string[]>>, word: string): string | null {
  let known = classes.get(lists);
  if (!known) {
    const entries = Object.entries(lists).flatMap(([name, words]) =>
      words.map((each) => [each, name] as const),
    );
    known = new Map(entries.reverse());
    classes.set(lists, known);
  }
  return known.get(word) ?? null;
}
