/** Most answers kept at once: enough for the names and dates of a story. */
const MOST = 4096;

/** A pure function that remembers its last few thousand answers: a story repeats its names and dates. */
export function remember<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = answer(key);
    if (known.size >= MOST) known.clear();
    known.set(key, made);
    return made;
  };
}

/** A pure function that answers once for each object, for as long as the object lives. */
export function onceEach<K extends object, V>(answer: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = answer(key);
    known.set(key, made);
    return made;
  };
}
