import type { Database, Queries } from './database.ts';
import type { Row } from './kept-rows.ts';

/** A transaction on the rows of a topic. */
export interface Work {
  readonly database: Database;
  readonly q: Queries;
  readonly topic: string;
  readonly at: number;
  readonly json: JsonOf;
}

/** What is written of an object. The same claims give the same bytes: no need to sort the keys of a text. */
export type JsonOf = (one: object) => string;

/** Writes each object once: its text is wanted for the digest, and again for the row if that differs. */
export function jsonOnce(): JsonOf {
  const made = new Map<object, string>();
  return (one) => {
    const known = made.get(one);
    if (known !== undefined) return known;
    const json = JSON.stringify(one);
    made.set(one, json);
    return json;
  };
}

/** What differs between the rows that are there and those that are wanted. */
export interface Difference<R extends Row> {
  gone: string[];
  changed: R[];
  /** Of the changed ones, those that were there before. */
  replaced: Set<string>;
}

export function differenceOf<R extends Row>(there: readonly Row[], wanted: readonly R[]): Difference<R> {
  const kept = new Map(there.map(({ id, digest }) => [id, digest]));
  const changed = wanted.filter((row) => kept.get(row.id) !== row.digest);
  const replaced = new Set(changed.map((row) => row.id).filter((id) => kept.has(id)));
  for (const { id } of wanted) kept.delete(id);
  return { gone: [...kept.keys()], changed, replaced };
}
