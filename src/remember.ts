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

/**
 * Makes something, or answers what the run before made under the same key from the very same ingredients. `make` is a
 * pure function of the ingredients and of what never changes between the runs.
 */
export type Recall = <V>(key: unknown, of: readonly unknown[], make: () => V) => V;

/** Remembers nothing. */
export const afresh: Recall = (_key, _of, make) => make();

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** Something that was made, and the last run that asked for it. */
interface Remembered {
  of: readonly unknown[];
  made: unknown;
  run: number;
}

/**
 * What the last run of a pure function made on its way. Only the objects of the ingredients count, never what their
 * names promise; what a run does not ask for is forgotten with it.
 */
export class Memory {
  private readonly known = new Map<unknown, Remembered>();
  private runs = 0;

  run<R>(work: (recall: Recall) => R): R {
    this.runs += 1;
    const { known, runs: run } = this;
    const recall: Recall = <V>(key: unknown, of: readonly unknown[], make: () => V): V => {
      const last = known.get(key);
      if (last && areSame(last.of, of)) {
        last.run = run;
        return last.made as V;
      }
      const made = make();
      known.set(key, { of, made, run });
      return made;
    };
    const result = work(recall);
    known.forEach((one, key) => {
      if (one.run !== run) known.delete(key);
    });
    return result;
  }
}

/** Keeps what was used last, up to a total size; what is larger than that alone is not kept. */
export class Shelf<V> {
  private readonly kept = new Map<string, { value: V; size: number }>();
  private readonly most: number;
  private total = 0;
  private last: string | null = null;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): V | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    // Behind all others: what was used last goes last. Most often it is there already.
    if (key !== this.last) {
      this.kept.delete(key);
      this.kept.set(key, found);
      this.last = key;
    }
    return found.value;
  }

  drop(key: string): void {
    this.total -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }

  put(key: string, value: V, size: number): void {
    this.drop(key);
    if (size > this.most) return;
    this.kept.set(key, { value, size });
    this.last = key;
    this.total += size;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.most) break;
      this.drop(oldest);
    }
  }
}
